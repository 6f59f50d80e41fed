import { titleOf } from '../items/codedText.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Day } from '../time/day.ts';
import type { Closing, Item } from '../items/item.ts';
import { type BoardRow, draftRow } from './row.ts';

/**
 * Rows of closed items by the calendar they were counted with. They never change as days pass, and after some years
 * nearly every item is one of them.
 */
const closedRows = new WeakMap<Calendar, WeakMap<Item, BoardRow>>();

/** As it was on the day it was closed, which no later day changes; but for its check and what it was reversed by. */
export function buildClosedRow(
  item: Item,
  closing: Closing,
  today: Day,
  calendar: Calendar,
  items: ReadonlyMap<string, Item>,
): BoardRow {
  let rows = closedRows.get(calendar);
  if (rows === undefined) closedRows.set(calendar, (rows = new WeakMap()));
  let row = rows.get(item);
  if (row === undefined) rows.set(item, (row = draftRow(item, closing, closing.on, calendar)));
  return withCheck(row, today, items);
}

/** What can still change about a closed item: its check day comes, and what it was reversed by is renamed. */
function withCheck(row: BoardRow, today: Day, items: ReadonlyMap<string, Item>): BoardRow {
  if (row.check === undefined) return row;
  const { on, answer } = row.check;
  if (answer === undefined || answer.on > today) {
    // A board of an earlier day knows of no answer that was given later.
    const asked = answer === undefined ? row : { ...row, check: on && { on, answer: undefined } };
    return on !== undefined && on <= today ? { ...asked, state: 'checkDue' } : asked;
  }
  if (answer.how !== 'reversed') return row;
  const successor = items.get(answer.successor);
  return successor === undefined ? row : { ...row, reversedBy: { id: successor.id, title: titleOf(successor) } };
}
