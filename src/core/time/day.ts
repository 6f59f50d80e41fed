/** A calendar day in the leader's time zone, as the log stores it: `YYYY-MM-DD`. */
export type Day = `${number}-${number}-${number}`;

const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the value is an existing day: `2026-02-30` and `2026-2-3` are not. Years 0001 to 9999. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string') return false;
  if (numbers.has(text as Day)) return true;
  // A day that does not exist, such as 2026-02-30, has the number of another one.
  return dayShape.test(text) && !text.startsWith('0000') && dayFromNumber(dayNumber(text as Day)) === text;
}

/** The local day of an instant, in the time zone of the process. */
export function dayOf(instant: Date): Day {
  const year = String(instant.getFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(instant.getMonth() + 1)}-${twoDigits(instant.getDate())}` as Day;
}

/** Whole days since 1970-01-01. Computed in UTC, so that daylight-saving changes never affect a difference. */
export function dayNumber(day: Day): number {
  const cached = numbers.get(day);
  if (cached !== undefined) return cached;
  const date = new Date(0);
  date.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  const number = Math.round(date.getTime() / millisecondsPerUtcDay);
  // `isDay` accepts everything in the cache, so only existing days are cached.
  if (!day.startsWith('0000') && dayFromNumber(number) === day && dayShape.test(day)) {
    if (numbers.size > 20_000) numbers.clear();
    numbers.set(day, number);
  }
  return number;
}

/** The day with this number: the inverse of {@link dayNumber}. Not a valid `Day` beyond the year 9999. */
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

export function earlierDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** ISO weekday (Monday is 1, Sunday is 7) of a day number; day 0, 1970-01-01, was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

// Exact, because a UTC day has no daylight-saving change.
const millisecondsPerUtcDay = 86_400_000;

/** Cache. A log repeats a few hundred distinct days, so each is validated and converted once. */
const numbers = new Map<Day, number>();

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
