import { closingOf } from '../../../../src/core/items/decidedBySilence.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildWorkBoard, type WorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import { computeWorkFigures } from '../../../../src/core/assignments/workFigures.ts';
import { type Board, buildBoard } from '../../../../src/core/board/board.ts';
import { reviewQueue } from '../../../../src/core/board/review.ts';
import { computeCalendarDays } from '../../../../src/core/exchange/calendar/calendarDays.ts';
import { currentTurn } from '../../../../src/core/items/item.ts';
import { buildSnapshot } from '../../../../src/core/panel/snapshot.ts';
import type { Policy } from '../../../../src/core/policy.ts';
import { buildLedger } from '../../../../src/core/reports/ledger.ts';
import { buildLookBack } from '../../../../src/core/reports/lookBack.ts';
import { dayOfAct } from '../../../../src/core/rules/dayOfAct.ts';
import type { Intent } from '../../../../src/core/rules/intents.ts';
import { isRefusal } from '../../../../src/core/rules/refusal.ts';
import { rule } from '../../../../src/core/rules/rule.ts';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import { addDays, type Day, isDay, laterDay } from '../../../../src/core/time/day.ts';
import { anySteps, intentOf } from '../../../support/anyIntent.ts';
import { Machine, wasDone } from '../../../support/machine.ts';
import { usualPolicy } from '../../../support/policy.ts';

/** Wed 25 Nov 2026 in Los Angeles, while it is the 26th in Auckland. */
const [here, ahead] = ['2026-11-25', '2026-11-26'] as const satisfies readonly Day[];

/** What another zone did "tomorrow", looked at from here. */
function from(acts: readonly Intent[], on: Day = ahead): Machine {
  const machine = new Machine();
  machine.today = on;
  for (const act of acts) assert.ok(wasDone(machine.ask(act)), JSON.stringify(act));
  machine.today = here;
  return machine;
}

function boardsOf({ register, today }: Machine, policy: Policy = usualPolicy): { board: Board; work: WorkBoard } {
  const board = buildBoard(register.items, today, policy);
  return { board, work: buildWorkBoard(register, board, policy) };
}

const vendor = { type: 'capture', title: 'Pick a vendor', waiting: ['anna'] } as const;
const quota = { type: 'capture', title: 'Quota', kind: 'dependency', owedBy: 'legal' } as const;
const id = 'item-001';

describe('a day on record that is later than today', () => {
  it('lists what was asked on it with age 1, and it can be closed', () => {
    const closings: readonly [Intent, Intent][] = [
      [vendor, { type: 'decide', id, outcome: 'A' }],
      [vendor, { type: 'decide', id, outcome: 'A', decidedOn: here }],
      [vendor, { type: 'decide', id, outcome: 'A', decidedOn: ahead }],
      [vendor, { type: 'withdraw', id, reason: 'r' }],
      [quota, { type: 'clear', id }],
      [quota, { type: 'clear', id, clearedOn: here }],
    ];
    for (const [captured, closing] of closings) {
      const machine = from([captured]);
      const { board } = boardsOf(machine);
      assert.deepEqual(
        board.rows.map((row) => [row.state, row.ageInDays, row.workingDaysWaited, row.overdue]),
        [['waiting', 1, 0, false]],
      );
      assert.deepEqual([board.totals.open, board.totals.oldest?.ageInDays, reviewQueue(board).length], [1, 1, 1]);
      assert.ok(wasDone(machine.ask(closing)), JSON.stringify(closing));
      assert.deepEqual(
        boardsOf(machine).board.rows.map(({ state, closing }) => [state, closing?.on]),
        [['closed', ahead]],
      );
    }
  });

  it('questions only what somebody types as later than it', () => {
    const machine = from([vendor]);
    const later = addDays(ahead, 1);
    const asks: readonly [Intent, string][] = [
      [{ type: 'capture', title: 'Budget', askedOn: ahead }, 'askedInFuture'],
      [{ type: 'edit', id, askedOn: later }, 'askedInFuture'],
      [{ type: 'decide', id, outcome: 'A', decidedOn: later }, 'closedInFuture'],
      [{ type: 'decide', id, outcome: 'A', decidedOn: addDays(here, -1) }, 'closedBeforeAsked'],
    ];
    for (const [intent, refused] of asks) {
      const ruling = machine.ask(intent);
      assert.equal(isRefusal(ruling) && ruling.refused, refused);
    }
    assert.deepEqual(machine.ask({ type: 'edit', id, askedOn: ahead }), []);
  });

  it('holds for what was decided, sent back, handed over, held and acknowledged on it', () => {
    const acts: readonly [Intent, string][] = [
      [{ type: 'decide', id, outcome: 'A' }, 'closed'],
      [{ type: 'sendBack', id, question: 'Which?' }, 'sentBack'],
      [{ type: 'handOver', id, to: 'ray' }, 'handedOver'],
      [{ type: 'deliberate', id, question: 'Why?', until: ahead }, 'deliberating'],
      [{ type: 'acknowledge', id }, 'acknowledged'],
    ];
    for (const [act, state] of acts) {
      const machine = from([{ ...vendor, askedOn: '2026-11-16', promisedOn: ahead }, act]);
      assert.equal(boardsOf(machine).board.rows[0]?.state, state);
    }
  });

  it('keeps the calendar file, the reports and the figures whole', () => {
    const machine = from([
      vendor,
      { ...vendor, title: 'Rename', askedOn: '2026-11-20' },
      { type: 'decide', id: 'item-002', outcome: 'B' },
      { type: 'assign', outcome: 'Ship', owner: 'anna', anyway: 'a' },
      { type: 'keepDraft', outcome: 'Later' },
    ]);
    const { board, work } = boardsOf(machine);
    const { register } = machine;
    const days = computeCalendarDays(register, board, work).map(({ kind, title }) => `${kind} ${title}`);
    assert.ok(days.includes('promise Pick a vendor'), days.join());
    const ledger = buildLedger(register, board, work, { from: '2026-11-01', to: here }, usualPolicy);
    assert.deepEqual([ledger.owed.length, ledger.decided.length], [1, 1]);
    const lookBack = buildLookBack(register, board, work, here, usualPolicy);
    assert.deepEqual([lookBack?.waited.onLeader, lookBack?.decided.length], [board.totals.open, 1]);
    assert.deepEqual([work.assignments.length, work.drafts.length, work.assignments[0]?.ageInDays], [1, 1, 1]);
    const { trend } = buildSnapshot(register, board, work, usualPolicy, 'en', () => '');
    assert.equal(trend.at(-1)?.open, board.totals.open);
  });

  it('counts a change of the order in the current week, on the last day of the week too', () => {
    const order = { stops: 's', because: 'b', told: 't' };
    const machine = from(
      [
        { type: 'addPriority', title: 'A' },
        { type: 'addPriority', title: 'B' },
        { type: 'rankPriorities', order: ['item-002', 'item-001'], ...order },
      ],
      '2026-11-30',
    );
    machine.today = '2026-11-29';
    const { board, work } = boardsOf(machine);
    assert.equal(computeWorkFigures(work, board, usualPolicy.calendar).churn.at(-1)?.rerankings, 1);
  });
});

/** Days that the clock of the machine says, from a trip over the date line or a clock put wrong. */
const shifts = fc.infiniteStream(fc.constantFrom(0, 0, 1, -1, 2, -2));
const weeks = [
  usualPolicy.calendar,
  new Calendar({ weekdays: [7, 1, 2, 3, 4], holidays: ['2026-03-05'] }),
  new Calendar({ weekdays: [6], holidays: [] }),
];

describe('any acts of a leader whose day goes forwards and backwards', () => {
  it('are refused for no day on record, dated after it, and shown as the log has them', () => {
    const compared = new Set<string>();
    fc.assert(
      fc.property(anySteps, shifts, fc.constantFrom(...weeks), (steps, shifts, calendar) => {
        const policy = { ...usualPolicy, calendar };
        const machine = new Machine();
        let day = machine.today;
        for (const step of steps) {
          day = addDays(day, step.later);
          machine.today = addDays(day, shifts.next().value ?? 0);
          const { register, today } = machine;
          const intent = intentOf(step, register, today);
          const last = lastDay(machine);
          if (!hasDay(intent)) {
            assert.equal(outcomeOf(intent, machine, today), outcomeOf(intent, machine, last), JSON.stringify(intent));
            if (last > today) compared.add(intent.type);
          }
          machine.ask(intent);
          checkShown(machine, policy);
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(compared.size >= 20, [...compared].join(' '));
  });
});

/** Whether the intent has a day that somebody typed or planned, which is judged by today. */
function hasDay(intent: Intent): boolean {
  return (
    intent.type === 'confirmDefault' ||
    Object.entries(intent).some(([field, day]) => /On$|^until$/.test(field) && isDay(day))
  );
}

/** The latest day on record of anything. */
function lastDay({ register, today }: Machine): Day {
  const histories = [...register.items.values(), ...register.assignments.values(), register.priorities];
  return histories.reduce((last, { history }) => laterDay(last, dayOfAct(history, today)), today);
}

/** The refusal, or the types of the facts. */
function outcomeOf(intent: Intent, { register }: Machine, today: Day): string {
  const ruling = rule(intent, { register, today, policy: usualPolicy, device: 'laptop', newId: () => 'new' });
  if (isRefusal(ruling)) return ruling.refused;
  // Two checks of a claim on one day are one, so that a claim checked long ago can be checked again.
  return intent.type === 'verifyBlocker' ? 'done' : ruling.map(({ type }) => type).join(' ');
}

function checkShown(machine: Machine, policy: Policy): void {
  const { register, today } = machine;
  const { board, work } = boardsOf(machine, policy);
  const rows = new Map(board.rows.map((row) => [row.id, row]));
  assert.equal(rows.size, register.items.size);
  for (const [id, item] of register.items) {
    const row = rows.get(id);
    assert.ok(row !== undefined);
    assert.deepEqual(
      [row.closing, row.turns, row.check],
      [closingOf(item.closing, policy.calendar), item.turns, item.check],
    );
    assert.equal(row.state === 'closed' || row.state === 'checkDue', item.closing !== undefined);
    if (item.closing === undefined) assert.equal(row.ball, currentTurn(item)?.holder ?? 'leader');
    assert.ok(row.ageInDays >= 1);
    for (const days of [row.workingDaysWaited, row.workingDaysWithAsker, row.responseInWorkingDays ?? 0]) {
      assert.ok(days >= 0, JSON.stringify(row));
    }
    // An act is never dated before what it follows, unless somebody said its day.
    const entries = item.history.filter(({ type }) => type !== 'itemEdited');
    for (const [index, entry] of entries.entries()) {
      const before = dayOfAct(entries.slice(0, index), '0001-01-01');
      const on = dayOfAct([entry], '0001-01-01');
      const isTyped = ['itemDecidedBySilence', 'itemReturned'].includes(entry.type) || on === '0001-01-01';
      assert.ok(isTyped || on >= before, JSON.stringify([before, entry]));
    }
  }
  const open = [...register.items.values()].filter(({ closing }) => closing === undefined);
  assert.equal(board.totals.open + board.totals.handedOver, open.length);
  assert.deepEqual(
    work.assignments.map(({ id }) => id).toSorted(),
    [...register.assignments.values()].flatMap(({ id, madeOn }) => (madeOn === undefined ? [] : [id])).toSorted(),
  );
  for (const row of work.assignments) {
    assert.ok(row.ageInDays >= 1 && row.drag.yours >= 0 && row.drag.yours <= row.drag.of, JSON.stringify(row));
    assert.equal(row.closing, register.assignments.get(row.id)?.closing);
  }
  const { trend, scorecard, friction } = buildSnapshot(register, board, work, policy, 'en', () => '');
  assert.deepEqual([trend.at(-1)?.open, trend.at(-1)?.personDays], [board.totals.open, board.totals.personDays]);
  assert.ok(scorecard.lateInWorkingDays.every((days) => days >= 0));
  assert.ok(friction.byKind.every(({ workingDaysWaited }) => workingDaysWaited >= 0));
  const all = { from: '2026-01-01', to: today } as const;
  const ledger = buildLedger(register, board, work, all, policy);
  const told =
    ledger.owed.length + ledger.theirMove.length + ledger.decided.length + ledger.withdrawn.length + ledger.handedOver;
  const { owed, settled } = ledger.clarity;
  assert.equal(told + owed.length + settled.length, register.items.size);
}
