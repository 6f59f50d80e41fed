import assert from 'node:assert/strict';
import { computeFriction } from '../../../src/core/figures/friction.ts';
import { itemSentences } from '../../../src/core/items/itemSentences.ts';
import { buildPerson } from '../../../src/core/reports/person.ts';
import { computeTrend } from '../../../src/core/figures/trend.ts';
import type { Day } from '../../../src/core/time/day.ts';
import {
  acknowledged,
  blockedBy,
  captured,
  decided,
  decidedBySilence,
  defaultStated,
  handedOver,
  returned,
  sentBack,
  type TestFact,
} from '../../support/facts.ts';
import { registerOf } from '../../support/boardFromFacts.ts';
import { given } from '../../support/givenWhenThen.ts';
import { usualPolicy } from '../../support/policy.ts';
import { asked, on, seenOn, tells } from './seen.ts';

/** Ways to flatter a figure by what is said about one item, in the words of docs/figures.md, each with what shows it. */
export const waysWithItems: Readonly<Record<string, () => void>> = {
  'log late, as if it had just been asked': () => {
    const late = seenOn('2026-03-13', [captured({ ...on('2026-03-12') })]);
    assert.equal(late.row.logDelayInDays, 10);
  },

  'correct the asked day to a later one': () => {
    const later: TestFact = { type: 'itemEdited', item: 'vendor', askedOn: '2026-03-11', ...on('2026-03-12') };
    const corrected = seenOn('2026-03-13', [asked, later]);
    assert.ok(
      itemSentences(corrected.row, '2026-03-13').includes('The asked day was corrected from Mon 2 Mar to Wed 11 Mar.'),
    );
    assert.equal(corrected.row.firstAskedOn, '2026-03-02');
    tells(corrected, 'Thu 12 Mar', 'edited', 'asked Wed 11 Mar');
    assert.deepEqual([corrected.row.ageInDays, corrected.row.firstPromisedOn], [3, '2026-03-04']);
    assert.deepEqual(corrected.figures.kept, { count: 0, of: 1 });
  },

  'close and capture the same again': () => {
    const again = captured({ item: 'again', askedOn: '2026-03-13', promisedOn: '2026-03-17', ...on('2026-03-13') });
    const { board, figures } = seenOn('2026-03-16', [asked, { ...decided, decidedOn: '2026-03-13' }, again]);
    assert.deepEqual(
      board.rows.map(({ id, ageInDays, closing }) => [id, ageInDays, closing?.how]),
      [
        ['again', 4, undefined],
        ['vendor', 12, 'decided'],
      ],
    );
    assert.deepEqual([figures.decisionTime.p85, figures.kept], [9, { count: 0, of: 1 }]);
  },

  'name people late, or leave out and name again': () => {
    const change = (day: Day, change: { added?: string[]; removed?: string[] }): TestFact => ({
      type: 'waitingChanged',
      item: 'vendor',
      ...change,
      ...on(day),
    });
    const facts = [
      asked,
      change('2026-03-09', { added: ['Sam'] }),
      change('2026-03-11', { removed: ['Anna'] }),
      change('2026-03-13', { added: ['Anna'] }),
    ];
    const seen = seenOn('2026-03-16', facts);
    // Anna from the 2nd to the 11th and after the 13th; Sam after the 9th.
    assert.equal(seen.row.personDays, 7 + 1 + 5);
    tells(seen, 'Wed 11 Mar', 'no longer waiting: Anna');
    tells(seen, 'Fri 13 Mar', 'now waiting: Anna');
    tells(seen, 'Mon 9 Mar', 'now waiting: Sam');
  },

  'tell that two people are one': () => {
    const named: TestFact = { type: 'waitingChanged', item: 'vendor', added: ['Sam'], ...on('2026-03-09') };
    const joined: TestFact = { type: 'namesJoined', names: ['Anna', 'Sam'], joinedOn: '2026-03-13' };
    const facts = [asked, named, joined];
    const seen = seenOn('2026-03-16', facts);
    assert.deepEqual([seen.row.waiting, seen.row.personDays], [['Anna'], 10]);
    tells(seen, 'Mon 9 Mar', 'now waiting: Sam');
    const { people } = registerOf(...facts);
    assert.deepEqual(buildPerson(people, seen.board, { assignments: [] }, 'Sam', usualPolicy.calendar).alsoCalled, [
      'Sam',
    ]);
  },

  'say what you expected after it happened': () => {
    const late: TestFact = { ...decided, expect: 'It works', sureness: 99, ...on('2026-03-12') };
    const seen = seenOn('2026-03-13', [asked, late]);
    tells(seen, 'Thu 12 Mar', 'decided on Tue 3 Mar', 'It works');
  },

  'move the check day on and on': () => {
    const checkOn = (day: Day, said: Day): TestFact => ({
      type: 'checkDaySet',
      item: 'vendor',
      checkOn: day,
      setOn: said,
      ...on(said),
    });
    const facts = [asked, decided, checkOn('2026-03-09', '2026-03-03'), checkOn('2030-01-07', '2026-03-10')];
    const seen = seenOn('2026-03-13', facts);
    tells(seen, 'Tue 3 Mar', 'Mon 9 Mar');
    tells(seen, 'Tue 10 Mar', 'Mon 7 Jan 2030');
  },

  'leave people out before a report': () => {
    const left: TestFact = { type: 'waitingChanged', item: 'vendor', removed: ['Anna'], ...on('2026-03-13') };
    const { board, row } = seenOn('2026-03-17', [asked, left]);
    assert.equal(row.personDays, 0);
    const week = computeTrend(board, usualPolicy.calendar).find(({ endsOn }) => endsOn === '2026-03-08');
    assert.equal(week?.personDays, 4);
    assert.equal(computeFriction(board, usualPolicy).byKind[0]?.personDays, 9);
  },

  'acknowledge at once and do nothing': () => {
    const seen = seenOn('2026-03-13', [asked, { ...acknowledged, acknowledgedOn: '2026-03-02' }]);
    assert.deepEqual([seen.figures.responseTime.p85, seen.figures.decisionTime.n], [0, 0]);
    assert.deepEqual([seen.row.ageInDays, seen.row.drifting, seen.row.personDays], [12, true, 9]);
    assert.deepEqual(seen.figures.drift, { items: 1, personDays: 9, longestInWorkingDays: 7 });
    tells(seen, 'acknowledged');
  },

  'state a default on its own day': () => {
    const seenIfStated = (statedOn: Day): readonly unknown[] => {
      const { row, history } = seenOn('2026-03-06', [
        asked,
        { ...defaultStated, takesEffectOn: '2026-03-04', statedOn },
        { ...decidedBySilence, decidedOn: '2026-03-04' },
      ]);
      return [row.closing?.how, history.some((line) => line.includes('by silence'))];
    };
    assert.deepEqual(seenIfStated('2026-03-03'), ['silence', true]);
    assert.deepEqual(seenIfStated('2026-03-04'), ['decided', false]);
  },

  'say that it was decided on an earlier day': () => {
    const seen = seenOn('2026-03-12', [asked, { ...decided, decidedOn: '2026-03-04', ...on('2026-03-12') }]);
    assert.equal(seen.row.closing?.on, '2026-03-04');
    tells(seen, 'Thu 12 Mar: decided on Wed 4 Mar');
    const wasAway = given(asked, { ...sentBack, sentBackOn: '2026-03-03' }, { ...returned, returnedOn: '2026-03-11' });
    const onTheirDay = wasAway
      .on('2026-03-12')
      .when({ type: 'decide', id: 'vendor', outcome: 'yes', decidedOn: '2026-03-04' });
    assert.equal(onTheirDay.inShort, 'notYourMoveThen');
  },

  'hand over what takes long': () => {
    const facts = [asked, { ...handedOver, handedOverOn: '2026-03-09' as const }];
    const seen = seenOn('2026-03-13', facts);
    assert.deepEqual([seen.board.totals.handedOver, seen.ledger.handedOver, seen.figures.kept], [1, 1, broken]);
    // The days until then were the leader's.
    const [friction] = computeFriction(seen.board, usualPolicy).byKind;
    assert.deepEqual([friction?.items, friction?.late, friction?.workingDaysWaited], [1, 1, 5]);
    tells(seen, 'handed over to Kim');
    const { figures } = seenOn('2026-03-13', [...facts, { ...decided, decidedOn: '2026-03-12' }]);
    assert.deepEqual([figures.closedByOthers, figures.kept, figures.decisionTime.n], [1, broken, 0]);
  },

  'say that something else is in the way': () => {
    const other = captured({ item: 'other', title: 'Ask legal', promisedOn: '2026-03-31' });
    const { row, board } = seenOn('2026-03-13', [asked, other, blockedBy('other')]);
    assert.deepEqual(
      row.blockedBy.map(({ title, unverifiedInDays }) => [title, unverifiedInDays]),
      [['Ask legal', 10]],
    );
    assert.deepEqual([row.ageInDays, row.overdue, row.personDays], [12, true, 9]);
    // What is said to be in the way has the hurt of what waits for it.
    const blocker = board.rows.find(({ id }) => id === 'other');
    assert.deepEqual([blocker?.personDays, blocker?.hurt, blocker?.blocksOverdue], [0, 9, true]);
  },

  'say again that a blocker is in the way, without asking': () => {
    const verified = (day: Day): TestFact => ({
      type: 'blockerVerified',
      item: 'vendor',
      blocker: 'other',
      verifiedOn: day,
      ...on(day),
    });
    const facts = [asked, captured({ item: 'other' }), blockedBy('other')];
    const seen = seenOn('2026-03-13', [...facts, verified('2026-03-09'), verified('2026-03-12')]);
    assert.equal(seen.row.blockedBy[0]?.unverifiedInDays, 1);
    for (const day of ['Mon 9 Mar', 'Thu 12 Mar']) tells(seen, day, 'still blocked by');
    assert.deepEqual([seen.row.ageInDays, seen.row.daysOver], [12, 7]);
  },

  'call what is late another kind, or a one-way door': () => {
    const facts = [asked, captured({ item: 'second', askedBy: 'ida' }), captured({ item: 'third', askedBy: 'ida' })];
    const before = seenOn('2026-03-09', facts);
    assert.equal(computeFriction(before.board, usualPolicy).recurring?.late, 3);
    const seen = seenOn('2026-03-09', [...facts, { type: 'itemEdited', item: 'vendor', door: 'one-way' }]);
    const { recurring, byKind, byAsker } = computeFriction(seen.board, usualPolicy);
    assert.equal(recurring, undefined);
    // Nothing is lost by it: neither from the sums, nor the promise, nor what was said before.
    for (const friction of [byKind, byAsker]) assert.equal(sum(friction.map(({ late }) => late)), 3);
    assert.deepEqual([seen.row.firstPromisedOn, seen.figures.kept], ['2026-03-04', { count: 0, of: 3 }]);
    tells(seen, 'edited', 'door one-way');
  },
};

const broken = { count: 0, of: 1 };
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
