import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../src/core/board/board.ts';
import { type GroupName, groupNames, groupOf, isRecentlyClosed } from '../../../../src/core/board/groups.ts';
import { reviewQueue } from '../../../../src/core/board/review.ts';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { anyDay, anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { boardOf, rowOf } from '../../../support/boardFromFacts.ts';
import {
  acknowledged,
  blockedBy,
  captured,
  checkDaySet,
  decided,
  decidedElsewhere,
  defaultStated,
  deliberating,
  handedOver,
  held,
  logged,
  reversed,
  sentBack,
  type TestFact,
} from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';

/** The group of `vendor` on that day. */
function groupOn(today: Day, facts: readonly TestFact[], calendar = mondayToFriday): GroupName | undefined {
  return groupOf(rowOf(today, facts, calendar), boardOf(today, facts, calendar));
}
const region = captured({ item: 'region', title: 'Pick a region', promisedOn: '2026-04-01' });
const late = captured({ item: 'late', title: 'Long due', promisedOn: '2026-03-02' });
const promisedLater = captured({ promisedOn: '2026-04-01' });

describe('an item that two machines closed', () => {
  it('is looked at today, however long ago it was closed, until it is settled', () => {
    const settled = {
      type: 'disagreementSettled',
      item: 'vendor',
      counts: 'elsewhere',
      over: [],
      settledOn: '2026-07-01',
    } as const;
    const boardWith = (...facts: readonly TestFact[]) => {
      const register = new Register();
      register.add(logged(captured(), decided, decidedElsewhere, ...facts));
      return buildBoard(register.items, '2026-07-01', { calendar: mondayToFriday });
    };
    const [board, after] = [boardWith(), boardWith(settled)];
    assert.equal(groupOf(board.rows[0]!, board), 'today');
    assert.deepEqual(
      reviewQueue(board).map(({ id }) => id),
      ['vendor'],
    );
    assert.equal(groupOf(after.rows[0]!, after), undefined);
    assert.deepEqual(reviewQueue(after), []);
  });
});

describe('the group of an item', () => {
  /** Examples of each group on Wednesday, 4 March. A new group does not compile until it is added here. */
  const examples: Readonly<Record<GroupName, readonly (readonly TestFact[])[]>> = {
    overdue: [
      [captured({ promisedOn: '2026-03-03' })],
      [captured({ promisedOn: '2026-03-03' }), acknowledged],
      [captured({ promisedOn: '2026-03-03' }), deliberating],
      [captured({ promisedOn: '2026-03-03' }), defaultStated, deliberating],
      [captured({ promisedOn: '2026-03-03' }), region, blockedBy('region')],
      [captured({ promisedOn: '2026-03-03' }), defaultStated],
    ],
    today: [
      [captured()],
      [captured(), acknowledged],
      [captured(), region, blockedBy('region')],
      [promisedLater, defaultStated],
      [promisedLater, defaultStated, region, blockedBy('region')],
      [promisedLater, defaultStated, deliberating],
      [captured({ promisedOn: '2026-03-03' }), defaultStated, sentBack],
      [captured({ promisedOn: '2026-03-03' }), defaultStated, handedOver],
      [captured(), decided, { ...checkDaySet, checkOn: '2026-03-04' }],
      [promisedLater, late, { ...blockedBy('vendor'), item: 'late' }],
      [promisedLater, deliberating, late, { ...blockedBy('vendor'), item: 'late' }],
      [
        promisedLater,
        region,
        late,
        { ...blockedBy('vendor'), item: 'region' },
        { ...blockedBy('region'), item: 'late' },
      ],
    ],
    thisWeek: [
      [captured({ promisedOn: '2026-03-08' })],
      [captured({ promisedOn: '2026-03-08' }), region, blockedBy('region')],
    ],
    later: [
      [captured({ promisedOn: '2026-03-09' })],
      [promisedLater, { ...defaultStated, takesEffectOn: '2026-03-05' }],
      [promisedLater, acknowledged, region, blockedBy('region')],
    ],
    onHold: [
      [captured(), deliberating],
      [promisedLater, region, blockedBy('region'), deliberating],
      [promisedLater, { ...defaultStated, takesEffectOn: '2026-03-05' }, deliberating],
    ],
    theirMove: [
      [captured({ promisedOn: '2026-03-03' }), sentBack],
      [captured(), { ...defaultStated, takesEffectOn: '2026-03-05' }, sentBack],
      [captured({ promisedOn: '2026-03-03' }), handedOver],
      [promisedLater, sentBack, late, { ...blockedBy('vendor'), item: 'late' }],
    ],
    closed: [
      [captured(), decided],
      [captured(), decided, checkDaySet],
      [captured(), decided, { ...checkDaySet, checkOn: '2026-03-04' }, held],
      [captured(), decided, { ...checkDaySet, checkOn: '2026-03-04' }, reversed],
    ],
  };
  for (const name of groupNames) {
    it(`is ${name} where its state says so`, () => {
      for (const [index, facts] of examples[name].entries()) {
        assert.equal(groupOn('2026-03-04', facts), name, `example ${index + 1}`);
      }
    });
  }

  it('is this week up to the last day of the leader’s week, which need not be a Sunday', () => {
    const groups = (promisedOn: Day, calendar = mondayToFriday) =>
      groupOn('2026-03-04', [captured({ promisedOn })], calendar);
    assert.deepEqual([groups('2026-03-08'), groups('2026-03-09')], ['thisWeek', 'later']);
    const sundayToThursday = new Calendar({ weekdays: [7, 1, 2, 3, 4], holidays: [] });
    assert.equal(groups('2026-03-07', sundayToThursday), 'thisWeek');
    assert.equal(groups('2026-03-08', sundayToThursday), 'later', 'Sunday begins the next week');
  });

  it('is one of the groups for every open item, whatever was said about it', () => {
    const few = fc.constantFrom('a', 'b', 'c');
    const day = anyDay('2026-02-20', '2026-03-20');
    const entry = fc
      .record({ fact: anyFact(few, few, day), envelope: anyEnvelope(), number: fc.nat(1e6) })
      .map(({ fact, envelope, number }) => ({ ...envelope, ...fact, id: String(number) }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 25 }), day, (entries, today) => {
        const register = new Register();
        register.add(entries);
        const board = buildBoard(register.items, today, { calendar: mondayToFriday });
        for (const row of board.rows) {
          const group = groupOf(row, board);
          if (row.closing === undefined) assert.ok(group !== undefined && group !== 'closed', row.state);
          else {
            const isOver = row.state === 'closed' && row.disagreement === undefined;
            assert.equal(group === undefined, isOver && !isRecentlyClosed(row, today));
          }
          assert.equal(group === 'overdue', row.overdue, 'everything overdue is in one group, and nothing else');
          if (row.isDefaultDue || row.state === 'checkDue') assert.ok(group === 'today' || row.overdue, row.state);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a closed item', () => {
  it('is among the recently closed for fourteen days, the closing day included', () => {
    const facts = [captured(), decided];
    const shown = (today: Day) => isRecentlyClosed(rowOf(today, facts), today);
    assert.equal(shown('2026-03-03'), true);
    assert.equal(shown('2026-03-16'), true);
    assert.equal(shown('2026-03-17'), false);
    assert.equal(isRecentlyClosed(rowOf('2026-03-03', [captured()]), '2026-03-03'), false);
  });

  it('stands in no group once it was closed longer ago, unless it is to be checked', () => {
    assert.equal(groupOn('2026-03-16', [captured(), decided]), 'closed');
    assert.equal(groupOn('2026-03-17', [captured(), decided]), undefined);
    assert.equal(groupOn('2026-03-19', [captured(), decided, checkDaySet]), undefined);
    assert.equal(groupOn('2026-03-20', [captured(), decided, checkDaySet]), 'today');
    assert.equal(groupOn('2026-09-20', [captured(), decided, checkDaySet]), 'today', 'until it is answered');
    const answered = { ...held, answeredOn: '2026-03-21' } as const;
    assert.equal(groupOn('2026-03-21', [captured(), decided, checkDaySet, answered]), undefined);
  });
});
