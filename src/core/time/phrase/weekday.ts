import { weekdayOfNumber } from '../day.ts';
import { weekStart } from './month.ts';
import { type Meaning, type NumberContext, type Words, rule, weekdayNamed } from './grammar.ts';

/** Weekdays. A bare one is strictly after or before today; `next` and `last` mean the neighbouring week of the leader. */
export const weekdayRules = [
  rule('{weekday}', ({ weekday }, context) => bare(weekdayNamed(weekday), context)),
  rule('{which} {weekday}', ({ which, weekday }, context) => {
    const wanted = weekdayNamed(weekday);
    if (which?.toLowerCase() === 'next') return next(wanted, context);
    return which?.toLowerCase() === 'last' ? last(wanted, context) : inThisWeek(wanted, context);
  }),
  rule('(?:the )?{weekday} after next', ({ weekday }, context) => {
    const { day, otherwise } = next(weekdayNamed(weekday), context);
    return { day: day + 7, otherwise: otherwise === undefined ? undefined : otherwise + 7 };
  }),
  rule('{weekday} (?:of )?{which} week', ({ weekday, which }, context) => inWeek(weekday, which, context)),
  rule('{which} week(?: on)? {weekday}', ({ weekday, which }, context) => inWeek(weekday, which, context)),
  rule('{weekday} week', weekLater),
  rule('(?:a )?week on {weekday}', weekLater),
];

/** "Friday week" is British for a week after Friday. */
function weekLater({ weekday }: Words, { today, lean }: NumberContext): Meaning | undefined {
  const nearest = nearestAhead(weekdayNamed(weekday), today);
  return lean === 'future' ? { day: nearest + 7, otherwise: nearest } : undefined;
}

const weeksAway: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

function inWeek(weekday = '', which = '', context: NumberContext): Meaning {
  return { day: dayOfWeek(weekdayNamed(weekday), weeksAway[which.toLowerCase()] ?? 0, context) };
}

function bare(weekday: number, { today, lean }: NumberContext): Meaning {
  const day = lean === 'future' ? nearestAhead(weekday, today) : nearestBehind(weekday, today);
  return { day, otherwise: weekday === weekdayOfNumber(today) ? today : undefined };
}

/** The day in this week. If it is on the wrong side of today, a week away, with this week's as `otherwise`. */
function inThisWeek(weekday: number, context: NumberContext): Meaning {
  const { today, lean } = context;
  const day = dayOfWeek(weekday, 0, context);
  if (lean === 'future' && day < today) return { day: day + 7, otherwise: day };
  if (lean === 'past' && day > today) return { day: day - 7, otherwise: day };
  return { day };
}

function next(weekday: number, context: NumberContext): Meaning {
  const { today } = context;
  const day = dayOfWeek(weekday, 1, context);
  const nearest = nearestAhead(weekday, today);
  if (nearest !== day) return { day, otherwise: nearest };
  // At the weekend the next week is at most two days away, and some people then mean the week after it.
  return { day, otherwise: day - today <= 2 ? day + 7 : undefined };
}

function last(weekday: number, context: NumberContext): Meaning {
  const day = dayOfWeek(weekday, -1, context);
  const nearest = nearestBehind(weekday, context.today);
  return { day, otherwise: nearest === day ? undefined : nearest };
}

function dayOfWeek(weekday: number, weeks: number, context: NumberContext): number {
  const first = weekStart(weeks, context);
  return first + ((weekday - weekdayOfNumber(first) + 7) % 7);
}

function nearestAhead(weekday: number, today: number): number {
  return today + ((weekday - weekdayOfNumber(today) + 6) % 7) + 1;
}

function nearestBehind(weekday: number, today: number): number {
  return today - ((weekdayOfNumber(today) - weekday + 6) % 7) - 1;
}
