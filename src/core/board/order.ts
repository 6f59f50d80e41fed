import { compareTexts } from '../text/compareTexts.ts';
import type { OpenDraft } from './blocking.ts';
import { type BoardDays, groupNames, groupOf } from './groups.ts';
import type { BoardRow, RowDraft } from './row.ts';

/**
 * The order of all views: that of the groups, and in each of them by hurt, with what is blocked last. A blocker of
 * something overdue comes first in *Today*, and the holes of one assignment stand together.
 *
 * @param open drafts that are linked with their blockers
 */
export function inOrder(open: readonly OpenDraft[], days: BoardDays): RowDraft[] {
  const places = open.map(({ row, depth }): Place => ({ row, depth, rank: rankOf(row, days) }));
  places.sort(byRankAndHurt);
  return withHolesTogether(places).map(({ row }) => row);
}

/** The rows of a board, and its days. */
export interface OrderedRows extends BoardDays {
  readonly rows: readonly BoardRow[];
}

/**
 * What the leader has to look at, in the order of all views: what waits on them, defaults to confirm, and at the end of
 * *Today* the closed items whose check is due.
 */
export function waitingRows(board: OrderedRows): BoardRow[] {
  const byGroup = Map.groupBy(board.rows, (row) => groupOf(row, board));
  return waitingGroups.flatMap((name) => byGroup.get(name) ?? []);
}

/** The groups of what the leader has to look at. */
const waitingGroups = groupNames.filter((name) => name !== 'theirMove' && name !== 'closed');

/** The item to start with: the first that can be acted on and is not blocked; undefined when nothing waits. */
export function startWith(board: OrderedRows): BoardRow | undefined {
  const rows = waitingRows(board).filter(({ readOnly }) => !readOnly);
  return rows.find(({ blockedBy }) => blockedBy.length === 0) ?? rows[0];
}

type Place = Pick<OpenDraft, 'row' | 'depth'> & { readonly rank: number };

/** Three parts of each group: what something overdue waits for, the rest, and what is blocked. */
function rankOf(row: RowDraft, days: BoardDays): number {
  const group = groupOf(row, days);
  if (group === undefined) return Infinity;
  const part = row.blockedBy.length > 0 ? 2 : group === 'today' && row.blocksOverdue ? 0 : 1;
  return 3 * groupNames.indexOf(group) + part;
}

/**
 * Within a part of a group by hurt (person-days of the item or of what it blocks), then by the longer chain of items that
 * wait, by days over, by the longer wait, and by asked day and id as a fixed tie-break.
 */
function byRankAndHurt(a: Place, b: Place): number {
  return (
    a.rank - b.rank ||
    b.row.hurt - a.row.hurt ||
    b.depth - a.depth ||
    b.row.daysOver - a.row.daysOver ||
    b.row.workingDaysWaited - a.row.workingDaysWaited ||
    compareTexts(a.row.askedOn, b.row.askedOn) ||
    compareTexts(a.row.id, b.row.id)
  );
}

/**
 * Moves the holes of an assignment up to its first one in the same part of a group. Blocked ones stay, because a blocker
 * must stay before them.
 */
function withHolesTogether(places: readonly Place[]): Place[] {
  const holes = Map.groupBy(places.filter(isFreeHole), holeKey);
  const ordered: Place[] = [];
  for (const place of places) {
    const together = isFreeHole(place) ? holes.get(holeKey(place)) : undefined;
    if (together === undefined) ordered.push(place);
    else if (together[0] === place) ordered.push(...together);
  }
  return ordered;
}

function isFreeHole({ row }: Place): boolean {
  return row.clarity !== undefined && row.blockedBy.length === 0;
}

function holeKey({ row, rank }: Place): string {
  return `${rank} ${row.clarity?.assignment}`;
}
