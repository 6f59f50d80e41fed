import type { Board } from '../board/board.ts';
import type { BoardRow } from '../board/row.ts';
import type { Day } from '../time/day.ts';
import type { Slip } from '../items/item.ts';
import { type Policy, targetKindOf } from '../policy.ts';
import type { Register } from '../register/register.ts';
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
  /** All of them, whenever they were said. */
  readonly slips: readonly Slip[];
}

export interface DecidedItem {
  readonly row: ClosedRow;
  /** What the leader asks for such a thing, in working days. */
  readonly target: number;
}

/** What a leader can show others: what they owe today, and what they did in a span of days. */
export interface SharedLedger {
  readonly today: Day;
  readonly span: DaySpan;
  /** Open today and the leader's or the asker's move, oldest hurt first; clarity is told apart. */
  readonly owed: readonly OwedItem[];
  /** Of all that is owed, clarity included. */
  readonly personDays: number;
  /** Open, and somebody else decides them now. */
  readonly handedOver: number;
  /** Decided, also by silence, or cleared. */
  readonly decided: readonly DecidedItem[];
  readonly withdrawn: readonly ClosedRow[];
  readonly slipped: readonly SlippedItem[];
  readonly reversed: readonly BoardRow[];
  readonly clarity: { readonly owed: readonly OwedItem[]; readonly settled: readonly DecidedItem[] };
  readonly changed: readonly ChangedAssignment[];
}

/** Told from what the log says today: what was reopened since it was decided is owed, and decided no more. */
export function buildLedger(
  { items }: Pick<Register, 'items'>,
  { rows, today, totals }: Board,
  { assignments }: Pick<WorkBoard, 'assignments'>,
  span: DaySpan,
  { targets }: Pick<Policy, 'targets'>,
): SharedLedger {
  const owed = rows
    .filter(({ closing, ball }) => closing === undefined && ball !== 'decider')
    .map((row): OwedItem => ({ row, slips: items.get(row.id)?.slips ?? [] }));
  const closed = closedWithin(rows, span);
  const decided = closed
    .filter(({ closing }) => closing.how !== 'withdrawn')
    .map((row): DecidedItem => ({ row, target: targets[targetKindOf(row.kind, row.door)] }));
  return {
    today,
    span,
    owed: owed.filter(({ row }) => row.kind !== 'clarity'),
    personDays: totals.personDays,
    handedOver: totals.handedOver,
    decided: decided.filter(({ row }) => row.kind !== 'clarity'),
    withdrawn: closed.filter(({ closing }) => closing.how === 'withdrawn'),
    slipped: slippedWithin(items.values(), span),
    reversed: answeredWithin(rows, 'reversed', span),
    clarity: {
      owed: owed.filter(({ row }) => row.kind === 'clarity'),
      settled: decided.filter(({ row }) => row.kind === 'clarity'),
    },
    changed: changedWithin(assignments, span),
  };
}
