import { titleOf } from '../items/codedText.ts';
import type { Item } from '../items/item.ts';
import type { Policy } from '../policy.ts';
import type { Day } from '../time/day.ts';
import { linkBlockers, type OpenDraft } from './blocking.ts';
import { ClosedRows } from './closedRows.ts';
import { inOrder, type OrderedRows } from './order.ts';
import { type BoardRow, draftRow, type ItemName } from './row.ts';
import { computeTotals, type Totals } from './totals.ts';

/**
 * All that the views show about items: a pure function of register, day and policy. A board never changes.
 *
 * What the log says holds, whatever today is: the leader's day can be earlier than a day on record (travel, a machine in
 * another zone). A board of an earlier day is built from `itemsAsOf`.
 */
export interface Board extends OrderedRows {
  /** Open items in the order of all views (`order.ts`); then closed items, latest closing first. */
  readonly rows: readonly BoardRow[];
  readonly totals: Totals;
}

/**
 * Builds the board of a day. Linear in items and blockers, apart from sorting.
 *
 * @param closedRows rows remembered from the board before; they save time and have no effect on the result
 */
export function buildBoard(
  items: ReadonlyMap<string, Item>,
  today: Day,
  policy: Pick<Policy, 'calendar'>,
  closedRows?: ClosedRows,
): Board {
  const steps = buildBoardInSteps(items, today, policy, closedRows);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same in steps of a few milliseconds, for other work to be done in between. The items must not change meanwhile. */
export function* buildBoardInSteps(
  items: ReadonlyMap<string, Item>,
  today: Day,
  { calendar }: Pick<Policy, 'calendar'>,
  closedRows = new ClosedRows(),
): Generator<undefined, Board> {
  const open: OpenDraft[] = [];
  const closed = new Map<Day, Item[]>();
  /** By the id of an item, the one whose reversal opened it. */
  const origins = new Map<string, ItemName>();
  for (const item of items.values()) {
    const { closing } = item;
    if (closing === undefined) {
      open.push({ item, row: draftRow(item, today, calendar), depth: 0, node: undefined });
      if (open.length % draftsPerStep === 0) yield;
      continue;
    }
    const ofDay = closed.get(closing.on);
    if (ofDay === undefined) closed.set(closing.on, [item]);
    else ofDay.push(item);
    addOrigin(origins, item);
  }
  yield;
  linkBlockers(open, today);
  for (const { row } of open) {
    row.reverses = origins.get(row.id);
    if (row.blockedBy.length > 0 && (row.state === 'waiting' || row.state === 'acknowledged')) row.state = 'blocked';
  }
  const weekEndsOn = calendar.lastDayOfWeek(today);
  const rows: BoardRow[] = inOrder(open, { today, weekEndsOn });
  yield;
  for (const ofDay of yield* closedRows.inOrder(closed, { items, today, calendar, origins })) {
    for (const row of ofDay) rows.push(row);
  }
  return { today, weekEndsOn, rows, totals: computeTotals(rows) };
}

const draftsPerStep = 256;

/** Of two items that name the same successor, which no rule produces, the one with the smaller id counts. */
function addOrigin(origins: Map<string, ItemName>, item: Item): void {
  const answer = item.check?.answer;
  if (answer?.how !== 'reversed') return;
  const other = origins.get(answer.successor);
  if (other === undefined || item.id < other.id) origins.set(answer.successor, { id: item.id, title: titleOf(item) });
}
