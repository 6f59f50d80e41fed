import { type Day, isDay } from '../../time/day.ts';

/** The order of day and month in a numeric date such as 3/4/2026. */
export type DayOrder = 'dayFirst' | 'monthFirst';

/** `ambiguousDay`: two readings are possible. `noSuchDay`: a valid format, but the date does not exist. */
export type DayFault = 'unreadableDay' | 'noSuchDay' | 'ambiguousDay';

/**
 * The calendar day in a cell, as written. A time or zone after it is ignored, never converted, because the file does
 * not say in which zone the leader was asked.
 *
 * Accepts `2026-03-04` (also with `/` or `.`), `4.3.2026`, `Mar 4, 2026`, `4 March 2026`, `04/Mar/26`, and `3/4/2026`
 * or `3-4-2026` when the cell itself or the order of its column determines the month.
 */
export function readDay(cell: string, order?: DayOrder): Day | DayFault {
  const text = cell.trim();
  if (text.length > longestDay) return 'unreadableDay';
  for (const { pattern, read } of shapes) {
    const groups = pattern.exec(text)?.groups;
    if (groups !== undefined) return read(groups as unknown as DayParts, order);
  }
  return 'unreadableDay';
}

/**
 * The order of day and month in a column of numeric dates: a part above 12 must be the day. Undefined when no cell
 * decides it, or when cells contradict each other.
 */
export function dayOrderOf(cells: Iterable<string>): DayOrder | undefined {
  let found: DayOrder | undefined;
  for (const cell of cells) {
    if (cell.length > longestDay) continue;
    const groups = numbersOnly.exec(cell.trim())?.groups;
    const order = groups && orderOf(Number(groups['first']), Number(groups['second']));
    if (order === undefined) continue;
    if (found !== undefined && found !== order) return undefined;
    found = order;
  }
  return found;
}

/** In characters; `Tuesday, 4 September 2026, 10:45:00.000 GMT+0200 (Central European Summer Time)` fits. */
const longestDay = 90;

interface DayParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly first: string;
  readonly second: string;
}
interface Shape {
  readonly pattern: RegExp;
  readonly read: (parts: DayParts, order: DayOrder | undefined) => Day | DayFault;
}

const dayPart = String.raw`(?<day>\d{1,2})`;
const ordinalDay = `${dayPart}(?:st|nd|rd|th)?`;
const yearPart = String.raw`(?<year>\d{4})`;
const monthName = '(?<month>[a-z]{3,9})';
const gap = String.raw`[\s/.,-]+`;
const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+)?`;
const time = String.raw`(?:[T\s,]+\d{1,2}[:.]\d{2}.*)?`;

const whole = (...parts: string[]) => new RegExp(`^${parts.join('')}${time}$`, 'i');
const numbersOnly = whole(String.raw`(?<first>\d{1,2})[/-](?<second>\d{1,2})[/-]`, yearPart);

const shapes: readonly Shape[] = [
  { pattern: whole(yearPart, String.raw`(?<mark>[-/.])(?<month>\d{1,2})\k<mark>`, dayPart), read: byNumber },
  { pattern: whole(dayPart, String.raw`\.\s?(?<month>\d{1,2})\.\s?`, yearPart), read: byNumber },
  { pattern: numbersOnly, read: byOrder },
  // The only format with a two-digit year: Jira writes 04/Mar/26, and the month name makes it unambiguous.
  { pattern: whole(weekday, ordinalDay, gap, monthName, gap, String.raw`(?<year>\d{4}|\d{2})`), read: byName },
  { pattern: whole(weekday, monthName, gap, ordinalDay, gap, yearPart), read: byName },
];

function byNumber({ year, month, day }: Pick<DayParts, 'year' | 'month' | 'day'>): Day | DayFault {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : 'noSuchDay';
}

function byOrder({ year, first, second }: DayParts, columnOrder: DayOrder | undefined): Day | DayFault {
  // The cell's own evidence overrides its column; equal parts give the same day either way.
  const order = first === second ? 'dayFirst' : (orderOf(Number(first), Number(second)) ?? columnOrder);
  if (Number(first) > 12 && Number(second) > 12) return 'noSuchDay';
  if (order === undefined) return 'ambiguousDay';
  return order === 'dayFirst'
    ? byNumber({ year, month: second, day: first })
    : byNumber({ year, month: first, day: second });
}

function byName({ year, month, day }: DayParts): Day | DayFault {
  const name = month.toLowerCase();
  const number = monthNames.findIndex((full) => full.startsWith(name)) + 1;
  if (number === 0) return 'unreadableDay';
  return byNumber({ year: year.length === 2 ? `20${year}` : year, month: String(number), day });
}

function orderOf(first: number, second: number): DayOrder | undefined {
  if (first > 12 === second > 12) return undefined;
  return first > 12 ? 'dayFirst' : 'monthFirst';
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
