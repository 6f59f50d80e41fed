import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sayTroubleShortly } from '../../../../src/core/log/troubleText.ts';
import type { Trouble } from '../../../../src/core/entries/trouble.ts';

const said: Readonly<Record<Trouble['trouble'], readonly [Trouble, string]>> = {
  folderMissing: [{ trouble: 'folderMissing', folder: 'F' }, 'log folder is missing'],
  folderUnreadable: [{ trouble: 'folderUnreadable', folder: 'F', code: 'EACCES' }, 'log cannot be read'],
  fileUnreadable: [{ trouble: 'fileUnreadable', file: 'F', code: 'EACCES' }, 'log cannot be read'],
  noFile: [{ trouble: 'noFile', file: 'F', is: 'link', isOwn: false }, 'log file is not a file'],
  tooManyFiles: [{ trouble: 'tooManyFiles', folder: 'F', left: 5, most: 1_000 }, 'log has too many files'],
  fileTooLarge: [{ trouble: 'fileTooLarge', file: 'F', read: 20, most: 10 }, 'log file is too large'],
  fileGone: [{ trouble: 'fileGone', file: 'F' }, 'log file is gone'],
  fileShrank: [{ trouble: 'fileShrank', file: 'F', from: 20, to: 10 }, 'log file was changed'],
  fileReplaced: [{ trouble: 'fileReplaced', file: 'F' }, 'log file was changed'],
};

describe('what is wrong with the log', () => {
  it('is said at the foot of the window in a few words', () => {
    for (const [trouble, words] of Object.values(said)) assert.equal(sayTroubleShortly(trouble), words);
  });
});
