import { addDays, type Day } from '../time/day.ts';
import { recentlyClosedInDays } from '../policy.ts';
import type { Board } from './board.ts';
import type { BoardRow } from './row.ts';

/** The groups of the tree, in the order of urgency. */
export const groupNames = [
  'overdue',
  'drifting',
  'dueThisWeek',
  'deliberating',
  'sentBack',
  'blocked',
  'checkDue',
  'later',
  'handedOver',
  'recentlyClosed',
] as const;
export type GroupName = (typeof groupNames)[number];

/**
 * The group of an item; undefined when it is no longer recently closed. An overdue item is in `overdue` when it is held,
 * else in `drifting`. Unless overdue, an item with a due default is in `checkDue`, whoever has the ball.
 */
export function groupOf(
  row: BoardRow,
  { today, weekEndsOn }: Pick<Board, 'today' | 'weekEndsOn'>,
): GroupName | undefined {
  switch (row.state) {
    case 'closed':
      return isRecentlyClosed(row, today) ? 'recentlyClosed' : undefined;
    case 'checkDue':
    case 'drifting':
      return row.state;
    case 'handedOver':
    case 'sentBack':
    case 'blocked':
      return row.isDefaultDue ? 'checkDue' : row.state;
    case 'deliberating':
      if (row.overdue) return 'overdue';
      return row.isDefaultDue ? 'checkDue' : 'deliberating';
    case 'waiting':
    case 'acknowledged':
      if (row.isDefaultDue) return 'checkDue';
      return row.dueOn <= weekEndsOn ? 'dueThisWeek' : 'later';
    default:
      return row.state satisfies never;
  }
}

/** Whether a closed item is still shown among the recently closed. */
export function isRecentlyClosed(row: BoardRow, today: Day): boolean {
  return row.closing !== undefined && row.closing.on > addDays(today, -recentlyClosedInDays);
}
