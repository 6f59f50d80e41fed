import { Calendar } from '../calendar.ts';
import { type Day, dayFromNumber, dayNumber, isDay, weekdayOfNumber } from '../day.ts';
import { dateRules } from './date.ts';
import { periodRules } from './period.ts';
import {
  type DayContext,
  type NumberContext,
  type Outcome,
  type Rule,
  type Words,
  opening,
  weekdayNamed,
} from './grammar.ts';
import { dayAtDistance, spanRules } from './span.ts';
import { dayWordsAt, timeAfter, timeBefore } from './vocabulary.ts';
import { weekdayRules } from './weekday.ts';

export type { DayContext, Lean } from './grammar.ts';

export interface DayReading {
  readonly day: Day;
  /** The words consumed, as typed. */
  readonly text: string;
  /** The other day that an ambiguous phrase could mean; shown to the person. */
  readonly otherwise?: Day;
  /** Whether the words name a time of the day, which is not kept: the log stores days. */
  readonly hasTime?: true;
}

/**
 * Reads the day phrase at the start of the text, whole or not at all: `undefined` when there is none, when more words of
 * a day follow it ("fri or mon"), or when it is a date that does not exist. {@link impossibleDay} and `unreadDay` tell
 * them apart.
 */
export function readDayPhrase(text: string, context: DayContext): DayReading | undefined {
  const found = phraseAt(text, { ...context, today: dayNumber(context.today) });
  if (found === undefined || found.outcome === 'impossible') return undefined;
  if (dayWordsAt(startOf(text)).length > found.length) return undefined;
  const { day, otherwise } = found.outcome;
  const other = otherwise === undefined || otherwise === day ? undefined : dayFromNumber(otherwise);
  return {
    day: dayFromNumber(day),
    text: text.slice(0, found.length),
    ...(isDay(other) ? { otherwise: other } : {}),
    ...(found.hasTime ? { hasTime: true } : {}),
  };
}

/** The words at the start of the text that have the form of a date that does not exist: `30 feb`, `13-45`. */
export function impossibleDay(text: string): string | undefined {
  // Today does not matter: a date without a year is impossible only if no year has it.
  const found = phraseAt(text, anyContext);
  return found?.outcome === 'impossible' ? text.slice(0, found.length) : undefined;
}

/** The longest phrase, with the time of the day before or after it: "5pm friday", "friday eod". */
function phraseAt(text: string, context: NumberContext): (Found & { readonly hasTime: boolean }) | undefined {
  const start = startOf(text);
  const opening = timeBefore.exec(start);
  const from = opening?.[0].length ?? 0;
  const timed = opening === null ? undefined : longest(start.slice(from), allRules, context);
  const found = timed ? { ...timed, length: from + timed.length } : longest(start, allRules, context);
  if (found === undefined) return undefined;
  const closing = timeAfter.exec(start.slice(found.length));
  const times = [timed && opening, closing].map((match) => match?.groups?.['time'] ?? match?.groups?.['hour']);
  return {
    outcome: found.outcome,
    length: found.length + (closing?.[0].length ?? 0),
    hasTime: times.some((time) => time !== undefined),
  };
}

/** The start of the text, with digits of other scripts and full-width signs as those of the rules. Of the same length. */
function startOf(text: string): string {
  return text
    .slice(0, longestPhrase)
    .replaceAll(/[！-～]/gu, (sign) => sign.normalize('NFKC'))
    .replaceAll(/(?![0-9])\p{Nd}/gu, plainDigit);
}

/** Unicode keeps the ten digits of a script in a row. Those outside the basic plane are longer and stay. */
function plainDigit(digit: string): string {
  if (digit.length > 1) return digit;
  const code = digit.charCodeAt(0);
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(code - value - 1))) value++;
  return String(value);
}

/** In characters, longer than any phrase. Bounds the cost of a pasted page and the nesting of "day after". */
const longestPhrase = 160;

const allRules = [...dateRules, ...weekdayRules, ...periodRules, ...spanRules];
const anyContext: NumberContext = {
  today: 0,
  calendar: new Calendar({ weekdays: [1, 2, 3, 4, 5], holidays: [] }),
  lean: 'future',
};

interface Found {
  readonly outcome: Exclude<Outcome, undefined>;
  /** In characters. */
  readonly length: number;
}

/** A prefix ("a week from") followed by another phrase ("Friday"). */
interface Compound {
  readonly opening: RegExp;
  readonly rest: readonly Rule[];
  /** Whether the rest may be a compound too. */
  readonly nests: boolean;
  readonly read: (words: Words, rest: Exclude<Found['outcome'], 'impossible'>, context: NumberContext) => Outcome;
}

const compounds: readonly Compound[] = [
  {
    // "day after tomorrow", "a week from Friday", "3 working days before end of March"
    opening: opening(
      '(?:{span}|(?:the )?(?<single>(?:(?:working|business) )?day|week|month)) (?<direction>from|after|before)',
    ),
    rest: allRules,
    nests: true,
    read: ({ count, unit, single, direction }, rest, context) => {
      const words = { count, unit: unit ?? single };
      const step = direction?.toLowerCase() === 'before' ? -1 : 1;
      const other = rest.otherwise === undefined ? undefined : dayAtDistance(rest.otherwise, words, step, context);
      return { day: dayAtDistance(rest.day, words, step, context), otherwise: other };
    },
  },
  {
    opening: opening('{weekday}[.,]?'),
    rest: dateRules,
    nests: false,
    read: ({ weekday }, { day, otherwise }) => {
      const wanted = weekdayNamed(weekday);
      const fits = [day, otherwise].find((each) => each !== undefined && weekdayOfNumber(each) === wanted);
      if (fits !== undefined) return { day: fits };
      // Weekday and date contradict each other. The date is more exact; `otherwise` is the nearest such weekday.
      const ahead = (wanted - weekdayOfNumber(day) + 7) % 7;
      return { day, otherwise: day + (ahead > 3 ? ahead - 7 : ahead) };
    },
  },
];

/** The longest match wins, even an impossible one: "fri 31 nov" is not a Friday. */
function longest(
  text: string,
  rules: readonly Rule[],
  context: NumberContext,
  nested: readonly Compound[] = compounds,
): Found | undefined {
  let best: Found | undefined;
  const offer = (length: number, outcome: Outcome) => {
    if (outcome === undefined || length <= (best?.length ?? 0)) return;
    // Days beyond the year 9999 cannot be stored.
    if (outcome === 'impossible' || isDay(dayFromNumber(outcome.day))) best = { outcome, length };
  };
  for (const { pattern, read } of rules) {
    const match = pattern.exec(text);
    if (match) offer(match[0].length, read(match.groups ?? {}, context));
  }
  for (const compound of nested) {
    const match = compound.opening.exec(text);
    if (!match) continue;
    const from = match[0].length;
    const rest = longest(text.slice(from), compound.rest, context, compound.nests ? compounds : []);
    if (!rest) continue;
    const { outcome } = rest;
    offer(from + rest.length, outcome === 'impossible' ? outcome : compound.read(match.groups ?? {}, outcome, context));
  }
  return best;
}
