import { addDays, type Day } from '../time/day.ts';
import { recentlyClosedInDays } from '../policy.ts';
import type { BoardRow } from './row.ts';

/** The groups of the tree. Their order is the order in which everything is shown. */
export const groupNames = ['overdue', 'today', 'thisWeek', 'later', 'onHold', 'theirMove', 'closed'] as const;
export type GroupName = (typeof groupNames)[number];

/** The days of a board that the groups depend on. */
export interface BoardDays {
  readonly today: Day;
  /** The last day of the leader's current week. */
  readonly weekEndsOn: Day;
}

/**
 * The group of an item; undefined when it is no longer recently closed. Everything overdue is in `overdue`, held or not.
 * What has to be looked at today is in `today`: what is due, in the way of something overdue, or asks whether a default
 * took effect or a decision stood.
 */
export function groupOf(row: BoardRow, { today, weekEndsOn }: BoardDays): GroupName | undefined {
  if (row.closing !== undefined) {
    if (row.state === 'checkDue') return 'today';
    return isRecentlyClosed(row, today) ? 'closed' : undefined;
  }
  if (row.overdue) return 'overdue';
  if (row.isDefaultDue) return 'today';
  if (row.ball !== 'leader') return 'theirMove';
  if (row.blocksOverdue) return 'today';
  if (row.state === 'deliberating') return 'onHold';
  if (row.promisedOn <= today) return 'today';
  return row.promisedOn <= weekEndsOn ? 'thisWeek' : 'later';
}

/** Whether a closed item is still shown among the recently closed. */
export function isRecentlyClosed(row: BoardRow, today: Day): boolean {
  return row.closing !== undefined && row.closing.on > addDays(today, -recentlyClosedInDays);
}
