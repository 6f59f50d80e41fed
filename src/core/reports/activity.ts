import { titleOf } from '../items/codedText.ts';
import type { BoardRow, ItemName } from '../board/row.ts';
import { compareTexts } from '../text/compareTexts.ts';
import type { Closing, Item, Slip } from '../items/item.ts';
import type { Amendment } from '../assignments/assignment.ts';
import type { AssignmentRow } from '../assignments/workBoard.ts';
import { type DaySpan, isWithin } from './daySpan.ts';

/** An item that is closed, with how. */
export type ClosedRow = BoardRow & { readonly closing: Closing };

export interface SlippedItem {
  readonly item: ItemName;
  readonly slip: Slip;
}

/** A requirement change, or a reassignment, and what it was made to. */
export interface ChangedAssignment {
  readonly assignment: AssignmentRow;
  readonly amendment: Amendment;
}

/** What was closed in the span and is closed still, the first first. */
export function closedWithin(rows: readonly BoardRow[], span: DaySpan): ClosedRow[] {
  return rows
    .filter((row): row is ClosedRow => isWithin(row.closing?.on, span))
    .toSorted((a, b) => compareTexts(a.closing.on, b.closing.on) || compareTexts(a.id, b.id));
}

/** Every slip that was said in the span, also of what is closed by now, the first first. */
export function slippedWithin(items: Iterable<Item>, span: DaySpan): SlippedItem[] {
  return [...items]
    .flatMap((item) => item.slips.map((slip) => ({ item: { id: item.id, title: titleOf(item) }, slip })))
    .filter(({ slip }) => isWithin(slip.on, span))
    .toSorted((a, b) => compareTexts(a.slip.on, b.slip.on) || compareTexts(a.item.id, b.item.id));
}

/** Decisions of which it was said in the span that they held, or that they did not; the first answer first. */
export function answeredWithin(rows: readonly BoardRow[], how: 'held' | 'reversed', span: DaySpan): BoardRow[] {
  const answered = ({ check }: BoardRow): string => check?.answer?.on ?? '';
  return rows
    .filter(({ check }) => check?.answer?.how === how && isWithin(check.answer.on, span))
    .toSorted((a, b) => compareTexts(answered(a), answered(b)) || compareTexts(a.id, b.id));
}

/** What was changed in the span after it had been agreed. Filling a hole changes nothing that had been. */
export function changedWithin(assignments: readonly AssignmentRow[], span: DaySpan): ChangedAssignment[] {
  return assignments
    .flatMap((assignment) => assignment.amendments.map((amendment) => ({ assignment, amendment })))
    .filter(({ amendment: { how, on } }) => how !== 'filled' && isWithin(on, span))
    .toSorted((a, b) => compareTexts(a.amendment.on, b.amendment.on) || compareTexts(a.assignment.id, b.assignment.id));
}
