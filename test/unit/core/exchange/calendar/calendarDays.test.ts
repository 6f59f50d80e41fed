import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../../src/core/board/board.ts';
import { addDays, type Day, daysBetween } from '../../../../../src/core/time/day.ts';
import { type CalendarDay, computeCalendarDays } from '../../../../../src/core/exchange/calendar/calendarDays.ts';
import { revisionsIn } from '../../../../../src/core/register/revisions.ts';
import { Register } from '../../../../../src/core/register/register.ts';
import { buildWorkBoard } from '../../../../../src/core/assignments/workBoard.ts';
import { sampleSource } from '../../../../../src/core/sample/source.ts';
import { anySteps, intentOf } from '../../../../support/anyIntent.ts';
import {
  acknowledged,
  captured,
  checkDaySet,
  corrected,
  decided,
  deliberating,
  handedOver,
  held,
  logged,
  returned,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../../support/facts.ts';
import { Machine } from '../../../../support/machine.ts';
import { usualPolicy } from '../../../../support/policy.ts';
import { changed, ended, made } from '../../../../support/workFacts.ts';

const today: Day = '2026-03-04';

function daysOf(facts: readonly TestFact[], on: Day = today): readonly CalendarDay[] {
  const register = new Register();
  register.add(logged(...facts));
  const board = buildBoard(register.items, on, usualPolicy);
  return computeCalendarDays(register, board, buildWorkBoard(register, board, usualPolicy));
}

const inShort = (days: readonly CalendarDay[]) =>
  days.map(({ kind, day, title, isCancelled }) => `${isCancelled ? 'cancelled ' : ''}${day} ${kind} ${title}`);
const moved = {
  type: 'promiseMoved',
  item: 'vendor',
  promisedOn: '2026-03-12',
  reason: 'r',
  movedOn: '2026-03-04',
} as const;
const undo = (act: number, said: Partial<TestFact> = {}): TestFact =>
  ({ type: 'actUndone', undoes: `act-${act}`, ...said }) as TestFact;

describe('the days for a calendar', () => {
  it('are the promises, the until-days, the checks and the due days of what is open, by day', () => {
    const facts: TestFact[] = [
      captured(),
      deliberating,
      captured({ item: 'region', title: 'Pick a region', promisedOn: '2026-03-02' }),
      captured({ item: 'wire', title: 'Sign the wire' }),
      { ...decided, item: 'wire' },
      { ...checkDaySet, item: 'wire' },
      made(),
    ];
    assert.deepEqual(inShort(daysOf(facts)), [
      '2026-03-02 promise Pick a region',
      '2026-03-04 promise Pick a vendor',
      'cancelled 2026-03-04 promise Sign the wire',
      '2026-03-06 until Pick a vendor',
      '2026-03-20 check Sign the wire',
      '2026-03-20 due Customers can pay by invoice',
    ]);
    assert.equal(daysOf(facts).at(-1)?.owner, 'Anna');
  });

  it('are none of what is closed, answered, over, handed over or without a day, a while later', () => {
    const later: Day = '2026-04-04';
    assert.deepEqual(inShort(daysOf([captured(), withdrawn], later)), []);
    assert.deepEqual(inShort(daysOf([captured(), decided, checkDaySet, held], later)), []);
    assert.deepEqual(inShort(daysOf([captured(), handedOver], later)), []);
    assert.deepEqual(inShort(daysOf([made({ dueOn: undefined })], later)), []);
    assert.deepEqual(inShort(daysOf([made(), ended], later)), []);
    assert.deepEqual(inShort(daysOf([captured(), deliberating], later)), ['2026-03-04 promise Pick a vendor']);
    assert.deepEqual(inShort(daysOf([captured(), sentBack])), ['2026-03-05 promise Pick a vendor'], 'it rests');
  });

  it('are cancelled for 30 days where an export can have held them and they are over', () => {
    const promise = 'cancelled 2026-03-04 promise Pick a vendor';
    const cases: readonly (readonly [readonly TestFact[], readonly string[]])[] = [
      [[captured(), withdrawn], [promise]],
      [[captured(), handedOver], [promise]],
      [
        [captured(), decided, checkDaySet, held],
        [promise, 'cancelled 2026-03-20 check Pick a vendor'],
      ],
      [
        [captured(), deliberating, decided],
        [promise, 'cancelled 2026-03-06 until Pick a vendor'],
      ],
      [[captured(), undo(1)], [promise]],
      [[made(), ended], ['cancelled 2026-03-20 due Customers can pay by invoice']],
      // Came in closed, as a record that is imported does: no calendar ever held it.
      [[captured({ act: 'import' }), { ...decided, act: 'import' }], []],
      // Nor when a later import corrects it.
      [
        [
          captured({ act: 'import' }),
          { ...decided, act: 'import' },
          corrected,
          { ...corrected, closedOn: '2026-03-02' },
        ],
        [],
      ],
      // The sample goes without a trace.
      [[captured({ importedFrom: sampleSource }), withdrawn], []],
    ];
    for (const [facts, days] of cases) {
      assert.deepEqual(inShort(daysOf(facts)), days);
      assert.deepEqual(inShort(daysOf(facts, '2026-03-31')), days, 'logged on 2 March');
      assert.deepEqual(inShort(daysOf(facts, '2026-04-04')), []);
    }
  });

  it('are cancelled for 30 days after the closing day too, where that is later than what was logged', () => {
    const facts = [captured(), { ...decided, decidedOn: '2026-03-20' } as const];
    assert.deepEqual(inShort(daysOf(facts, '2026-04-18')), ['cancelled 2026-03-04 promise Pick a vendor']);
    assert.deepEqual(inShort(daysOf(facts, '2026-04-19')), []);
  });

  it('are not cancelled where a hold ended because its day came', () => {
    const days = daysOf([captured(), { ...deliberating, until: '2026-03-03' }]);
    assert.deepEqual(inShort(days), ['2026-03-03 until Pick a vendor', '2026-03-04 promise Pick a vendor']);
  });

  it('leave in a calendar exactly what is open, whatever is done and undone between two exports', () => {
    const moves = fc.tuple(anySteps, fc.infiniteStream(fc.nat(5)));
    fc.assert(
      fc.property(moves, ([steps, chances]) => {
        const machine = new Machine();
        const calendar = new Map<string, CalendarDay>();
        let exportedOn = machine.today;
        for (const step of steps) {
          const chance = chances.next().value;
          machine.today = addDays(machine.today, step.later);
          if (chance === 0) machine.ask({ type: 'undo' });
          else machine.ask(intentOf(step, machine.register, machine.today));
          if (chance > 2 && daysBetween(exportedOn, machine.today) < 25) continue;
          exportedOn = machine.today;
          const { register, today } = machine;
          const board = buildBoard(register.items, today, usualPolicy);
          const days = computeCalendarDays(register, board, buildWorkBoard(register, board, usualPolicy));
          for (const day of days) {
            const before = calendar.get(day.uid);
            // A calendar takes a change only with a higher number.
            if (before === undefined || day.revision > before.revision) calendar.set(day.uid, day);
          }
          const kept = [...calendar.values()].filter(({ isCancelled }) => !isCancelled);
          const isPast = ({ kind, day }: CalendarDay) => kind === 'until' && day < today;
          const inShort = (all: readonly CalendarDay[]) => all.map(({ uid, day }) => `${uid} ${day}`).toSorted();
          const open = days.filter(({ isCancelled }) => !isCancelled);
          assert.deepEqual(inShort(kept.filter((day) => !isPast(day))), inShort(open.filter((day) => !isPast(day))));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keep their id whatever happens, and count up with all that is said, also with what is taken back', () => {
    const logs: TestFact[][] = [
      [captured()],
      [captured(), moved],
      [captured(), moved, undo(2)],
      [captured(), moved, undo(2), undo(3)],
      [captured(), moved, undo(2), undo(3), acknowledged],
      [captured(), moved, undo(2), undo(3), acknowledged, handedOver, { ...returned, returnedOn: today }],
    ];
    const exportedDays = logs.map((facts) => daysOf(facts)[0]);
    assert.deepEqual(new Set(exportedDays.map((day) => day?.uid)), new Set(['promise-vendor@pacesetter']));
    // Two for each entry and undo after the first, and one for each day since.
    assert.deepEqual(
      exportedDays.map((day) => `${day?.day} ${day?.revision}`),
      ['2026-03-04 2', '2026-03-12 4', '2026-03-04 6', '2026-03-12 8', '2026-03-12 10', '2026-03-12 14'],
    );
  });

  it('have an id of their own for each kind, and none that a calendar file would read something into', () => {
    const uids = daysOf([captured({ item: 'a ATTACH:b;c,d' }), made(), changed]).map(({ uid }) => uid);
    assert.deepEqual(uids, ['promise-a%20ATTACH%3Ab%3Bc%2Cd@pacesetter', 'due-work@pacesetter']);
  });

  it('are stamped with the last thing that was said about them', () => {
    const at = (loggedAt: string) => ({ loggedAt });
    const days = daysOf([captured(at('2026-03-02T08:00:00.000Z')), { ...moved, ...at('2026-03-04T09:30:00.000Z') }]);
    assert.equal(days[0]?.changedAt, '2026-03-04T09:30:00.000Z');
  });
});

describe('the revisions of a register', () => {
  it('never fall as entries come in, in whatever order', () => {
    const facts: TestFact[] = [captured(), moved, undo(2), acknowledged, undo(3), undo(5), made(), changed, undo(8)];
    const all = logged(...facts);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        const register = new Register();
        let before = revisionsIn(register);
        for (const entry of order) {
          register.add([entry]);
          const now = revisionsIn(register);
          for (const [subject, revision] of before) {
            assert.ok((now.get(subject)?.count ?? 0) >= revision.count, subject);
          }
          before = now;
        }
        assert.deepEqual([before.get('vendor')?.count, before.get('work')?.count], [6, 3]);
      }),
    );
  });
});
