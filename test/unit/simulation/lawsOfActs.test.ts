import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { sourceAsOf } from '../../../src/core/board/asOf.ts';
import { buildBoard } from '../../../src/core/board/board.ts';
import type { BoardRow } from '../../../src/core/board/row.ts';
import type { Entry, Fact } from '../../../src/core/entries/entry.ts';
import { computeScorecard } from '../../../src/core/figures/scorecard.ts';
import type { Register } from '../../../src/core/register/register.ts';
import { addDays, type Day } from '../../../src/core/time/day.ts';
import { anySteps, type Step } from '../../support/anyIntent.ts';
import { type Comparisons, comparisonsIn } from '../../support/figures.ts';
import { usualPolicy } from '../../support/policy.ts';
import { AnySession, registerWith } from './anySession.ts';
import { dayAfter, workedDays } from './plainDays.ts';

/** Monday, 2 March 2026. */
const begins: Day = '2026-03-02';
const mondayToFriday = { weekdays: [1, 2, 3, 4, 5], holidays: [] };

describe('whatever is done, by the rules', () => {
  it('no age, cycle time or wait is shorter than of what was only asked; days with others, closed days and corrections of the asked day apart', () => {
    let compared = 0;
    fc.assert(
      fc.property(anySteps, (steps) => {
        const session = new AnySession(begins);
        session.live(steps, () => {
          for (const row of rowsOn(session.register, session.today)) {
            const about = session.entries.filter((entry) => 'item' in entry && entry.item === row.id);
            if (about.some((entry) => entry.type === 'itemEdited' && entry.askedOn !== undefined)) continue;
            const until = row.closing?.on ?? session.today;
            const [asked] = rowsOn(registerWith(about.slice(0, 1)), until);
            assert.ok(asked !== undefined);
            assert.equal(row.ageInDays, asked.ageInDays, `age of ${row.id}`);
            const notYours = daysOfOthers(about, row.askedOn, until);
            assert.ok(row.workingDaysWaited >= asked.workingDaysWaited - notYours, `wait of ${row.id}`);
            compared++;
          }
        });
      }),
      { numRuns: 100 },
    );
    assert.ok(compared > 1_000);
  });

  it('an act that is undone, also days later, leaves nothing on the board and in no figure', () => {
    let undone = 0;
    fc.assert(
      fc.property(anySteps, fc.nat(12), (steps, later) => {
        const session = new AnySession(begins);
        session.live(steps);
        const last = session.entries.at(-1)?.act;
        const before = registerWith(session.entries.filter(({ act }) => act !== last));
        session.today = addDays(session.today, later);
        if (session.act({ type: 'undo' }).length === 0) return;
        assert.deepEqual(allOn(session.register, session.today), allOn(before, session.today));
        undone++;
      }),
      { numRuns: 150 },
    );
    assert.ok(undone > 100);
  });

  it('the board of a past day is as it was on its evening', () => {
    let compared = 0;
    fc.assert(
      fc.property(anySteps, (steps) => {
        const session = new AnySession(begins);
        const evenings: (readonly [Day, readonly BoardRow[], Comparisons])[] = [];
        session.live(steps.flatMap(ofItsOwnDay), () => {
          const { register, today } = session;
          evenings.push([today, rowsOn(register, today), comparisonsIn(register, today)]);
        });
        for (const [day, rows, comparisons] of evenings) {
          const source = sourceAsOf(session.register, day);
          assert.deepEqual(comparisonsIn(source, day), comparisons, `the figures of ${day}, on ${session.today}`);
          const past = buildBoard(source.items, day, usualPolicy);
          assert.deepEqual(byId(past.rows), byId(rows), `the board of ${day}, on ${session.today}`);
          const defaults = new Map(rows.map((row) => [row.id, row.default]));
          for (const row of past.rows) {
            if (row.default !== undefined) assert.deepEqual(row.default, defaults.get(row.id), 'a later default');
          }
          compared++;
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(compared > 1_000);
  });
});

function rowsOn({ items }: Register, day: Day): readonly BoardRow[] {
  return buildBoard(items, day, usualPolicy).rows;
}

function allOn(register: Register, day: Day): unknown {
  const board = buildBoard(register.items, day, usualPolicy);
  return { ...board, scorecard: computeScorecard(board, usualPolicy), ...comparisonsIn(register, day) };
}

/** What they say is shown on the board of a past day as it is now. */
const ofNow: ReadonlySet<Step['type']> = new Set([
  'block',
  'unblock',
  'verifyBlocker',
  'setCheckDay',
  'samePerson',
  'differentPerson',
]);
/** What is said later about an earlier day. */
const aboutThePast: ReadonlySet<Step['type']> = new Set(['edit', 'confirmDefault']);

/** Only steps that say nothing about an earlier day and whose outcome a board of a past day leaves out. */
function ofItsOwnDay(step: Step): Step[] {
  if (ofNow.has(step.type) || aboutThePast.has(step.type)) return [];
  // Back, or ended, on that day.
  if (step.type === 'markReturned' || step.type === 'closeAssignment') return [{ ...step, days: 1 }];
  // Asked on that day, waiting from that day on; and without a check, which goes with the closing it belongs to.
  if (step.type === 'capture' || step.type === 'changeWaiting') return [{ ...step, days: Math.max(0, step.days) }];
  return step.type === 'decide' ? [{ ...step, days: -1 }] : [step];
}

/** By id, the rows of an evening, in no particular order; without the defaults, of which those replaced since are gone. */
function byId(rows: readonly BoardRow[]): ReadonlyMap<string, unknown> {
  return new Map(
    rows.map(({ default: _default, isDefaultDue: _isDue, waitingSpells, ...row }) => [
      row.id,
      { ...row, waitingSpells: waitingSpells.toSorted((a, b) => (a.name < b.name ? -1 : 1)) },
    ]),
  );
}

/** The acts after which it is somebody else's move, or nobody's; others leave it where it was. */
const yoursAfter: Partial<Record<Fact['type'], boolean>> = {
  itemSentBack: false,
  itemHandedOver: false,
  itemDecided: false,
  itemDecidedBySilence: false,
  itemCleared: false,
  itemSettled: false,
  itemWithdrawn: false,
  itemReturned: true,
  itemReopened: true,
};
const movedOn = new Set([
  'sentBackOn',
  'handedOverOn',
  'decidedOn',
  'clearedOn',
  'settledOn',
  'withdrawnOn',
  'returnedOn',
  'reopenedOn',
]);

/** The worked days that did not begin as the leader's, by what was written down. */
function daysOfOthers(entries: readonly Entry[], after: Day, until: Day): number {
  const moves = entries.flatMap((entry) => {
    const isYours = yoursAfter[entry.type];
    const on = Object.entries(entry).find(([field]) => movedOn.has(field))?.[1] as Day | undefined;
    return isYours === undefined || on === undefined ? [] : [{ isYours, on }];
  });
  const isOthers = (eve: Day): boolean => moves.findLast(({ on }) => on <= eve)?.isYours === false;
  return workedDays(after, until, mondayToFriday).filter((day) => isOthers(dayAfter(day, -1))).length;
}
