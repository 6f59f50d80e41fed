import type { Calendar } from '../calendar.ts';
import type { Day } from '../day.ts';

/** The direction an ambiguous day resolves to: `future` for a promise, `past` for an asked day. */
export type Lean = 'future' | 'past';

export interface DayContext {
  readonly today: Day;
  readonly calendar: Calendar;
  readonly lean: Lean;
}

/** {@link DayContext} with today as a day number: the grammar computes with day numbers, free of time zones. */
export interface NumberContext {
  readonly today: number;
  readonly calendar: Calendar;
  readonly lean: Lean;
}

/** What a phrase means, as day numbers. `otherwise` is the other day it could mean. */
export interface Meaning {
  readonly day: number;
  readonly otherwise?: number | undefined;
}

/** `impossible`: the words have the form of a date that does not exist. `undefined`: they are no day. */
export type Outcome = Meaning | 'impossible' | undefined;
export type Words = Readonly<Record<string, string | undefined>>;

export interface Rule {
  readonly pattern: RegExp;
  readonly read: (words: Words, context: NumberContext) => Outcome;
}

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const countNames = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ordinalNames = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third ' +
  'twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'
).split(' ');
const unitNames = '(?:working |business )?days?|workdays?|fortnights?|weeks?|wks?|months?|quarters?|years?|yrs?';

/** Named parts of patterns. A space matches any white space. */
const fragments: Readonly<Record<string, string>> = {
  weekday:
    '(?<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)',
  month:
    '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)' +
    // "dec. 1": the dot belongs to the month when more of the date follows.
    '(?:\\.(?=\\s*\\d))?',
  year: '(?<year>(?:19|20|21)\\d\\d)',
  shortYear: '(?<year>\\d{4}|\\d\\d)',
  // "1 dec 26" has a year, "1 dec 26 laptops" has none.
  yearAfter: "(?<year>(?:19|20|21)\\d\\d|['’]\\d\\d|\\d\\d(?!\\s*\\p{L}))",
  which: '(?<which>this|next|last)',
  date: `(?<date>\\d{1,2}(?:st|nd|rd|th)?\\.?|${ordinalNames.toReversed().join('|')})`,
  nth: `(?<nth>\\d{1,2}(?:st|nd|rd|th)|last|${ordinalNames.slice(0, 10).join('|')})`,
  // A digit may directly precede the unit ("3d"), a word may not: "ad" is no span.
  span: `(?<count>\\d{1,3}\\s*|(?:a couple of|an?|${countNames.join('|')}) )(?<unit>${unitNames}|wd|bd|d|w|m|q|y)`,
  unit: `(?:${unitNames})`,
  ordinal: `(?:\\d{1,2}(?:st|nd|rd|th)|${ordinalNames.toReversed().join('|')})`,
  count: `(?:${countNames.join('|')})`,
  endOfDay: '(?:eod|cob|(?:the )?end of (?:the )?(?:business )?day|close of business)',
  time:
    "(?<time>(?:\\d{1,2}(?:[:.h]\\d\\d)?\\s?(?:am|pm|a\\.m\\.|p\\.m\\.|h|uhr|o[’']clock)|\\d{1,2}[:h]\\d\\d|morning|noon|" +
    'midday|lunch(?:time)?|afternoon|evening|night|midnight)' +
    '(?: (?:utc|gmt|cet|cest|bst|ist|est|edt|cst|cdt|mst|mdt|pst|pdt|jst|aest))?)',
};

/** The phrase must not continue as another word, a range, a path or a larger number: "today's", "mon-fri". */
const end = "(?![\\p{L}\\p{M}\\p{N}_%]|['’/.,:@+-][\\p{L}\\p{N}])";

/** @param source a pattern in which `{name}` is a fragment and a space matches any white space */
export function rule(source: string, read: Rule['read']): Rule {
  return { pattern: wholePattern(source), read };
}

/** A pattern for the start of a text, at the end of a word. Fragments as in {@link rule}. */
export function wholePattern(source: string): RegExp {
  return new RegExp(`^(?:${expandFragments(source)})${end}`, 'iu');
}

/** The expanded source without the names of its groups, so that a fragment can stand in it twice. */
export function unnamed(source: string): string {
  return expandFragments(source).replaceAll(/\(\?<[a-z]+>/gi, '(?:');
}

/** A pattern for the prefix of a compound phrase; other rules read the rest. */
export function opening(source: string): RegExp {
  return new RegExp(`^(?:${expandFragments(source)}) `.replaceAll(' ', '\\s+'), 'iu');
}

function expandFragments(source: string): string {
  return source.replaceAll(/\{([a-z][a-zA-Z]*)\}/g, (_, name: string) => fragments[name] ?? '').replaceAll(' ', '\\s+');
}

/** ISO weekday of a name, long or short. */
export function weekdayNamed(name = ''): number {
  return weekdayNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Month of a name, long or short; January is 0. */
export function monthNamed(name = ''): number {
  return monthNames.indexOf(name.slice(0, 3).toLowerCase());
}

/** `25th`, `25` and `twenty-fifth` are 25. */
export function ordinalNamed(name = ''): number {
  const index = ordinalNames.indexOf(name.toLowerCase());
  return index >= 0 ? index + 1 : Number.parseInt(name, 10);
}

/** `3` and `three` are 3, `a` is 1, `a couple of` is 2. */
export function countNamed(name = ''): number {
  const word = name.trim().toLowerCase();
  if (/^\d/.test(word)) return Number.parseInt(word, 10);
  if (word.endsWith('of')) return 2;
  return Math.max(countNames.indexOf(word), word.startsWith('a') ? 1 : 0);
}
