import { dayOfEntry } from '../entries/entry.ts';
import { type Day, earlierDay } from '../time/day.ts';
import type { Register } from './register.ts';

/** How often something was said about an item or an assignment; the first day of that; and when last, ISO 8601. */
export interface Revision {
  readonly count: number;
  readonly firstOn: Day;
  readonly changedAt: string;
}

/**
 * The number of entries about each item and assignment plus the undos of those entries, by id. It only grows, also when
 * an act is undone, so that an export can use it as a version number. With the instant of the last of them.
 */
export function revisionsIn(register: Register): ReadonlyMap<string, Revision> {
  /** Undos by the original act; undoing an undo counts for the original act, too. */
  const undos = new Map<string, Revision>();
  /** The original act by undoing act. */
  const originals = new Map<string, string>();
  for (const undo of register.undos) {
    const { act, undoes } = undo;
    const original = originals.get(undoes) ?? undoes;
    originals.set(act, original);
    addTo(undos, original, { count: 1, firstOn: dayOfEntry(undo), changedAt: undo.loggedAt });
  }
  const revisions = new Map<string, Revision>();
  for (const entry of register.unsorted) {
    const subject = 'item' in entry ? entry.item : 'assignment' in entry ? entry.assignment : undefined;
    if (subject === undefined) continue;
    addTo(revisions, subject, { count: 1, firstOn: dayOfEntry(entry), changedAt: entry.loggedAt });
    const undone = undos.get(entry.act);
    if (undone !== undefined) addTo(revisions, subject, undone);
  }
  return revisions;
}

function addTo(revisions: Map<string, Revision>, key: string, { count, firstOn, changedAt }: Revision): void {
  const before = revisions.get(key);
  revisions.set(
    key,
    before === undefined
      ? { count, firstOn, changedAt }
      : {
          count: before.count + count,
          firstOn: earlierDay(firstOn, before.firstOn),
          changedAt: changedAt > before.changedAt ? changedAt : before.changedAt,
        },
  );
}
