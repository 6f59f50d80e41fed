import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sayCaptured } from '../../../../src/core/capture/preview.ts';
import { originNote } from '../../../../src/core/capture/originNote.ts';
import { captured } from '../../../support/facts.ts';

const nowhere = { place: undefined, branch: undefined, repository: undefined };

describe('what is kept of where an item came from', () => {
  it('is the place, the branch and the repository as plain text, as far as they are known', () => {
    const place = { place: 'src/rates.ts:12', branch: 'main', repository: 'shop' };
    assert.equal(originNote(place, 'one line', ' one  line '), 'From src/rates.ts:12, branch main, repository shop');
    assert.equal(originNote({ ...nowhere, branch: 'main' }, 'a', 'a'), 'From branch main');
    assert.equal(originNote(nowhere, 'a', 'a'), undefined);
  });

  it('is the whole text too where the line does not say all of it, as it stood', () => {
    assert.equal(originNote(nowhere, 'if (x)', '\n  if (x)\n    y();\n'), '  if (x)\n    y();');
    assert.equal(originNote({ ...nowhere, place: 'a.ts:1' }, 'two', 'two\nlines'), 'From a.ts:1\n\ntwo\nlines');
  });

  it('fits into a note, however long the text or the path', () => {
    const long = { place: 'x'.repeat(5_000), branch: 'y'.repeat(5_000), repository: 'z' };
    const note = originNote(long, 'x', '😀'.repeat(5_000)) ?? '';
    assert.ok(note.length <= 4_000 && note.isWellFormed());
    assert.ok(note.endsWith('…'));
  });

  it('is announced before it is saved', () => {
    const fact = { ...captured(), type: 'itemCaptured' as const };
    assert.match(sayCaptured({ ...fact, note: 'n' }, '2026-03-02'), / · with a note$/);
    assert.doesNotMatch(sayCaptured(fact, '2026-03-02'), /note/);
  });
});
