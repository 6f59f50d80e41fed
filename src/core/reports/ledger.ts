import type { Board } from '../board/board.ts';
import { type BoardRow, isLeadersMove } from '../board/row.ts';
import type { Day } from '../time/day.ts';
import { type Slip, slipsOf } from '../board/promise.ts';
import type { Item } from '../items/item.ts';
import { type BothHalves, computeBothHalves } from '../figures/bothHalves.ts';
import type { Calendar } from '../time/calendar.ts';
import { type Policy, targetKindOf } from '../policy.ts';
import type { BoardSource } from '../register/register.ts';
import type { WorkBoard } from '../assignments/workBoard.ts';
import type { DaySpan } from './daySpan.ts';
import {
  answeredWithin,
  type ChangedAssignment,
  changedWithin,
  type ClosedRow,
  closedWithin,
  type SlippedItem,
  slippedWithin,
} from './activity.ts';

export interface OwedItem {
  readonly row: BoardRow;
  /** All slips of the item, also before the span. */
  readonly slips: readonly Slip[];
}

export interface DecidedRow {
  readonly row: ClosedRow;
  /** Target of its kind, in working days. */
  readonly target: number;
}

/** The ledger a leader can share: what they owe today, and what they did in a span of days. */
export interface SharedLedger {
  readonly today: Day;
  readonly span: DaySpan;
  /** What waits on the leader, without clarity, in the order of the board. */
  readonly owed: readonly OwedItem[];
  /** Open items that were sent back. */
  readonly theirMove: readonly OwedItem[];
  /** Sum over all of these, clarity included. */
  readonly personDays: number;
  /** Number of open items that are handed over. */
  readonly handedOver: number;
  /** Items decided, by silence too, or cleared; without clarity. */
  readonly decided: readonly DecidedRow[];
  readonly withdrawn: readonly ClosedRow[];
  readonly slipped: readonly SlippedItem[];
  readonly reversed: readonly BoardRow[];
  readonly clarity: { readonly owed: readonly OwedItem[]; readonly settled: readonly DecidedRow[] };
  readonly changed: readonly ChangedAssignment[];
  /** As of today, over the last 90 days. */
  readonly halves: BothHalves;
}

/** Computed from today's register: an item reopened after its closing is owed, not decided. */
export function buildLedger(
  source: BoardSource,
  board: Board,
  work: Pick<WorkBoard, 'assignments'>,
  span: DaySpan,
  policy: Pick<Policy, 'calendar' | 'targets'>,
): SharedLedger {
  const { items } = source;
  const { rows, today, totals } = board;
  const { calendar, targets } = policy;
  const open = rows
    .filter(({ closing, ball }) => closing === undefined && ball !== 'decider')
    .map((row): OwedItem => ({ row, slips: slipsIn(items.get(row.id), calendar) }));
  const owed = open.filter(({ row }) => isLeadersMove(row));
  const closed = closedWithin(rows, span, today);
  const decided = closed
    .filter(({ closing }) => closing.how !== 'withdrawn')
    .map((row): DecidedRow => ({ row, target: targets[targetKindOf(row.kind, row.door)] }));
  return {
    today,
    span,
    owed: owed.filter(({ row }) => row.kind !== 'clarity'),
    theirMove: open.filter(({ row }) => row.ball === 'asker'),
    personDays: totals.personDays,
    handedOver: totals.handedOver,
    decided: decided.filter(({ row }) => row.kind !== 'clarity'),
    withdrawn: closed.filter(({ closing }) => closing.how === 'withdrawn'),
    slipped: slippedWithin(items.values(), span, today, calendar),
    reversed: answeredWithin(rows, 'reversed', span, today),
    clarity: {
      owed: owed.filter(({ row }) => row.kind === 'clarity'),
      settled: decided.filter(({ row }) => row.kind === 'clarity'),
    },
    changed: changedWithin(work.assignments, span, today),
    halves: computeBothHalves(source, board, work, policy),
  };
}

function slipsIn(item: Item | undefined, calendar: Calendar): readonly Slip[] {
  return item === undefined ? [] : slipsOf(item, calendar);
}
