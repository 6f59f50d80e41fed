import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../src/core/board/boardBuilder.ts';
import type { BoardRow } from '../../../../src/core/board/row.ts';
import { RowList } from '../../../../src/core/board/rowList.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { captured, logged } from '../../../support/facts.ts';
import { mondayToFriday as calendar } from '../../../support/givenWhenThen.ts';

describe('a list of rows that is changed by pieces', () => {
  const register = new Register();
  register.add(logged(captured({ item: 'any' })));
  const [any] = buildBoard(register.items, '2026-03-09', { calendar }).rows;
  const row = (id: number): BoardRow => ({ ...any!, id: String(id).padStart(5, '0') });
  const byId = (a: BoardRow, b: BoardRow): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const ids = (rows: Iterable<BoardRow>): string[] => [...rows].map(({ id }) => id);

  /** Runs of neighbours, so that chunks of the list fill up, split and become empty. */
  const run = fc
    .record({ isAdded: fc.boolean(), from: fc.nat(4_000), length: fc.integer({ min: 1, max: 1_500 }) })
    .map(({ isAdded, from, length }) => ({ isAdded, ids: Array.from({ length }, (_, index) => from + index) }));

  it('has the rows of a list that is sorted anew, in their order, and leaves every list before as it was', () => {
    fc.assert(
      fc.property(fc.nat(3_000), fc.array(run, { maxLength: 6 }), (length, runs) => {
        const model = new Set(Array.from({ length }, (_, index) => index * 2));
        const sorted = (): string[] => [...model].sort((a, b) => a - b).map((id) => row(id).id);
        let list = RowList.of([...model].map(row));
        const before: (readonly [RowList, string[]])[] = [[list, sorted()]];
        for (const { isAdded, ids } of runs) {
          const changed = ids.filter((id) => model.has(id) !== isAdded);
          for (const id of changed) if (!model.delete(id)) model.add(id);
          list = isAdded ? list.with(changed.map(row), byId) : list.without(changed.map(row), byId);
          before.push([list, sorted()]);
        }
        for (const [then, expected] of before) {
          assert.deepEqual(ids(then), expected);
          assert.deepEqual(ids(then.whole), expected);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('makes one array of them, once', () => {
    const list = RowList.of([row(1), row(3)]).with([row(2)], byId);
    assert.equal(list.whole, list.whole);
    assert.deepEqual(ids(list.whole), ['00001', '00002', '00003']);
    assert.deepEqual(ids(RowList.of([]).with([row(1)], byId).whole), ['00001']);
  });
});
