import { dayFromNumber, dayNumber, weekdayOfNumber } from '../day.ts';
import type { NumberContext } from './grammar.ts';

/** Months since January of year 0, so that the month after December needs no special case. */
export function monthOf(day: number): number {
  const date = new Date(day * millisecondsPerUtcDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Day number of the first of the month. Also correct beyond the year 9999, whose days the reader rejects. */
export function monthStart(month: number): number {
  return Math.round(Date.UTC(2000, month - 24_000, 1) / millisecondsPerUtcDay);
}

export function monthEnd(month: number): number {
  return monthStart(month + 1) - 1;
}

/** Undefined when the month has no such date. */
export function dateInMonth(month: number, date: number): number | undefined {
  const day = monthStart(month) + date - 1;
  return date >= 1 && day <= monthEnd(month) ? day : undefined;
}

/** The same date in another month, or the last day of a month that is too short (31 January + 1 = 28 February). */
export function addMonths(day: number, months: number): number {
  const month = monthOf(day);
  return Math.min(monthStart(month + months) + (day - monthStart(month)), monthEnd(month + months));
}

/** The first day of the leader's own week, some weeks from the current one. */
export function weekStart(weeks: number, { today, calendar }: NumberContext): number {
  return today - ((weekdayOfNumber(today) - calendar.firstWeekday + 7) % 7) + weeks * 7;
}

/** The n-th working day after the day, or before it when n is negative. */
export function addWorkingDays(day: number, workingDays: number, { calendar }: NumberContext): number {
  if (workingDays >= 0) return dayNumber(calendar.addWorkingDays(dayFromNumber(day), workingDays));
  let left = -workingDays;
  let number = day;
  // Forty years, as in the calendar: a wrong list of holidays must not hang the editor.
  for (const limit = day - 366 * 40; left > 0 && number > limit;)
    if (calendar.isWorkingDay(dayFromNumber(--number))) left--;
  return number;
}

/**
 * The occurrence of a recurring day (a date each year, the end of each week) nearest to today in the direction of `lean`,
 * today included. `at(0)` is the one in the current year, month or week; `at` returns `undefined` where there is none.
 */
export function nearestOccurrence(
  at: (offset: number) => number | undefined,
  { today, lean }: Pick<NumberContext, 'today' | 'lean'>,
): number | undefined {
  // Eight steps: from 1896 and from 2096 the next 29 February is eight years away.
  for (let step = 0; step <= 8; step++) {
    const day = at(lean === 'future' ? step : -step);
    if (day !== undefined && (lean === 'future' ? day >= today : day <= today)) return day;
  }
  return undefined;
}

/**
 * The last occurrence, if at most a quarter ago: on 23 November "by 1 Nov" can mean three weeks ago, in an item that is
 * logged late. Undefined for `lean: 'past'`, which is unambiguous: an asked day is never in the future.
 */
export function recentOccurrence(
  at: (offset: number) => number | undefined,
  { today, lean }: NumberContext,
): number | undefined {
  const behind = lean === 'future' ? nearestOccurrence(at, { today, lean: 'past' }) : undefined;
  return behind !== undefined && today - behind <= daysInQuarter ? behind : undefined;
}

const daysInQuarter = 92;

// Exact, because a UTC day has no daylight-saving change.
const millisecondsPerUtcDay = 86_400_000;
