import { dayFromNumber, dayNumber } from '../day.ts';
import type { NumberContext } from './rule.ts';

/** Months counted from year 0, so that the next month of December needs no thought. */
export function monthOf(day: number): number {
  const date = new Date(day * millisecondsPerUtcDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Number of the first day of the month. Right beyond the year 9999 too: what the reader then refuses is a real day. */
export function monthStart(month: number): number {
  return Math.round(Date.UTC(2000, month - 24_000, 1) / millisecondsPerUtcDay);
}

export function monthEnd(month: number): number {
  return monthStart(month + 1) - 1;
}

export function dateInMonth(month: number, date: number): number | undefined {
  const day = monthStart(month) + date - 1;
  return date >= 1 && day <= monthEnd(month) ? day : undefined;
}

/** The same date some months away; the last of the month where it has no such date (31 January + 1 = 28 February). */
export function addMonths(day: number, months: number): number {
  const month = monthOf(day);
  return Math.min(monthStart(month + months) + (day - monthStart(month)), monthEnd(month + months));
}

/** The working day so many after the day, or before it when negative. */
export function addWorkingDays(day: number, workingDays: number, { calendar }: NumberContext): number {
  if (workingDays >= 0) return dayNumber(calendar.addWorkingDays(dayFromNumber(day), workingDays));
  let left = -workingDays;
  let number = day;
  // Forty years, as in the calendar: a mistaken list of holidays must not hang the editor.
  for (const limit = day - 366 * 40; left > 0 && number > limit;)
    if (calendar.isWorkingDay(dayFromNumber(--number))) left--;
  return number;
}

/**
 * Of things that recur (a date each year, the end of each week) the one nearest to today on the side the lean looks to.
 * Today itself counts. `at(0)` is the one of the current year, month or week; `undefined` where there is none.
 */
export function leaning(
  at: (offset: number) => number | undefined,
  { today, lean }: Pick<NumberContext, 'today' | 'lean'>,
): number | undefined {
  // Eight: from 1896 and from 2096 the next 29 February is eight years away.
  for (let step = 0; step <= 8; step++) {
    const day = at(lean === 'future' ? step : -step);
    if (day !== undefined && (lean === 'future' ? day >= today : day <= today)) return day;
  }
  return undefined;
}

/**
 * The last one before today, where that is at most a quarter ago: on 23 November "by 1 Nov" may well be three weeks ago,
 * in an item that is logged late. Looking back there is no such doubt: nobody has asked in the future.
 */
export function justGoneBy(
  at: (offset: number) => number | undefined,
  { today, lean }: NumberContext,
): number | undefined {
  const behind = lean === 'future' ? leaning(at, { today, lean: 'past' }) : undefined;
  return behind !== undefined && today - behind <= daysInQuarter ? behind : undefined;
}

const daysInQuarter = 92;

// Exact in UTC, which has no daylight-saving change; used above only.
const millisecondsPerUtcDay = 86_400_000;
