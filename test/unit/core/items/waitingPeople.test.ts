import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { waitsOfPeople } from '../../../../src/core/board/clocks.ts';
import { mostWaiting } from '../../../../src/core/entries/limits.ts';
import type { Item } from '../../../../src/core/items/item.ts';
import { namesWaiting, WaitingPeople } from '../../../../src/core/items/waitingPeople.ts';
import { addDays, type Day, laterDay } from '../../../../src/core/time/day.ts';
import { anyDay } from '../../../support/anyFact.ts';
import { registerOf, rowOf } from '../../../support/boardFromFacts.ts';
import { captured, decided, reopened, returned, sentBack, type TestFact } from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/policy.ts';

/** Said on that day. */
const named = (day: Day, ...added: readonly string[]): TestFact => ({
  type: 'waitingChanged',
  item: 'vendor',
  added,
  day,
});
const leftOut = (day: Day, ...removed: readonly string[]): TestFact => ({
  type: 'waitingChanged',
  item: 'vendor',
  removed,
  day,
});
const since = (day: Day, since: Day, ...added: readonly string[]): TestFact => ({
  type: 'waitingChanged',
  item: 'vendor',
  added,
  since,
  day,
});
const personDaysOn = (today: Day, ...facts: readonly TestFact[]) => rowOf(today, facts).personDays;

function spellsOf(...facts: readonly TestFact[]): string[] {
  const item = registerOf(...facts).items.get('vendor');
  return (item?.waitingSpells ?? []).map(({ name, from = 'asked', to = 'on' }) => `${name} ${from} ${to}`);
}

describe('who waits', () => {
  const anna = captured({ waiting: ['anna'] });

  it('is counted from the day they were named: one for 20 days, two added today, three a day from tomorrow', () => {
    const facts = [anna, named('2026-03-30', 'sam', 'lee')];
    assert.equal(personDaysOn('2026-03-30', anna), 20);
    assert.equal(personDaysOn('2026-03-30', ...facts), 20);
    assert.equal(personDaysOn('2026-03-31', ...facts), 23);
    assert.equal(personDaysOn('2026-03-27', ...facts), 19, 'and yesterday is what it was');
  });

  it('is counted since the day that was said, and from the asked day at the earliest', () => {
    assert.equal(personDaysOn('2026-03-30', anna, since('2026-03-30', '2026-03-26', 'sam')), 20 + 2);
    assert.equal(personDaysOn('2026-03-30', anna, since('2026-03-30', '2026-02-02', 'sam')), 20 + 20);
    assert.deepEqual(spellsOf(anna, since('2026-03-30', '2026-02-02', 'sam')), ['anna asked on', 'sam 2026-02-02 on']);
  });

  it('can be said to have waited longer, and never shorter', () => {
    const sam = named('2026-03-20', 'sam');
    assert.deepEqual(spellsOf(captured(), sam, since('2026-03-30', '2026-03-10', 'sam')), ['sam 2026-03-10 on']);
    assert.deepEqual(spellsOf(captured(), sam, since('2026-03-30', '2026-03-25', 'sam')), ['sam 2026-03-20 on']);
    assert.deepEqual(spellsOf(anna, since('2026-03-30', '2026-03-25', 'anna')), ['anna asked on']);
  });

  it('costs nothing after they were left out, and goes on with what they had when they are named again', () => {
    const facts = [anna, leftOut('2026-03-04', 'Anna')];
    assert.equal(personDaysOn('2026-03-04', ...facts), 0);
    const again = [...facts, named('2026-03-09', 'anna')];
    assert.deepEqual(spellsOf(...again), ['anna asked 2026-03-04', 'anna 2026-03-09 on']);
    assert.equal(personDaysOn('2026-03-06', ...again), 0);
    assert.equal(personDaysOn('2026-03-11', ...again), 4, 'two days before and two after');
  });

  it('is one person, however the name is written', () => {
    const again = [captured({ waiting: ['Anna'] }), leftOut('2026-03-04', 'anna'), named('2026-03-09', 'ＡＮＮＡ')];
    assert.equal(personDaysOn('2026-03-11', ...again), 4);
  });

  it('waited all along where they are named again on the day they were left out', () => {
    assert.deepEqual(spellsOf(anna, leftOut('2026-03-04', 'anna'), named('2026-03-04', 'anna')), ['anna asked on']);
  });

  it('is named once a day, whoever says it twice', () => {
    const twice = [captured(), named('2026-03-04', 'sam'), named('2026-03-09', 'Sam')];
    assert.deepEqual(spellsOf(...twice), ['sam 2026-03-04 on']);
  });

  it('counts no day twice where a wait is said to reach into an earlier one', () => {
    const facts = [captured(), named('2026-03-02', 'sam'), leftOut('2026-03-05', 'sam'), named('2026-03-10', 'sam')];
    const longer = [...facts, since('2026-03-12', '2026-03-04', 'sam')];
    // From Tuesday the 3rd to Thursday the 12th.
    assert.equal(personDaysOn('2026-03-12', ...longer), 8);
  });

  it('waits for the leader only: not while it is with the asker, and not while it is closed', () => {
    const back = { ...sentBack, sentBackOn: '2026-03-05' } as const;
    const again = { ...returned, returnedOn: '2026-03-10' } as const;
    const sam = named('2026-03-06', 'sam');
    // Anna: 3, 4, 5, 11 March; Sam, named meanwhile: the 11th.
    assert.equal(personDaysOn('2026-03-11', anna, back, sam, again), 4 + 1);
    const closed = [
      { ...decided, decidedOn: '2026-03-05' } as const,
      { ...reopened, reopenedOn: '2026-03-10' } as const,
    ];
    assert.equal(personDaysOn('2026-03-11', anna, ...closed, sam), 4 + 1);
  });

  it('is at most so many at a time', () => {
    const people = new WaitingPeople([]);
    const names = (): readonly string[] => namesWaiting(people.spellsOf((name) => name));
    for (let number = 0; number <= mostWaiting; number++) people.start(`person ${number}`, '2026-03-04');
    assert.equal(names().length, mostWaiting);
    people.end('person 0', '2026-03-05');
    people.start('person 0', '2026-03-09');
    people.start('one more', '2026-03-09');
    assert.equal(names().length, mostWaiting);
    assert.deepEqual([names().includes('person 0'), names().includes('one more')], [true, false]);
  });
});

const day = anyDay('2026-03-02', '2026-03-31');
const anyName = fc.constantFrom('anna', 'Anna', 'sam');
const anyChanges = fc
  .array(fc.record({ name: anyName, isNamed: fc.boolean(), after: fc.nat(6), ago: fc.nat(12) }), { maxLength: 10 })
  .map((changes) => {
    let on: Day = '2026-03-02';
    return changes.map(({ name, isNamed, after, ago }) => {
      on = addDays(on, after);
      return { name, isNamed, on, since: addDays(on, -ago) };
    });
  });

describe('the person-days of who waits', () => {
  it('are what looking at each day and each person finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyName), anyChanges, day, (waiting, changes, until) => {
        const today = changes.reduce((last, { on }) => laterDay(last, on), until);
        const facts = changes.map(({ name, isNamed, on, since: from }) =>
          isNamed ? since(on, from, name) : leftOut(on, name),
        );
        const item = registerOf(captured({ waiting }), ...facts).items.get('vendor')!;
        let expected = 0;
        const waitingAtEnd: string[] = [];
        for (const person of ['anna', 'sam']) {
          /** The days that begin with this person waiting. */
          const days = new Set<Day>();
          let isWaiting = waiting.some((name) => name.toLowerCase() === person);
          let reached: Day = '2026-03-02';
          const liveTo = (to: Day) => {
            for (; reached < to; reached = addDays(reached, 1)) if (isWaiting) days.add(addDays(reached, 1));
          };
          for (const { name, isNamed, on, since: from } of changes) {
            if (name.toLowerCase() !== person) continue;
            liveTo(on);
            isWaiting = isNamed;
            const until = isNamed ? on : from;
            for (let day = from; day < until; day = addDays(day, 1)) days.add(addDays(day, 1));
          }
          liveTo(today);
          if (!isWaiting) continue;
          waitingAtEnd.push(person);
          expected += [...days].filter((day) => day > '2026-03-02' && mondayToFriday.isWorkingDay(day)).length;
        }
        assert.deepEqual(item.waiting.map((name) => name.toLowerCase()).toSorted(), waitingAtEnd);
        const waits = waitsOfPeople(item, item.askedOn, today, mondayToFriday).filter(({ waitsNow }) => waitsNow);
        assert.equal(
          waits.reduce((sum, { workingDays }) => sum + workingDays, 0),
          expected,
        );
        assert.ok(isInOrder(item));
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Whether no two spells of one person overlap, and only the last goes on. */
function isInOrder({ waitingSpells }: Item): boolean {
  return ['anna', 'sam'].every((person) => {
    const own = waitingSpells.filter(({ name }) => name.toLowerCase() === person);
    return own.every(({ from, to }, at) => {
      const before = own[at - 1];
      const isAfter = before === undefined || (from !== undefined && before.to !== undefined && before.to <= from);
      return isAfter && (to !== undefined || at === own.length - 1);
    });
  });
}
