import type { Board } from '../board/board.ts';
import type { BoardRow } from '../board/row.ts';
import type { Calendar } from '../time/calendar.ts';
import { addDays, type Day, dayFromNumber, dayNumber, daysBetween, laterDay } from '../time/day.ts';
import { turnOn, waitsOfPeople } from '../board/clocks.ts';

/** What was open at the end of one week. */
export interface TrendWeek {
  /** The last day of the week; today for the current week. */
  readonly endsOn: Day;
  /** Items that were open then, sent back or not; items handed over at that time are left out. */
  readonly open: number;
  /** Sum of the working days that each person who waited then had waited. */
  readonly personDays: number;
}

/**
 * The leader's day of the first capture: before it the log shows only what was typed in or imported later. Undefined for
 * an empty log.
 */
export function logBeginsOn({ rows }: Pick<Board, 'rows'>): Day | undefined {
  const days = rows.map(({ askedOn, logDelayInDays }) => dayNumber(askedOn) + logDelayInDays);
  return days.length === 0 ? undefined : dayFromNumber(days.reduce((first, day) => Math.min(first, day)));
}

/** Half a year: enough to see a direction, few enough that each week can be read. */
export const trendWeeks = 26;

/**
 * What was open at the end of each week, the current week last. Computed from today's board; the days on which people were
 * named, and items passed on, closed and reopened, are on its rows.
 *
 * Linear in the sum over items of the weeks each was open.
 */
export function computeTrend({ rows, today, weekEndsOn, totals }: Board, calendar: Calendar): readonly TrendWeek[] {
  // Without the current week, in which the board itself says what waits.
  const ends = Array.from({ length: trendWeeks - 1 }, (_, week) => addDays(weekEndsOn, -7 * (trendWeeks - 1 - week)));
  const open = ends.map(() => 0);
  const personDays = ends.map(() => 0);
  const workedUntil = workingDaysUntil(ends, calendar);
  for (const row of rows) {
    const last = lastWeekOf(row, ends);
    const isPlain =
      row.turns.length === 0 && row.waitingSpells.every(({ from, to }) => from === undefined && to === undefined);
    for (let week = firstWeekOf(row, ends); week <= last; week++) {
      const end = ends[week] ?? today;
      const turn = row.turns.length === 0 ? undefined : turnOn(row.turns, end);
      if (turn?.holder === 'decider' || turn?.holder === 'nobody') continue;
      open[week] = (open[week] ?? 0) + 1;
      if (row.waitingSpells.length === 0) continue;
      const waited = isPlain ? row.waiting.length * workedUntil(week, row.askedOn) : personDaysAt(row, end, calendar);
      personDays[week] = (personDays[week] ?? 0) + waited;
    }
  }
  return [
    ...ends.map((endsOn, week) => ({ endsOn, open: open[week] ?? 0, personDays: personDays[week] ?? 0 })),
    { endsOn: today, open: totals.open, personDays: totals.personDays },
  ];
}

/** Of those who waited at the end of the day. */
function personDaysAt(row: BoardRow, end: Day, calendar: Calendar): number {
  const waits = waitsOfPeople(row, row.askedOn, end, calendar);
  return waits.reduce((sum, { waitedThen, workingDays }) => sum + (waitedThen ? workingDays : 0), 0);
}

/** Index of the first week that ends on or after the asked day; beyond the last one when that is the current week. */
function firstWeekOf({ askedOn }: BoardRow, ends: readonly Day[]): number {
  const first = ends[0];
  if (first === undefined || askedOn <= first) return 0;
  return Math.ceil(daysBetween(first, askedOn) / 7);
}

/** Index of the last week at whose end it was open; -1 when it was closed before that. */
function lastWeekOf({ closing }: BoardRow, ends: readonly Day[]): number {
  if (closing === undefined) return ends.length - 1;
  return ends.findLastIndex((end) => end < closing.on);
}

/** Working days from a day to the end of a week; cached by asked day. */
function workingDaysUntil(ends: readonly Day[], calendar: Calendar): (week: number, from: Day) => number {
  const first = ends[0];
  const fromFirst = ends.map((end) => (first === undefined ? 0 : calendar.workingDaysAfter(first, end)));
  const before = new Map<Day, number>();
  return (week, from) => {
    let days = before.get(from);
    if (days === undefined) {
      // An earlier start adds days to the count from the first week; a later start subtracts them.
      days =
        first === undefined
          ? 0
          : calendar.workingDaysAfter(from, laterDay(from, first)) - calendar.workingDaysAfter(first, from);
      before.set(from, days);
    }
    return Math.max(0, (fromFirst[week] ?? 0) + days);
  };
}
