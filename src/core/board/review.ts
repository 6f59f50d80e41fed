import type { Board } from './board.ts';
import type { BoardRow } from './row.ts';
import { addDays, type Day, daysBetween } from '../time/day.ts';

/** After so many calendar days without any act, a review opens with what aged meanwhile. */
const absenceInDays = 3;

/** What a review walks through: the leader's open moves, oldest hurt first, then what is due to be checked. */
export function reviewQueue({ rows }: Pick<Board, 'rows'>): BoardRow[] {
  return rows.filter(isForReview);
}

/** Whether a review still has something to ask about the item. */
export function isForReview(row: BoardRow): boolean {
  if (row.readOnly) return false;
  return row.closing === undefined ? row.ball === 'leader' || row.isDefaultDue : row.state === 'checkDue';
}

/** How long nothing was done, when that is long enough to be an absence; the day of the last act, else undefined. */
export function awaySince(lastActOn: Day | undefined, today: Day): Day | undefined {
  return lastActOn !== undefined && daysBetween(lastActOn, today) >= absenceInDays ? lastActOn : undefined;
}

/**
 * Of the queue, what changed for the worse by itself since that day: a promise passed, an until-day passed, a check or a
 * default fell due.
 */
export function agedSince(queue: readonly BoardRow[], since: Day, today: Day): BoardRow[] {
  const passed = (day: Day | undefined): boolean => day !== undefined && day >= since && day < today;
  const cameDue = (day: Day | undefined): boolean => passed(day && addDays(day, -1));
  return queue.filter(
    (row) =>
      (row.overdue && passed(row.promisedOn)) ||
      (row.deliberation !== undefined && passed(row.deliberation.until)) ||
      (row.isDefaultDue && cameDue(row.default?.on)) ||
      (row.state === 'checkDue' && cameDue(row.check?.on)),
  );
}

/** What was done in a review, by the answer that did it. */
export const reviewAnswers = [
  'decided',
  'deliberated',
  'sentBack',
  'acknowledged',
  'moved',
  'kept',
  'withdrawn',
  'checked',
  'confirmed',
] as const;
export type ReviewAnswer = (typeof reviewAnswers)[number];
