import { titleOf } from '../items/codedText.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Day } from '../time/day.ts';
import type { Closing, Item } from '../items/item.ts';
import { type BoardRow, draftRow } from './row.ts';

/**
 * Cached rows of closed items, by calendar. They do not depend on today, and after some years nearly every item is
 * closed.
 */
const closedRows = new WeakMap<Calendar, WeakMap<Item, BoardRow>>();

/** The row as of the closing day. Only its check and `reversedBy` depend on today and on other items. */
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

/** Adds what can still change about a closed item: its check falls due, and its successor is renamed. */
function withCheck(row: BoardRow, today: Day, items: ReadonlyMap<string, Item>): BoardRow {
  if (row.check === undefined) return row;
  const { on, answer } = row.check;
  if (answer === undefined || answer.on > today) {
    // A board of an earlier day shows no answer that was given later.
    const unanswered = answer === undefined ? row : { ...row, check: on && { on, answer: undefined } };
    return on !== undefined && on <= today ? { ...unanswered, state: 'checkDue' } : unanswered;
  }
  if (answer.how !== 'reversed') return row;
  const successor = items.get(answer.successor);
  return successor === undefined ? row : { ...row, reversedBy: { id: successor.id, title: titleOf(successor) } };
}
