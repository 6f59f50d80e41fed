import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { describe, it } from 'mocha';
import { Attempt } from '../../../src/app/ids.ts';
import type { EntryStore } from '../../../src/app/entryStore.ts';
import { appendFailure } from '../../../src/core/log/troubleText.ts';
import { capture, openStore, titles } from '../../support/entryStores.ts';
import { inLogFolder } from '../../support/logFolder.ts';
import { captureOf } from '../../support/sampleEntries.ts';

const readOnly = (folder: string) => `Not saved: ${folder} cannot be written to. Allow writing there and try again.`;
const diskFull = 'Not saved: the disk is full. Free some space and try again.';

/** Asserts that a retry succeeds and leaves the register as if there had been no failure. */
async function savesOnRetry(store: EntryStore, title: string, attempt: Attempt): Promise<void> {
  const before = store.register.entryCount;
  await capture(store, title, attempt);
  assert.equal(titles(store).filter((known) => known === title).length, 1);
  assert.ok(store.register.entryCount <= before + 1);
}

describe('what could not be saved', () => {
  it(
    'because something else has the name of the file is said, changes nothing, and goes in later',
    inLogFolder(async (place) => {
      const store = openStore(place.root, place.storage());
      mkdirSync(store.log.file);
      const attempt = new Attempt(store.ids);
      await assert.rejects(capture(store, 'Room', attempt), {
        name: 'HumanError',
        message: /^Not saved: this machine’s file in .* is a link, or not a file\. Remove it and try again\.$/,
      });
      assert.equal(store.register.entryCount, 0);
      rmSync(store.log.file, { recursive: true });
      await savesOnRetry(store, 'Room', attempt);
    }),
  );

  it('says what to do, whatever the file system answers', () => {
    const said = (code: string | undefined) => appendFailure(code, '/log', 'EIO: i/o error');
    for (const code of ['ENOSPC', 'EDQUOT']) assert.equal(said(code), diskFull);
    for (const code of ['EACCES', 'EPERM', 'EROFS']) assert.equal(said(code), readOnly('/log'));
    assert.match(said('ENOENT'), /^Not saved: \/log is missing\. Bring the folder or its drive back and try again\./);
    for (const code of ['EBUSY', 'EAGAIN'])
      assert.match(said(code), /^Not saved: another program has locked the log in \/log\./);
    for (const code of ['EIO', undefined])
      assert.match(said(code), /could not be written \(EIO: i\/o error\)\. Try again\./);
  });

  it(
    'because nobody could read it back is a bug, and stays out of the log',
    inLogFolder(async (place) => {
      const { log } = openStore(place.root, place.storage());
      const unreadable = [
        { ...captureOf(1), title: '' },
        { ...captureOf(1), clock: 'e70000000000-0000' },
        captureOf(1, 'x'.repeat(1 << 20)),
      ];
      for (const entry of unreadable) await assert.rejects(log.append([captureOf(0), entry]), RangeError);
      assert.deepEqual(place.names(), []);
    }),
  );
});
