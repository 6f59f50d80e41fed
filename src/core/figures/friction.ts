import type { Board } from '../board/board.ts';
import type { BoardRow } from '../board/row.ts';
import type { Calendar } from '../time/calendar.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { addDays, laterDay } from '../time/day.ts';
import { nameKey } from '../text/names.ts';
import { type Policy, targetKindOf, type TargetKind, windowInDays } from '../policy.ts';
import { waitsOfPeople, workingDaysByHolder } from '../board/clocks.ts';
import { isLate } from '../board/promise.ts';

/** Waiting summed for one key, over the last 90 days. */
export interface Friction<Key> {
  readonly key: Key;
  /** Items that waited on the leader in the window. */
  readonly items: number;
  /** Of those, items with a broken first promise (`isLate`). */
  readonly late: number;
  /** Sum of the working days they waited on the leader within the window. */
  readonly workingDaysWaited: number;
  /** Sum of the working days that each person waited within the window, from the day they were named. */
  readonly personDays: number;
}

/** Waiting by kind and by asker, each sorted by person-days, most first. */
export interface FrictionReport {
  readonly windowInDays: number;
  readonly byKind: readonly Friction<TargetKind>[];
  /** The key is undefined where nobody is named. */
  readonly byAsker: readonly Friction<string | undefined>[];
  /** The kind that was late most often, at least three times: a standing rule could help with it. */
  readonly recurring: Friction<TargetKind> | undefined;
}

/** Fewest late items for a kind to count as recurring. */
const recurringFrom = 3;

export function computeFriction({ rows, today }: Board, { calendar }: Pick<Policy, 'calendar'>): FrictionReport {
  const start = addDays(today, -windowInDays);
  const waited = rows.filter(({ closing }) => closing === undefined || closing.on > start);
  const byKind = sumByKey(waited, (row) => targetKindOf(row.kind, row.door), start, today, calendar);
  const names = new Map<string, string>();
  for (const { askedBy } of waited) {
    if (askedBy !== undefined && !names.has(nameKey(askedBy))) names.set(nameKey(askedBy), askedBy);
  }
  const byAsker = sumByKey(waited, ({ askedBy }) => askedBy && nameKey(askedBy), start, today, calendar);
  const [recurring] = byKind.filter(({ late }) => late >= recurringFrom).toSorted((a, b) => b.late - a.late);
  return {
    windowInDays,
    byKind,
    byAsker: byAsker.map((friction) => ({ ...friction, key: friction.key && names.get(friction.key) })),
    recurring,
  };
}

function sumByKey<Key extends string | undefined>(
  rows: readonly BoardRow[],
  keyOf: (row: BoardRow) => Key,
  start: Board['today'],
  today: Board['today'],
  calendar: Calendar,
): Friction<Key>[] {
  const sums = new Map<Key, { items: number; late: number; workingDaysWaited: number; personDays: number }>();
  for (const row of rows) {
    const key = keyOf(row);
    const until = row.closing?.on ?? today;
    const days = workingDaysByHolder(row.turns, laterDay(row.askedOn, start), until, calendar).leader;
    // Handed over before the window or on the asked day: it did not wait on the leader within it.
    if (days === 0 && row.ball === 'decider') continue;
    let sum = sums.get(key);
    if (sum === undefined) sums.set(key, (sum = { items: 0, late: 0, workingDaysWaited: 0, personDays: 0 }));
    sum.items++;
    if (isLate(row, today, calendar)) sum.late++;
    sum.workingDaysWaited += days;
    for (const { workingDays } of waitsOfPeople(row, start, until, calendar)) sum.personDays += workingDays;
  }
  return [...sums]
    .map(([key, sum]) => ({ key, ...sum }))
    .toSorted(
      (a, b) =>
        b.personDays - a.personDays ||
        b.workingDaysWaited - a.workingDaysWaited ||
        b.items - a.items ||
        compareTexts(a.key ?? '', b.key ?? ''),
    );
}
