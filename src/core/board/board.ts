import type { Calendar } from '../calendar.ts';
import { compareTexts } from '../compareTexts.ts';
import type { Day } from '../day.ts';
import type { Closing, Item } from '../item.ts';
import type { ItemKind } from '../itemFacts.ts';
import type { Policy } from '../policy.ts';
import { type OpenDraft, tieBlockers } from './blocking.ts';
import { type BoardRow, draftRow, type ItemName } from './row.ts';

/** What is shown, and the only thing that is shown: register, day and policy in, the same board out. */
export interface Board {
  readonly today: Day;
  /** The last day of the leader's week that today lies in. */
  readonly weekEndsOn: Day;
  /** Open items, oldest hurt first; then the closed ones, latest closing first. */
  readonly rows: readonly BoardRow[];
  readonly totals: Totals;
}

/** Counts over what waits on the leader: open items that were not handed over. */
export interface Totals {
  readonly open: number;
  readonly overdue: number;
  readonly overdueByKind: Readonly<Record<ItemKind, number>>;
  /** Of those overdue: not held on purpose. */
  readonly drifting: number;
  /** Decisions whose check day has come. */
  readonly checkDue: number;
  /** Open items whose default's day has come. */
  readonly defaultDue: number;
  readonly handedOver: number;
  readonly personDays: number;
  /** The open item that waits longest by the calendar. */
  readonly oldest: (ItemName & { readonly ageInDays: number }) | undefined;
}

/** Linear in items and blockers, but for sorting. */
export function drawBoard(items: ReadonlyMap<string, Item>, today: Day, { calendar }: Pick<Policy, 'calendar'>): Board {
  const open: OpenDraft[] = [];
  const closed: BoardRow[] = [];
  const reversed: [Item, string][] = [];
  for (const item of items.values()) {
    // A board of an earlier day shows no item that had not been asked for yet.
    if (item.askedOn > today) continue;
    if (item.closing === undefined || item.closing.on > today) {
      open.push({ item, row: draftRow(item, undefined, today, calendar), depth: 0, knot: undefined });
    } else {
      closed.push(withCheck(drawClosedRow(item, item.closing, calendar), today, items));
      if (item.check?.answer?.how === 'reversed') reversed.push([item, item.check.answer.successor]);
    }
  }
  tieBlockers(open, today);
  for (const { row } of open) {
    if (row.blockedBy.length > 0 && (row.state === 'waiting' || row.state === 'acknowledged')) row.state = 'blocked';
  }
  const rows = open.sort(oldestHurtFirst).map(({ row }) => row);
  const shown = { today, weekEndsOn: calendar.lastDayOfWeek(today), totals: addUp(rows, closed) };
  return { ...shown, rows: linkReversals([...rows, ...latestClosingFirst(closed)], reversed) };
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
  if (row === undefined) rows.set(item, (row = draftRow(item, closing, closing.on, calendar)));
  return row;
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
  return successor === undefined ? row : { ...row, reversedBy: { id: successor.id, title: successor.title } };
}

/** The other end of each reversal: what it opened names what it reverses. */
function linkReversals(rows: BoardRow[], reversed: readonly [Item, string][]): BoardRow[] {
  if (reversed.length === 0) return rows;
  // Of two that name the same one, which no rule writes, the first by id; whatever order they were read in.
  const lastFirst = reversed.toSorted(([a], [b]) => compareTexts(b.id, a.id));
  const origins = new Map(lastFirst.map(([{ id, title }, successor]) => [successor, { id, title }]));
  return rows.map((row) => {
    const reverses = origins.get(row.id);
    return reverses === undefined ? row : { ...row, reverses };
  });
}

/**
 * People waiting × working days waited, of the item or of what it blocks; then whoever holds up the longer chain; where
 * nobody is named, the longest wait; then a fixed order.
 */
function oldestHurtFirst({ row: a, depth: depthOfA }: OpenDraft, { row: b, depth: depthOfB }: OpenDraft): number {
  return (
    b.hurt - a.hurt ||
    depthOfB - depthOfA ||
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

function addUp(open: readonly BoardRow[], closed: readonly BoardRow[]): Totals {
  const overdueByKind: Record<ItemKind, number> = { decision: 0, approval: 0, dependency: 0, clarity: 0 };
  const totals = { open: 0, overdue: 0, drifting: 0, checkDue: 0, defaultDue: 0, handedOver: 0, personDays: 0 };
  let oldest: BoardRow | undefined;
  for (const row of open) {
    if (row.isDefaultDue) totals.defaultDue++;
    if (row.ball === 'decider') {
      totals.handedOver++;
      continue;
    }
    totals.open++;
    totals.personDays += row.personDays;
    if (row.drifting) totals.drifting++;
    if (row.overdue) {
      totals.overdue++;
      overdueByKind[row.kind]++;
    }
    if (oldest === undefined || row.ageInDays > oldest.ageInDays) oldest = row;
  }
  for (const { state } of closed) if (state === 'checkDue') totals.checkDue++;
  return {
    ...totals,
    overdueByKind,
    oldest: oldest && { id: oldest.id, title: oldest.title, ageInDays: oldest.ageInDays },
  };
}
