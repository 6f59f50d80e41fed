import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type Board, buildBoard, buildBoardInSteps } from '../../../../src/core/board/board.ts';
import { ClosedRows } from '../../../../src/core/board/closedRows.ts';
import type { Entry, Fact } from '../../../../src/core/entries/entry.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import { anyDay, anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { captured, decided, logged, type TestFact } from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';

const sundayToThursday = new Calendar({ weekdays: [7, 1, 2, 3, 4], holidays: ['2026-03-04'] });

describe('rows of closed items that are remembered', () => {
  const close = (item: string, decidedOn: Day): TestFact[] => [captured({ item }), { ...decided, item, decidedOn }];
  const facts = [...close('early', '2026-03-03'), ...close('late a', '2026-03-05'), ...close('late b', '2026-03-05')];

  /** Ids of the closed items whose rows were built for the second board. */
  function builtAgain(more: readonly TestFact[], calendar = mondayToFriday): readonly string[] {
    const closedRows = new ClosedRows();
    const register = new Register();
    const board = (with_ = mondayToFriday): Board =>
      buildBoard(register.items, '2026-03-09', { calendar: with_ }, closedRows);
    register.add(logged(...facts));
    const before = new Set(board().rows);
    register.add(logged(...facts, ...more));
    return board(calendar).rows.flatMap((row) => (row.closing === undefined || before.has(row) ? [] : [row.id]));
  }

  it('are built once', () => {
    assert.deepEqual(builtAgain([captured({ item: 'new' }), { type: 'itemEdited', item: 'new', note: 'n' }]), []);
  });

  it('are built again with the day they were closed on, when an item of that day has changed', () => {
    assert.deepEqual(builtAgain([{ type: 'itemEdited', item: 'late a', title: 'renamed' }]), ['late a', 'late b']);
    assert.deepEqual(builtAgain(close('new', '2026-03-03')), ['early', 'new']);
  });

  it('are built again for another calendar', () => {
    assert.deepEqual(builtAgain([], sundayToThursday), ['late a', 'late b', 'early']);
  });
});

describe('a board built with what is remembered of the boards before', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const item = fc.constantFrom(...names);
  const act = fc.constantFrom('act 1', 'act 2', 'act 3', 'act 4');
  const day = anyDay('2026-02-20', '2026-03-25');
  const anyBlocking = fc
    .tuple(item, item, day)
    .map(([item, blocker, namedOn]): Fact => ({ type: 'blockerNamed', item, blocker, namedOn }));
  const reversal = fc
    .tuple(item, item, day)
    .map(([item, successor, answeredOn]): Fact => ({ type: 'itemReversed', item, reason: 'r', successor, answeredOn }));
  const closing = fc
    .tuple(item, day)
    .map(([item, decidedOn]): Fact => ({ type: 'itemDecided', item, outcome: 'Yes', decidedOn }));
  const check = fc
    .tuple(item, day, day)
    .map(([item, checkOn, setOn]): Fact => ({ type: 'checkDaySet', item, checkOn, setOn }));
  const fact = fc.oneof({ weight: 4, arbitrary: anyFact(item, act, day) }, anyBlocking, reversal, closing, check);
  const anyEntry = fc
    .record({ fact, envelope: anyEnvelope(act), id: fc.nat(500).map(String) })
    .map(({ fact, envelope, id }): Entry => ({ ...envelope, ...fact, id }));
  /** Every item is captured first; otherwise most facts have no effect. */
  const anyCapture = names.map((item, index): Entry => {
    const capture = captured({ item, title: item, waiting: ['anna', 'sam'].slice(index % 3) });
    const id = `capture ${item}`;
    return {
      ...capture,
      id,
      clock: '018fffffffff-0000',
      device: 'desk',
      act: id,
      loggedAt: '2026-03-02T09:00:00.000Z',
    };
  });
  const anyStep = fc.oneof(
    { weight: 8, arbitrary: fc.array(anyEntry, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: item.map((id): { readonly newer: string } => ({ newer: id })) },
    { weight: 2, arbitrary: day.map((today): { readonly today: typeof today } => ({ today })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom({ calendar: mondayToFriday }, { calendar: sundayToThursday }),
    },
  );

  it('is the board built afresh, after every change, undo, turn of the day and change of the working week', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30, size: 'max' }), (steps) => {
        const register = new Register();
        const closedRows = new ClosedRows();
        let today: Day = '2026-03-10';
        let calendar = mondayToFriday;
        const boards: (readonly [Board, Board])[] = [];
        register.add(anyCapture);
        for (const step of steps) {
          if ('today' in step) ({ today } = step);
          else if ('calendar' in step) ({ calendar } = step);
          else if ('newer' in step) register.add([], [step.newer]);
          else register.add(step);
          const board = buildBoard(register.items, today, { calendar }, closedRows);
          assert.deepEqual(board, buildBoard(register.items, today, { calendar }));
          boards.push([board, structuredClone(board)]);
        }
        for (const [board, copy] of boards) assert.deepEqual(board, copy, 'a board changed after it was handed out');
      }),
      { numRuns: 150 },
    );
  });

  it('is the same in many steps, and what is built between two of them does not disturb it', () => {
    const register = new Register();
    const many = Array.from({ length: 500 }, (_, index) => {
      const item = `item ${index}`;
      const askedOn = addDays('2026-01-01', index % 60);
      return index % 3 === 0
        ? [captured({ item, askedOn }), { ...decided, item, decidedOn: askedOn }]
        : [captured({ item, askedOn })];
    }).flat();
    register.add(logged(...many));
    const policy = { calendar: mondayToFriday };
    const closedRows = new ClosedRows();
    const steps = buildBoardInSteps(register.items, '2026-03-09', policy, closedRows);
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      if (++count % 5 === 0) buildBoard(register.items, '2026-02-01', { calendar: sundayToThursday }, closedRows);
    }
    assert.ok(count > 20, `${count} steps`);
    assert.deepEqual(step.value, buildBoard(register.items, '2026-03-09', policy));
  });
});
