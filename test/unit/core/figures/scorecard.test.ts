import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import { computeScorecard, type Scorecard } from '../../../../src/core/figures/scorecard.ts';
import type { FactOf } from '../../../../src/core/entries/entry.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { defaultTargets, type Targets } from '../../../../src/core/policy.ts';
import { boardOf } from '../../../support/boardFromFacts.ts';
import {
  acknowledged,
  captured,
  checkDaySet,
  decided,
  deliberating,
  handedOver,
  held,
  reopened,
  returned,
  reversed,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';

/** A Friday. The window of ninety days begins after 27 December. */
const today = '2026-03-27';

function scorecardOf(
  facts: readonly TestFact[],
  targets: Targets = defaultTargets,
  calendar = mondayToFriday,
): Scorecard {
  return computeScorecard(boardOf(today, facts, calendar), { calendar, targets });
}

let number = 0;
/** A new item with facts about it. By default asked on Monday, 2 March and promised for Wednesday. */
function item(said: Partial<FactOf<'itemCaptured'>>, ...facts: readonly TestFact[]): TestFact[] {
  const item = `item ${number++}`;
  return [captured({ item, ...said }), ...facts.map((fact): TestFact => ({ ...fact, item }) as TestFact)];
}
/** An item closed `workingDays` working days after Monday, 2 March. */
const closed = (workingDays: number, said: Partial<FactOf<'itemCaptured'>> = {}, ...facts: readonly TestFact[]) =>
  item(said, ...facts, { ...decided, decidedOn: mondayToFriday.addWorkingDays('2026-03-02', workingDays) });
const closedOn = (decidedOn: Day, said: Partial<FactOf<'itemCaptured'>> = {}) => item(said, { ...decided, decidedOn });

describe('the scorecard', () => {
  it('says nothing where there is nothing', () => {
    const none = { n: 0, p50: undefined, p85: undefined };
    const { symmetry, ...others } = scorecardOf([]);
    assert.deepEqual(others, {
      windowInDays: 90,
      responseTime: none,
      decisionTime: none,
      kept: { count: 0, of: 0 },
      lateInWorkingDays: [],
      standing: { count: 0, of: 0 },
      withdrawn: { count: 0, late: 0 },
      reopened: 0,
      drift: { items: 0, personDays: 0, longestInWorkingDays: 0 },
      closedByOthers: 0,
    });
    assert.deepEqual(
      symmetry.map(({ kind, closed, p85 }) => [kind, closed, p85]),
      [
        ['approval', 0, undefined],
        ['twoWayDecision', 0, undefined],
        ['oneWayDecision', 0, undefined],
        ['dependency', 0, undefined],
        ['clarity', 0, undefined],
      ],
    );
  });

  it('spreads the decision time of what was closed', () => {
    const { decisionTime } = scorecardOf([10, 3, 7, 1, 2, 4, 9, 8, 6, 5].flatMap((days) => closed(days)));
    assert.deepEqual(decisionTime, { n: 10, p50: 5, p85: 9 });
  });

  it('leaves the days with the asker out of the decision time', () => {
    // Closed on Monday the 9th, five working days later; Wednesday and Thursday were the asker's.
    assert.deepEqual(scorecardOf(closed(5, {}, sentBack, returned)).decisionTime, { n: 1, p50: 3, p85: 3 });
  });

  it('counts working days by the leader’s own calendar', () => {
    const fridayOff = new Calendar({ weekdays: [1, 2, 3, 4], holidays: ['2026-03-03'] });
    assert.equal(scorecardOf(closedOn('2026-03-09'), defaultTargets, fridayOff).decisionTime.p50, 3);
  });

  it('looks back over ninety days', () => {
    const asked = { askedOn: '2025-12-01', promisedOn: '2025-12-31' } as const;
    const before = scorecardOf(closedOn('2025-12-27', asked));
    assert.deepEqual([before.decisionTime.n, before.kept.of, before.standing.of], [0, 0, 0]);
    const since = scorecardOf(closedOn('2025-12-28', asked));
    assert.deepEqual([since.decisionTime.n, since.kept.of, since.standing.of], [1, 1, 1]);
  });

  it('spreads the response time of whatever was answered in the window, open or closed', () => {
    const later = { askedOn: '2025-12-01', promisedOn: '2026-04-30' } as const;
    const { responseTime } = scorecardOf([
      ...item({}, { ...acknowledged, acknowledgedOn: '2026-03-02' }),
      ...item({}, { ...deliberating, startedOn: '2026-03-06' }),
      ...item({}, { ...sentBack, sentBackOn: '2026-03-03' }),
      ...closed(2),
      // Not answered; answered before the window; answered before it and closed in it; decided by somebody else.
      ...item({}),
      ...item(later, { ...acknowledged, acknowledgedOn: '2025-12-27' }),
      ...item(later, { ...acknowledged, acknowledgedOn: '2025-12-02' }, { ...decided, decidedOn: '2026-03-03' }),
      ...item({}, { ...acknowledged, acknowledgedOn: '2026-03-05' }, { ...handedOver, handedOverOn: '2026-03-06' }),
    ]);
    assert.deepEqual(responseTime, { n: 4, p50: 1, p85: 4 });
  });
});

describe('the symmetry', () => {
  const of = (kind: string, facts: readonly TestFact[], targets?: Targets) =>
    scorecardOf(facts, targets).symmetry.find((symmetry) => symmetry.kind === kind);
  const approvals = (...days: readonly number[]) => days.flatMap((days) => closed(days, { kind: 'approval' }));

  it('is the leader’s own percentile over what they ask, for each kind', () => {
    assert.deepEqual(of('approval', approvals(1, 8, 2, 1, 2)), {
      kind: 'approval',
      target: 1,
      closed: 5,
      needed: 5,
      p85: 8,
      ratio: 8,
    });
    const dependencies = [1, 1, 1, 1, 2].flatMap((days) =>
      item({ kind: 'dependency' }, { type: 'itemCleared', item: '', clearedOn: `2026-03-0${2 + days}` as Day }),
    );
    assert.deepEqual([of('dependency', dependencies)?.p85, of('dependency', dependencies)?.ratio], [2, 2 / 5]);
  });

  it('needs five that were closed: four are not enough', () => {
    const { closed, p85, ratio } = of('approval', approvals(1, 8, 2, 1)) ?? {};
    assert.deepEqual([closed, p85, ratio], [4, undefined, undefined]);
  });

  it('takes a decision by its door, and one without as reversible', () => {
    const facts = [
      ...[3, 3, 3].flatMap((days) => closed(days, { door: 'two-way' })),
      ...[4, 4].flatMap((days) => closed(days)),
      ...[10, 10, 10, 10, 10].flatMap((days) => closed(days, { door: 'one-way' })),
      ...approvals(20),
    ];
    assert.deepEqual([of('twoWayDecision', facts)?.p85, of('twoWayDecision', facts)?.ratio], [4, 2]);
    assert.deepEqual([of('oneWayDecision', facts)?.p85, of('oneWayDecision', facts)?.ratio], [10, 2]);
  });

  it('has no ratio to a target of the same day', () => {
    const sameDay = of('approval', approvals(1, 8, 2, 1, 2), { ...defaultTargets, approval: 0 });
    assert.deepEqual([sameDay?.target, sameDay?.p85, sameDay?.ratio], [0, 8, undefined]);
  });
});

describe('what was kept', () => {
  const moved = {
    type: 'promiseMoved',
    item: '',
    promisedOn: '2026-04-10',
    reason: 'r',
    movedOn: '2026-03-04',
  } as const;

  it('was closed on or before the first promise, however often that was moved', () => {
    // Promised for Wednesday, 4 March: two working days.
    const {
      kept,
      lateInWorkingDays,
      withdrawn: gone,
    } = scorecardOf([
      ...closed(1),
      ...closed(2),
      ...closed(3),
      ...closed(10, {}, moved),
      ...item({}, { ...withdrawn, withdrawnOn: '2026-03-04' }),
    ]);
    assert.deepEqual(kept, { count: 2, of: 4 });
    assert.deepEqual(gone, { count: 1, late: 0 }, 'what was withdrawn is counted beside');
    assert.deepEqual(lateInWorkingDays, [1, 8], 'how late is told by itself');
  });

  it('is set against all that was due: also what is open past its first promise', () => {
    assert.deepEqual(scorecardOf([...closed(1), ...item({})]).kept, { count: 1, of: 2 });
    assert.deepEqual(scorecardOf([...closed(1), ...item({}, moved)]).kept, { count: 1, of: 2 });
    assert.deepEqual(scorecardOf([...closed(1), ...item({}, { ...deliberating, until: '2026-04-10' })]).kept.of, 2);
    assert.deepEqual(scorecardOf(item({ promisedOn: today })).kept, { count: 0, of: 0 }, 'today is not over');
  });

  it('is not set against what was sent back or handed over before the promise passed', () => {
    const onTheDay = { sentBackOn: '2026-03-04', handedOverOn: '2026-03-04' } as const;
    assert.equal(scorecardOf([...item({}, sentBack), ...item({}, handedOver)]).kept.of, 0);
    assert.equal(
      scorecardOf([...item({}, { ...sentBack, ...onTheDay }), ...item({}, { ...handedOver, ...onTheDay })]).kept.of,
      0,
    );
    assert.equal(scorecardOf(closed(8, {}, handedOver)).kept.of, 0, 'also where somebody else closed it');
  });

  it('is set against what was sent back or handed over once the promise had passed, also when others closed it', () => {
    const after = { sentBackOn: '2026-03-05', handedOverOn: '2026-03-05' } as const;
    const late = [item({}, { ...sentBack, ...after }), item({}, { ...handedOver, ...after })];
    for (const facts of late) assert.deepEqual(scorecardOf(facts).kept, { count: 0, of: 1 });
    const others = scorecardOf(closed(8, {}, { ...handedOver, ...after }));
    assert.deepEqual([others.kept, others.closedByOthers], [{ count: 0, of: 1 }, 1]);
    assert.deepEqual(others.standing, { count: 0, of: 0 }, 'it stands for nothing of the leader’s');
    const long = { askedOn: '2025-11-03', promisedOn: '2025-11-05' } as const;
    const before = item(long, { ...handedOver, handedOverOn: '2025-11-10' }, { ...decided, decidedOn: '2025-12-27' });
    assert.equal(scorecardOf(before).kept.of, 0, 'closed before the window');
  });

  it('leaves out what was withdrawn, in time or not, and says how much that was', () => {
    const {
      kept,
      standing,
      withdrawn: gone,
      lateInWorkingDays,
    } = scorecardOf([
      ...closed(1),
      ...item({}, { ...withdrawn, withdrawnOn: '2026-03-04' }),
      ...item({}, { ...withdrawn, withdrawnOn: '2026-03-12' }),
      ...item({}, { ...handedOver, handedOverOn: '2026-03-09' }, { ...withdrawn, withdrawnOn: '2026-03-12' }),
    ]);
    assert.deepEqual(
      [kept, standing],
      [
        { count: 1, of: 1 },
        { count: 1, of: 1 },
      ],
    );
    assert.deepEqual([gone, lateInWorkingDays], [{ count: 2, late: 1 }, []]);
  });

  it('counts what was reopened in the window, which is closed no more', () => {
    const again = { ...reopened, reopenedOn: '2026-03-19' } as const;
    const { kept, reopened: count } = scorecardOf([
      ...item({ promisedOn: '2026-03-09' }, { ...decided, decidedOn: '2026-03-05' }, again),
      ...closed(1),
    ]);
    // Promised for the 9th and closed for ten working days: due on Monday the 23rd.
    assert.deepEqual([count, kept], [1, { count: 1, of: 2 }]);
    const long = { askedOn: '2025-11-03', promisedOn: '2025-11-05' } as const;
    const before = item(long, { ...decided, decidedOn: '2025-11-04' }, { ...reopened, reopenedOn: '2025-12-27' });
    assert.equal(scorecardOf(before).reopened, 0, 'before the window');
  });

  it('is late by less than a working day where Friday’s promise was decided on Saturday', () => {
    const { kept, lateInWorkingDays } = scorecardOf(closedOn('2026-03-07', { promisedOn: '2026-03-06' }));
    assert.deepEqual([kept, lateInWorkingDays], [{ count: 0, of: 1 }, [0]]);
  });

  it('stands when it was not reversed', () => {
    const { kept, standing } = scorecardOf([
      ...closed(1),
      ...item({}, decided, checkDaySet, held),
      ...item({}, decided, checkDaySet, { ...held, answeredOn: '2026-03-20' }, reversed),
      ...item({}, decided, reversed),
      ...closed(3),
    ]);
    assert.deepEqual(kept, { count: 4, of: 5 });
    assert.deepEqual(standing, { count: 2, of: 5 });
  });
});

describe('the drift', () => {
  it('is what is overdue now and not held on purpose, with its cost and the longest', () => {
    const waiting = ['anna', 'sam'];
    // There are 19 working days from 2 March to 27 March, 17 from Wednesday the 4th, 5 from the 20th.
    const { drift } = scorecardOf([
      ...item({ waiting }),
      ...item({ waiting: ['lee'], promisedOn: '2026-03-20' }),
      ...item({ waiting }, { ...deliberating, until: '2026-03-27' }),
      ...item({ waiting }, sentBack),
      ...item({ waiting }, handedOver),
      ...item({ waiting, promisedOn: today }),
      ...closed(10, { waiting }),
    ]);
    assert.deepEqual(drift, { items: 2, personDays: 2 * 19 + 19, longestInWorkingDays: 17 });
  });
});

describe('what somebody else closed', () => {
  it('is left out of every figure, and counted', () => {
    const others = [1, 2, 8].flatMap((days) => closed(days, { kind: 'approval' }, handedOver)).concat(closed(8));
    const handedOverFirst = scorecardOf(others);
    // Handed over on Tuesday the 3rd: any closing on that day or later is by somebody else.
    assert.equal(handedOverFirst.closedByOthers, 3);
    assert.deepEqual([handedOverFirst.decisionTime.n, handedOverFirst.kept.of, handedOverFirst.standing.of], [1, 1, 1]);
    assert.equal(handedOverFirst.responseTime.n, 1);
    assert.equal(handedOverFirst.symmetry.find(({ kind }) => kind === 'approval')?.closed, 0);
  });

  it('is the leader’s again once it was returned, and before it was handed over', () => {
    assert.equal(scorecardOf(closed(8, {}, handedOver, returned)).closedByOthers, 0);
    assert.equal(scorecardOf(closed(1, {}, { ...handedOver, handedOverOn: '2026-03-04' })).closedByOthers, 0);
  });
});
