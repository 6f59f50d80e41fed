import type { Calendar } from '../time/calendar.ts';
import { type Day, laterDay } from '../time/day.ts';
import type { Item } from '../items/item.ts';
import type { BoardSource } from '../register/register.ts';
import { type Assignment, currentAgreedDay } from './assignment.ts';
import { spellsOnLeader } from './drag.ts';
import { dependenciesIn } from './dependencies.ts';

/** What became of the first day that the owner of an assignment agreed to; `pending`: it has not come. */
export type AgreedDayResult = 'met' | 'broken' | 'pending';

/**
 * Judges each assignment by the first day its current owner agreed to, as the leader is judged by the first promise: met
 * when it was closed as met on or before that day; broken when it was closed in another way, or the day has passed.
 *
 * @returns undefined where no day was agreed
 */
export function agreedDayResults(
  source: Pick<BoardSource, 'items' | 'assignments'>,
  today: Day,
  calendar: Calendar,
): (id: string) => AgreedDayResult | undefined {
  const dependenciesOf = dependenciesIn(source.items);
  return (id) => {
    const assignment = source.assignments.get(id);
    if (assignment === undefined) return undefined;
    const { dependsOn, holes } = dependenciesOf(assignment);
    const dueOn = agreedDueOn(assignment, [...dependsOn, ...holes], today, calendar);
    if (dueOn === undefined) return undefined;
    const { closing } = assignment;
    if (closing === undefined) return today > dueOn ? 'broken' : 'pending';
    return closing.result === 'met' && closing.on <= dueOn ? 'met' : 'broken';
  };
}

/**
 * The first day the owner agreed to, moved on by the working days since then on which what the assignment depends on
 * waited on the leader. A day that had passed before such a wait began stays; one that had not is due on the day on which
 * the wait ended at the earliest. A promise of the leader rests by the same rule (`promise.ts`).
 */
function agreedDueOn(
  { agreedDays, closing }: Assignment,
  dependencies: readonly Item[],
  today: Day,
  calendar: Calendar,
): Day | undefined {
  const agreed = currentAgreedDay(agreedDays);
  // It may be written down late that the work had ended before anybody agreed to a day.
  if (agreed === undefined || (closing !== undefined && closing.on < agreed.on)) return undefined;
  let { dueOn } = agreed;
  for (const { from, to } of spellsOnLeader(dependencies, agreed.on, closing?.on ?? today)) {
    if (from > dueOn) break;
    const days = calendar.workingDaysAfter(from, to);
    if (days > 0) dueOn = calendar.addWorkingDays(dueOn, days);
    dueOn = laterDay(dueOn, to);
  }
  return dueOn;
}
