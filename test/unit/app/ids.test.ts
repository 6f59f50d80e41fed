import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Attempt, uuids } from '../../../src/app/ids.ts';

describe('ids', () => {
  it('are ordered by the time they were made and never the same twice', () => {
    const ids = Array.from({ length: 10_000 }, () => uuids.fresh());
    assert.deepEqual(ids, ids.toSorted());
    assert.equal(new Set(ids).size, ids.length);
  });

  it('of a name are the same for ever, on every machine', () => {
    assert.equal(uuids.named('list.csv, row 1'), uuids.named('list.csv, row 1'));
    assert.notEqual(uuids.named('list.csv, row 1'), uuids.named('list.csv, row 2'));
    // The literal id, because every later version must recognise imports of today.
    assert.equal(uuids.named('list.csv, row 1'), '46bbd559-8056-5214-a00d-249f9620686a');
  });

  it('of an attempt are the same ones again when it is tried again, and new ones where it now needs more', () => {
    let number = 0;
    const attempt = new Attempt({ ...uuids, fresh: () => `id-${++number}` });
    const first = [attempt.id(), attempt.id()];
    attempt.again();
    assert.deepEqual([attempt.id(), attempt.id(), attempt.id()], [...first, 'id-3']);
  });
});
