import { compareTexts } from '../text/compareTexts.ts';
import { countUpTo } from '../text/sorted.ts';
import { type Day, laterDay } from '../time/day.ts';
import type { ServedPriority } from './servedPriorities.ts';

/**
 * Tells whether something served a priority on a day. Spells of one priority that overlap or touch are joined, so that
 * a day is found among them by binary search.
 */
export function servedOn(spells: readonly ServedPriority[]): (priority: string, on: Day) => boolean {
  const byPriority = new Map<string, { readonly starts: Day[]; readonly ends: (Day | undefined)[] }>();
  for (const { id, after, until } of spells.toSorted((a, b) => compareTexts(a.after, b.after))) {
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
