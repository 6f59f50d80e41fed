import { dayFromNumber, weekdayOfNumber } from '../day.ts';
import { nearestOccurrence, monthEnd, monthOf, monthStart, recentOccurrence, weekStart } from './month.ts';
import {
  type Meaning,
  type NumberContext,
  type Outcome,
  type Words,
  monthNamed,
  ordinalNamed,
  rule,
  weekdayNamed,
} from './grammar.ts';

type PeriodKind = 'week' | 'month' | 'quarter' | 'year';
type Part = 'start' | 'mid' | 'end';

/** Day numbers of the first and the last day, both inclusive. */
interface Period {
  readonly kind: PeriodKind;
  readonly first: number;
  readonly last: number;
}

/** The period a phrase names: a fixed one, or a recurring one (each week; each year's March), 0 being the current. */
interface Named {
  readonly at: (offset: number) => Period;
  readonly isFixed: boolean;
  readonly recursEachYear: boolean;
}

const period =
  '(?:(?:(?:the|{which}) )?(?<kind>week|month|quarter|year)|(?:{month}|q(?<quarter>[1-4]))(?:,? {year})?|(?<fullYear>20\\d\\d))';
const short: Readonly<Record<string, PeriodKind>> = { w: 'week', m: 'month', q: 'quarter', y: 'year' };

export const periodRules = [
  rule('eo(?<letter>[wmqy])', ({ letter = '' }, context) =>
    partOf('end', recurring(short[letter.toLowerCase()] ?? 'week', context), context),
  ),
  rule(`(?:the )?end (?:of )?${period}`, (words, context) => partOf('end', namedBy(words, context), context)),
  rule(`(?:the )?(?:start|beginning) of ${period}`, (words, context) =>
    partOf('start', namedBy(words, context), context),
  ),
  rule(`(?:the )?mid(?:dle)?(?: of |-| )${period}`, (words, context) =>
    partOf('mid', namedBy(words, context), context),
  ),
  rule('(?:the )?(?<which>next|last) (?<kind>week|month|quarter|year)', (words, context) =>
    whole(namedBy(words, context).at(0), context),
  ),
  rule('this (?<kind>week|month|quarter|year)', (words, context) => {
    const named = namedBy(words, context);
    if (context.lean === 'future') return partOf('end', named, context);
    const { day } = partOf('start', named, context) ?? { day: context.today };
    return { day, otherwise: day === context.today ? undefined : context.today };
  }),
  rule('(?:the )?(?<kind>week|month|quarter|year) after next', ({ kind = '' }, context) =>
    whole(periodAt(kind.toLowerCase() as PeriodKind, 2, context), context),
  ),
  rule('(?:{month}|q(?<quarter>[1-4]))(?:,? {year})?', bareName),
  rule('(?<end>(?:the )?end of )?(?:(?:the|{which}) )?weekend', weekend),
  rule(`(?:the )?{nth} (?:{weekday}|(?<worked>(?:working|business) )?day) (?:of|in) ${period}`, nthDay),
];

/** "Next week" as a whole: its first day, with its last day as `otherwise`. */
function whole(named: Period, context: NumberContext): Meaning {
  return { day: place('start', named, context), otherwise: place('end', named, context) };
}

/** "By March" is by its first day, with its last as `otherwise`; once March has begun, by its last. */
function bareName(words: Words, context: NumberContext): Meaning | undefined {
  const { today, lean } = context;
  const named = namedBy(words, context);
  const fits = ({ first, last }: Period) => named.isFixed || (lean === 'future' ? last >= today : first <= today);
  const period = [0, lean === 'future' ? 1 : -1].map(named.at).find(fits);
  if (period === undefined) return undefined;
  const { first, last } = period;
  if (lean === 'past') return { day: first, otherwise: Math.min(last, today) };
  return first <= today && today <= last ? { day: last } : { day: first, otherwise: last };
}

/** A promise "by the weekend" is due on the last working day before it; an asked day is the first day of it. */
function weekend({ which = '', end }: Words, context: NumberContext): Meaning | undefined {
  const step = which.toLowerCase() === 'next' ? 1 : 0;
  const eve = (offset: number) => place('end', periodAt('week', offset + step, context), context);
  const isPast = context.lean === 'past' || which.toLowerCase() === 'last';
  const day = isPast
    ? nearestOccurrence((offset) => eve(offset) + 1, { today: context.today, lean: 'past' })
    : nearestOccurrence(eve, context);
  if (day === undefined || isPast) return day === undefined ? undefined : { day };
  const { last } = periodAt('week', step, context);
  return end === undefined ? { day, otherwise: last } : { day: last };
}

function partOf(part: Part, named: Named, context: NumberContext): Meaning | undefined {
  const at = (offset: number) => place(part, named.at(offset), context);
  const day = named.isFixed ? at(0) : nearestOccurrence(at, context);
  if (day === undefined) return undefined;
  const goneBy = named.recursEachYear ? recentOccurrence(at, context) : undefined;
  return { day, otherwise: goneBy ?? (part === 'end' ? otherEnd(day, named, context) : undefined) };
}

/**
 * The other day that "end" could mean. A month ends on its last day, but often its last working day is meant. A week ends
 * on its last working day; once that has passed, the last day of this week could be meant.
 */
function otherEnd(day: number, named: Named, context: NumberContext): number | undefined {
  const current = named.at(0);
  if (current.kind === 'week') {
    const isNextWeek = context.lean === 'future' && !named.isFixed && day > current.last;
    return isNextWeek ? current.last : undefined;
  }
  const worked = lastWorkingDay(day, monthStart(monthOf(day)), context);
  if (worked === undefined || worked === day) return undefined;
  return !named.isFixed && context.lean === 'future' && worked < context.today ? undefined : worked;
}

function place(part: Part, { kind, first, last }: Period, context: NumberContext): number {
  if (kind === 'week') {
    // From Monday on, the middle is Wednesday, and a week without a working day ends on Friday.
    if (part === 'mid') return first + 2;
    if (part === 'end') return lastWorkingDay(last, first, context) ?? first + 4;
    for (let day = first; day <= last; day++) if (isWorked(day, context)) return day;
    return first;
  }
  if (part !== 'mid') return part === 'start' ? first : last;
  if (kind === 'month') return first + 14;
  return kind === 'quarter' ? monthStart(monthOf(first) + 1) + 14 : monthStart(monthOf(first) + 6) - 1;
}

/** "Third Friday of December", "last working day of the month". */
function nthDay(words: Words, context: NumberContext): Outcome {
  const { nth = '', weekday, worked } = words;
  const named = namedBy(words, context);
  const at = (offset: number) => {
    const { first, last } = named.at(offset);
    const days: number[] = [];
    for (let day = first; day <= last; day++) {
      const fits = weekday === undefined || weekdayOfNumber(day) === weekdayNamed(weekday);
      if (fits && (worked === undefined || isWorked(day, context))) days.push(day);
    }
    return nth.toLowerCase() === 'last' ? days.at(-1) : days[ordinalNamed(nth) - 1];
  };
  const day = named.isFixed ? at(0) : nearestOccurrence(at, context);
  if (day === undefined) return 'impossible';
  return { day, otherwise: named.recursEachYear ? recentOccurrence(at, context) : undefined };
}

function namedBy({ which, kind, month, quarter, year, fullYear }: Words, context: NumberContext): Named {
  if (kind !== undefined) {
    const step = { next: 1, last: -1 }[which?.toLowerCase() ?? ''];
    const of = kind.toLowerCase() as PeriodKind;
    if (step === undefined) return recurring(of, context);
    return { at: () => periodAt(of, step, context), isFixed: true, recursEachYear: false };
  }
  const inYear = (of: number): Period => {
    if (month !== undefined) return months('month', of * 12 + monthNamed(month), 1);
    return quarter === undefined
      ? months('year', of * 12, 12)
      : months('quarter', of * 12 + Number(quarter) * 3 - 3, 3);
  };
  const written = year ?? fullYear;
  const base = written === undefined ? Math.floor(monthOf(context.today) / 12) : Number(written);
  return {
    at: (offset) => inYear(base + offset),
    isFixed: written !== undefined,
    recursEachYear: written === undefined,
  };
}

function recurring(kind: PeriodKind, context: NumberContext): Named {
  return { at: (offset) => periodAt(kind, offset, context), isFixed: false, recursEachYear: false };
}

const monthsIn = { month: 1, quarter: 3, year: 12 };

function periodAt(kind: PeriodKind, offset: number, context: NumberContext): Period {
  if (kind === 'week') {
    const first = weekStart(offset, context);
    return { kind, first, last: first + 6 };
  }
  const length = monthsIn[kind];
  return months(kind, (Math.floor(monthOf(context.today) / length) + offset) * length, length);
}

function months(kind: PeriodKind, month: number, length: number): Period {
  return { kind, first: monthStart(month), last: monthEnd(month + length - 1) };
}

function lastWorkingDay(from: number, downTo: number, context: NumberContext): number | undefined {
  for (let day = from; day >= downTo; day--) if (isWorked(day, context)) return day;
  return undefined;
}

function isWorked(day: number, { calendar }: NumberContext): boolean {
  return calendar.isWorkingDay(dayFromNumber(day));
}
