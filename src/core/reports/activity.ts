import { titleOf } from '../items/codedText.ts';
import type { BoardRow, ItemName } from '../board/row.ts';
import { compareTexts } from '../text/compareTexts.ts';
import type { Closing, Item } from '../items/item.ts';
import { type Slip, slipsOf } from '../board/promise.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Amendment } from '../assignments/assignment.ts';
import type { AssignmentRow } from '../assignments/workBoard.ts';
import type { Day } from '../time/day.ts';
import { type DaySpan, isWithin } from './daySpan.ts';

/** The row of a closed item. */
export type ClosedRow = BoardRow & { readonly closing: Closing };

export interface SlippedItem {
  readonly item: ItemName;
  readonly slip: Slip;
}

/** A requirement change or reassignment, with its assignment. */
export interface ChangedAssignment {
  readonly assignment: AssignmentRow;
  readonly amendment: Amendment;
}

/** Items closed in the span and still closed, earliest first. */
export function closedWithin(rows: readonly BoardRow[], span: DaySpan, today: Day): ClosedRow[] {
  return rows
    .filter((row): row is ClosedRow => isWithin(row.closing?.on, span, today))
    .toSorted((a, b) => compareTexts(a.closing.on, b.closing.on) || compareTexts(a.id, b.id));
}

/** Slips recorded in the span, closed items included, earliest first. */
export function slippedWithin(items: Iterable<Item>, span: DaySpan, today: Day, calendar: Calendar): SlippedItem[] {
  return [...items]
    .flatMap((item) => slipsOf(item, calendar).map((slip) => ({ item: { id: item.id, title: titleOf(item) }, slip })))
    .filter(({ slip }) => isWithin(slip.on, span, today))
    .toSorted((a, b) => compareTexts(a.slip.on, b.slip.on) || compareTexts(a.item.id, b.item.id));
}

/** Decisions whose check was answered that way in the span, earliest answer first. */
export function answeredWithin(
  rows: readonly BoardRow[],
  how: 'held' | 'reversed',
  span: DaySpan,
  today: Day,
): BoardRow[] {
  const answered = ({ check }: BoardRow): string => check?.answer?.on ?? '';
  return rows
    .filter(({ check }) => check?.answer?.how === how && isWithin(check.answer.on, span, today))
    .toSorted((a, b) => compareTexts(answered(a), answered(b)) || compareTexts(a.id, b.id));
}

/** Requirement changes in the span, earliest first. Filling a hole is no change. */
export function changedWithin(assignments: readonly AssignmentRow[], span: DaySpan, today: Day): ChangedAssignment[] {
  return assignments
    .flatMap((assignment) => assignment.amendments.map((amendment) => ({ assignment, amendment })))
    .filter(({ amendment: { how, on } }) => how !== 'filled' && isWithin(on, span, today))
    .toSorted((a, b) => compareTexts(a.amendment.on, b.amendment.on) || compareTexts(a.assignment.id, b.assignment.id));
}
