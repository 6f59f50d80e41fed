import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import { type AssignmentRow, capacityOf } from '../../../../src/core/assignments/workBoard.ts';
import { captured, decided, handedOver, returned, sentBack, type TestFact } from '../../../support/facts.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { workFiguresOf, workOf } from '../../../support/work.ts';
import { added, changed, drafted, ended, made, owed, ranked, reassigned, sound } from '../../../support/workFacts.ts';

function rowOf(today: Day, ...facts: readonly TestFact[]): AssignmentRow {
  const row = workOf(today, facts).assignments.find(({ id }) => id === 'work');
  assert.ok(row !== undefined);
  return row;
}
const item = (id: string, askedOn: Day = '2026-03-02') => captured({ item: id, title: `Title of ${id}`, askedOn });
const closes = (id: string, decidedOn: Day): TestFact => ({ ...decided, item: id, decidedOn });

describe('top drag', () => {
  it('counts the working days after the making on which what it depends on waited on the leader', () => {
    // From Monday the 2nd to Wednesday the 11th are seven working days. The vendor was decided on Thursday the 5th, the
    // third.
    const facts = [made({ dependsOn: ['a'] }), item('a', '2026-02-02'), closes('a', '2026-03-05')];
    assert.deepEqual(rowOf('2026-03-11', ...facts).drag, { yours: 3, of: 7 });
    assert.deepEqual(rowOf('2026-03-02', ...facts).drag, { yours: 0, of: 0 });
  });

  it('counts a day once on which two things waited', () => {
    const facts = [
      made({ dependsOn: ['a', 'b'] }),
      item('a'),
      closes('a', '2026-03-05'),
      item('b'),
      closes('b', '2026-03-06'),
    ];
    assert.deepEqual(rowOf('2026-03-11', ...facts).drag, { yours: 4, of: 7 });
  });

  it('leaves out the days on which it was the move of others', () => {
    const facts: TestFact[] = [
      made({ dependsOn: ['a'] }),
      item('a'),
      { ...sentBack, item: 'a', sentBackOn: '2026-03-03' },
      { ...returned, item: 'a', returnedOn: '2026-03-09' },
    ];
    assert.deepEqual(rowOf('2026-03-11', ...facts).drag, { yours: 3, of: 7 });
  });

  it('counts the holes the leader left, and stops when the assignment ends', () => {
    const facts = [made(), ...owed('excluded')];
    assert.deepEqual(rowOf('2026-03-11', ...facts).drag, { yours: 7, of: 7 });
    assert.deepEqual(rowOf('2026-03-11', ...facts, { ...ended, closedOn: '2026-03-04' }).drag, { yours: 2, of: 2 });
  });

  it('looks back over the latest hundred turns of what it depends on', () => {
    // Sent back on every second day and returned on the next, from 1 January on: 101 times up to 20 July.
    const turns = Array.from({ length: 101 }, (_, at): TestFact[] => [
      { ...sentBack, item: 'a', sentBackOn: addDays('2026-01-01', 2 * at) },
      { ...returned, item: 'a', returnedOn: addDays('2026-01-02', 2 * at) },
    ]).flat();
    const facts = [made({ dependsOn: ['a'], madeOn: '2025-12-01' }), item('a', '2025-12-01'), ...turns];
    assert.equal(rowOf('2026-01-02', ...facts.slice(0, 4)).drag.yours, 23, 'up to the first turn');
    assert.equal(rowOf('2026-01-02', ...facts).drag.yours, 23, 'from an earlier day on');
    const [of101, of100] = [facts, facts.slice(0, -2)].map((some) => rowOf('2026-07-20', ...some).drag.yours);
    assert.equal(of100! - of101!, 23);
  });

  it('agrees with a count day by day, and lies between nothing and all of it', () => {
    const madeOn: Day = '2026-03-02';
    const today: Day = '2026-04-01';
    const calendar = new Calendar({ weekdays: [1, 2, 3, 4, 7], holidays: ['2026-03-10', '2026-03-22'] });
    const policy = { ...usualPolicy, calendar };
    const anyItem = fc.record({
      asked: fc.integer({ min: -20, max: 25 }),
      // Days between spells and the length of each. The last spell may still run.
      turns: fc.array(fc.record({ gap: fc.nat(6), length: fc.nat(8), isHandedOver: fc.boolean() }), { maxLength: 4 }),
      stays: fc.boolean(),
      closedAfter: fc.option(fc.nat(50)),
      isHole: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 4 }), fc.option(fc.nat(40)), (items, endedAfter) => {
        const facts: TestFact[] = [made({ madeOn, dependsOn: items.map((_, index) => `item ${index}`) })];
        const heldByLeader: ((day: Day) => boolean)[] = [];
        for (const [index, { asked, turns, stays, closedAfter, isHole }] of items.entries()) {
          const id = `item ${index}`;
          const askedOn = addDays(madeOn, asked);
          facts.push(...(isHole ? owed('excluded', id, { askedOn }) : [item(id, askedOn)]));
          const away: [Day, Day | undefined][] = [];
          let at = askedOn;
          for (const [nth, { gap, length, isHandedOver }] of turns.entries()) {
            const from = addDays(at, gap);
            const isLast = stays && nth === turns.length - 1;
            const to = isLast ? undefined : addDays(from, length);
            facts.push(
              isHandedOver
                ? { ...handedOver, item: id, handedOverOn: from }
                : { ...sentBack, item: id, sentBackOn: from },
            );
            if (to !== undefined) facts.push({ ...returned, item: id, returnedOn: to });
            away.push([from, to]);
            at = to ?? from;
          }
          const closedOn = closedAfter === null ? undefined : addDays(at, closedAfter);
          if (closedOn !== undefined) facts.push(closes(id, closedOn));
          // A day waited on the leader: after the asked day, up to the closing day, with the ball the leader's at its
          // start.
          heldByLeader.push((day) => {
            const dayBefore = addDays(day, -1);
            const isAway = away.some(([from, to]) => from <= dayBefore && (to === undefined || dayBefore < to));
            return dayBefore >= askedOn && (closedOn === undefined || day <= closedOn) && !isAway;
          });
        }
        const end = endedAfter === null ? undefined : addDays(madeOn, endedAfter);
        if (end !== undefined) facts.push({ ...ended, closedOn: end });
        const last = end !== undefined && end <= today ? end : today;
        let [yours, of] = [0, 0];
        for (let day = addDays(madeOn, 1); day <= last; day = addDays(day, 1)) {
          if (!calendar.isWorkingDay(day)) continue;
          of++;
          if (heldByLeader.some((isHeld) => isHeld(day))) yours++;
        }
        const [row] = workOf(today, facts, policy).assignments;
        assert.deepEqual(row?.drag, { yours, of });
        assert.ok(yours >= 0 && yours <= of);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an assignment on the board', () => {
  it('tells its age, when it is over its day and by how much', () => {
    const row = (today: Day) => {
      const { ageInDays, overdue, daysOver } = rowOf(today, made());
      return { ageInDays, overdue, daysOver };
    };
    assert.deepEqual(row('2026-03-02'), { ageInDays: 1, overdue: false, daysOver: 0 });
    assert.deepEqual(row('2026-03-20'), { ageInDays: 19, overdue: false, daysOver: 0 });
    assert.deepEqual(row('2026-03-21'), { ageInDays: 20, overdue: true, daysOver: 0 });
    assert.deepEqual(row('2026-03-24'), { ageInDays: 23, overdue: true, daysOver: 2 });
    assert.equal(rowOf('2026-03-24', made({ dueOn: undefined })).overdue, false);
    const late = rowOf('2026-04-24', made(), { ...ended, closedOn: '2026-03-24' });
    assert.deepEqual([late.overdue, late.ageInDays], [false, 23]);
  });

  it('names what it depends on, and what of that waits on the leader', () => {
    const facts = [
      made({ dependsOn: ['closed', 'theirs', 'mine', 'unknown'] }),
      item('mine'),
      item('closed'),
      closes('closed', '2026-03-03'),
      item('theirs'),
      { ...sentBack, item: 'theirs' },
    ];
    assert.deepEqual(rowOf('2026-03-11', ...facts).dependsOn, [
      { id: 'closed', title: 'Title of closed', isOpen: false, waitsOnYou: false },
      { id: 'theirs', title: 'Title of theirs', isOpen: true, waitsOnYou: false },
      { id: 'mine', title: 'Title of mine', isOpen: true, waitsOnYou: true },
    ]);
  });

  it('names what is still owed for it, by id, whichever was read first', () => {
    const settled = { type: 'itemSettled', item: 'b', answer: 'x', settledOn: '2026-03-05' } as const;
    const facts = [...owed('dueOn', 'c'), ...owed('excluded', 'b'), ...owed('doneWhen', 'a'), made(), settled];
    const names = (today: Day) => rowOf(today, ...facts).owed.map(({ id }) => id);
    assert.deepEqual(names('2026-03-04'), ['a', 'b', 'c']);
    assert.deepEqual(names('2026-03-05'), ['a', 'c']);
  });

  it('names what it serves, as it is called now, also when that was retired', () => {
    assert.equal(rowOf('2026-03-11', made()).serves, undefined);
    assert.deepEqual(rowOf('2026-03-11', made(), sound).serves, {
      id: 'sound',
      title: 'Sound billing',
      isRetired: false,
    });
    const retired = { type: 'priorityRetired', priority: 'sound', reason: 'r', retiredOn: '2026-03-03' } as const;
    assert.deepEqual(rowOf('2026-03-11', made(), sound, retired).serves, {
      id: 'sound',
      title: 'Sound billing',
      isRetired: true,
    });
  });

  it('counts changes and reassignments and what they cost, and no holes that were filled', () => {
    const filled = {
      type: 'agreementFilled',
      assignment: 'work',
      excluded: 'x',
      settles: 'h',
      filledOn: '2026-03-04',
    } as const;
    const row = rowOf('2026-03-11', made(), changed, filled, { ...reassigned, costInDays: 0.5 });
    assert.deepEqual([row.changes, row.costInDays, row.amendments.length], [2, 2.5, 3]);
    assert.deepEqual(row.interruptions, ['2026-03-03', '2026-03-03']);
  });

  it('is interrupted by a re-ranking that moved what it serves, while it was open', () => {
    const list = [sound, added('law'), added('hiring')];
    const facts = [
      ...list,
      made(),
      ranked(['law', 'sound', 'hiring'], '2026-03-04'),
      ranked(['law', 'sound', 'hiring'], '2026-03-05'),
      ranked(['sound', 'law', 'hiring'], '2026-03-09'),
      ranked(['sound', 'hiring', 'law'], '2026-03-10'),
    ];
    assert.deepEqual(rowOf('2026-03-11', ...facts).interruptions, ['2026-03-04', '2026-03-09']);
    const closing = { ...ended, closedOn: '2026-03-06', clock: '0199ffffffff-0000' } as const;
    assert.deepEqual(rowOf('2026-03-11', ...facts, closing).interruptions, ['2026-03-04']);
    const before = [...list, ranked(['law', 'sound', 'hiring'], '2026-03-01'), made()];
    assert.deepEqual(rowOf('2026-03-11', ...before).interruptions, []);
    const often = Array.from({ length: 101 }, (_, at) =>
      ranked(at % 2 === 0 ? ['law', 'sound', 'hiring'] : ['sound', 'law', 'hiring'], addDays('2026-03-03', at)),
    );
    const { interruptions } = rowOf('2027-03-11', ...list, made(), ...often);
    assert.deepEqual([interruptions.length, interruptions[0]], [100, '2026-03-04'], 'the latest hundred');
    const servesNone = [...facts.slice(0, 3), made({ serves: undefined }), ...facts.slice(4)];
    assert.deepEqual(rowOf('2026-03-11', ...servesNone).interruptions, []);
  });

  it('is interrupted by a re-ranking that moved what it served when that day began', () => {
    const list = [sound, added('law'), added('hiring')];
    const servesLawFrom = (changedOn: Day) => ({ ...changed, doneWhen: undefined, serves: 'law', changedOn });
    const swapped = (rankedOn: Day) => ranked(['sound', 'hiring', 'law'], rankedOn);
    const interruptionsOf = (...facts: TestFact[]) => rowOf('2026-03-11', ...list, ...facts).interruptions;
    assert.deepEqual(interruptionsOf(made(), swapped('2026-03-04'), servesLawFrom('2026-03-05')), ['2026-03-05']);
    assert.deepEqual(interruptionsOf(made(), servesLawFrom('2026-03-05'), swapped('2026-03-05')), ['2026-03-05']);
    assert.deepEqual(interruptionsOf(made(), servesLawFrom('2026-03-05'), swapped('2026-03-06')), [
      '2026-03-05',
      '2026-03-06',
    ]);
    // It served `hiring`, which moved before it served `sound`.
    const other = { ...changed, doneWhen: undefined, serves: 'sound', changedOn: '2026-03-05' } as const;
    assert.deepEqual(interruptionsOf(made({ serves: 'hiring' }), swapped('2026-03-04'), other), [
      '2026-03-04',
      '2026-03-05',
    ]);
  });
});

describe('the board of work', () => {
  it('lists open ones by owner and age, then the closed ones, latest closing first', () => {
    const facts = [
      made({ assignment: 'sam', owner: 'Sam' }),
      made({ assignment: 'anna later', owner: 'anna', madeOn: '2026-03-03' }),
      made({ assignment: 'anna', owner: 'Anna' }),
      made({ assignment: 'first' }),
      { ...ended, assignment: 'first', closedOn: '2026-03-03' },
      made({ assignment: 'last' }),
      { ...ended, assignment: 'last', closedOn: '2026-03-05' },
      { ...drafted, assignment: 'draft' },
    ] as const;
    const ids = (today: Day) => workOf(today, facts).assignments.map(({ id }) => id);
    assert.deepEqual(ids('2026-03-11'), ['anna', 'anna later', 'sam', 'last', 'first']);
    assert.deepEqual(ids('2026-03-02'), ['anna', 'first', 'last', 'sam'], 'as it stood then');
    assert.deepEqual(ids('2026-03-01'), []);
  });

  it('lists drafts, the latest first', () => {
    const facts = [
      { ...drafted, assignment: 'a' },
      { ...drafted, assignment: 'b', draftedOn: '2026-03-03' },
      { ...drafted, assignment: 'c', draftedOn: '2026-03-09' },
      { ...drafted, assignment: 'made' },
      made({ assignment: 'made' }),
    ] as const;
    assert.deepEqual(
      workOf('2026-03-04', facts).drafts.map(({ id }) => id),
      ['b', 'a'],
    );
  });

  it('ranks priorities, counts the open assignments of each, and marks those past the limit', () => {
    const facts = [
      sound,
      added('law'),
      made(),
      made({ assignment: 'two' }),
      made({ assignment: 'closed' }),
      { ...ended, assignment: 'closed' },
    ] as const;
    const work = workOf('2026-03-11', facts, { ...usualPolicy, priorityLimit: 1 });
    assert.deepEqual(
      work.priorities.map(({ id, rank, assignments, isPastLimit }) => [id, rank, assignments, isPastLimit]),
      [
        ['sound', 1, 2, false],
        ['law', 2, 0, true],
      ],
    );
    assert.equal(work.priorityLimit, 1);
  });

  it('tells what somebody holds, and what of that waits on the leader', () => {
    const facts = [
      item('a'),
      made({ assignment: 'waits', dependsOn: ['a'] }),
      made({ assignment: 'work', owner: 'anna' }),
      ...owed('excluded'),
      made({ assignment: 'free' }),
      made({ assignment: 'of Sam', owner: 'Sam' }),
      made({ assignment: 'closed' }),
      { ...ended, assignment: 'closed' },
    ] as const;
    const { held, waiting } = capacityOf('ANNA', workOf('2026-03-11', facts));
    assert.deepEqual(held.map(({ id }) => id).toSorted(), ['free', 'waits', 'work']);
    assert.deepEqual(waiting.map(({ id }) => id).toSorted(), ['waits', 'work']);
    assert.deepEqual(capacityOf('Kim', workOf('2026-03-11', facts)), { held: [], waiting: [] });
  });
});

describe('the figures of work', () => {
  /** A Friday. Its week ends on Sunday, 29 March; the window of ninety days begins after 27 December. */
  const today: Day = '2026-03-27';

  it('say nothing of nothing', () => {
    const figures = workFiguresOf(today, []);
    assert.deepEqual(figures.agreedClear, { count: 0, of: 0 });
    assert.deepEqual(figures.met, { count: 0, of: 0 });
    assert.deepEqual(figures.drag, { yours: 0, of: 0 });
    assert.deepEqual(figures.interruptions, []);
    assert.equal(figures.churn.length, 12);
    assert.deepEqual(figures.churn.at(-1), { weekEndsOn: '2026-03-29', rerankings: 0 });
    assert.deepEqual(figures.churn[0], { weekEndsOn: '2026-01-11', rerankings: 0 });
  });

  it('count what was handed out without a hole, of what was handed out in the window', () => {
    const { agreedClear } = workFiguresOf(today, [
      made({ assignment: 'clear' }),
      made({ assignment: 'clear too', madeOn: '2025-12-28' }),
      made({ anyway: 'r' }),
      ...owed('excluded'),
      // All that was said against it is a dependency that waits on the leader.
      made({ assignment: 'anyway', anyway: 'r' }),
      made({ assignment: 'long ago', madeOn: '2025-12-27' }),
    ]);
    assert.deepEqual(agreedClear, { count: 3, of: 4 });
  });

  it('count clarity items that are open and overdue', () => {
    const { clarity } = workFiguresOf('2026-03-04', [
      made(),
      ...owed('excluded', 'late'),
      ...owed('dueOn', 'in time', { promisedOn: '2026-03-04' }),
      ...owed('doneWhen', 'settled'),
      { type: 'itemSettled', item: 'settled', answer: 'x', settledOn: '2026-03-03' },
    ]);
    assert.deepEqual(clarity, { open: 2, overdue: 1 });
  });

  it('count changes and their cost, of the assignments that were open for them', () => {
    const { changes } = workFiguresOf(today, [
      made({ madeOn: '2025-12-01' }),
      { ...changed, changedOn: '2025-12-27', doneWhen: 'too long ago' },
      changed,
      reassigned,
      made({ assignment: 'other' }),
      made({ assignment: 'closed long ago', madeOn: '2025-12-01' }),
      { ...ended, assignment: 'closed long ago', closedOn: '2025-12-20' },
    ]);
    assert.deepEqual(changes, { count: 2, of: 2, costInDays: 5 });
  });

  it('count interruptions by person, of the week that is under way as well', () => {
    const { interruptions } = workFiguresOf(today, [
      made({ owner: 'anna' }),
      { ...changed, doneWhen: 'x', changedOn: '2026-03-22' },
      { ...changed, doneWhen: 'y', changedOn: '2026-03-23' },
      made({ assignment: 'two', owner: 'Anna' }),
      { ...changed, assignment: 'two', changedOn: '2026-03-27' },
      made({ assignment: 'three', owner: 'Sam' }),
      { ...changed, assignment: 'three' },
    ]);
    assert.deepEqual(
      interruptions.map(({ person, count, thisWeek }) => [person.toLowerCase(), count, thisWeek]),
      [
        ['anna', 3, 2],
        ['sam', 1, 0],
      ],
    );
  });

  it('count an interruption for whoever held the work when it came: giving it away pulls off the one who had it', () => {
    const { interruptions } = workFiguresOf(today, [
      made(),
      changed,
      { ...reassigned, reassignedOn: '2026-03-04' },
      { ...changed, doneWhen: 'other', changedOn: '2026-03-05' },
      sound,
      added('law'),
      ranked(['law', 'sound'], '2026-03-03'),
      ranked(['sound', 'law'], '2026-03-06'),
    ]);
    assert.deepEqual(
      interruptions.map(({ person, count }) => [person, count]),
      [
        ['Anna', 3],
        ['Sam', 2],
      ],
    );
  });

  it('count churn by the leader’s week', () => {
    const orders = [
      ['b', 'a'],
      ['a', 'b'],
    ];
    const on: Day[] = ['2026-01-04', '2026-01-05', '2026-03-22', '2026-03-23', '2026-03-27'];
    const facts = [added('a'), added('b'), ...on.map((day, index) => ranked(orders[index % 2] ?? [], day))];
    const { churn } = workFiguresOf(today, facts);
    assert.deepEqual(
      churn.filter(({ rerankings }) => rerankings > 0),
      [
        { weekEndsOn: '2026-01-11', rerankings: 1 },
        { weekEndsOn: '2026-03-22', rerankings: 1 },
        { weekEndsOn: '2026-03-29', rerankings: 2 },
      ],
    );
  });

  it('count what was met, of what ended in the window, and add up the drag', () => {
    const figures = workFiguresOf(today, [
      ...['met', 'missed'].flatMap((result) => [
        made({ assignment: result, dependsOn: ['a'] }),
        { ...ended, assignment: result, result: result as 'met', closedOn: '2026-03-06' as const },
      ]),
      item('a'),
      closes('a', '2026-03-04'),
      made({ assignment: 'long ago', madeOn: '2025-12-01' }),
      { ...ended, assignment: 'long ago', closedOn: '2025-12-27' },
    ]);
    assert.deepEqual(figures.met, { count: 1, of: 2 });
    assert.deepEqual(figures.drag, { yours: 4, of: 8 });
  });
});
