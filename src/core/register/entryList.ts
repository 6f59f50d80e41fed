import type { Entry } from '../entries/entry.ts';
import { compareTexts } from '../text/compareTexts.ts';

/**
 * Entries in the order of the clock. They arrive in any order, so they are sorted when they are read and not when they
 * are added: a log that is read backwards costs little more than one in order.
 */
export class EntryList<E extends Entry> {
  #entries: E[] = [];
  #isSorted = true;
  /** Removed entries that are still in the list. */
  #removed: Set<E> | undefined;

  add(entry: E): void {
    if (this.#removed?.delete(entry) === true) return;
    const last = this.#entries.at(-1);
    if (last !== undefined && this.#isSorted) this.#isSorted = compareEntries(last, entry) <= 0;
    this.#entries.push(entry);
  }

  remove(entry: E): void {
    (this.#removed ??= new Set()).add(entry);
  }

  /** The entries, oldest first. A later change does not affect what was returned, apart from entries added at its end. */
  get sorted(): readonly E[] {
    const removed = this.#removed;
    if (removed !== undefined && removed.size > 0) this.#entries = this.#entries.filter((entry) => !removed.has(entry));
    this.#removed = undefined;
    if (!this.#isSorted) this.#entries = this.#entries.toSorted(compareEntries);
    this.#isSorted = true;
    return this.#entries;
  }
}

/** The order of the fold: clock, then device, then id; the last tie-break is the text of the entry. */
export function compareEntries(a: Entry, b: Entry): number {
  return (
    compareTexts(a.clock, b.clock) ||
    compareTexts(a.device, b.device) ||
    compareTexts(a.id, b.id) ||
    compareTexts(JSON.stringify(a), JSON.stringify(b))
  );
}
