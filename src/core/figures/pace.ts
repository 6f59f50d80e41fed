import { isOfOutside } from '../requests/eventText.ts';
import type { Board } from '../board/board.ts';
import type { BoardRow } from '../board/row.ts';
import { countUpTo } from '../text/sorted.ts';

/** An open item's age compared with the cycle times of the items the leader closed. */
export interface Pace {
  /** Closed items whose cycle time is at most its age. */
  readonly olderThan: number;
  /** All closed items. */
  readonly of: number;
  /** 100 · olderThan / of. (55 Degrees, ageing work in progress: pace.) */
  readonly percent: number;
}

/** Cycle times of the items the leader closed, in calendar days, ascending; without those others closed. */
export function cycleTimes({ rows }: Pick<Board, 'rows'>): readonly number[] {
  const days = rows.filter(isClosedByLeader).map((row) => row.ageInDays);
  return [...Float64Array.from(days).sort()];
}

/** @returns undefined when nothing has been closed */
export function paceOf(row: Pick<BoardRow, 'ageInDays'>, ascendingCycleTimes: readonly number[]): Pace | undefined {
  const of = ascendingCycleTimes.length;
  if (of === 0) return undefined;
  const olderThan = countUpTo(ascendingCycleTimes, row.ageInDays);
  return { olderThan, of, percent: (100 * olderThan) / of };
}

/** Closed, not by somebody it had been handed over to, and not elsewhere. */
export function isClosedByLeader(row: BoardRow): boolean {
  return row.closing !== undefined && row.ball !== 'decider' && !endedElsewhere(row);
}

/** Withdrawn by what happened outside, such as a review by a teammate. The leader did nothing. */
export function endedElsewhere({ closing }: BoardRow): boolean {
  return closing?.how === 'withdrawn' && isOfOutside(closing.reasonCode);
}
