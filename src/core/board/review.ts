import { type OrderedRows, waitingRows } from './order.ts';
import { type BoardRow, isLeadersMove } from './row.ts';
import { addDays, type Day, daysBetween } from '../time/day.ts';

/** Calendar days without any act after which a review starts with what aged meanwhile. */
const absenceInDays = 3;

/** The items of a review: what the leader has to look at, in the order of all views. */
export function reviewQueue(board: OrderedRows): BoardRow[] {
  return waitingRows(board).filter(isForReview);
}

/** Whether a review still has something to ask about the item. */
export function isForReview(row: BoardRow): boolean {
  if (row.readOnly) return false;
  if (row.closing === undefined) return isLeadersMove(row) || row.isDefaultDue;
  return row.state === 'checkDue' || row.disagreement !== undefined;
}

/** The day of the last act, when it is long enough ago to be an absence; else undefined. */
export function awaySince(lastActOn: Day | undefined, today: Day): Day | undefined {
  return lastActOn !== undefined && daysBetween(lastActOn, today) >= absenceInDays ? lastActOn : undefined;
}

/**
 * The items of the queue that got worse since that day without an act: a promise or an until-day passed, or a check or a
 * default fell due.
 */
export function agedSince(queue: readonly BoardRow[], since: Day, today: Day): BoardRow[] {
  const passed = (day: Day | undefined): boolean => day !== undefined && day >= since && day < today;
  const cameDue = (day: Day | undefined): boolean => passed(day && addDays(day, -1));
  return queue.filter(
    (row) =>
      (row.overdue && passed(row.dueOn)) ||
      (row.deliberation !== undefined && passed(row.deliberation.until)) ||
      (row.isDefaultDue && cameDue(row.default?.on)) ||
      (row.state === 'checkDue' && cameDue(row.check?.on)),
  );
}

/** The answers that a review counts, in the order of its summary. */
export const reviewAnswers = [
  'decided',
  'deliberated',
  'sentBack',
  'returned',
  'acknowledged',
  'chased',
  'moved',
  'changed',
  'kept',
  'withdrawn',
  'checked',
  'confirmed',
] as const;
export type ReviewAnswer = (typeof reviewAnswers)[number];
