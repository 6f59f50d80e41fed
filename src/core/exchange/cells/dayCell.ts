import { type Day, dayOf, isDay } from '../../time/day.ts';
import { monthNamed, weekdayNames } from './monthNames.ts';

/** The order of day and month in a numeric date such as 3/4/2026. */
export type DayOrder = 'dayFirst' | 'monthFirst';

/** `ambiguousDay`: two readings are possible. `noSuchDay`: a valid format, but the date does not exist. */
export type DayFault = 'unreadableDay' | 'noSuchDay' | 'ambiguousDay';

/**
 * The calendar day in a cell. A time that says its distance from UTC is an instant, and counts on the day it was where
 * the leader is now (the zone of the process). Any other time is left out. Midnight UTC is how programs write a day that
 * has no time, so it stays that day.
 *
 * Accepts `2026-03-04` (also with `/` or `.`), `20260304`, milliseconds since 1970, `4.3.2026`, `Mar 4, 2026`, `4. März 2026`, `04/Mar/26`, and `3/4/2026`,
 * `3/4/26` or `3-4-2026` where the cell itself or `order` says which is the month. Of a span (`4 May 2026 → 8 May 2026`)
 * it is the first day.
 *
 * @param order of the whole file; dots without one are read with the day first
 */
export function readDay(cell: string, order?: DayOrder): Day | DayFault {
  return spanIn(cell, order) ?? readOneDay(cell, order);
}

/** Whether a cell holds two days, of which only the first is read. */
export function isSpan(cell: string): boolean {
  return spanIn(cell) !== undefined;
}

/** Whether a cell holds an instant, whose day depends on where the leader is. */
export function isInstant(cell: string): boolean {
  if (milliseconds.test(cell)) return true;
  const time = / ?\d{1,2}[:.h]\d{2}.*$|T\d{2}:?\d{2}.*$/i.exec(cell.length > 2 * longestDay ? '' : cell)?.[0];
  const zone =
    time === undefined ? undefined : timeShape.exec(time.startsWith('T') ? time : ` ${time.trim()}`)?.groups?.['zone'];
  return zone !== undefined && minutesAhead(zone) !== undefined;
}

/**
 * The order of day and month that numeric dates prove: a part above 12 must be the day. Undefined when no cell proves
 * it, or when cells contradict each other.
 */
export function dayOrderOf(cells: Iterable<string>): DayOrder | undefined {
  let found: DayOrder | undefined;
  for (const cell of cells) {
    const order = provenDayOrder(cell);
    if (order === undefined) continue;
    if (found !== undefined && found !== order) return undefined;
    found = order;
  }
  return found;
}

/** In UTF-16 code units; `Tuesday, 4 September 2026, 10:45:00.000 GMT+0200 (Central European Summer Time)` fits. */
const longestDay = 90;

interface DayParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly first: string;
  readonly second: string;
  readonly mark: string;
  readonly rest: string | undefined;
}
interface Shape {
  readonly pattern: RegExp;
  readonly read: (parts: DayParts, order: DayOrder | undefined) => Day | DayFault;
}

const dayPart = String.raw`(?<day>\d{1,2})`;
const ordinalDay = `${dayPart}(?:st|nd|rd|th|er|[.ºª°])?`;
const yearPart = String.raw`(?<year>\d{4})`;
const anyYear = String.raw`(?<year>\d{4}|\d{2})`;
const monthName = String.raw`(?<month>\p{Letter}{3,10})`;
const gap = String.raw`[\s/.,-]+(?:(?:de|del|of)\s+)?`;
const weekday = String.raw`(?:(?:${weekdayNames})[,.]*\s+)?`;
const rest = String.raw`(?<rest>(?:T|[\s,]+)[^]*)?`;

const whole = (...parts: string[]) => new RegExp(`^${parts.join('')}${rest}$`, 'iu');
const numbersOnly = [
  whole(String.raw`(?<first>\d{1,2})(?<mark>-)(?<second>\d{1,2})-`, yearPart),
  whole(String.raw`(?<first>\d{1,2})(?<mark>/)(?<second>\d{1,2})/`, anyYear),
  whole(String.raw`(?<first>\d{1,2})(?<mark>\.)\s?(?<second>\d{1,2})\.\s?`, anyYear),
];

const shapes: readonly Shape[] = [
  { pattern: whole(yearPart, String.raw`(?<mark>[-/.])(?<month>\d{1,2})\k<mark>`, dayPart), read: byNumber },
  // Compact, as ISO 8601 has it.
  { pattern: /^(?<year>(?:19|20)\d\d)(?<month>0\d|1[0-2])(?<day>[0-3]\d)$/, read: byNumber },
  { pattern: whole(yearPart, String.raw`年(?<month>\d{1,2})月`, dayPart, '日'), read: byNumber },
  ...numbersOnly.map((pattern) => ({ pattern, read: byOrder })),
  { pattern: whole(weekday, ordinalDay, gap, monthName, gap, anyYear), read: byName },
  { pattern: whole(weekday, monthName, gap, ordinalDay, gap, yearPart), read: byName },
];

function readOneDay(cell: string, order?: DayOrder): Day | DayFault {
  const text = cell.trim();
  if (text.length > longestDay) return 'unreadableDay';
  if (milliseconds.test(text)) return dayOf(new Date(Number(text)));
  for (const { pattern, read } of shapes) {
    const groups = pattern.exec(text)?.groups as unknown as DayParts | undefined;
    if (groups === undefined) continue;
    const day = read(groups, order);
    if (!isDay(day)) return day;
    return groups.rest === undefined ? day : dayAt(day, groups.rest);
  }
  return 'unreadableDay';
}

/** Since 1970, as programs count: from 2001 to 2033. */
const milliseconds = /^1\d{12}$/;

const spanMark = /\s*(?:→|⟶|->|[–—])\s*|\s(?:-|to|until|bis|au|al|a|até)\s/u;

function spanIn(cell: string, order?: DayOrder): Day | DayFault | undefined {
  if (cell.length > 2 * longestDay || !spanMark.test(cell)) return undefined;
  const parts = cell.split(spanMark);
  if (parts.length !== 2) return undefined;
  const days = parts.map((part) => readOneDay(part, order));
  return days.includes('unreadableDay') ? undefined : days[0];
}

const timeShape =
  /^(?:T|[\s,]+(?:at\s|um\s)?)(?<hour>[01]?\d|2[0-4])[:.h](?<minute>[0-5]\d)(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>[^]*)$/i;
const zoneShape =
  /^\(?(?<utc>Z|UTC|GMT)?\s?(?:(?<sign>[+−-])(?<hours>\d{1,2}):?(?<minutes>\d{2})?)?\)?(?:\s*\(.*\))?$/i;

/** The leader's day at a time that is written behind a day; the day as written if the time does not say its zone. */
function dayAt(day: Day, text: string): Day | DayFault {
  const time = timeShape.exec(text)?.groups;
  if (time === undefined) return 'unreadableDay';
  const ahead = minutesAhead(time['zone'] ?? '');
  if (ahead === undefined) return day;
  const half = time['half']?.toLowerCase();
  const hour =
    half === undefined ? Number(time['hour']) : (Number(time['hour']) % 12) + (half.startsWith('p') ? 12 : 0);
  const minutes = hour * 60 + Number(time['minute']);
  if (minutes === 0 && Number(time['second'] ?? 0) === 0 && ahead === 0) return day;
  const local = dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + (minutes - ahead) * 60_000));
  return isDay(local) ? local : 'noSuchDay';
}

/** How far a zone is ahead of UTC; undefined if the text names none, or only by letters, which several zones share. */
function minutesAhead(text: string): number | undefined {
  const zone = zoneShape.exec(text)?.groups;
  if (zone === undefined || (zone['utc'] === undefined && zone['sign'] === undefined)) return undefined;
  return (zone['sign'] === '+' ? 1 : -1) * (Number(zone['hours'] ?? 0) * 60 + Number(zone['minutes'] ?? 0));
}

function byNumber({ year, month, day }: Pick<DayParts, 'year' | 'month' | 'day'>): Day | DayFault {
  const text = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : 'noSuchDay';
}

function byOrder({ year, first, second, mark }: DayParts, fileOrder: DayOrder | undefined): Day | DayFault {
  if (Number(first) > 12 && Number(second) > 12) return 'noSuchDay';
  // The cell's own evidence overrides its file; equal parts give the same day either way.
  const order =
    Number(first) === Number(second)
      ? 'dayFirst'
      : (orderOf(Number(first), Number(second)) ?? fileOrder ?? (mark === '.' ? 'dayFirst' : undefined));
  if (order === undefined) return 'ambiguousDay';
  return order === 'dayFirst'
    ? byNumber({ year, month: second, day: first })
    : byNumber({ year, month: first, day: second });
}

function byName({ year, month, day }: DayParts): Day | DayFault {
  const number = monthNamed(month);
  return number === undefined ? 'unreadableDay' : byNumber({ year, month: String(number), day });
}

const twoNumbers = /^\s*(\d{1,2})(?:([-/])|(\.)\s?)(\d{1,2})(?:\2|\3\s?)(?:\d{4}|\d{2})(?!\d)/;

/** The order that one numeric date proves, whatever stands behind it. */
export function provenDayOrder(cell: string): DayOrder | undefined {
  const [, first, , , second] = twoNumbers.exec(cell) ?? [];
  return first === undefined ? undefined : orderOf(Number(first), Number(second));
}

function orderOf(first: number, second: number): DayOrder | undefined {
  if (first > 12 === second > 12) return undefined;
  return first > 12 ? 'dayFirst' : 'monthFirst';
}
