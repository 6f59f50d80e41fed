import { addMonths, addWorkingDays } from './month.ts';
import { type NumberContext, type Words, countNamed, rule } from './grammar.ts';

/** Days at a distance from today. A bare amount ("2 weeks", "5m") is no day: it says how much, not when. */
export const spanRules = [
  rule('today|tonight|this (?:morning|afternoon|evening)', (_, { today }) => ({ day: today })),
  rule('{endOfDay}', (_, { today }) => ({ day: today })),
  rule('tomorrow|tmrw?', (_, { today }) => ({ day: today + 1 })),
  // "Tom" is a person.
  rule('(?<word>tom)', ({ word }, { today, lean }) =>
    word === 'tom' && lean === 'future' ? { day: today + 1 } : undefined,
  ),
  rule('yesterday', (_, { today }) => ({ day: today - 1 })),
  rule('(?<day>today|tomorrow) week', ({ day }, { today, lean }) =>
    lean === 'future' ? { day: today + (day?.toLowerCase() === 'today' ? 7 : 8) } : undefined,
  ),
  rule('(?:the )?(?<which>next|last) (?:(?:working|business) day|workday)', ({ which }, context) => ({
    day: addWorkingDays(context.today, which?.toLowerCase() === 'next' ? 1 : -1, context),
  })),
  rule('(?<sign>[+-]){span}', (words, context) => ({
    day: dayAtDistance(context.today, words, words['sign'] === '-' ? -1 : 1, context),
  })),
  rule('(?:in|within) {span}', (words, context) => ({ day: dayAtDistance(context.today, words, 1, context) })),
  rule('{span} (?:from now|hence)', (words, context) => ({ day: dayAtDistance(context.today, words, 1, context) })),
  rule('{span} ago', (words, context) => ({ day: dayAtDistance(context.today, words, -1, context) })),
];

/** The day at a distance from another, later (1) or earlier (-1). Without a count it is one unit: "the day after". */
export function dayAtDistance(
  from: number,
  { count, unit = '' }: Words,
  direction: 1 | -1,
  context: NumberContext,
): number {
  const amount = direction * (count === undefined ? 1 : countNamed(count));
  const kind = unit.toLowerCase();
  if (/^(?:work|business|wd|bd)/.test(kind)) return addWorkingDays(from, amount, context);
  const days = daysIn[kind.charAt(0)];
  return days === undefined ? addMonths(from, amount * (monthsIn[kind.charAt(0)] ?? 1)) : from + amount * days;
}

const daysIn: Readonly<Record<string, number>> = { d: 1, w: 7, f: 14 };
const monthsIn: Readonly<Record<string, number>> = { m: 1, q: 3, y: 12 };
