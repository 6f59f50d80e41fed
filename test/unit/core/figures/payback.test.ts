import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Payback } from '../../../../src/core/figures/payback.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import {
  captured,
  checkDaySet,
  decided,
  decidedBySilence,
  defaultStated,
  deliberating,
  held,
  reopened,
  returned,
  reversed,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { comparisonsOf } from '../../../support/figures.ts';
import { added, changed, ended, made, owed, ranked, reassigned, sound } from '../../../support/workFacts.ts';

const today: Day = '2026-03-27';
const paybackOf = (facts: readonly TestFact[]): Payback => comparisonsOf(today, facts).payback;

/** The same facts about another assignment, as many times. */
function times(count: number, name: string, facts: readonly TestFact[]): TestFact[] {
  return Array.from({ length: count }, (_, at) =>
    facts.map((fact): TestFact => {
      const about = (id: string) => `${name} ${at} ${id}`;
      const subject = 'assignment' in fact ? { assignment: about('work') } : {};
      const item = 'item' in fact ? { item: about(fact.item) } : {};
      const dependsOn = 'dependsOn' in fact && fact.dependsOn ? { dependsOn: fact.dependsOn.map(about) } : {};
      return { ...fact, ...subject, ...item, ...dependsOn };
    }),
  ).flat();
}

const end = (closedOn: Day, result: 'met' | 'missed' = 'met'): TestFact => ({ ...ended, closedOn, result });

describe('clear beside anyway', () => {
  const item = captured({ item: 'a', askedOn: '2026-02-02', promisedOn: '2026-02-02' });
  const clearWork = [
    item,
    made({ dependsOn: ['a'] }),
    { ...decided, item: 'a', decidedOn: '2026-03-05' },
    end('2026-03-20'),
  ] as TestFact[];
  const anyway = [
    made({ excluded: undefined, anyway: 'no time' }),
    ...owed('excluded'),
    changed,
    { ...changed, doneWhen: '70', changedOn: '2026-03-04' },
    reassigned,
    end('2026-03-20', 'missed'),
  ] as TestFact[];

  it('has medians once there are five closed on each side', () => {
    const {
      clear,
      anyway: other,
      needed,
    } = paybackOf([sound, ...times(5, 'clear', clearWork), ...times(5, 'anyway', anyway)]);
    assert.equal(needed, 5);
    // The item waited on the leader from Monday to Thursday, the third working day.
    assert.deepEqual(clear, {
      n: 5,
      medianChanges: 0,
      medianInterruptions: 0,
      medianYourDays: 3,
      met: { count: 5, of: 5 },
    });
    // Its hole waited all along, and does not count. Reassigned, nothing was agreed any more.
    assert.deepEqual(other, {
      n: 5,
      medianChanges: 2,
      medianInterruptions: 1,
      medianYourDays: 0,
      met: { count: 0, of: 0 },
    });
  });

  it('has none before, on neither side, and counts closed ones only', () => {
    const open = anyway.slice(0, -1);
    const { clear, anyway: other } = paybackOf([
      sound,
      ...times(6, 'clear', clearWork),
      ...times(4, 'anyway', anyway),
      ...times(3, 'open', open),
    ]);
    assert.deepEqual([clear.n, other.n], [6, 4]);
    for (const { medianChanges, medianInterruptions, medianYourDays } of [clear, other]) {
      assert.deepEqual([medianChanges, medianInterruptions, medianYourDays], [undefined, undefined, undefined]);
    }
  });

  it('counts a re-ranking that moved what it served as another interruption', () => {
    const facts = [
      sound,
      added('other'),
      ...times(5, 'clear', [made(), end('2026-03-20')]),
      ...times(5, 'anyway', anyway),
    ];
    const moved = paybackOf([...facts, ranked(['other', 'sound'])]);
    assert.equal(moved.clear.medianInterruptions, 1);
    assert.equal(moved.clear.medianChanges, 0);
  });

  it('takes the middle by nearest rank, which is the lower of two', () => {
    const withChanges = (count: number) => [
      made(),
      ...Array.from({ length: count }, (_, at): TestFact => ({ ...changed, doneWhen: `${at}` })),
      end('2026-03-20'),
    ];
    const clearOnes = [0, 1, 2, 3, 4, 9].flatMap((count) => times(1, `changed ${count}`, withChanges(count)));
    assert.equal(paybackOf([sound, ...clearOnes, ...times(5, 'anyway', anyway)]).clear.medianChanges, 2);
  });
});

describe('held beside not held', () => {
  const checked = [checkDaySet, held];
  const hold: TestFact = { ...deliberating, startedOn: '2026-03-02' };
  const table: readonly [string, readonly TestFact[], { held: string; notHeld: string }][] = [
    ['held, and it stood', [captured(), hold, decided, ...checked], { held: '1 of 1', notHeld: '0 of 0' }],
    ['not held, and it stood', [captured(), decided, ...checked], { held: '0 of 0', notHeld: '1 of 1' }],
    ['held, and reversed', [captured(), hold, decided, checkDaySet, reversed], { held: '0 of 1', notHeld: '0 of 0' }],
    ['held and later reversed', [captured(), decided, ...checked, reversed], { held: '0 of 0', notHeld: '0 of 1' }],
    ['not answered yet', [captured(), hold, decided, checkDaySet], { held: '0 of 0', notHeld: '0 of 0' }],
    ['reversed without a check day', [captured(), decided, reversed], { held: '0 of 0', notHeld: '0 of 0' }],
    ['withdrawn', [captured(), hold, withdrawn], { held: '0 of 0', notHeld: '0 of 0' }],
    [
      'a hold that ended because it was sent back',
      [
        captured(),
        hold,
        { ...sentBack, sentBackOn: '2026-03-02' },
        { ...returned, returnedOn: '2026-03-03' },
        decided,
        ...checked,
      ],
      { held: '1 of 1', notHeld: '0 of 0' },
    ],
    [
      'a hold before the closing that was reopened',
      [
        captured(),
        hold,
        decided,
        reopened,
        { ...decided, decidedOn: '2026-03-05' },
        checkDaySet,
        { ...held, answeredOn: '2026-03-06' },
      ],
      { held: '1 of 1', notHeld: '0 of 0' },
    ],
    [
      'decided on a day before the hold began',
      [captured(), deliberating, { ...decided, decidedOn: '2026-03-02' }, ...checked],
      { held: '0 of 0', notHeld: '1 of 1' },
    ],
    [
      'reopened, and not decided again',
      [captured(), hold, decided, ...checked, reopened],
      { held: '0 of 0', notHeld: '0 of 0' },
    ],
    ['an approval', [captured({ kind: 'approval' }), decided, ...checked], { held: '0 of 0', notHeld: '1 of 1' }],
    [
      'decided by silence',
      [
        captured(),
        { ...defaultStated, statedOn: '2026-03-02', takesEffectOn: '2026-03-03' },
        decidedBySilence,
        ...checked,
      ],
      { held: '0 of 0', notHeld: '1 of 1' },
    ],
    [
      'a dependency, which is no decision',
      [captured({ kind: 'dependency' }), { type: 'itemCleared', item: 'vendor', clearedOn: '2026-03-03' }, ...checked],
      { held: '0 of 0', notHeld: '0 of 0' },
    ],
  ];
  for (const [how, facts, expected] of table) {
    it(how, () => {
      const payback = paybackOf(facts);
      const share = ({ answered, stood }: Payback['held']) => `${stood} of ${answered}`;
      assert.deepEqual({ held: share(payback.held), notHeld: share(payback.notHeld) }, expected);
    });
  }

  it('has the rework of reversals where the leader said it, and a median from five on each side', () => {
    const reversal = (reworkInDays: number | undefined): TestFact => ({ ...reversed, reworkInDays });
    const one = (name: string, days: number | undefined, isHeld: boolean) =>
      times(1, name, [captured(), ...(isHeld ? [hold] : []), decided, checkDaySet, reversal(days)]);
    const five = [1, 2, 3, 5, 8];
    const notHeld = five.flatMap((days) => one(`not ${days}`, days, false));
    const heldOnes = five.flatMap((days) => one(`held ${days}`, days / 2, true));
    const before = paybackOf([...notHeld, ...heldOnes.slice(5), ...one('silent', undefined, true)]);
    assert.deepEqual(before.held.rework, { n: 4, median: undefined });
    assert.deepEqual(before.notHeld.rework, { n: 5, median: undefined });
    const after = paybackOf([...notHeld, ...heldOnes]);
    assert.deepEqual(
      [after.held.rework, after.notHeld.rework],
      [
        { n: 5, median: 1.5 },
        { n: 5, median: 3 },
      ],
    );
  });
});
