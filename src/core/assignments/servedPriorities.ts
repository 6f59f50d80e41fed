import { countUpTo } from '../text/sorted.ts';
import { type Day, earlierDay, laterDay } from '../time/day.ts';
import type { Assignment } from './assignment.ts';

/** A spell in which an open assignment served a priority: the days after one day up to another. */
export interface ServedPriority {
  readonly id: string;
  readonly after: Day;
  /** Undefined while it lasts. */
  readonly until: Day | undefined;
}

/**
 * The priorities that an assignment served while it was open, one after the other. Like every clock, a day belongs to the
 * one that was served when it began; what happened on the day of the hand-out belongs to none.
 */
export function servedPriorities(
  { agreement, amendments, closing }: Pick<Assignment, 'agreement' | 'amendments' | 'closing'>,
  madeOn: Day,
): readonly ServedPriority[] {
  const changes = amendments.flatMap(({ on, fields }) =>
    fields.flatMap(({ field, from, to }) => (field === 'serves' ? [{ on, from, to }] : [])),
  );
  const spells: ServedPriority[] = [];
  let after = madeOn;
  for (const { on, from } of [...changes, { on: undefined, from: agreement.serves }]) {
    // Entries of two machines can have days that run backwards, and the day of the closing can be an earlier one.
    const changedOn = on === undefined ? undefined : laterDay(after, on);
    const end =
      changedOn === undefined || closing === undefined ? (changedOn ?? closing?.on) : earlierDay(changedOn, closing.on);
    if (typeof from === 'string') spells.push({ id: from, after, until: end && laterDay(after, end) });
    after = changedOn ?? after;
  }
  return spells;
}

/**
 * Tells whether something served a priority on a day. Spells of one priority that overlap or touch are joined, so that
 * a day is found among them by binary search.
 */
export function servedOn(spells: readonly ServedPriority[]): (priority: string, on: Day) => boolean {
  const byPriority = new Map<string, { readonly starts: Day[]; readonly ends: (Day | undefined)[] }>();
  for (const { id, after, until } of spells.toSorted((a, b) => (a.after < b.after ? -1 : a.after > b.after ? 1 : 0))) {
    let { starts, ends } = byPriority.get(id) ?? {};
    if (starts === undefined || ends === undefined) byPriority.set(id, { starts: (starts = []), ends: (ends = []) });
    const end = ends.at(-1);
    if (starts.length > 0 && (end === undefined || after <= end)) {
      ends[ends.length - 1] = end === undefined || until === undefined ? undefined : laterDay(end, until);
    } else {
      starts.push(after);
      ends.push(until);
    }
  }
  return (priority, on) => {
    const { starts = [], ends = [] } = byPriority.get(priority) ?? {};
    // The last one that began before the day: the days after one day up to another are strings that sort as days do.
    const at = countUpTo(starts, on) - 1;
    const last = starts[at] === on ? at - 1 : at;
    const end = ends[last];
    return last >= 0 && (end === undefined || on <= end);
  };
}
