import { closingOf } from '../../../../src/core/items/decidedBySilence.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isLate, promisedAsOf, slipsOf } from '../../../../src/core/board/promise.ts';
import type { Item, Turn } from '../../../../src/core/items/item.ts';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import { addDays, type Day, laterDay } from '../../../../src/core/time/day.ts';
import { anyDay } from '../../../support/anyFact.ts';
import { registerOf, rowOf } from '../../../support/boardFromFacts.ts';
import {
  captured,
  decided,
  decidedBySilence,
  defaultStated,
  deliberating,
  handedOver,
  reopened,
  returned,
  sentBack,
  type TestFact,
} from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/policy.ts';

const asked = (promisedOn: Day, askedOn: Day = '2026-10-01') => captured({ askedOn, promisedOn });
const back = (sentBackOn: Day) => ({ ...sentBack, sentBackOn }) as const;
const again = (returnedOn: Day) => ({ ...returned, returnedOn }) as const;
const over = (handedOverOn: Day) => ({ ...handedOver, handedOverOn }) as const;
const done = (decidedOn: Day) => ({ ...decided, decidedOn }) as const;
const open = (reopenedOn: Day) => ({ ...reopened, reopenedOn }) as const;
const moved = (promisedOn: Day, movedOn: Day) =>
  ({ type: 'promiseMoved', item: 'vendor', promisedOn, reason: 'no price', movedOn }) as const;
const held = (until: Day, startedOn: Day) => ({ ...deliberating, until, startedOn }) as const;

function itemOf(...facts: readonly TestFact[]): Item {
  const item = registerOf(...facts).items.get('vendor');
  assert.ok(item !== undefined);
  return item;
}

/** The day on which it is due, and how far it rested, as of a day. */
const dueOf = (today: Day, ...facts: readonly TestFact[]) => {
  const { dueOn, restedInDays } = promisedAsOf(itemOf(...facts), today, mondayToFriday);
  return [dueOn, restedInDays];
};
const isKept = (today: Day, ...facts: readonly TestFact[]) => !isLate(rowOf(today, facts), today, mondayToFriday);

describe('a promise', () => {
  it('rests while it is the asker’s move: promised Fri 9 Oct, sent back on Thursday, returned Mon 19, decided at once', () => {
    const facts = [asked('2026-10-09'), back('2026-10-08'), again('2026-10-19')];
    assert.deepEqual(dueOf('2026-10-19', ...facts), ['2026-10-20', 7]);
    const row = rowOf('2026-10-19', facts);
    assert.deepEqual([row.overdue, row.daysOver, row.state], [false, 0, 'waiting']);
    assert.equal(isKept('2026-10-30', ...facts, done('2026-10-19')), true);
    assert.equal(isKept('2026-10-30', ...facts, done('2026-10-20')), true);
    assert.equal(isKept('2026-10-30', ...facts, done('2026-10-21')), false);
  });

  it('moves on day by day while they have it', () => {
    const facts = [asked('2026-10-09'), back('2026-10-08')];
    const days = ['2026-10-08', '2026-10-09', '2026-10-11', '2026-10-12'] as const;
    assert.deepEqual(
      days.map((day) => dueOf(day, ...facts)),
      [
        ['2026-10-09', 0],
        ['2026-10-12', 1],
        ['2026-10-12', 1],
        ['2026-10-13', 2],
      ],
    );
  });

  it('is kept where it was sent back on its last day, a Friday, and decided at once when it is back on Saturday', () => {
    const facts = [asked('2026-10-09'), back('2026-10-09'), again('2026-10-10')];
    assert.deepEqual(dueOf('2026-10-10', ...facts), ['2026-10-10', 0]);
    assert.equal(rowOf('2026-10-10', facts).overdue, false);
    assert.equal(isKept('2026-10-30', ...facts, done('2026-10-10')), true);
    assert.equal(isKept('2026-10-30', ...facts, done('2026-10-11')), false, 'not on Sunday');
  });

  it('stays broken where it was sent back on the Saturday after', () => {
    const facts = [asked('2026-10-09'), back('2026-10-10')];
    assert.equal(isKept('2026-10-10', ...facts), false);
    assert.equal(isKept('2026-10-12', ...facts, again('2026-10-12')), false);
    assert.equal(isKept('2026-10-30', ...facts, again('2026-10-12'), done('2026-10-12')), false);
    assert.equal(isKept('2026-10-30', ...facts, again('2026-10-11'), done('2026-10-11')), false, 'back on Sunday');
    const row = rowOf('2026-10-12', [asked('2026-10-09'), back('2026-10-10'), again('2026-10-12')]);
    assert.deepEqual([row.overdue, row.daysOver], [true, 0], 'over by less than a working day');
  });

  it('that is over stays over by as much, whatever the time with the asker', () => {
    const facts = [asked('2026-10-09'), back('2026-10-14'), again('2026-10-21')];
    assert.equal(rowOf('2026-10-14', facts.slice(0, 1)).daysOver, 3);
    assert.equal(rowOf('2026-10-21', facts).daysOver, 3);
    assert.equal(rowOf('2026-10-22', facts).daysOver, 4);
  });

  it('does not rest while somebody else decides', () => {
    const facts = [asked('2026-10-09'), over('2026-10-08'), again('2026-10-19')];
    assert.deepEqual(dueOf('2026-10-19', ...facts), ['2026-10-09', 0]);
    assert.equal(rowOf('2026-10-19', facts).daysOver, 6);
  });

  it('rests while it is closed: decided on the 5th, promised the 9th, reopened on the 19th', () => {
    const facts = [captured({ askedOn: '2026-10-01', promisedOn: '2026-10-09', waiting: ['anna'] })];
    const closed = [...facts, done('2026-10-05'), open('2026-10-19')];
    const row = rowOf('2026-10-19', closed);
    assert.deepEqual([row.dueOn, row.restedInDays, row.overdue, row.daysOver], ['2026-10-23', 10, false, 0]);
    // Friday and Monday, until it was closed.
    assert.deepEqual([row.workingDaysWaited, row.personDays], [2, 2]);
    assert.equal(isKept('2026-10-30', ...closed, done('2026-10-23')), true);
    assert.equal(isKept('2026-10-30', ...closed, done('2026-10-26')), false);
  });

  it('closed too late stays broken when it is reopened', () => {
    assert.equal(isKept('2026-10-30', asked('2026-10-09'), done('2026-10-12'), open('2026-10-19')), false);
  });

  it('told on a later day rests from then on', () => {
    const facts = [asked('2026-10-09'), back('2026-10-08'), moved('2026-10-14', '2026-10-13'), again('2026-10-15')];
    // The 14th and 15th, and not the days before it was told.
    assert.deepEqual(dueOf('2026-10-15', ...facts), ['2026-10-16', 2]);
    const { firstDueOn } = promisedAsOf(itemOf(...facts), '2026-10-15', mondayToFriday);
    assert.equal(firstDueOn, '2026-10-16', 'the first one rested for five days, from Friday the 9th');
  });
});

describe('a slip', () => {
  const spans = (...facts: readonly TestFact[]) =>
    slipsOf(itemOf(...facts), mondayToFriday).map(({ from, to }) => [from, to]);

  it('is a day later than people were told, and an earlier one is none: from the 16th to the 12th', () => {
    assert.deepEqual(spans(asked('2026-10-16'), moved('2026-10-12', '2026-10-09')), []);
    assert.equal(rowOf('2026-10-09', [asked('2026-10-16'), moved('2026-10-12', '2026-10-09')]).slips, 0);
    assert.deepEqual(spans(asked('2026-10-16'), moved('2026-10-12', '2026-10-09'), moved('2026-10-16', '2026-10-12')), [
      ['2026-10-12', '2026-10-16'],
    ]);
  });

  it('is none where the promise rested as far', () => {
    const facts = [asked('2026-10-09'), back('2026-10-08'), again('2026-10-12')];
    assert.deepEqual(spans(...facts, moved('2026-10-13', '2026-10-12')), [], 'due on the 13th by now');
    assert.deepEqual(spans(...facts, moved('2026-10-14', '2026-10-12')), [['2026-10-13', '2026-10-14']]);
  });

  it('is a hold past the last day people were told', () => {
    assert.deepEqual(spans(asked('2026-10-09'), held('2026-10-09', '2026-10-05')), []);
    assert.deepEqual(spans(asked('2026-10-09'), held('2026-10-12', '2026-10-05'), moved('2026-10-12', '2026-10-06')), [
      ['2026-10-09', '2026-10-12'],
    ]);
  });
});

describe('a decision by silence', () => {
  const closing = (statedOn: Day, takesEffectOn: Day) => {
    const facts = [
      captured(),
      { ...defaultStated, statedOn, takesEffectOn },
      { ...decidedBySilence, decidedOn: takesEffectOn, confirmedOn: takesEffectOn },
    ];
    return rowOf('2026-03-20', facts).closing?.how;
  };

  it('was stated a working day before: a default for today, confirmed a minute later, is a decision', () => {
    assert.equal(closing('2026-03-03', '2026-03-04'), 'silence');
    assert.equal(closing('2026-03-04', '2026-03-04'), 'decided');
    assert.equal(closing('2026-03-06', '2026-03-08'), 'decided', 'over the weekend');
    assert.equal(closing('2026-03-06', '2026-03-09'), 'silence');
  });

  it('of an import says nothing of when it was stated, and stays one', () => {
    const { closing } = itemOf(captured(), decidedBySilence);
    assert.equal(closingOf(closing, mondayToFriday)?.how, 'silence');
  });
});

const day = anyDay('2026-02-23', '2026-04-10');
const anyWeek = fc.record({
  weekdays: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4], [7, 1, 2, 3, 4], [6]),
  holidays: fc.array(day, { maxLength: 6 }),
});
/** Acts in the order of their days, each some days after the one before. */
const anyActs = fc
  .array(
    fc.record({
      what: fc.constantFrom('back', 'again', 'over', 'done', 'open', 'moved', 'held'),
      after: fc.nat(4),
      ahead: fc.nat(12),
    }),
    { maxLength: 10 },
  )
  .map((acts) => {
    let on: Day = '2026-03-02';
    return acts.map(({ what, after, ahead }): TestFact => {
      on = addDays(on, after);
      const facts = {
        back: back(on),
        again: again(on),
        over: over(on),
        done: done(on),
        open: open(on),
        moved: moved(addDays(on, ahead), on),
        held: held(addDays(on, ahead), on),
      } as const;
      return facts[what];
    });
  });

describe('a promise that rests', () => {
  it('is what living through each day finds: a working day that begins with their move moves it on by one', () => {
    fc.assert(
      fc.property(anyActs, day, anyWeek, (facts, until, week) => {
        const calendar = new Calendar(week);
        const item = itemOf(captured(), ...facts);
        const today = facts.reduce((last, fact) => laterDay(last, dayOfFact(fact)), until);
        const { dueOn, firstDueOn, saidOn, restedInDays } = promisedAsOf(item, today, calendar);
        assert.deepEqual([dueOn, firstDueOn, saidOn, restedInDays], livedThrough(item, today, calendar));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is never earlier than what was told, and no earlier the later one looks', () => {
    fc.assert(
      fc.property(anyActs, anyWeek, (facts, week) => {
        const item = itemOf(captured(), ...facts);
        let before: Day = item.promisedOn;
        for (let day: Day = '2026-04-13'; day < '2026-05-15'; day = addDays(day, 1)) {
          const { dueOn } = promisedAsOf(item, day, new Calendar(week));
          assert.ok(dueOn >= before);
          before = dueOn;
        }
      }),
      { numRuns: 200 },
    );
  });
});

function dayOfFact(fact: TestFact): Day {
  const [, on] =
    Object.entries(fact).find(([field]) =>
      /^(?:sentBack|returned|handedOver|decided|reopened|moved|started)On$/.test(field),
    ) ?? [];
  return on as Day;
}

/** The same by another way: each told day by itself, one day after the other. */
function livedThrough(item: Item, today: Day, calendar: Calendar): readonly [Day, Day, Day, number] {
  const tell = (day: Day) => ({ day, rested: 0, spell: undefined as Turn | undefined, isInTime: false });
  const first = tell(item.firstPromisedOn);
  let promise = tell(item.firstPromisedOn);
  let said = tell(item.firstPromisedOn);
  const told = [...item.toldDays];
  for (let day: Day = '2026-03-02'; day <= today; day = addDays(day, 1)) {
    const yesterday = addDays(day, -1);
    const spell = item.turns.find(({ from, to }) => from <= yesterday && (to === undefined || to > yesterday));
    if (spell !== undefined && spell.holder !== 'decider') {
      for (const one of [first, promise, said]) {
        if (one.spell !== spell) one.isInTime = one.day >= yesterday;
        one.spell = spell;
        if (calendar.isWorkingDay(day)) {
          one.day = calendar.addWorkingDays(one.day, 1);
          one.rested++;
        }
        // Sent back in time, it cannot pass before they answer.
        if (one.isInTime) one.day = laterDay(one.day, day);
      }
    }
    for (let next = told[0]; next !== undefined && next.on <= day; next = told[0]) {
      told.shift();
      if (next.by === 'promise') promise = tell(next.day);
      if (next.by === 'promise' || next.day > said.day) said = tell(next.day);
    }
  }
  return [promise.day, first.day, said.day, promise.rested];
}
