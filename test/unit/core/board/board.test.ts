import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { itemsAsOf } from '../../../../src/core/board/asOf.ts';
import { buildBoard } from '../../../../src/core/board/board.ts';
import type { BoardRow } from '../../../../src/core/board/row.ts';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { anyDay } from '../../../support/anyFact.ts';
import { boardOf } from '../../../support/boardFromFacts.ts';
import {
  captured,
  checkDaySet,
  decided,
  defaultStated,
  deliberating,
  handedOver,
  logged,
  reopened,
  sentBack,
  type TestFact,
} from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';

describe('the board', () => {
  it('is empty when nothing is known', () => {
    assert.deepEqual(boardOf('2026-03-04', []), {
      today: '2026-03-04',
      weekEndsOn: '2026-03-08',
      rows: [],
      totals: {
        open: 0,
        overdue: 0,
        overdueByKind: { decision: 0, approval: 0, dependency: 0, clarity: 0 },
        drifting: 0,
        checkDue: 0,
        defaultDue: 0,
        handedOver: 0,
        personDays: 0,
        oldest: undefined,
      },
    });
  });

  it('shows the greatest hurt first: people times days, then days, then the asked day, then the id', () => {
    const later = '2026-03-31';
    const { rows } = boardOf('2026-03-09', [
      captured({ item: 'nobody, asked at last', askedOn: '2026-03-01', promisedOn: later }),
      captured({ item: 'nobody, asked earlier', askedOn: '2026-02-28', promisedOn: later }),
      captured({ item: 'nobody, long ago', askedOn: '2026-01-01', promisedOn: later }),
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
      overdueByKind: { decision: 2, approval: 0, dependency: 1, clarity: 0 },
      drifting: 3,
      checkDue: 0,
      defaultDue: 0,
      handedOver: 0,
      personDays: 5 + 10 + 5,
      oldest: { id: '2', title: 'Two', ageInDays: 11 },
    });
  });

  it('adds up what waits on the leader: what was handed over is counted beside it, what was sent back is not overdue', () => {
    const about = (item: string, ...facts: readonly TestFact[]) => [
      captured({ item, title: item, waiting: ['anna'] }),
      ...facts.map((fact): TestFact => ({ ...fact, item }) as TestFact),
    ];
    // Asked on Monday, promised for Wednesday, board of Friday: four working days.
    const { totals } = boardOf('2026-03-06', [
      ...about('drifting'),
      ...about('held on purpose', deliberating),
      ...about('sent back', sentBack),
      ...about('handed over', { ...handedOver, handedOverOn: '2026-03-02' }),
      ...about('default due', { ...defaultStated, takesEffectOn: '2026-03-06' }),
      ...about('default due, handed over', defaultStated, { ...handedOver, handedOverOn: '2026-03-02' }),
      ...about('check due', decided, { ...checkDaySet, checkOn: '2026-03-06' }),
    ]);
    assert.deepEqual(totals, {
      open: 4,
      overdue: 3,
      overdueByKind: { decision: 3, approval: 0, dependency: 0, clarity: 0 },
      drifting: 2,
      checkDue: 1,
      defaultDue: 2,
      handedOver: 2,
      // The item sent back on Tuesday waited one day for the leader.
      personDays: 4 + 4 + 1 + 4,
      oldest: { id: 'default due', title: 'default due', ageInDays: 5 },
    });
  });

  it('of an earlier day shows what was open then, and nothing that had not been asked for', () => {
    const facts = [captured({ waiting: ['anna'] }), decided, captured({ item: 'region', askedOn: '2026-03-04' })];
    assert.deepEqual(boardOf('2026-03-01', facts).rows, []);
    const [row, ...others] = boardOf('2026-03-02', facts).rows;
    assert.deepEqual([row?.id, row?.state, row?.closing, others.length], ['vendor', 'waiting', undefined, 0]);
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
      const [row] = buildBoard(itemsAsOf(register.items, today), today, { calendar }).rows;
      return [row?.state, row?.ageInDays, row?.workingDaysWaited];
    };
    for (let time = 0; time < 2; time++) {
      assert.deepEqual(waited('2026-03-09', mondayToFriday), ['closed', 5, 4]);
      assert.deepEqual(waited('2026-03-09', fourDays), ['closed', 5, 3]);
      assert.deepEqual(waited('2026-03-05', mondayToFriday), ['drifting', 4, 3]);
      assert.deepEqual(waited('2026-03-20', mondayToFriday), ['closed', 5, 4]);
    }
    register.add(logged(captured({ waiting: ['anna'] }), { ...decided, decidedOn: '2026-03-06' }, reopened));
    assert.deepEqual(waited('2026-03-09', mondayToFriday), ['drifting', 8, 5]);
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
        const facts = items.flatMap(({ askedOn, promisedOn, people, closedOn }, index): TestFact[] => {
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
          assert.equal(row.overdue, row.state === 'drifting');
          assert.ok(row.overdue || row.daysOver === 0);
          if (row.closing === undefined) assert.equal(addDays(row.askedOn, row.ageInDays - 1), today);
        }
      }),
    );
  });
});
