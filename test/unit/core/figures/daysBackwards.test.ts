import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { servedPriorities } from '../../../../src/core/assignments/servedPriorities.ts';
import { buildWorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import { computeWorkFigures } from '../../../../src/core/assignments/workFigures.ts';
import { buildBoard } from '../../../../src/core/board/board.ts';
import type { Entry } from '../../../../src/core/entries/entry.ts';
import { computeFriction } from '../../../../src/core/figures/friction.ts';
import { computeScorecard } from '../../../../src/core/figures/scorecard.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { anyDay, anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { captured, logged, returned, sentBack, type TestFact } from '../../../support/facts.ts';
import { comparisonsIn, comparisonsOf } from '../../../support/figures.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { workFiguresOf, workOf } from '../../../support/work.ts';
import { added, changed, ended, made, owed, ranked, reassigned, sound } from '../../../support/workFacts.ts';

const today = '2026-03-20';

/** Every number in it, and every count beside what it is of. */
function assertSane(value: unknown, path: string): void {
  if (typeof value === 'number') return assert.ok(value >= 0, `${path} is ${value}`);
  if (typeof value !== 'object' || value === null) return;
  const share = value as {
    readonly count?: number;
    readonly yours?: number;
    readonly of?: number;
    costInDays?: number;
  };
  const part = share.yours ?? (share.costInDays === undefined ? share.count : undefined);
  if (part !== undefined && share.of !== undefined) assert.ok(part <= share.of, `${path}: ${JSON.stringify(value)}`);
  for (const [name, one] of Object.entries(value)) assertSane(one, `${path}.${name}`);
}

function figuresIn(register: Register): unknown {
  const board = buildBoard(register.items, today, usualPolicy);
  const work = buildWorkBoard(register, board, usualPolicy);
  return {
    ages: work.assignments.map(({ ageInDays, daysOver, drag }) => ({ ageInDays, daysOver, drag })),
    work: computeWorkFigures(work, board, usualPolicy.calendar),
    scorecard: computeScorecard(board, usualPolicy),
    friction: computeFriction(board, usualPolicy),
    comparisons: comparisonsIn(register, today),
  };
}

describe('what was written with days that run backwards', () => {
  const early = { ...ended, closedOn: '2026-03-03' } as const;
  const later: readonly TestFact[] = [
    { ...changed, serves: 'other', changedOn: '2026-03-09' },
    { ...reassigned, reassignedOn: '2026-03-10' },
    { ...changed, isAgreed: true, dueOn: '2026-03-19', changedOn: '2026-03-11' },
  ];
  const facts = [sound, added('other'), made(), ...later, ranked(['other', 'sound'], '2026-03-10'), early];

  it('is kept: work that ended before its agreement last changed has ended on that day', () => {
    const [row] = workOf(today, facts).assignments;
    assert.ok(row !== undefined);
    assert.deepEqual([row.closing?.on, row.ageInDays, row.drag], ['2026-03-03', 2, { yours: 0, of: 1 }]);
    assert.equal(row.amendments.length, 3);
    assert.deepEqual(servedPriorities(row, row.madeOn), [
      { id: 'sound', after: '2026-03-02', until: '2026-03-03' },
      { id: 'other', after: '2026-03-09', until: '2026-03-09' },
    ]);
    const { drag, met, changes } = workFiguresOf(today, facts);
    assert.deepEqual([drag.of, met, changes.count], [1, { count: 1, of: 1 }, 3]);
    assert.deepEqual(comparisonsOf(today, facts).halves.changes.rerankings, 0);
  });

  it('is kept: an item that came back before it was sent back was with the asker for no time', () => {
    const item: readonly TestFact[] = [
      captured(),
      { ...sentBack, sentBackOn: '2026-03-10' },
      { ...returned, returnedOn: '2026-03-04' },
    ];
    const { you, team } = comparisonsOf(today, item).halves.turnaround;
    assert.deepEqual([you.n, you.oldestRunningInDays, team.n, team.running], [1, 8, 1, 0]);
  });

  it('makes no figure negative, and no part larger than its whole', () => {
    const names = ['a', 'b', 'c'];
    const name = fc.constantFrom(...names);
    const day = anyDay('2026-02-20', '2026-03-25');
    const anyEntry = fc
      .record({ fact: anyFact(name, name, day), envelope: anyEnvelope(name), id: fc.uuid() })
      .map(({ fact, envelope, id }): Entry => ({ ...envelope, ...fact, id }));
    const first = logged(
      ...names.map((id) => added(id)),
      made({ assignment: 'a', dependsOn: ['a', 'b'], serves: 'b' }),
      made({ assignment: 'b', owner: 'anna', dependsOn: ['c'], serves: 'c', anyway: 'r', madeOn: '2026-03-03' }),
      ...names.flatMap((item) => owed('excluded', item)),
    ).map((entry) => ({ ...entry, clock: `018f${entry.clock.slice(4)}`, act: `first ${entry.act}` }));
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 40 }), (entries) => {
        const register = new Register();
        register.add([...first, ...entries]);
        assertSane(figuresIn(register), 'figures');
        for (const { agreement, amendments, closing, madeOn } of register.assignments.values()) {
          if (madeOn === undefined) continue;
          for (const { after, until } of servedPriorities({ agreement, amendments, closing }, madeOn)) {
            assert.ok(until === undefined || after <= until, `${after} to ${until}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
