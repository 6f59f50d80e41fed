import { dateInMonth, nearestOccurrence, monthEnd, monthOf, monthStart, recentOccurrence } from './month.ts';
import { type NumberContext, type Outcome, type Words, monthNamed, ordinalNamed, rule } from './grammar.ts';

/** Written dates, with or without a year. A date that does not exist is `impossible`, never adjusted. */
export const dateRules = [
  rule('(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<date>\\d{1,2})', ({ year, month, date }) =>
    dated(Number(month) - 1, Number(date), Number(year)),
  ),
  // As in Chinese, Japanese and Korean, with or without the year.
  rule(
    '(?:(?<year>\\d{4})[年년]\\s?)?(?<month>\\d{1,2})[月월]\\s?(?<date>\\d{1,2})[日号號일]',
    ({ year, month, date }, context) => named(Number(month) - 1, Number(date), year, context),
  ),
  rule('(?:the )?{date} (?:of )?{month}(?:,? {yearAfter})?', byName),
  rule('{month} (?:the )?{date}(?:,? {yearAfter})?', byName),
  rule('(?<date>\\d{1,2})(?<sep>[-/.]){month}(?:\\k<sep>{shortYear})?', byName),
  rule('{month}-(?<date>\\d{1,2})-{shortYear}', byName),
  rule('{year}-{month}-(?<date>\\d{1,2})', byName),
  // An ISO date without its year: month first, always two digits ("2-3 weeks" is no date).
  rule('(?<month>\\d\\d)-(?<date>\\d\\d)', ({ month, date }, context) =>
    numbered(Number(date), Number(month), undefined, context),
  ),
  // "24/7" means always.
  rule('(?!24/7(?!\\d|/))(?<a>\\d{1,2})/(?<b>\\d{1,2})', ({ a, b }, context) =>
    Math.min(Number(a), Number(b)) > 12 ? undefined : numbered(Number(a), Number(b), undefined, context),
  ),
  rule('(?<a>\\d{1,2})(?<sep>[-/])(?<b>\\d{1,2})\\k<sep>{shortYear}', ({ a, b, year }, context) =>
    orYearFirst(numbered(Number(a), Number(b), year, context), [a, b, year], context),
  ),
  // Dates with dots put the day first everywhere. "1.12" without its last dot and "10.15.26" are version numbers.
  rule('(?<date>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<year>\\d{4})', ({ date, month, year }) =>
    dated(Number(month) - 1, Number(date), Number(year)),
  ),
  rule('(?<date>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.(?<year>\\d\\d)?', ({ date, month, year }, context) =>
    isBetween(1, Number(date), 31) && isBetween(1, Number(month), 12)
      ? orYearFirst(named(Number(month) - 1, Number(date), year, context), [date, month, year], context)
      : undefined,
  ),
  rule('(?:the )?{date} of (?:(?:the|{which}) )?month', ({ date, which }, context) =>
    dateOfMonth(ordinalNamed(date), which?.toLowerCase(), context),
  ),
  rule('(?:the )?(?<date>\\d{1,2})(?:st|nd|rd|th)', ({ date }, context) =>
    dateOfMonth(Number(date), undefined, context),
  ),
];

function byName({ date, month, year }: Words, context: NumberContext): Outcome {
  return named(monthNamed(month), ordinalNamed(date), year, context);
}

function dated(month: number, date: number, year: number): Outcome {
  const day = month >= 0 && month < 12 ? dateInMonth(year * 12 + month, date) : undefined;
  return day === undefined ? 'impossible' : { day };
}

/** @param month January is 0 */
function named(month: number, date: number, year: string | undefined, context: NumberContext): Outcome {
  if (year !== undefined) return dated(month, date, fullYear(year));
  if (month < 0 || month > 11) return 'impossible';
  const thisYear = Math.floor(monthOf(context.today) / 12) * 12;
  const at = (offset: number) => dateInMonth(thisYear + offset * 12 + month, date);
  const day = nearestOccurrence(at, context);
  if (day === undefined) return 'impossible';
  const others = [shortMonth(day, date, thisYear + month, 12, context), recentOccurrence(at, context)];
  return { day, otherwise: nearestOf(others, context.today) };
}

/** `2026`, `26` and `’26` are 2026. */
function fullYear(written: string): number {
  const year = Number(written.replace(/^\D/u, ''));
  return year < 100 ? 2000 + year : year;
}

function isBetween(first: number, value: number, last: number): boolean {
  return first <= value && value <= last;
}

function nearestOf(days: readonly (number | undefined)[], today: number): number | undefined {
  return days.filter((day) => day !== undefined).toSorted((a, b) => Math.abs(a - today) - Math.abs(b - today))[0];
}

/** Two numbers in the given order. If both could be the month, `otherwise` is the swapped order. */
function numbered(date: number, month: number, year: string | undefined, context: NumberContext): Outcome {
  const read = named(month - 1, date, year, context);
  const swapped = named(date - 1, month, year, context);
  // A number above 12 can only be the day, in either place; "13-45" is impossible in both orders.
  if (month > 12 && date <= 12) return swapped;
  if (read === 'impossible' || read === undefined || date > 12) return read;
  return swapped === 'impossible' || swapped === undefined ? read : { day: read.day, otherwise: swapped.day };
}

/**
 * The reading of three numbers, or that with the year first where it is nearer: in autumn 2026, "26-12-01" is next
 * Tuesday, and the 26th of December 2001 only `otherwise`.
 */
function orYearFirst(read: Outcome, [year = '', month = '', date = '']: Numbers, { today }: NumberContext): Outcome {
  if (![year, date].every((number) => /^\d\d$/.test(number))) return read;
  const first = dated(Number(month) - 1, Number(date), 2000 + Number(year));
  if (typeof first !== 'object') return read;
  if (typeof read !== 'object') return first;
  return Math.abs(first.day - today) < Math.abs(read.day - today) ? { day: first.day, otherwise: read.day } : read;
}

type Numbers = readonly (string | undefined)[];

/** "The 25th": of this month or of the nearest month that has that date. */
function dateOfMonth(date: number, which: string | undefined, context: NumberContext): Outcome {
  if (date < 1 || date > 31) return undefined;
  const month = monthOf(context.today);
  if (which !== undefined) {
    const day = dateInMonth(month + ({ this: 0, next: 1, last: -1 }[which] ?? 0), date);
    return day === undefined ? 'impossible' : { day };
  }
  const at = (offset: number) => dateInMonth(month + offset, date);
  const day = nearestOccurrence(at, context);
  if (day === undefined) return undefined;
  const step = context.lean === 'future' ? 1 : -1;
  if (day === context.today) return { day, otherwise: nearestOccurrence((offset) => at(offset + step), context) };
  return { day, otherwise: shortMonth(day, date, month, 1, context) };
}

/** The last day of a nearer month that is too short for the date: "the 31st" in November could mean it. */
function shortMonth(day: number, date: number, month: number, every: number, context: NumberContext) {
  const clamped = nearestOccurrence((offset) => {
    const candidate = month + offset * every;
    return Math.min(monthStart(candidate) + date - 1, monthEnd(candidate));
  }, context);
  return clamped === day ? undefined : clamped;
}
