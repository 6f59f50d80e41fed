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
  const places = open.map((draft): Place => ({ ...draft, rank: rankOf(draft.row, days) }));
  places.sort(byRankAndHurt);
  return withHolesTogether(places).map(({ row }) => row);
}

/** The rows of a board, and its days. */
export interface OrderedRows extends BoardDays {
  readonly rows: readonly BoardRow[];
}

/** What waits on the leader, in the order of all views, with the closed items whose check is due at the end of *Today*. */
export function waitingRows(board: OrderedRows): BoardRow[] {
  const byGroup = Map.groupBy(board.rows, (row) => groupOf(row, board));
  return waitingGroups.flatMap((name) => byGroup.get(name) ?? []);
}

/** The groups of what waits on the leader. */
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
function byRankAndHurt({ row: a, ...placeOfA }: Place, { row: b, ...placeOfB }: Place): number {
  return (
    placeOfA.rank - placeOfB.rank ||
    b.hurt - a.hurt ||
    placeOfB.depth - placeOfA.depth ||
    b.daysOver - a.daysOver ||
    b.workingDaysWaited - a.workingDaysWaited ||
    compareTexts(a.askedOn, b.askedOn) ||
    compareTexts(a.id, b.id)
  );
}

/**
 * Moves the holes of an assignment up to its first one in the same part of a group. Blocked ones stay, because a blocker
 * must stay before them.
 */
function withHolesTogether(places: readonly Place[]): Place[] {
  const holes = new Map<string, Place[]>();
  const kept: (readonly Place[])[] = [];
  for (const place of places) {
    const { row, rank } = place;
    const key = row.clarity === undefined || row.blockedBy.length > 0 ? undefined : `${rank} ${row.clarity.assignment}`;
    const others = key === undefined ? undefined : holes.get(key);
    if (others !== undefined) {
      others.push(place);
      continue;
    }
    const together = [place];
    if (key !== undefined) holes.set(key, together);
    kept.push(together);
  }
  return kept.flat();
}
