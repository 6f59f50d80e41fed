import { type ReviewAnswer, reviewAnswers } from './review.ts';
import type { Day } from '../time/day.ts';
import { sayDay } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';

/**
 * `Reviewed 4 of 12: 1 closed, 1 sent back, 2 kept.`
 *
 * @param answers what was done, by id of the reviewed item; empty for an item kept as it is
 */
export function sayReviewed(answers: ReadonlyMap<string, readonly ReviewAnswer[]>, of: number): string {
  if (answers.size === 0) return t('Reviewed nothing; nothing has changed.');
  const all = [...answers.values()].flatMap((acts): readonly ReviewAnswer[] => (acts.length === 0 ? ['kept'] : acts));
  const parts = reviewAnswers.flatMap((answer) => {
    const count = all.filter((given) => given === answer).length;
    return count === 0 ? [] : [sayAnswers(answer, count)];
  });
  return t('Reviewed {0} of {1}: {2}.', answers.size, of, parts.join(', '));
}

function sayAnswers(answer: ReviewAnswer, count: number): string {
  switch (answer) {
    case 'decided':
      return t('{0} closed', count);
    case 'deliberated':
      return t('{0} put on hold', count);
    case 'sentBack':
      return t('{0} sent back', count);
    case 'returned':
      return t('{0} returned', count);
    case 'acknowledged':
      return t('{0} acknowledged', count);
    case 'chased':
      return t('{0} chased', count);
    case 'moved':
      return counted(count, '{0} promise moved', '{0} promises moved');
    case 'changed':
      return t('{0} changed', count);
    case 'kept':
      return t('{0} kept', count);
    case 'withdrawn':
      return t('{0} withdrawn', count);
    case 'checked':
      return t('{0} checked', count);
    case 'confirmed':
      return counted(count, '{0} default confirmed', '{0} defaults confirmed');
    default:
      return answer satisfies never;
  }
}

/** The first sentence of a review after an absence. */
export function sayAway(since: Day, today: Day, aged: number, queued: number): string {
  return t('{0} of {1} came due since {2}.', aged, queued, sayDay(since, today));
}
