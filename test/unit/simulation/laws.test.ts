import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { sourceAsOf } from '../../../src/core/board/asOf.ts';
import { buildBoard } from '../../../src/core/board/board.ts';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { computeScorecard } from '../../../src/core/figures/scorecard.ts';
import { addDays, type Day, daysBetween } from '../../../src/core/time/day.ts';
import { boardOf, registerOf, rowOf } from '../../support/boardFromFacts.ts';
import {
  captured,
  decided,
  handedOver,
  reopened,
  returned,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../support/facts.ts';
import { comparisonsIn } from '../../support/figures.ts';
import { mondayToFriday, usualPolicy } from '../../support/policy.ts';
import { inTimeZone } from '../../support/timeZone.ts';
import { registerWith } from './anySession.ts';
import { live, plans } from './sixWeeks.ts';

/** Monday, 2 March 2026. */
const asked: Day = '2026-03-02';
/** On both sides of the date line. */
const farZones = ['Pacific/Kiritimati', 'Pacific/Honolulu', 'Asia/Kolkata', 'Europe/Berlin'];
const days = (most: number) => fc.integer({ min: 0, max: most });

describe('a law of the clocks', () => {
  it('an answer at any time leaves a promise as kept as an answer at once', () => {
    const anyCase = fc.record({
      promised: days(14),
      sentBackAfter: days(20),
      answeredAfter: days(30),
      leadersDays: days(6),
    });
    fc.assert(
      fc.property(anyCase, ({ promised, sentBackAfter, answeredAfter, leadersDays }) => {
        const sent = addDays(asked, sentBackAfter);
        /** Decided after the same working days of the leader, whenever the answer came. */
        const keptWith = (answered: Day): number => {
          const on = leadersDays === 0 ? answered : mondayToFriday.addWorkingDays(answered, leadersDays);
          const board = boardOf(addDays(on, 1), [
            captured({ askedOn: asked, promisedOn: addDays(asked, promised) }),
            { ...sentBack, sentBackOn: sent },
            { ...returned, returnedOn: answered },
            { ...decided, decidedOn: on },
          ]);
          return computeScorecard(board, usualPolicy).kept.count;
        };
        assert.ok(keptWith(addDays(sent, answeredAfter)) >= keptWith(sent));
      }),
      { numRuns: 2_000 },
    );
  });

  it('what is done and taken back on one day lowers no age and no day that people waited', () => {
    const detours: readonly ((on: Day) => TestFact[])[] = [
      (on) => [
        { ...sentBack, sentBackOn: on },
        { ...returned, returnedOn: on },
      ],
      (on) => [
        { ...handedOver, handedOverOn: on },
        { ...returned, returnedOn: on },
      ],
      (on) => [
        { ...decided, decidedOn: on },
        { ...reopened, reopenedOn: on },
      ],
      (on) => [
        { ...withdrawn, withdrawnOn: on },
        { ...reopened, reopenedOn: on },
      ],
      (on) => [
        { type: 'waitingChanged', item: 'vendor', removed: ['Anna'], day: on },
        { type: 'waitingChanged', item: 'vendor', added: ['Anna'], day: on },
      ],
    ];
    const anyDetour = fc.record({ after: days(20), detour: fc.constantFrom(...detours) });
    fc.assert(
      fc.property(fc.array(anyDetour, { maxLength: 6 }), days(20), (taken, later) => {
        const item = captured({ askedOn: asked, waiting: ['Anna', 'Sam'] });
        const inOrder = taken.toSorted((a, b) => a.after - b.after);
        const today = addDays(asked, 20 + later);
        const plain = rowOf(today, [item]);
        const row = rowOf(today, [item, ...inOrder.flatMap(({ after, detour }) => detour(addDays(asked, after)))]);
        assert.deepEqual(
          [row.ageInDays, row.workingDaysWaited, row.personDays, row.daysOver],
          [plain.ageInDays, plain.workingDaysWaited, plain.personDays, plain.daysOver],
        );
      }),
      { numRuns: 500 },
    );
  });

  it('closing and reopening leaves a trace: in the history, in the spells and in the count of reopened items', () => {
    const anyClosing = fc.constantFrom<(on: Day) => TestFact>(
      (on) => ({ ...decided, decidedOn: on }),
      (on) => ({ ...withdrawn, withdrawnOn: on }),
    );
    fc.assert(
      fc.property(anyClosing, days(12), days(30), days(20), (close, closedAfter, openAgainAfter, later) => {
        const closedOn = addDays(asked, closedAfter);
        const again = addDays(closedOn, openAgainAfter);
        const today = addDays(again, later);
        const facts = [captured({ askedOn: asked }), close(closedOn), { ...reopened, reopenedOn: again }];
        const row = rowOf(today, facts);
        assert.deepEqual(
          row.turns.map(({ holder, from, to }) => [holder, from, to]),
          [['nobody', closedOn, again]],
        );
        assert.equal(row.ageInDays, daysBetween(asked, today) + 1);
        const types = registerOf(...facts)
          .items.get('vendor')
          ?.history.map(({ type }) => type);
        assert.deepEqual(types?.slice(1), [close(closedOn).type, 'itemReopened']);
        assert.equal(computeScorecard(boardOf(today, facts), usualPolicy).reopened, 1);
      }),
    );
  });

  it('adding a person changes no person-days up to that day, unless the leader says since when', () => {
    const anyPerson = fc.record({ on: days(20), since: fc.option(days(20), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(anyPerson, { maxLength: 4 }), days(20), (people, namedAfter) => {
        const added = (name: string, on: number, since?: number): TestFact => ({
          type: 'waitingChanged',
          item: 'vendor',
          added: [name],
          day: addDays(asked, on),
          ...(since !== undefined && since <= on && { since: addDays(asked, since) }),
        });
        const facts = [
          captured({ askedOn: asked, waiting: ['Anna'] }),
          ...people.toSorted((a, b) => a.on - b.on).map(({ on, since }, index) => added(`person ${index}`, on, since)),
        ];
        const latest = Math.max(namedAfter, ...people.map(({ on }) => on));
        const more = [...facts, added('Sam', latest)];
        for (let day = 0; day <= latest; day++) {
          const on = addDays(asked, day);
          const sums = [facts, more].map((all) => boardOf(on, all).totals.personDays);
          assert.equal(sums[0], sums[1], `person-days of ${on}`);
        }
        const tomorrow = mondayToFriday.addWorkingDays(addDays(asked, latest), 1);
        const [without = 0, withSam = 0] = [facts, more].map((all) => boardOf(tomorrow, all).totals.personDays);
        assert.equal(withSam - without, 1);
      }),
    );
  });

  it('a board of a past day, with its figures, is the same from every zone, before and after a journey', async () => {
    const [plan] = plans;
    assert.ok(plan !== undefined);
    let compared = 0;
    await live(plan, (leader, machine, day) => {
      if (!plan.trips.some(([on]) => on === day)) return;
      const { entries } = machine.store.register;
      for (const past of [1, 8].map((days) => addDays(leader.today(machine), -days))) {
        const boards = farZones.map((zone) => inTimeZone(zone, () => shownOf(entries, past)));
        assert.equal(new Set(boards).size, 1, `the board of ${past} differs between zones`);
        compared += boards.length;
      }
    });
    // On the machine at home and on the one that travels, on each day of a journey.
    assert.ok(compared >= plan.trips.length * 2 * 2 * farZones.length);
  });
});

/** The rows and figures of a past day, as a machine shows them that has just read the log. */
function shownOf(entries: readonly Entry[], past: Day): string {
  const source = sourceAsOf(registerWith(entries), past);
  const { rows } = buildBoard(source.items, past, usualPolicy);
  return JSON.stringify([rows, comparisonsIn(source, past)]);
}
