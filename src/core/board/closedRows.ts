import { titleOf } from '../items/codedText.ts';
import type { Item } from '../items/item.ts';
import { compareTexts } from '../text/compareTexts.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Day } from '../time/day.ts';
import { type BoardRow, draftRow, type ItemName } from './row.ts';

/** The items closed on one day, and their rows as of that day, by id. */
interface ClosedDay {
  readonly items: readonly Item[];
  readonly rows: readonly BoardRow[];
  readonly hasChecks: boolean;
}

/** What a row of a closed item depends on, besides the item. */
interface Surroundings {
  readonly items: ReadonlyMap<string, Item>;
  readonly today: Day;
  readonly calendar: Calendar;
  /** By the id of an item, the one whose reversal opened it. */
  readonly origins: ReadonlyMap<string, ItemName>;
}

/**
 * The rows of closed items, remembered by closing day from one board to the next, because after some years nearly every
 * item is closed. A day is built again only when its items are not the same objects as before.
 */
export class ClosedRows {
  #days: ReadonlyMap<Day, ClosedDay> = new Map();
  #calendar: Calendar | undefined;

  /**
   * The rows of each closing day, the latest day first, those of one day by id.
   *
   * @param closed items by their closing day
   */
  *inOrder(
    closed: ReadonlyMap<Day, readonly Item[]>,
    surroundings: Surroundings,
  ): Generator<undefined, (readonly BoardRow[])[]> {
    const { items, today, calendar, origins } = surroundings;
    const remembered = calendar === this.#calendar ? this.#days : undefined;
    const days = new Map<Day, ClosedDay>();
    for (const [on, ofDay] of closed) {
      const before = remembered?.get(on);
      if (before !== undefined && isSame(before.items, ofDay)) {
        days.set(on, before);
      } else {
        days.set(on, buildDay(on, ofDay, calendar));
        yield;
      }
    }
    this.#days = days;
    this.#calendar = calendar;
    const successorDays = new Set([...origins.keys()].map((id) => items.get(id)?.closing?.on));
    return [...days]
      .sort(([a], [b]) => compareTexts(b, a))
      .map(([on, { rows, hasChecks }]) =>
        hasChecks || successorDays.has(on)
          ? rows.map((row) => withOrigin(withCheck(row, today, items), origins))
          : rows,
      );
  }
}

function buildDay(on: Day, items: readonly Item[], calendar: Calendar): ClosedDay {
  const rows = items.map((item) => draftRow(item, on, calendar));
  rows.sort((a, b) => compareTexts(a.id, b.id));
  return { items, rows, hasChecks: rows.some(({ check }) => check !== undefined) };
}

function isSame(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Adds what can still change about a closed item: its check falls due, and its successor is renamed. */
function withCheck(row: BoardRow, today: Day, items: ReadonlyMap<string, Item>): BoardRow {
  if (row.check === undefined) return row;
  const { on, answer } = row.check;
  if (answer === undefined) return on !== undefined && on <= today ? { ...row, state: 'checkDue' } : row;
  if (answer.how !== 'reversed') return row;
  const successor = items.get(answer.successor);
  return successor === undefined ? row : { ...row, reversedBy: { id: successor.id, title: titleOf(successor) } };
}

function withOrigin(row: BoardRow, origins: ReadonlyMap<string, ItemName>): BoardRow {
  const reverses = origins.get(row.id);
  return reverses === undefined ? row : { ...row, reverses };
}
