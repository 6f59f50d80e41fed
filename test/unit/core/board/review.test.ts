import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../src/core/board/board.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { agedSince, awaySince, reviewQueue } from '../../../../src/core/board/review.ts';
import { sayAway, sayReviewed } from '../../../../src/core/board/reviewText.ts';
import { type ReviewAnswer, reviewAnswers } from '../../../../src/core/board/review.ts';
import { captured, decided, logged, type TestFact } from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';

function queueOn(today: Day, facts: readonly TestFact[], readOnly: readonly string[] = []) {
  const register = new Register();
  register.add(logged(...facts), readOnly);
  return reviewQueue(buildBoard(register.items, today, { calendar: mondayToFriday }));
}
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const check = (item: string, checkOn: Day) => ({ type: 'checkDaySet', item, checkOn, setOn: '2026-03-03' }) as const;

describe('what a review walks through', () => {
  it('is what is the leader’s move, in the order of the list, with what is due to be checked', () => {
    const facts: TestFact[] = [
      captured({ item: 'alone' }),
      captured({ item: 'crowded', waiting: ['anna', 'sam'] }),
      captured({ item: 'away' }),
      { type: 'itemSentBack', item: 'away', question: 'which?', sentBackOn: '2026-03-03' },
      captured({ item: 'given' }),
      { type: 'itemHandedOver', item: 'given', to: 'tom', handedOverOn: '2026-03-03' },
      captured({ item: 'closed' }),
      { ...decided, item: 'closed' },
      captured({ item: 'to check' }),
      { ...decided, item: 'to check' },
      check('to check', '2026-03-09'),
      captured({ item: 'newer' }),
    ];
    assert.deepEqual(ids(queueOn('2026-03-09', facts, ['newer'])), ['crowded', 'alone', 'to check']);
    assert.deepEqual(ids(queueOn('2026-03-08', facts, ['newer'])), ['crowded', 'alone']);
  });
});

describe('an absence', () => {
  it('begins with three days without any act', () => {
    assert.equal(awaySince('2026-03-02', '2026-03-04'), undefined);
    assert.equal(awaySince('2026-03-02', '2026-03-05'), '2026-03-02');
    assert.equal(awaySince(undefined, '2026-03-05'), undefined);
  });

  it('has let those age whose promise, until-day, check day or default passed in it, and no other', () => {
    const later = '2026-04-01';
    const facts: TestFact[] = [
      captured({ item: 'over before', promisedOn: '2026-03-03' }),
      captured({ item: 'over since', promisedOn: '2026-03-04' }),
      captured({ item: 'due today', promisedOn: '2026-03-09' }),
      captured({ item: 'lapsed', promisedOn: later }),
      { type: 'deliberationStarted', item: 'lapsed', question: 'q', until: '2026-03-06', startedOn: '2026-03-03' },
      captured({ item: 'held', promisedOn: later }),
      { type: 'deliberationStarted', item: 'held', question: 'q', until: '2026-03-09', startedOn: '2026-03-03' },
      captured({ item: 'silent', promisedOn: later }),
      { type: 'defaultStated', item: 'silent', outcome: 'o', takesEffectOn: '2026-03-09', statedOn: '2026-03-03' },
      captured({ item: 'checked since' }),
      { ...decided, item: 'checked since' },
      check('checked since', '2026-03-09'),
      captured({ item: 'checked before' }),
      { ...decided, item: 'checked before' },
      check('checked before', '2026-03-04'),
    ];
    const queue = queueOn('2026-03-09', facts);
    assert.equal(queue.length, 8);
    assert.deepEqual(ids(agedSince(queue, '2026-03-04', '2026-03-09')).toSorted(), [
      'checked since',
      'lapsed',
      'over since',
      'silent',
    ]);
  });

  it('is spoken of in facts', () => {
    assert.equal(sayAway('2026-03-04', '2026-03-09', 3, 12), '3 of 12 came due since Wed 4 Mar.');
  });
});

describe('the end of a review', () => {
  it('says what has changed, by answer', () => {
    const answers: [string, ReviewAnswer[]][] = [
      ['left', []],
      ['moved', ['moved']],
      ['as well', ['moved']],
      ['left too', []],
      ['decided', ['decided']],
      ['looked back on', ['checked']],
    ];
    assert.equal(sayReviewed(new Map(answers), 12), 'Reviewed 6 of 12: 1 closed, 2 promises moved, 2 kept, 1 checked.');
    assert.equal(sayReviewed(new Map(), 12), 'Reviewed nothing; nothing has changed.');
  });

  it('says all that was done about one item, which counts once', () => {
    const answers: [string, ReviewAnswer[]][] = [
      ['seen, then held', ['acknowledged', 'deliberated']],
      ['seen', ['acknowledged']],
    ];
    assert.equal(sayReviewed(new Map(answers), 2), 'Reviewed 2 of 2: 1 put on hold, 2 acknowledged.');
  });

  it('has a word of its own for each answer', () => {
    const sentences = reviewAnswers.map((answer) => sayReviewed(new Map([['one', [answer]]]), 1));
    assert.equal(new Set(sentences).size, reviewAnswers.length);
    for (const sentence of sentences) assert.match(sentence, /^Reviewed 1 of 1: 1 [a-z ]+\.$/);
  });
});
