import { weekdayOfNumber } from '../day.ts';
import { type Meaning, type NumberContext, rule, weekdayNamed } from './rule.ts';

/** Weekdays. A bare one is strictly after or before today; `next` and `last` mean the neighbouring ISO week. */
export const weekdayRules = [
  rule('{weekday}{partOfDay}', ({ weekday }, context) => bare(weekdayNamed(weekday), context)),
  rule('{which} {weekday}{partOfDay}', ({ which, weekday }, context) => {
    const wanted = weekdayNamed(weekday);
    if (which?.toLowerCase() === 'next') return next(wanted, context);
    return which?.toLowerCase() === 'last' ? last(wanted, context) : inThisWeek(wanted, context);
  }),
  rule('(?:the )?{weekday} after next', ({ weekday }, context) => {
    const { day, otherwise } = next(weekdayNamed(weekday), context);
    return { day: day + 7, otherwise: otherwise === undefined ? undefined : otherwise + 7 };
  }),
  rule('{weekday}{partOfDay} (?:of )?{which} week', ({ weekday, which }, context) => inWeek(weekday, which, context)),
  rule('{which} week(?: on)? {weekday}{partOfDay}', ({ weekday, which }, context) => inWeek(weekday, which, context)),
];

const weeksAway: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

function inWeek(weekday = '', which = '', { today }: NumberContext): Meaning {
  return { day: dayOfWeek(weekdayNamed(weekday), weeksAway[which.toLowerCase()] ?? 0, today) };
}

function bare(weekday: number, { today, lean }: NumberContext): Meaning {
  const day = lean === 'future' ? nearestAhead(weekday, today) : nearestBehind(weekday, today);
  return { day, otherwise: weekday === weekdayOfNumber(today) ? today : undefined };
}

/** The day in this ISO week. If it is on the wrong side of today, a week away, with this week's as `otherwise`. */
function inThisWeek(weekday: number, { today, lean }: NumberContext): Meaning {
  const day = dayOfWeek(weekday, 0, today);
  if (lean === 'future' && day < today) return { day: day + 7, otherwise: day };
  if (lean === 'past' && day > today) return { day: day - 7, otherwise: day };
  return { day };
}

function next(weekday: number, { today }: NumberContext): Meaning {
  const day = dayOfWeek(weekday, 1, today);
  const nearest = nearestAhead(weekday, today);
  if (nearest !== day) return { day, otherwise: nearest };
  // At the weekend the next week is at most two days away, and some people then mean the week after it.
  return { day, otherwise: day - today <= 2 ? day + 7 : undefined };
}

function last(weekday: number, { today }: NumberContext): Meaning {
  const day = dayOfWeek(weekday, -1, today);
  const nearest = nearestBehind(weekday, today);
  return { day, otherwise: nearest === day ? undefined : nearest };
}

function dayOfWeek(weekday: number, weeks: number, today: number): number {
  return today - weekdayOfNumber(today) + weekday + weeks * 7;
}

function nearestAhead(weekday: number, today: number): number {
  return today + ((weekday - weekdayOfNumber(today) + 6) % 7) + 1;
}

function nearestBehind(weekday: number, today: number): number {
  return today - ((weekdayOfNumber(today) - weekday + 6) % 7) - 1;
}
