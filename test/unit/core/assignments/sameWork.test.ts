import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../src/core/board/board.ts';
import type { Entry } from '../../../../src/core/entries/entry.ts';
import type { Register } from '../../../../src/core/register/register.ts';
import { computeWorkFigures } from '../../../../src/core/assignments/workFigures.ts';
import { buildWorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import { anyDay, anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { assertSameInAnyOrder } from '../../../support/anyOrder.ts';
import { logged } from '../../../support/facts.ts';
import { contents } from '../../../support/entryStores.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { briefs, workContents } from '../../../support/work.ts';
import { added, made, owed } from '../../../support/workFacts.ts';

/** All views of work that are computed from the register. */
function workViews(register: Register): unknown {
  const days = (['2026-03-06', '2026-03-20'] as const).map((today) => {
    const board = buildBoard(register.items, today, usualPolicy);
    const work = buildWorkBoard(register, board, usualPolicy);
    return { work, figures: computeWorkFigures(work, board, usualPolicy.calendar) };
  });
  const work = workContents(register);
  return structuredClone({ items: contents(register), work, briefs: briefs(register, '2026-03-20'), days });
}

describe('what is shown of work depends on the set of entries only', () => {
  const names = ['a', 'b', 'c', 'd'];
  const name = fc.constantFrom(...names);
  const act = fc.constantFrom('act-1', 'act-2', 'act-3');
  const day = anyDay('2026-02-20', '2026-03-25');
  const isOfWork = /^(?:assignment|agreement|draft|priorit|clarity|itemSettled|itemSentBack|itemReturned|actUndone)/;
  const anyEntry = fc
    .record({
      fact: fc.oneof(
        { weight: 1, arbitrary: anyFact(name, act, day) },
        { weight: 3, arbitrary: anyFact(name, act, day).filter(({ type }) => isOfWork.test(type)) },
      ),
      envelope: anyEnvelope(act),
      id: fc.nat(200).map(String),
    })
    .map(({ fact, envelope, id }): Entry => ({ ...envelope, ...fact, id }));
  /** Two assignments with dependencies and clarity items, and priorities, so that the views are not empty. */
  const first = logged(
    ...names.map((id) => added(id)),
    made({ assignment: 'a', dependsOn: ['a', 'b'], serves: 'b' }),
    made({ assignment: 'b', owner: 'anna', dependsOn: ['c'], serves: 'c', anyway: 'r', madeOn: '2026-03-03' }),
    ...names.flatMap((item, index) =>
      owed('excluded', item).map((fact) =>
        fact.type === 'clarityOwed' ? { ...fact, assignment: index % 2 === 0 ? 'b' : 'a' } : fact,
      ),
    ),
  ).map((entry) => ({
    ...entry,
    id: `first ${entry.id}`,
    clock: `018f${entry.clock.slice(4)}`,
    act: `first ${entry.act}`,
  }));
  it('assignments, priorities, the board of work, its figures and briefs are the same in any order, doubled and in any parts', () => {
    const came = new Set<string>();
    const seen = anyEntry.map((entry) => (came.add(entry.type), entry));
    assertSameInAnyOrder(first, seen, workViews, 150);
    for (const { type } of first) came.add(type);
    assert.ok(came.size >= 34, [...came].join(' '));
  });
});
