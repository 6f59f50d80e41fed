import type { Calendar } from './calendar.ts';
import { compareTexts } from './compareTexts.ts';
import { type Day, addDays, dayOf, daysBetween } from './day.ts';
import type { Door, ItemKind } from './entries.ts';
import type { Closing, Item } from './item.ts';
import { type Policy, dueSoonInWorkingDays, recentlyClosedInDays } from './policy.ts';

/** Where an item stands today. Derived each time it is looked at, never stored. */
export type ItemState = 'overdue' | 'dueSoon' | 'later' | 'closed';

/** One item as every view draws it. */
export interface BoardRow {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly state: ItemState;
  readonly door: Door | undefined;
  readonly askedOn: Day;
  readonly askedBy: string | undefined;
  /** Calendar days, counting the asked day and today (or the closing day): asked today is 1, never 0. */
  readonly ageInDays: number;
  /** Working days after the asked day, up to today or the closing day. */
  readonly workingDaysWaited: number;
  readonly promisedOn: Day;
  readonly firstPromisedOn: Day;
  readonly slips: number;
  /** Open, and today is later than the promised day. */
  readonly overdue: boolean;
  /** Working days after the promised day up to today; 0 unless overdue. */
  readonly daysOver: number;
  readonly waiting: readonly string[];
  readonly owedBy: string | undefined;
  /** People waiting × working days waited; 0 once closed. */
  readonly personDays: number;
  /** Calendar days from the asked day to the day it was captured; 0 when captured on the day. */
  readonly logDelayInDays: number;
  readonly tags: readonly string[];
  readonly link: string | undefined;
  readonly note: string | undefined;
  readonly closing: Closing | undefined;
  readonly readOnly: boolean;
}

/** What is shown, and the only thing that is shown: register, day and policy in, the same board out. */
export interface Board {
  readonly today: Day;
  /** Open items, oldest hurt first; then the closed ones, latest closing first. */
  readonly rows: readonly BoardRow[];
  readonly totals: Totals;
}

export interface Totals {
  readonly open: number;
  readonly overdue: number;
  readonly overdueByKind: Readonly<Record<ItemKind, number>>;
  /** Over all open items. */
  readonly personDays: number;
  /** The open item that waits longest by the calendar. */
  readonly oldest: { readonly id: string; readonly title: string; readonly ageInDays: number } | undefined;
}

export function drawBoard(items: Iterable<Item>, today: Day, { calendar }: Pick<Policy, 'calendar'>): Board {
  const soonUntil = calendar.addWorkingDays(today, dueSoonInWorkingDays);
  const open: BoardRow[] = [];
  const closed: BoardRow[] = [];
  for (const item of items) {
    // A board of an earlier day shows no item that had not been asked for yet.
    if (item.askedOn > today) continue;
    if (item.closing === undefined || item.closing.on > today) {
      open.push(drawRow(item, undefined, today, soonUntil, calendar));
    } else {
      closed.push(drawClosedRow(item, item.closing, calendar));
    }
  }
  open.sort(oldestHurtFirst);
  return { today, rows: [...open, ...latestClosingFirst(closed)], totals: addUp(open) };
}

/** Whether a closed item is still shown among the recently closed. */
export function isRecentlyClosed(row: BoardRow, today: Day): boolean {
  return row.closing !== undefined && row.closing.on > addDays(today, -recentlyClosedInDays);
}

/**
 * Rows of closed items by the calendar they were counted with. They never change as days pass, and after some years
 * nearly every item is one of them.
 */
const closedRows = new WeakMap<Calendar, WeakMap<Item, BoardRow>>();

/** As it was on the day it was closed, which no later day changes. */
function drawClosedRow(item: Item, closing: Closing, calendar: Calendar): BoardRow {
  let rows = closedRows.get(calendar);
  if (rows === undefined) closedRows.set(calendar, (rows = new WeakMap()));
  let row = rows.get(item);
  if (row === undefined) rows.set(item, (row = drawRow(item, closing, closing.on, closing.on, calendar)));
  return row;
}

/** @param until the day to count to: today, or the closing day */
function drawRow(item: Item, closing: Closing | undefined, until: Day, soonUntil: Day, calendar: Calendar): BoardRow {
  const workingDaysWaited = calendar.workingDaysAfter(item.askedOn, until);
  const overdue = closing === undefined && until > item.promisedOn;
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    state: closing ? 'closed' : overdue ? 'overdue' : item.promisedOn <= soonUntil ? 'dueSoon' : 'later',
    door: item.door,
    askedOn: item.askedOn,
    askedBy: item.askedBy,
    // Two machines can leave a closing day before the asked day; no age is below 1.
    ageInDays: Math.max(1, daysBetween(item.askedOn, until) + 1),
    workingDaysWaited,
    promisedOn: item.promisedOn,
    firstPromisedOn: item.firstPromisedOn,
    slips: item.slips.length,
    overdue,
    daysOver: overdue ? calendar.workingDaysAfter(item.promisedOn, until) : 0,
    waiting: item.waiting,
    owedBy: item.owedBy,
    personDays: closing ? 0 : item.waiting.length * workingDaysWaited,
    logDelayInDays: Math.max(0, daysBetween(item.askedOn, dayOf(new Date(item.loggedAt)))),
    tags: item.tags,
    link: item.link,
    note: item.note,
    closing,
    readOnly: item.readOnly,
  };
}

/** People waiting × working days waited; where nobody is named, the longest wait; then a fixed order. */
function oldestHurtFirst(a: BoardRow, b: BoardRow): number {
  return (
    b.personDays - a.personDays ||
    b.workingDaysWaited - a.workingDaysWaited ||
    compareTexts(a.askedOn, b.askedOn) ||
    compareTexts(a.id, b.id)
  );
}

/** By days first, so that years of closed items cost little more than reading them. */
function latestClosingFirst(closed: readonly BoardRow[]): BoardRow[] {
  const byDay = Map.groupBy(closed, ({ closing }) => closing?.on ?? '');
  const latestFirst = [...byDay].toSorted(([a], [b]) => compareTexts(b, a));
  return latestFirst.flatMap(([, rows]) => rows.toSorted((a, b) => compareTexts(a.id, b.id)));
}

function addUp(open: readonly BoardRow[]): Totals {
  const overdueByKind: Record<ItemKind, number> = { decision: 0, approval: 0, dependency: 0 };
  let [overdue, personDays] = [0, 0];
  let oldest: BoardRow | undefined;
  for (const row of open) {
    personDays += row.personDays;
    if (row.overdue) {
      overdue++;
      overdueByKind[row.kind]++;
    }
    if (oldest === undefined || row.ageInDays > oldest.ageInDays) oldest = row;
  }
  return {
    open: open.length,
    overdue,
    overdueByKind,
    personDays,
    oldest: oldest && { id: oldest.id, title: oldest.title, ageInDays: oldest.ageInDays },
  };
}
