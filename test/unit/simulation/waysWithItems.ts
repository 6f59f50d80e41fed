import assert from 'node:assert/strict';
import { computeFriction } from '../../../src/core/figures/friction.ts';
import { computeTrend } from '../../../src/core/figures/trend.ts';
import type { Day } from '../../../src/core/time/day.ts';
import {
  acknowledged,
  captured,
  decided,
  decidedBySilence,
  defaultStated,
  deliberating,
  reopened,
  returned,
  sentBack,
  type TestFact,
} from '../../support/facts.ts';
import { given } from '../../support/givenWhenThen.ts';
import { usualPolicy } from '../../support/policy.ts';
import { asked, on, seenOn, tells } from './seen.ts';

/** Ways to flatter a figure by what is done with one item, in the words of docs/figures.md, each with what shows it. */
export const waysWithItems: Readonly<Record<string, () => void>> = {
  'log late, as if it had just been asked': () => {
    const late = seenOn('2026-03-13', [captured({ ...on('2026-03-12') })]);
    assert.equal(late.row.logDelayInDays, 10);
    // Corrected to a later day, it is younger, and the history says that it was corrected. No promise moves with it.
    const moved: TestFact = { type: 'itemEdited', item: 'vendor', askedOn: '2026-03-11', ...on('2026-03-12') };
    const corrected = seenOn('2026-03-13', [asked, moved]);
    tells(corrected, 'edited', 'asked');
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

  'send back just to stop the clock': () => {
    const back = { ...sentBack, sentBackOn: '2026-03-04' as const };
    const away = seenOn('2026-03-09', [asked, back]);
    assert.deepEqual(
      away.ledger.theirMove.map(({ row }) => [row.ageInDays, row.workingDaysWithAsker]),
      [[8, 3]],
    );
    tells(away, 'sent back', 'Which region?');
    // The promise rests for as long as the answer takes, and not a day longer.
    const facts = [asked, back, { ...returned, returnedOn: '2026-03-09' as const }];
    const done = seenOn('2026-03-10', [...facts, { ...decided, decidedOn: '2026-03-10' }]);
    assert.deepEqual(
      [done.row.restedInDays, done.row.firstPromisedOn, done.row.firstDueOn],
      [3, '2026-03-04', '2026-03-09'],
    );
    assert.deepEqual(done.figures.kept, { count: 0, of: 1 });
  },

  'close, and reopen when it is convenient': () => {
    const facts = [asked, { ...decided, decidedOn: '2026-03-04' as const }];
    const seen = seenOn('2026-03-12', [...facts, { ...reopened, reopenedOn: '2026-03-11' }]);
    assert.deepEqual(
      seen.row.turns.map(({ holder, from, to }) => [holder, from, to]),
      [['nobody', '2026-03-04', '2026-03-11']],
    );
    assert.equal(seen.row.ageInDays, 11);
    assert.equal(seen.figures.reopened, 1);
    assert.deepEqual(seen.figures.kept, { count: 0, of: 1 });
    tells(seen, 'reopened', 'the price changed');
  },

  'move the promise': () => {
    const moved = {
      type: 'promiseMoved',
      item: 'vendor',
      promisedOn: '2026-03-20',
      reason: 'later',
      movedOn: '2026-03-04',
    } as const;
    const { row, ledger, figures } = seenOn('2026-03-10', [asked, moved]);
    assert.deepEqual([row.overdue, row.slips, row.firstPromisedOn], [false, 1, '2026-03-04']);
    assert.deepEqual(
      ledger.slipped.map(({ slip: { from, to, reason } }) => [from, to, reason]),
      [['2026-03-04', '2026-03-20', 'later']],
    );
    assert.deepEqual(figures.kept, { count: 0, of: 1 });
  },

  'move it to an earlier day first, then back': () => {
    const move = (promisedOn: Day, movedOn: Day): TestFact => ({
      type: 'promiseMoved',
      item: 'vendor',
      promisedOn,
      reason: 'so',
      movedOn,
    });
    const { ledger } = seenOn('2026-03-10', [
      asked,
      move('2026-03-03', '2026-03-02'),
      move('2026-03-04', '2026-03-03'),
    ]);
    assert.deepEqual(
      ledger.slipped.map(({ slip: { from, to } }) => [from, to]),
      [['2026-03-03', '2026-03-04']],
    );
  },

  'hold at the last minute': () => {
    const hold = { ...deliberating, startedOn: '2026-03-04' as const, until: '2026-03-20' as const };
    const { row, figures, board } = seenOn('2026-03-06', [asked, hold]);
    assert.deepEqual([row.slips, row.overdue, row.drifting, row.daysOver], [1, true, false, 2]);
    assert.deepEqual([row.deliberation?.question, row.deliberation?.until], ['Can we leave in a year?', '2026-03-20']);
    assert.equal(board.totals.overdue, 1);
    assert.deepEqual(figures.kept, { count: 0, of: 1 });
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
};
