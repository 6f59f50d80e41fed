import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Calendar, type WorkingWeek } from '../../../../src/core/time/calendar.ts';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import { foldItem } from '../../../../src/core/items/foldItem.ts';
import { ageInDays, turnOn, workingDaysByHolder } from '../../../../src/core/board/clocks.ts';
import { isLate } from '../../../../src/core/board/promise.ts';
import type { ItemEntry } from '../../../../src/core/entries/entry.ts';
import { anyDay, anyFact } from '../../../support/anyFact.ts';
import { boardOf, rowOf } from '../../../support/boardFromFacts.ts';
import {
  acknowledged,
  captured,
  chased,
  decided,
  defaultStated,
  deliberating,
  handedOver,
  logged,
  returned,
  sentBack,
  type TestFact,
} from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';
import { inTimeZone, zones } from '../../../support/timeZone.ts';

describe('the clocks of an item', () => {
  it('start on the day it was asked, not on the day it was logged, which is shown beside', () => {
    inTimeZone('UTC', () => {
      const row = rowOf('2026-03-04', [captured({ askedOn: '2026-02-25', loggedAt: '2026-03-02T09:00:00.000Z' })]);
      assert.deepEqual([row.ageInDays, row.workingDaysWaited, row.logDelayInDays], [8, 5, 5]);
    });
  });

  it('count the response from the asked day to the first answer, in working days', () => {
    const response = (...facts: readonly TestFact[]) =>
      rowOf('2026-03-20', [captured(), ...facts]).responseInWorkingDays;
    assert.equal(response(), undefined);
    assert.equal(response({ ...acknowledged, acknowledgedOn: '2026-03-02' }), 0);
    assert.equal(response({ ...deliberating, startedOn: '2026-03-09' }), 5);
    assert.equal(response({ ...sentBack, sentBackOn: '2026-03-07' }), 4, 'on Saturday');
    assert.equal(
      response({ ...acknowledged, acknowledgedOn: '2026-03-06' }, { ...decided, decidedOn: '2026-03-10' }),
      4,
    );
    const later = rowOf('2026-03-05', [captured(), { ...acknowledged, acknowledgedOn: '2026-03-06' }]);
    assert.deepEqual([later.respondedOn, later.responseInWorkingDays], [undefined, undefined], 'not yet on that day');
  });

  it('count the decision without the days on which the ball was the asker’s', () => {
    const closed = { ...decided, decidedOn: '2026-03-09' } as const;
    const row = rowOf('2026-03-20', [captured(), sentBack, returned, closed]);
    // Of the five working days Tuesday to Monday, Wednesday and Thursday were the asker's.
    assert.deepEqual([row.ageInDays, row.workingDaysWaited, row.workingDaysWithAsker], [8, 3, 2]);
    const neverBack = rowOf('2026-03-20', [captured(), sentBack, closed]);
    assert.deepEqual([neverBack.workingDaysWaited, neverBack.workingDaysWithAsker], [1, 4]);
  });

  it('give a day to whoever had the ball when it began, so that to and fro on one day costs nobody anything', () => {
    const sameDay = { ...returned, returnedOn: '2026-03-03' } as const;
    const row = rowOf('2026-03-06', [captured(), sentBack, sameDay]);
    assert.deepEqual([row.workingDaysWaited, row.workingDaysWithAsker], [4, 0]);
  });

  it('stand still for the leader while somebody else decides, and nobody named as asker is charged for it', () => {
    const row = rowOf('2026-03-09', [captured({ waiting: ['anna', 'sam'] }), handedOver]);
    assert.deepEqual([row.workingDaysWaited, row.workingDaysWithAsker, row.personDays], [1, 0, 2]);
  });

  it('cost people times the days they waited for the leader', () => {
    const back = { ...returned, returnedOn: '2026-03-05' } as const;
    const row = rowOf('2026-03-09', [captured({ waiting: ['anna', 'sam', 'lee'] }), sentBack, back]);
    assert.equal(row.personDays, 3 * 3);
  });
});

describe('the response time', () => {
  it('ends with what came first: also where it was handed over or sent back', () => {
    const response = (...facts: readonly TestFact[]) =>
      rowOf('2026-03-20', [captured(), ...facts]).responseInWorkingDays;
    assert.equal(response(handedOver, returned, { ...acknowledged, acknowledgedOn: '2026-03-09' }), 1);
    assert.equal(response(handedOver, { ...decided, decidedOn: '2026-03-09' }), 1, 'decided by who has it');
    // A later send-back does not change the first response.
    const second = { ...sentBack, sentBackOn: '2026-03-09' } as const;
    assert.equal(response(sentBack, returned, second), 1, 'sending back answered it on Tuesday');
  });

  it('is never longer than the same item waited, whatever happened to it', () => {
    const day = anyDay('2026-02-20', '2026-04-10');
    const anyVendorFact = anyFact(fc.constant('vendor'), fc.constantFrom('a', 'b'), day);
    fc.assert(
      fc.property(fc.array(anyVendorFact, { maxLength: 12 }), day, day, (facts, askedOn, today) => {
        const row = boardOf(today, [captured({ askedOn }), ...facts]).rows.find(({ id }) => id === 'vendor');
        if (row?.responseInWorkingDays === undefined) return;
        const { responseInWorkingDays, workingDaysWaited } = row;
        assert.ok(responseInWorkingDays >= 0);
        assert.ok(responseInWorkingDays <= workingDaysWaited, `${responseInWorkingDays} of ${workingDaysWaited}`);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the first promise', () => {
  /** Promised for Wednesday, 4 March; computed for Friday the 20th. */
  const late = (facts: readonly TestFact[], today: Day = '2026-03-20') =>
    isLate(rowOf(today, [captured(), ...facts]), today, mondayToFriday);
  const back = (sentBackOn: Day) => ({ ...sentBack, sentBackOn }) as const;
  const over = (handedOverOn: Day) => ({ ...handedOver, handedOverOn }) as const;
  const again = (returnedOn: Day) => ({ ...returned, returnedOn }) as const;
  const done = (decidedOn: Day) => ({ ...decided, decidedOn }) as const;

  it('is broken the day after it, until the item is closed and ever after', () => {
    assert.equal(late([], '2026-03-04'), false);
    assert.equal(late([], '2026-03-05'), true);
    assert.equal(late([done('2026-03-04')]), false);
    assert.equal(late([done('2026-03-05')]), true);
    const moved = { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-04-01', reason: 'r' } as const;
    assert.equal(late([{ ...moved, movedOn: '2026-03-03' }]), true, 'moving it does not help');
  });

  it('stays broken when the item is sent back or handed over after it passed', () => {
    assert.equal(late([back('2026-03-05')]), true);
    assert.equal(late([over('2026-03-05')]), true);
    assert.equal(late([over('2026-03-05'), done('2026-03-09')]), true, 'also where somebody else closes it');
    assert.equal(late([back('2026-03-09'), over('2026-03-10')]), true);
  });

  it('is not broken while the item is away since before it passed, in one spell or in several that touch', () => {
    for (const away of [back, over]) {
      assert.equal(late([away('2026-03-03')]), false);
      assert.equal(late([away('2026-03-04')]), false, 'on its last day');
    }
    assert.equal(late([over('2026-03-03'), done('2026-03-09')]), false, 'somebody else closed it');
    assert.equal(late([back('2026-03-03'), over('2026-03-09')]), false);
    assert.equal(late([back('2026-03-03'), done('2026-03-20')]), false, 'closed before there was an answer');
    for (const away of [back, over]) {
      const forNoNight = [away('2026-03-03'), again('2026-03-09'), away('2026-03-09')];
      assert.equal(late(forNoNight), false, 'back for no night');
    }
    assert.equal(late([over('2026-03-03'), again('2026-03-09'), back('2026-03-09')]), false, 'back for no night');
  });

  it('is broken once the item is back after it passed, and stays so when it is passed on again', () => {
    assert.equal(late([over('2026-03-03'), again('2026-03-09')]), true);
    assert.equal(late([over('2026-03-03'), again('2026-03-09'), over('2026-03-10'), done('2026-03-11')]), true);
    // Sent back for four working days, so it is due on Tuesday the 10th.
    assert.equal(late([back('2026-03-03'), again('2026-03-09')], '2026-03-10'), false);
    assert.equal(late([back('2026-03-03'), again('2026-03-09')], '2026-03-11'), true);
    assert.equal(late([back('2026-03-03'), again('2026-03-09'), back('2026-03-11')]), true);
    assert.equal(late([back('2026-03-03'), again('2026-03-09'), over('2026-03-11'), done('2026-03-12')]), true);
    assert.equal(late([back('2026-03-03'), again('2026-03-09'), back('2026-03-10')]), false, 'back before it passed');
    assert.equal(late([back('2026-03-02'), again('2026-03-03'), back('2026-03-04')]), false, 'back before it passed');
  });

  it('is seen on a board of an earlier day as it was then', () => {
    const facts = [over('2026-03-03'), again('2026-03-09'), back('2026-03-10')];
    assert.equal(late(facts, '2026-03-06'), false);
    assert.equal(late(facts, '2026-03-09'), true);
    assert.equal(late([back('2026-03-10')], '2026-03-06'), true);
  });
});

interface Span {
  readonly week: WorkingWeek;
  readonly asked: Day;
  readonly back: Day;
  readonly again: Day;
  readonly today: Day;
  readonly age: number;
  readonly leader: number;
  readonly asker: number;
}
const weekdays = [1, 2, 3, 4, 5];

/** Sent back on the day after it was asked, and returned. The expected values are counted by hand. */
const spans: Readonly<Record<string, Span>> = {
  'the clocks going forward in Europe': {
    week: { weekdays, holidays: [] },
    ...{ asked: '2026-03-26', back: '2026-03-27', again: '2026-03-30', today: '2026-03-31' },
    ...{ age: 6, leader: 2, asker: 1 },
  },
  'the clocks going back in Europe': {
    week: { weekdays, holidays: [] },
    ...{ asked: '2026-10-22', back: '2026-10-23', again: '2026-10-26', today: '2026-10-27' },
    ...{ age: 6, leader: 2, asker: 1 },
  },
  'the clocks going forward in America': {
    week: { weekdays, holidays: [] },
    ...{ asked: '2026-03-05', back: '2026-03-06', again: '2026-03-09', today: '2026-03-10' },
    ...{ age: 6, leader: 2, asker: 1 },
  },
  'the clocks going back in America': {
    week: { weekdays, holidays: [] },
    ...{ asked: '2026-10-29', back: '2026-10-30', again: '2026-11-02', today: '2026-11-03' },
    ...{ age: 6, leader: 2, asker: 1 },
  },
  'a 29 February': {
    week: { weekdays, holidays: [] },
    ...{ asked: '2024-02-27', back: '2024-02-28', again: '2024-03-01', today: '2024-03-04' },
    ...{ age: 7, leader: 2, asker: 2 },
  },
  'the end of a year with its holiday': {
    week: { weekdays, holidays: ['2026-01-01'] },
    ...{ asked: '2025-12-30', back: '2025-12-31', again: '2026-01-02', today: '2026-01-05' },
    ...{ age: 7, leader: 2, asker: 1 },
  },
  'a week of four days': {
    week: { weekdays: [1, 2, 3, 4], holidays: [] },
    ...{ asked: '2026-03-04', back: '2026-03-05', again: '2026-03-09', today: '2026-03-10' },
    ...{ age: 7, leader: 2, asker: 1 },
  },
  'a week from Sunday to Thursday': {
    week: { weekdays: [7, 1, 2, 3, 4], holidays: [] },
    ...{ asked: '2026-03-04', back: '2026-03-05', again: '2026-03-08', today: '2026-03-09' },
    ...{ age: 6, leader: 2, asker: 1 },
  },
};

describe('the clocks across', () => {
  for (const [name, { week, asked, back, again, today, age, leader, asker }] of Object.entries(spans)) {
    it(`${name} are the same in every time zone`, () => {
      for (const zone of zones) {
        inTimeZone(zone, () => {
          const facts = [
            // Logged in the last hour of the asked day, local time.
            captured({ askedOn: asked, promisedOn: back, loggedAt: new Date(`${asked}T23:30:00`).toISOString() }),
            { ...sentBack, sentBackOn: back },
            { ...returned, returnedOn: again },
          ] as const;
          const row = rowOf(today, facts, new Calendar(week));
          assert.deepEqual(
            [row.ageInDays, row.workingDaysWaited, row.workingDaysWithAsker, row.responseInWorkingDays],
            [age, leader, asker, 1],
            zone,
          );
          assert.equal(row.logDelayInDays, 0, zone);
        });
      }
    });
  }
});

const day = anyDay('2026-02-16', '2026-04-15');
const anyWeek: fc.Arbitrary<WorkingWeek> = fc.record({
  weekdays: fc.constantFrom(weekdays, [1, 2, 3, 4], [7, 1, 2, 3, 4], [6], [1, 2, 3, 4, 5, 6, 7]),
  holidays: fc.array(day, { maxLength: 8 }),
});

const about = { item: 'vendor' } as const;
/** Facts that move the ball. */
const anyTurn: fc.Arbitrary<TestFact> = day.chain((on) =>
  fc.constantFrom<TestFact>(
    { ...sentBack, sentBackOn: on },
    { ...returned, returnedOn: on },
    { ...handedOver, handedOverOn: on },
  ),
);
/** Any other fact about an open item, except a correction of its asked day. */
const anythingElse: fc.Arbitrary<TestFact> = fc
  .tuple(day, day)
  .chain(([on, other]) =>
    fc.constantFrom<TestFact>(
      { ...acknowledged, acknowledgedOn: on },
      { ...deliberating, startedOn: on, until: other },
      { type: 'promiseMoved', ...about, promisedOn: other, reason: 'r', movedOn: on },
      { type: 'itemEdited', ...about, title: 'Renamed', note: 'n', tags: ['x'], link: null, askedBy: 'ida' },
      { type: 'itemEdited', ...about, kind: 'dependency', door: 'one-way' },
      { type: 'waitingChanged', ...about, added: ['anna', 'sam'] },
      { type: 'blockerNamed', ...about, blocker: 'region', namedOn: on },
      { type: 'blockerVerified', ...about, blocker: 'region', verifiedOn: on },
      { ...chased, chasedOn: on },
      { ...defaultStated, takesEffectOn: other },
      { type: 'checkDaySet', ...about, checkOn: other, setOn: on },
      captured({ title: 'Captured again', askedOn: on, promisedOn: other }),
      captured({ item: 'region' }),
    ),
  );

function turnsOf(facts: readonly TestFact[]) {
  return foldItem(logged(captured(), ...facts) as ItemEntry[], false)!.turns;
}

describe('no clock', () => {
  it('is reset, moved or stopped by anything but the asked day and whose move it is', () => {
    const said = fc.array(fc.oneof(anyTurn, anythingElse), { maxLength: 20 });
    fc.assert(
      fc.property(said, day, day, anyWeek, (facts, askedOn, today, week) => {
        fc.pre(askedOn <= today);
        const calendar = new Calendar(week);
        const clocks = (facts: readonly TestFact[]) => {
          const row = rowOf(today, [captured({ askedOn }), ...facts], calendar);
          return [row.ageInDays, row.workingDaysWaited, row.workingDaysWithAsker, row.ball, row.askedOn];
        };
        const turnTypes = new Set(['itemSentBack', 'itemReturned', 'itemHandedOver']);
        assert.deepEqual(clocks(facts), clocks(facts.filter(({ type }) => turnTypes.has(type))));
      }),
      { numRuns: 500 },
    );
  });

  it('starts anywhere but on the asked day, also once that is corrected', () => {
    const correction = (askedOn: Day) => ({ type: 'itemEdited', ...about, askedOn }) as const;
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 8 }), day, day, day, (turns, askedOn, corrected, today) => {
        fc.pre(askedOn <= today && corrected <= today);
        const clocks = (...facts: readonly TestFact[]) => {
          const row = rowOf(today, facts);
          return [row.ageInDays, row.workingDaysWaited, row.workingDaysWithAsker];
        };
        assert.deepEqual(
          clocks(captured({ askedOn }), ...turns, correction(corrected)),
          clocks(captured({ askedOn: corrected }), ...turns),
        );
      }),
    );
  });
});

describe('the working days since an item was asked', () => {
  it('are the leader’s, the asker’s and the decider’s, and together all of them', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 12 }), day, day, anyWeek, (facts, from, until, week) => {
        const calendar = new Calendar(week);
        const share = workingDaysByHolder(turnsOf(facts), from, until, calendar);
        assert.equal(share.leader + share.asker + share.decider, calendar.workingDaysAfter(from, until));
        assert.ok(share.leader >= 0 && share.asker >= 0 && share.decider >= 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('are what looking at each day finds: who had the ball when it began', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 12 }), day, day, anyWeek, (facts, from, until, week) => {
        const calendar = new Calendar(week);
        const turns = turnsOf(facts);
        const counted = { leader: 0, asker: 0, decider: 0, nobody: 0 };
        for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
          if (calendar.isWorkingDay(day)) counted[turnOn(turns, addDays(day, -1))?.holder ?? 'leader']++;
        }
        assert.deepEqual(workingDaysByHolder(turns, from, until, calendar), counted);
      }),
      { numRuns: 500 },
    );
  });

  it('leave the holidays out of everybody’s share', () => {
    const calendar = new Calendar({ weekdays, holidays: ['2026-03-04', '2026-03-06'] });
    const turns = turnsOf([sentBack, returned]);
    assert.deepEqual(workingDaysByHolder(turns, '2026-03-02', '2026-03-09', calendar), {
      leader: 2,
      asker: 1,
      decider: 0,
      nobody: 0,
    });
  });
});

describe('an age', () => {
  it('counts both ends, and is never below one', () => {
    assert.equal(ageInDays('2026-03-04', '2026-03-04'), 1);
    assert.equal(ageInDays('2024-02-28', '2024-03-01'), 3);
    assert.equal(ageInDays('2026-03-04', '2026-03-01'), 1);
    assert.equal(rowOf('2027-03-02', [captured()], mondayToFriday).ageInDays, 366);
  });
});
