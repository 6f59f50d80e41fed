import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type Board, type BoardRow, drawBoard, isRecentlyClosed } from '../../../src/core/board.ts';
import { Calendar } from '../../../src/core/calendar.ts';
import { addDays, type Day } from '../../../src/core/day.ts';
import { Register } from '../../../src/core/register.ts';
import { anyDay } from '../../support/anyFact.ts';
import { captured, cleared, decided, logged, reopened, type ToldFact, withdrawn } from '../../support/facts.ts';
import { mondayToFriday } from '../../support/given.ts';
import { inTimeZone, zones } from '../../support/timeZone.ts';

function boardOf(today: Day, facts: readonly ToldFact[], calendar = mondayToFriday): Board {
  const register = new Register();
  register.add(logged(...facts));
  return drawBoard(register.items.values(), today, { calendar });
}

/** The only item, as it is drawn on that day. */
function rowOf(today: Day, facts: readonly ToldFact[], calendar = mondayToFriday): BoardRow {
  const [row] = boardOf(today, facts, calendar).rows;
  assert.ok(row !== undefined);
  return row;
}
const moved = { type: 'promiseMoved', item: 'vendor', reason: 'r', movedOn: '2026-03-04' } as const;

describe('an item on the board', () => {
  it('is one day old on the day it was asked, never none, and has not waited yet', () => {
    const row = rowOf('2026-03-02', [captured()]);
    assert.equal(row.ageInDays, 1);
    assert.equal(row.workingDaysWaited, 0);
  });

  it('ages by calendar days, and waits by working days after the asked day up to today', () => {
    // Asked on Friday 27 February; Monday 9 March is a holiday.
    const calendar = new Calendar({ weekdays: [1, 2, 3, 4, 5], holidays: ['2026-03-09'] });
    const figures = (today: Day) => {
      const { ageInDays, workingDaysWaited } = rowOf(today, [captured({ askedOn: '2026-02-27' })], calendar);
      return [ageInDays, workingDaysWaited];
    };
    assert.deepEqual(figures('2026-02-28'), [2, 0]);
    assert.deepEqual(figures('2026-03-01'), [3, 0]);
    assert.deepEqual(figures('2026-03-02'), [4, 1]);
    assert.deepEqual(figures('2026-03-06'), [8, 5]);
    assert.deepEqual(figures('2026-03-09'), [11, 5]);
    assert.deepEqual(figures('2026-03-10'), [12, 6]);
  });

  it('is overdue the day after its promise and not on it, and over by the working days since', () => {
    const figures = (today: Day) => {
      const { overdue, daysOver, state } = rowOf(today, [captured({ promisedOn: '2026-03-06' })]);
      return [overdue, daysOver, state];
    };
    assert.deepEqual(figures('2026-03-05'), [false, 0, 'dueSoon']);
    assert.deepEqual(figures('2026-03-06'), [false, 0, 'dueSoon']);
    assert.deepEqual(figures('2026-03-07'), [true, 0, 'overdue'], 'on Saturday no working day has passed');
    assert.deepEqual(figures('2026-03-09'), [true, 1, 'overdue']);
    assert.deepEqual(figures('2026-03-13'), [true, 5, 'overdue']);
  });

  it('is judged by the promise in force, and shows the first one beside it', () => {
    const row = rowOf('2026-03-09', [captured(), { ...moved, promisedOn: '2026-03-10' }]);
    assert.deepEqual(
      [row.overdue, row.promisedOn, row.firstPromisedOn, row.slips],
      [false, '2026-03-10', '2026-03-04', 1],
    );
    assert.equal(rowOf('2026-03-11', [captured(), { ...moved, promisedOn: '2026-03-10' }]).daysOver, 1);
  });

  it('is due soon up to three working days ahead, and later beyond', () => {
    const state = (promisedOn: Day) => rowOf('2026-03-05', [captured({ promisedOn })]).state;
    assert.equal(state('2026-03-05'), 'dueSoon');
    assert.equal(state('2026-03-10'), 'dueSoon');
    assert.equal(state('2026-03-11'), 'later');
    const fridayOff = new Calendar({ weekdays: [1, 2, 3, 4], holidays: [] });
    assert.equal(rowOf('2026-03-05', [captured({ promisedOn: '2026-03-11' })], fridayOff).state, 'dueSoon');
  });

  it('costs people times working days, and nothing when nobody is named', () => {
    assert.equal(rowOf('2026-03-09', [captured({ waiting: ['anna', 'sam'] })]).personDays, 10);
    assert.equal(rowOf('2026-03-09', [captured()]).personDays, 0);
    assert.equal(rowOf('2026-03-02', [captured({ waiting: ['anna'] })]).personDays, 0);
  });

  it('stops ageing, waiting and costing on the day it is closed', () => {
    for (const closing of [decided, cleared, withdrawn]) {
      const row = rowOf('2026-03-20', [captured({ waiting: ['anna'], promisedOn: '2026-03-02' }), closing]);
      assert.deepEqual(
        [row.state, row.ageInDays, row.workingDaysWaited, row.overdue, row.daysOver, row.personDays],
        ['closed', 2, 1, false, 0, 0],
      );
    }
  });

  it('goes on from the asked day when it is reopened', () => {
    const row = rowOf('2026-03-05', [captured(), decided, reopened]);
    assert.deepEqual([row.state, row.ageInDays, row.workingDaysWaited, row.daysOver], ['overdue', 4, 3, 1]);
  });

  it('is never younger than a day, also when two machines left its closing before its asking', () => {
    const asked = { type: 'itemEdited', item: 'vendor', askedOn: '2026-03-06' } as const;
    const row = rowOf('2026-03-09', [captured(), decided, asked]);
    assert.deepEqual([row.ageInDays, row.workingDaysWaited], [1, 0]);
  });

  it('shows how long it took until it was logged, by the wall clock of the leader', () => {
    const delay = (loggedAt: string, askedOn: Day) =>
      rowOf('2026-04-01', [captured({ askedOn, loggedAt })]).logDelayInDays;
    inTimeZone('UTC', () => {
      assert.equal(delay('2026-03-02T23:59:59.999Z', '2026-03-02'), 0);
      assert.equal(delay('2026-03-05T00:00:00.000Z', '2026-03-02'), 3);
      assert.equal(delay('2026-03-01T12:00:00.000Z', '2026-03-02'), 0, 'never negative');
    });
    inTimeZone('Europe/Berlin', () => assert.equal(delay('2026-03-02T23:30:00.000Z', '2026-03-02'), 1));
    inTimeZone('America/New_York', () => assert.equal(delay('2026-03-03T02:00:00.000Z', '2026-03-02'), 0));
  });

  it('has the same figures across both clock changes and the end of the year, in every time zone', () => {
    const figures = (askedOn: Day, promisedOn: Day, today: Day) => {
      const row = rowOf(today, [captured({ askedOn, promisedOn })]);
      return [row.ageInDays, row.workingDaysWaited, row.daysOver];
    };
    for (const zone of zones) {
      inTimeZone(zone, () => {
        assert.deepEqual(figures('2026-03-27', '2026-03-28', '2026-03-30'), [4, 1, 1], zone);
        assert.deepEqual(figures('2026-10-23', '2026-10-25', '2026-10-26'), [4, 1, 1], zone);
        assert.deepEqual(figures('2025-12-30', '2025-12-31', '2026-01-02'), [4, 3, 2], zone);
        assert.deepEqual(figures('2024-02-28', '2024-02-29', '2024-03-01'), [3, 2, 1], zone);
      });
    }
  });

  it('is among the recently closed for fourteen days, the closing day included', () => {
    const facts = [captured(), decided];
    const shown = (today: Day) => isRecentlyClosed(rowOf(today, facts), today);
    assert.equal(shown('2026-03-03'), true);
    assert.equal(shown('2026-03-16'), true);
    assert.equal(shown('2026-03-17'), false);
    assert.equal(isRecentlyClosed(rowOf('2026-03-03', [captured()]), '2026-03-03'), false);
  });
});

describe('the board', () => {
  it('is empty when nothing is known', () => {
    assert.deepEqual(boardOf('2026-03-04', []), {
      today: '2026-03-04',
      rows: [],
      totals: {
        open: 0,
        overdue: 0,
        overdueByKind: { decision: 0, approval: 0, dependency: 0 },
        personDays: 0,
        oldest: undefined,
      },
    });
  });

  it('shows the oldest hurt first: people times days, then days, then the asked day, then the id', () => {
    const later = '2026-03-31';
    const { rows } = boardOf('2026-03-09', [
      captured({ item: 'nobody, asked at last', askedOn: '2026-03-01', promisedOn: later }),
      captured({ item: 'nobody, asked earlier', askedOn: '2026-02-28', promisedOn: later }),
      captured({ item: 'nobody, long ago', askedOn: '2026-01-01', promisedOn: '2026-01-05' }),
      captured({ item: 'two for 5 days', askedOn: '2026-03-02', waiting: ['anna', 'sam'], promisedOn: later }),
      captured({ item: 'one for 10 days', askedOn: '2026-02-23', waiting: ['anna'], promisedOn: later }),
      captured({ item: 'three for 4 days', askedOn: '2026-03-03', waiting: ['anna', 'sam', 'lee'], promisedOn: later }),
      captured({ item: 'b', askedOn: '2026-03-09', waiting: ['anna'], promisedOn: later }),
      captured({ item: 'a', askedOn: '2026-03-09', promisedOn: later }),
    ]);
    assert.deepEqual(
      rows.map(({ id, personDays }) => `${id}: ${personDays}`),
      [
        'three for 4 days: 12',
        'one for 10 days: 10',
        'two for 5 days: 10',
        'nobody, long ago: 0',
        'nobody, asked earlier: 0',
        'nobody, asked at last: 0',
        'a: 0',
        'b: 0',
      ],
    );
  });

  it('shows the closed ones after the open ones, the latest closing first', () => {
    const close = (item: string, decidedOn: Day) => [captured({ item }), { ...decided, item, decidedOn }];
    const { rows } = boardOf('2026-03-09', [
      ...close('early', '2026-03-02'),
      ...close('late b', '2026-03-06'),
      ...close('late a', '2026-03-06'),
      captured({ item: 'open' }),
    ]);
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['open', 'late a', 'late b', 'early'],
    );
  });

  it('adds up what is open, what is overdue by kind, and names the oldest by the calendar', () => {
    const { totals } = boardOf('2026-03-09', [
      captured({ item: '1', title: 'One', waiting: ['anna'] }),
      captured({ item: '2', askedOn: '2026-02-27', title: 'Two' }),
      captured({ item: '3', kind: 'dependency', waiting: ['anna', 'sam'] }),
      captured({ item: '4', kind: 'approval', promisedOn: '2026-03-09', waiting: ['lee'] }),
      captured({ item: '5', askedOn: '2026-01-01', waiting: ['lee'] }),
      { ...decided, item: '5' },
    ]);
    assert.deepEqual(totals, {
      open: 4,
      overdue: 3,
      overdueByKind: { decision: 2, approval: 0, dependency: 1 },
      personDays: 5 + 10 + 5,
      oldest: { id: '2', title: 'Two', ageInDays: 11 },
    });
  });

  it('of an earlier day shows what was open then, and nothing that had not been asked for', () => {
    const facts = [captured({ waiting: ['anna'] }), decided, captured({ item: 'region', askedOn: '2026-03-04' })];
    assert.deepEqual(boardOf('2026-03-01', facts).rows, []);
    const [row, ...others] = boardOf('2026-03-02', facts).rows;
    assert.deepEqual([row?.id, row?.state, row?.closing, others.length], ['vendor', 'dueSoon', undefined, 0]);
    assert.deepEqual(
      boardOf('2026-03-03', facts).rows.map(({ state }) => state),
      ['closed'],
    );
    assert.deepEqual(
      boardOf('2026-03-04', facts).rows.map(({ id }) => id),
      ['region', 'vendor'],
    );
  });

  it('is the same however often, for whichever days and calendars, it was drawn before', () => {
    const register = new Register();
    register.add(logged(captured({ waiting: ['anna'] }), { ...decided, decidedOn: '2026-03-06' }));
    const fourDays = new Calendar({ weekdays: [1, 2, 3, 4], holidays: [] });
    const waited = (today: Day, calendar: Calendar) => {
      const [row] = drawBoard(register.items.values(), today, { calendar }).rows;
      return [row?.state, row?.ageInDays, row?.workingDaysWaited];
    };
    for (let time = 0; time < 2; time++) {
      assert.deepEqual(waited('2026-03-09', mondayToFriday), ['closed', 5, 4]);
      assert.deepEqual(waited('2026-03-09', fourDays), ['closed', 5, 3]);
      assert.deepEqual(waited('2026-03-05', mondayToFriday), ['overdue', 4, 3]);
      assert.deepEqual(waited('2026-03-20', mondayToFriday), ['closed', 5, 4]);
    }
    register.add(logged(captured({ waiting: ['anna'] }), { ...decided, decidedOn: '2026-03-06' }, reopened));
    assert.deepEqual(waited('2026-03-09', mondayToFriday), ['overdue', 8, 5]);
  });

  it('is the same whatever order the items come in, and its figures hold together', () => {
    const day = anyDay('2026-01-01', '2026-04-30');
    const anyItem = fc.record({
      askedOn: day,
      promisedOn: day,
      people: fc.nat(4),
      closedOn: fc.option(day, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 12 }), day, (items, today) => {
        const facts = items.flatMap(({ askedOn, promisedOn, people, closedOn }, index): ToldFact[] => {
          const item = `item ${index}`;
          const waiting = Array.from({ length: people }, (_, person) => `person ${person}`);
          const capture = captured({ item, askedOn, promisedOn, waiting });
          return closedOn === undefined ? [capture] : [capture, { ...decided, item, decidedOn: closedOn }];
        });
        const board = boardOf(today, facts);
        assert.deepEqual(boardOf(today, facts.toReversed()), board);

        const open = board.rows.filter(({ state }) => state !== 'closed');
        const sum = (figure: (row: BoardRow) => number) => open.reduce((total, row) => total + figure(row), 0);
        assert.equal(board.totals.open, open.length);
        assert.equal(
          board.totals.overdue,
          sum((row) => Number(row.overdue)),
        );
        assert.equal(
          board.totals.personDays,
          sum((row) => row.waiting.length * row.workingDaysWaited),
        );
        for (const row of board.rows) {
          assert.ok(row.ageInDays >= 1 && row.workingDaysWaited < row.ageInDays && row.askedOn <= today);
          assert.equal(row.overdue, row.state === 'overdue');
          assert.ok(row.overdue || row.daysOver === 0);
          if (row.closing === undefined) assert.equal(addDays(row.askedOn, row.ageInDays - 1), today);
        }
      }),
    );
  });
});
