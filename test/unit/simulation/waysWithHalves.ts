import assert from 'node:assert/strict';
import { briefText } from '../../../src/core/reports/brief.ts';
import type { Day } from '../../../src/core/time/day.ts';
import {
  captured,
  checkDaySet,
  decided,
  held,
  reopened,
  returned,
  reversed,
  sentBack,
  type TestFact,
} from '../../support/facts.ts';
import { comparisonsOf } from '../../support/figures.ts';
import { given } from '../../support/givenWhenThen.ts';
import { workFiguresOf, workOf } from '../../support/work.ts';
import { changed, ended, made, owed, reassigned, sound } from '../../support/workFacts.ts';
import { asked, on, seenOn, tells } from './seen.ts';

const today: Day = '2026-03-27';
const expecting = { ...decided, expect: 'half the tickets', sureness: 90 } as const;

/** The same facts about several items. */
function each(items: readonly string[], facts: readonly TestFact[]): TestFact[] {
  return items.flatMap((item) => facts.map((fact): TestFact => ({ ...fact, item }) as TestFact));
}

/** Ways to flatter what compares both sides of a wait, in the words of docs/figures.md, each with what shows it. */
export const waysWithHalves: Readonly<Record<string, () => void>> = {
  'send back whatever would take long': () => {
    const long = each(['a', 'b'], [captured(), sentBack]);
    const quick = each(['c', 'd', 'e'], [captured(), { ...decided, decidedOn: '2026-03-02' }]);
    const { turnaround, sendBacks } = comparisonsOf(today, [...long, ...quick]).halves;
    assert.deepEqual([turnaround.you.p85, turnaround.you.running], [1, 0]);
    assert.deepEqual([turnaround.team.running, turnaround.team.oldestRunningInDays], [2, 18]);
    assert.deepEqual(sendBacks, { count: 2, closed: 3 });
  },

  'mark as returned long after it came back': () => {
    const facts = [asked, sentBack, { ...returned, returnedOn: '2026-03-04' as const, ...on('2026-03-11') }];
    // Until it was written down, the spell was seen to run; then the day that was said counts.
    const { running, oldestRunningInDays } = comparisonsOf('2026-03-10', facts.slice(0, 2)).halves.turnaround.team;
    assert.deepEqual([running, oldestRunningInDays], [1, 5]);
    assert.equal(seenOn('2026-03-11', facts).row.workingDaysWithAsker, 1);
    tells(seenOn('2026-03-11', facts), 'Wed 11 Mar: returned on Wed 4 Mar');
    const soon = given(asked, sentBack).when({ type: 'markReturned', id: 'vendor', returnedOn: '2026-03-02' });
    assert.equal(soon.inShort, 'returnedTooEarly');
  },

  'agree on another day before the first one is missed': () => {
    const later = { ...changed, doneWhen: undefined, dueOn: '2026-03-25', isAgreed: true } as const;
    const facts = [sound, made(), later, { ...ended, closedOn: '2026-03-24' as const }];
    const { promises, changes } = comparisonsOf(today, facts).halves;
    assert.deepEqual([promises.team.count, promises.team.of, changes.requirementChanges], [0, 1, 1]);
  },

  'reassign what will be late, so that it starts anew': () => {
    const facts = [sound, made(), reassigned, { ...ended, closedOn: '2026-03-24' as const }];
    assert.equal(comparisonsOf(today, facts).halves.promises.team.of, 0);
    const { changes, interruptions } = workFiguresOf(today, facts);
    assert.deepEqual([changes.count, changes.costInDays, interruptions[0]?.count], [1, 3, 1]);
  },

  'say that it ended on an earlier day': () => {
    const end = { ...ended, closedOn: '2026-03-20', ...on('2026-03-26') } as const;
    const [row] = workOf(today, [sound, made(), end]).assignments;
    assert.ok(row !== undefined);
    assert.match(briefText(row, today, String), /Fri 20 Mar: met \(written down Thu 26 Mar\)/);
    const early = given(sound, made()).when({
      type: 'closeAssignment',
      id: 'work',
      result: 'met',
      closedOn: '2026-03-01',
    });
    assert.equal(early.inShort, 'closedBeforeHandedOut');
  },

  'reassign, or add to the agreement by filling holes': () => {
    const facts = [sound, made(), reassigned];
    assert.equal(comparisonsOf(today, facts).halves.changes.requirementChanges, 0);
    assert.equal(workFiguresOf(today, facts).changes.count, 1);
    const hole = [made({ excluded: undefined, anyway: 'hurry' }), ...owed('excluded')];
    const settle = { type: 'settle', id: 'excluded', answer: 'Partners, and 20 more pages' } as const;
    assert.equal(given(sound, ...hole).when(settle).inShort, 'itemSettled agreementFilled');
    const settled = { type: 'itemSettled', item: 'excluded', answer: 'Partners', settledOn: '2026-03-03' } as const;
    assert.equal(given(sound, ...hole, settled).when(settle).inShort, 'alreadyClosed');
  },

  'hand out only what is easy without a hole': () => {
    const work = (count: number) =>
      Array.from({ length: count }, (_, at) => [
        made({ assignment: `work ${at}` }),
        { ...ended, assignment: `work ${at}` },
      ]).flat();
    const { clear, anyway, needed } = comparisonsOf(today, [sound, ...work(20)]).payback;
    assert.deepEqual([clear.n, clear.medianChanges, anyway.n, needed], [20, undefined, 0, 5]);
  },

  'set a check day only where it will stand': () => {
    const sure = each(['a', 'b'], [captured(), decided, checkDaySet, held]);
    const unsure = each(['c', 'd'], [captured(), decided]);
    const { notHeld } = comparisonsOf(today, [...sure, ...unsure]).payback;
    assert.deepEqual([notHeld.answered, notHeld.stood], [2, 2]);
    // Of the others nobody can say that they stood: the panel calls them "not checked".
    const { board } = seenOn(today, [asked, ...sure, ...unsure]);
    const unchecked = board.rows.filter(({ closing, check }) => closing !== undefined && check === undefined);
    assert.equal(unchecked.length, 2);
  },

  'leave unanswered what did not come': () => {
    const later: Day = '2027-06-01';
    const facts = [asked, expecting, checkDaySet];
    const { calibration } = comparisonsOf(later, facts);
    assert.deepEqual([calibration.answered, calibration.unanswered], [0, 1]);
    assert.equal(seenOn(later, facts).row.state, 'checkDue');
  },

  'reopen what did not come': () => {
    const facts = [asked, expecting, checkDaySet, reopened];
    const { calibration } = comparisonsOf(today, facts);
    assert.deepEqual([calibration.answered, calibration.unanswered], [0, 0]);
    assert.equal(seenOn(today, facts).figures.reopened, 1);
    tells(seenOn(today, facts), 'expected, 90 % sure: half the tickets');
    // Once it was answered as reversed, it cannot be reopened.
    const after = given(asked, expecting, checkDaySet, reversed);
    assert.equal(after.when({ type: 'reopen', id: 'vendor', reason: 'no' }).inShort, 'alreadyReversed');
  },

  'always say 50 %': () => {
    const even = { ...expecting, sureness: 50 } as const;
    const scoreOf = (count: number) => {
      const items = Array.from({ length: 10 }, (_, at) => `item ${at}`);
      const stood = each(items.slice(0, count), [captured(), even, checkDaySet, held]);
      const fell = each(items.slice(count), [captured(), even, checkDaySet, reversed]);
      const { brier, resolution } = comparisonsOf(today, [...stood, ...fell]).calibration;
      return [brier, resolution];
    };
    for (const count of [0, 5, 10]) assert.deepEqual(scoreOf(count), [0.25, 0]);
  },
};
