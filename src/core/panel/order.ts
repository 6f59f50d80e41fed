import type { Board } from '../board/board.ts';
import type { BoardRow } from '../board/row.ts';

/** The rows that are not closed for good, in the order of the tree. */
export function rowsInOrder({ today, weekEndsOn, rows }: Pick<Board, 'today' | 'weekEndsOn' | 'rows'>): BoardRow[] {
  const rank = (row: BoardRow): number => {
    if (row.overdue) return 0;
    if (isDueToday(row, today)) return 1;
    if (row.ball !== 'leader') return 5;
    if (row.state === 'deliberating') return 4;
    return row.promisedOn <= weekEndsOn ? 2 : 3;
  };
  return rows
    .filter(({ closing, state }) => closing === undefined || state === 'checkDue')
    .toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        a.blockedBy.length - b.blockedBy.length ||
        b.hurt - a.hurt ||
        b.daysOver - a.daysOver ||
        b.workingDaysWaited - a.workingDaysWaited,
    );
}

/** Due today, or with a check or a default that is due. */
export function isDueToday(row: BoardRow, today: string): boolean {
  if (row.overdue) return false;
  if (row.state === 'checkDue' || row.isDefaultDue) return true;
  return row.closing === undefined && row.ball === 'leader' && row.promisedOn === today;
}

/** The item to start with: the first whose move it is the leader's, and that is not blocked. */
export function itemToStartWith(rowsInOrder: readonly BoardRow[]): BoardRow | undefined {
  return rowsInOrder.find(
    (row) => row.blockedBy.length === 0 && (row.closing !== undefined || row.ball === 'leader' || row.isDefaultDue),
  );
}
