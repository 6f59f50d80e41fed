import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../src/core/board/board.ts';
import type { Entry } from '../../../../src/core/entries/entry.ts';
import { computeFriction } from '../../../../src/core/figures/friction.ts';
import { computeScorecard } from '../../../../src/core/figures/scorecard.ts';
import type { Register } from '../../../../src/core/register/register.ts';
import { anyDay, anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { assertSameInAnyOrder } from '../../../support/anyOrder.ts';
import { captured, type TestFact } from '../../../support/facts.ts';
import { comparisonsIn } from '../../../support/figures.ts';
import { contents } from '../../../support/entryStores.ts';
import { usualPolicy } from '../../../support/policy.ts';

const policy = usualPolicy;
const today = '2026-03-20';

/** All figures that are computed from the register. */
function allFigures(register: Register): unknown {
  const board = buildBoard(register.items, today, policy);
  return {
    known: contents(register),
    board,
    earlier: buildBoard(register.items, '2026-03-06', policy),
    scorecard: computeScorecard(board, policy),
    friction: computeFriction(board, policy),
    comparisons: comparisonsIn(register, today),
  };
}

describe('what is shown depends on the set of entries only', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const item = fc.constantFrom(...names);
  const act = fc.constantFrom('act-1', 'act-2', 'act-3');
  const day = anyDay('2026-02-20', '2026-03-25');
  /** Mostly unique entries, some with the id of another. */
  const anyEntry = fc
    .record({ fact: anyFact(item, act, day), envelope: anyEnvelope(act), id: fc.nat(200).map(String) })
    .map(({ fact, envelope, id }): Entry => ({ ...envelope, ...fact, id }));
  /** Each item is captured first, with people and names that differ in case, so that there is something to count. */
  const capturedFirst = names.map((item, index): Entry => {
    const said: TestFact = captured({
      item,
      title: item,
      waiting: ['anna', 'sam'].slice(index % 3),
      askedBy: index % 2 === 0 ? 'Ida' : 'ida',
    });
    const id = `capture ${item}`;
    return { ...said, id, clock: '018fffffffff-0000', device: 'desk', act: id, loggedAt: '2026-03-02T09:00:00.000Z' };
  });
  it('board and figures are the same in any order, doubled and in any parts', () => {
    assertSameInAnyOrder(capturedFirst, anyEntry, allFigures, 600);
  });
});
