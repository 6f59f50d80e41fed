import { addDays, type Day, dayFromNumber, dayNumber, earlierDay } from '../time/day.ts';
import { monthEnd, monthOf, monthStart } from '../time/phrase/month.ts';

/** A range of days, both ends inclusive. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

export const namedSpans = ['lastDays', 'thisMonth', 'lastMonth', 'thisQuarter'] as const;
/** A predefined span; a month or quarter that is not over ends today. */
export type NamedSpan = (typeof namedSpans)[number];

/** Default length of a ledger's span, in calendar days. */
export const lastDays = 30;

export function spanNamed(name: NamedSpan, today: Day): DaySpan {
  const month = monthOf(dayNumber(today));
  const first = (of: number): Day => dayFromNumber(monthStart(of));
  switch (name) {
    case 'lastDays':
      return { from: addDays(today, 1 - lastDays), to: today };
    case 'thisMonth':
      return { from: first(month), to: today };
    case 'lastMonth':
      return { from: first(month - 1), to: dayFromNumber(monthEnd(month - 1)) };
    case 'thisQuarter':
      return { from: first(month - (month % 3)), to: today };
    default:
      return name satisfies never;
  }
}

/** Whether what was done on the day belongs to the span. A day on record that is later than today counts as today. */
export function isWithin(day: Day | undefined, { from, to }: DaySpan, today: Day): boolean {
  if (day === undefined) return false;
  const counted = earlierDay(day, today);
  return from <= counted && counted <= to;
}
