/** Days by counting, one at a time. Shares nothing with `src/core/time`. */
export type PlainDay = `${number}-${number}-${number}`;

/** Which days are worked: ISO weekdays (Monday is 1), without the holidays. */
export interface PlainWeek {
  readonly weekdays: readonly number[];
  readonly holidays: readonly PlainDay[];
}

/** The day that many days later; earlier if negative. */
export function dayAfter(day: PlainDay, days = 1): PlainDay {
  const near = days === 1 ? following : days === -1 ? preceding : undefined;
  const known = near?.get(day);
  if (known !== undefined) return known;
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const other = date.toISOString().slice(0, 10) as PlainDay;
  near?.set(day, other);
  return other;
}

/** The books ask for the days beside the same days over and over. */
const following = new Map<PlainDay, PlainDay>();
const preceding = new Map<PlainDay, PlainDay>();

/** From the first day up to the last, both included; none if the last is earlier. */
export function daysFrom(first: PlainDay, last: PlainDay): PlainDay[] {
  const days: PlainDay[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) days.push(day);
  return days;
}

export function weekdayOf(day: PlainDay): number {
  let weekday = weekdays.get(day);
  if (weekday === undefined) weekdays.set(day, (weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7));
  return weekday;
}

const weekdays = new Map<PlainDay, number>();

export function isWorked(day: PlainDay, week: PlainWeek): boolean {
  return week.weekdays.includes(weekdayOf(day)) && !week.holidays.includes(day);
}

/** The n-th worked day after the day. */
export function workedDayAfter(day: PlainDay, n: number, week: PlainWeek): PlainDay {
  let at = day;
  for (let left = n; left > 0;) if (isWorked((at = dayAfter(at)), week)) left--;
  return at;
}

/** Worked days after the one day, up to and with the other. */
export function workedDays(after: PlainDay, until: PlainDay, week: PlainWeek): PlainDay[] {
  return daysFrom(dayAfter(after), until).filter((day) => isWorked(day, week));
}

/** The local day of an instant in a zone, as the zone's own clock shows it. */
export function localDay(instant: Date, zone: string): PlainDay {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    clocks.set(zone, clock);
  }
  const parts = clock.formatToParts(instant).map(({ type, value }) => [type, value] as const);
  const { year, month, day } = Object.fromEntries(parts) as Record<string, string>;
  return `${year}-${month}-${day}` as PlainDay;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
