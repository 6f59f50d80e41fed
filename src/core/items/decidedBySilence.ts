import type { Calendar } from '../time/calendar.ts';
import type { Closing } from './item.ts';

/**
 * How it was closed. A default that was not stated at least one working day before its day cannot decide by silence: the
 * leader decided it. An import does not say when one was stated.
 */
export function closingOf(closing: Closing | undefined, calendar: Calendar): Closing | undefined {
  if (closing?.how !== 'silence' || closing.statedOn === undefined) return closing;
  const { on, outcome, statedOn } = closing;
  return calendar.workingDaysAfter(statedOn, on) > 0 ? closing : { how: 'decided', on, outcome, because: undefined };
}
