import type { Board } from '../board/board.ts';
import type { BoardRow } from '../board/row.ts';
import type { Calendar } from '../time/calendar.ts';
import { addDays, type Day, daysBetween, laterDay } from '../time/day.ts';
import { turnOn, workingDaysByHolder } from '../board/clocks.ts';

/** What waited on the leader at the end of one week. */
export interface TrendWeek {
  /** The last day of the week; of the week that is under way, today. */
  readonly endsOn: Day;
  /** Items that were open then, those left out that somebody else decided at that time. */
  readonly open: number;
  /** People waiting × working days waited up to that day. */
  readonly personDays: number;
}

/** Half a year: enough to see a direction, few enough that each week can be read. */
export const trendWeeks = 26;

/**
 * How much waited, week by week, the current week last. Told from what the board knows today: who waits is who waits
 * now, and an item that was reopened counts as open all along, since its clock never stopped.
 *
 * Linear in items and the weeks each was open for.
 */
export function computeTrend({ rows, today, weekEndsOn }: Board, calendar: Calendar): readonly TrendWeek[] {
  const ends = Array.from({ length: trendWeeks }, (_, week): Day => {
    const end = addDays(weekEndsOn, -7 * (trendWeeks - 1 - week));
    return end < today ? end : today;
  });
  const open = ends.map(() => 0);
  const personDays = ends.map(() => 0);
  const workedUntil = workingDaysUntil(ends, calendar);
  for (const row of rows) {
    const last = lastWeekOf(row, ends);
    for (let week = firstWeekOf(row, ends); week <= last; week++) {
      const end = ends[week] ?? today;
      const turn = row.turns.length === 0 ? undefined : turnOn(row.turns, end);
      if (turn?.holder === 'decider') continue;
      open[week] = (open[week] ?? 0) + 1;
      if (row.waiting.length === 0) continue;
      const days =
        row.turns.length > 0
          ? workingDaysByHolder(row.turns, row.askedOn, end, calendar).leader
          : workedUntil(week, row.askedOn);
      personDays[week] = (personDays[week] ?? 0) + row.waiting.length * days;
    }
  }
  return ends.map((endsOn, week) => ({ endsOn, open: open[week] ?? 0, personDays: personDays[week] ?? 0 }));
}

/** The first week at whose end it had been asked for. */
function firstWeekOf({ askedOn }: BoardRow, ends: readonly Day[]): number {
  const first = ends[0];
  if (first === undefined || askedOn <= first) return 0;
  return Math.min(ends.length - 1, Math.ceil(daysBetween(first, askedOn) / 7));
}

/** The last week at whose end it was open; before the first one when it was closed by then. */
function lastWeekOf({ closing }: BoardRow, ends: readonly Day[]): number {
  if (closing === undefined) return ends.length - 1;
  return ends.findLastIndex((end) => end < closing.on);
}

/** Working days from a day to the end of a week, counted once for each day something was asked on. */
function workingDaysUntil(ends: readonly Day[], calendar: Calendar): (week: number, from: Day) => number {
  const first = ends[0];
  const fromFirst = ends.map((end) => (first === undefined ? 0 : calendar.workingDaysAfter(first, end)));
  const before = new Map<Day, number>();
  return (week, from) => {
    let days = before.get(from);
    if (days === undefined) {
      // Days asked before the first week add to it; days asked after it take away.
      days =
        first === undefined
          ? 0
          : calendar.workingDaysAfter(from, laterDay(from, first)) - calendar.workingDaysAfter(first, from);
      before.set(from, days);
    }
    return Math.max(0, (fromFirst[week] ?? 0) + days);
  };
}
