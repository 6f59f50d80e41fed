import { isValid, parseISO } from 'date-fns';

/** A calendar day as it is written in the log and shown to people: `YYYY-MM-DD`, in the leader's own time zone. */
export type Day = `${number}-${number}-${number}`;

const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day that exists: `2026-02-30` and `2026-2-3` are not. Years 0001 to 9999. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string') return false;
  if (numbers.has(text as Day)) return true;
  if (!dayShape.test(text) || text.startsWith('0000') || !isValid(parseISO(text))) return false;
  dayNumber(text as Day);
  return true;
}

/** The day the wall clock shows for this instant in the time zone of the process. */
export function dayOf(instant: Date): Day {
  const year = String(instant.getFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(instant.getMonth() + 1)}-${twoDigits(instant.getDate())}` as Day;
}

/**
 * Days since 1970-01-01, as a whole number. The text names a civil day, so its number is counted on the calendar
 * without a time zone: no hour is ever gained or lost in a difference.
 */
export function dayNumber(day: Day): number {
  const cached = numbers.get(day);
  if (cached !== undefined) return cached;
  const date = new Date(0);
  date.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  const number = Math.round(date.getTime() / millisecondsPerUtcDay);
  // What is cached counts as a day, so what lies beyond the calendar must not get in.
  if (!day.startsWith('0000') && dayFromNumber(number) === day && dayShape.test(day)) {
    if (numbers.size > 20_000) numbers.clear();
    numbers.set(day, number);
  }
  return number;
}

/** The day with this number: the inverse of {@link dayNumber}. */
export function dayFromNumber(number: number): Day {
  return new Date(number * millisecondsPerUtcDay).toISOString().slice(0, 10) as Day;
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** ISO weekday (Monday is 1, Sunday is 7) of a day number; day 0, 1970-01-01, was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

// A UTC day has no daylight-saving change, so this constant is exact where it is used, and it is used only above.
const millisecondsPerUtcDay = 86_400_000;

/** A log names a few hundred distinct days again and again; checking and counting each once keeps reading it cheap. */
const numbers = new Map<Day, number>();

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
