import assert from 'node:assert/strict';
import { itemSentences } from '../../../src/core/items/itemSentences.ts';
import type { Day } from '../../../src/core/time/day.ts';
import {
  captured,
  decided,
  deliberating,
  reopened,
  returned,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../support/facts.ts';
import { asked, seenOn, tells } from './seen.ts';

/** Ways to flatter what is said about promises, in the words of docs/figures.md, each with what shows it. */
export const waysWithPromises: Readonly<Record<string, () => void>> = {
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

  'send back, or close and reopen, so that the promise rests': () => {
    const last = { ...decided, decidedOn: '2026-03-10' } as const;
    const seenAfter = (...facts: readonly TestFact[]) => {
      const { row } = seenOn('2026-03-10', [asked, ...facts]);
      const sentences = itemSentences(row, '2026-03-10').join('\n');
      assert.match(sentences, /Wed 4 Mar, and 5 working days that were not yours, so due Wed 11 Mar/);
      const seen = seenOn('2026-03-10', [asked, ...facts, last]);
      const { restedInDays, firstPromisedOn, firstDueOn, ageInDays, turns } = seen.row;
      assert.deepEqual([restedInDays, firstPromisedOn, firstDueOn, ageInDays], [5, '2026-03-04', '2026-03-11', 9]);
      assert.deepEqual(seen.figures.kept, { count: 1, of: 1 });
      return { seen, sentences, spells: turns.map(({ holder, from, to }) => [holder, from, to]) };
    };
    const back = seenAfter(sentBack, { ...returned, returnedOn: '2026-03-10' });
    assert.deepEqual(back.spells, [['asker', '2026-03-03', '2026-03-10']]);
    tells(back.seen, 'sent back', 'Which region?');
    const closed = seenAfter(decided, { ...reopened, reopenedOn: '2026-03-10' });
    assert.deepEqual(closed.spells, [['nobody', '2026-03-03', '2026-03-10']]);
    assert.match(closed.sentences, /closed from Tue 3 Mar to Tue 10 Mar and reopened/);
    tells(closed.seen, 'reopened', 'the price changed');
    assert.deepEqual([back.seen.figures.reopened, closed.seen.figures.reopened], [0, 1]);
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

  'withdraw what will be late': () => {
    const inTime = seenOn('2026-03-20', [asked, { ...withdrawn, withdrawnOn: '2026-03-04' }]);
    assert.deepEqual(
      [inTime.figures.kept, inTime.figures.withdrawn],
      [
        { count: 0, of: 0 },
        { count: 1, late: 0 },
      ],
    );
    const tooLate = seenOn('2026-03-20', [asked, { ...withdrawn, withdrawnOn: '2026-03-06' }]);
    assert.deepEqual(
      [tooLate.figures.standing, tooLate.figures.withdrawn],
      [
        { count: 0, of: 0 },
        { count: 1, late: 1 },
      ],
    );
    assert.deepEqual(
      tooLate.ledger.withdrawn.map(({ id }) => id),
      ['vendor'],
    );
    tells(tooLate, 'withdrawn', 'no longer needed');
  },

  'promise late days': () => {
    const { row, figures } = seenOn('2026-03-13', [
      captured({ promisedOn: '2026-03-31' }),
      { ...decided, decidedOn: '2026-03-13' },
    ]);
    assert.deepEqual(figures.kept, { count: 1, of: 1 });
    assert.deepEqual([row.ageInDays, figures.decisionTime.p85], [12, 9]);
  },
};
