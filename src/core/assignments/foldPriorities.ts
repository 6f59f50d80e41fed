import type { PriorityEntry } from '../entries/entry.ts';
import { listLimits } from '../entries/limits.ts';
import type { Priorities, Priority, Reranking, RetiredPriority } from './priorities.ts';

/**
 * Folds the list, in clock order. Never throws: an entry about an unknown priority changes nothing, nor does adding one
 * beyond the limit of the list, which keeps each step short.
 */
export function foldPriorities(entries: readonly PriorityEntry[]): Priorities {
  let ranked: Priority[] = [];
  const retired: RetiredPriority[] = [];
  const rerankings: Reranking[] = [];
  const known = new Set<string>();
  for (const entry of entries) {
    switch (entry.type) {
      case 'priorityAdded':
        if (known.has(entry.priority) || ranked.length >= listLimits.priorities) break;
        known.add(entry.priority);
        ranked.push({ id: entry.priority, title: entry.title, addedOn: entry.addedOn });
        break;
      case 'priorityRenamed':
        ranked = ranked.map((priority) =>
          priority.id === entry.priority ? { ...priority, title: entry.title } : priority,
        );
        break;
      case 'priorityRetired': {
        const found = ranked.find(({ id }) => id === entry.priority);
        if (found === undefined) break;
        ranked = ranked.filter((priority) => priority !== found);
        retired.push({ ...found, retiredOn: entry.retiredOn, reason: entry.reason });
        break;
      }
      case 'prioritiesRanked': {
        const { stops, because, told, rankedOn } = entry;
        const next = inOrder(ranked, entry.order);
        const moved = next.filter((priority, place) => ranked[place] !== priority).map(({ id }) => id);
        if (moved.length > 0) rerankings.push({ on: rankedOn, moved, displacement: { stops, because, told } });
        ranked = next;
        break;
      }
      default:
        entry satisfies never;
    }
  }
  return { ranked, retired, rerankings, history: entries };
}

/** The named priorities in the given order, then the others in their current order. */
export function inOrder(ranked: readonly Priority[], order: readonly string[]): Priority[] {
  const place = new Map(order.toReversed().map((id, index) => [id, order.length - 1 - index]));
  return ranked.toSorted((a, b) => (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length));
}
