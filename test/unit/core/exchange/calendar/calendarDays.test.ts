import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../../src/core/board/board.ts';
import type { Day } from '../../../../../src/core/time/day.ts';
import { type CalendarDay, computeCalendarDays } from '../../../../../src/core/exchange/calendar/calendarDays.ts';
import { Register } from '../../../../../src/core/register/register.ts';
import { buildWorkBoard } from '../../../../../src/core/assignments/workBoard.ts';
import {
  acknowledged,
  captured,
  checkDaySet,
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
import { usualPolicy } from '../../../../support/policy.ts';
import { changed, ended, made } from '../../../../support/workFacts.ts';

const today: Day = '2026-03-04';

function daysOf(facts: readonly TestFact[], on: Day = today): readonly CalendarDay[] {
  const register = new Register();
  register.add(logged(...facts));
  const board = buildBoard(register.items, on, usualPolicy);
  return computeCalendarDays(register, board, buildWorkBoard(register, board, usualPolicy));
}

const inShort = (days: readonly CalendarDay[]) => days.map(({ kind, day, title }) => `${day} ${kind} ${title}`);
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
      '2026-03-06 until Pick a vendor',
      '2026-03-20 check Sign the wire',
      '2026-03-20 due Customers can pay by invoice',
    ]);
    assert.equal(daysOf(facts).at(-1)?.owner, 'Anna');
  });

  it('are none of what is closed, answered, over, handed over or without a day', () => {
    assert.deepEqual(inShort(daysOf([captured(), withdrawn])), []);
    assert.deepEqual(inShort(daysOf([captured(), decided, checkDaySet, held])), []);
    assert.deepEqual(inShort(daysOf([captured(), handedOver])), []);
    assert.deepEqual(inShort(daysOf([made({ dueOn: undefined })])), []);
    assert.deepEqual(inShort(daysOf([made(), ended])), []);
    assert.deepEqual(inShort(daysOf([captured(), deliberating], '2026-03-07')), ['2026-03-04 promise Pick a vendor']);
    assert.deepEqual(inShort(daysOf([captured(), sentBack])), ['2026-03-04 promise Pick a vendor']);
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
    assert.deepEqual(
      exportedDays.map((day) => `${day?.day} ${day?.revision}`),
      ['2026-03-04 0', '2026-03-12 1', '2026-03-04 2', '2026-03-12 3', '2026-03-12 4', '2026-03-12 6'],
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
        let before = register.revisions();
        for (const entry of order) {
          register.add([entry]);
          const now = register.revisions();
          for (const [subject, revision] of before) assert.ok((now.get(subject) ?? 0) >= revision, subject);
          before = now;
        }
        assert.deepEqual(Object.fromEntries(before), { vendor: 6, work: 3 });
      }),
    );
  });
});
