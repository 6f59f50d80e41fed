import { compareTexts } from '../text/compareTexts.ts';
import type { Entry } from '../entries/entry.ts';

/** What is known about one subject: all its entries in the order of the clock, in force or not. */
interface Stream<E> {
  readonly id: string;
  readonly entries: E[];
  newer: boolean;
  /** To be folded anew: a mark, since a set of all that are costs more than the folding. */
  touched: boolean;
}

/**
 * Subjects of one sort, each folded from its own entries. What is told of a subject depends on the set of its entries
 * only, for they are kept in the order of the clock and folded anew whenever one arrives.
 */
export class Projection<E extends Entry, T> {
  readonly values = new Map<string, T>();
  readonly streams = new Map<string, Stream<E>>();
  #touched: Stream<E>[] = [];
  readonly #watching: Set<string>[] = [];

  constructor(readonly fold: (entries: readonly E[], isNewer: boolean) => T | undefined) {}

  place(id: string, entry: E): void {
    const record = this.#record(id);
    insert(record.entries, entry);
    this.#touch(record);
  }

  take(id: string, entry: E): void {
    const record = this.#record(id);
    remove(record.entries, entry);
    this.#touch(record);
  }

  touch(id: string): void {
    this.#touch(this.#record(id));
  }

  /** A newer version wrote about the subject. Returns whether that was not known. */
  markNewer(id: string): boolean {
    const record = this.#record(id);
    if (record.newer) return false;
    record.newer = true;
    this.#touch(record);
    return true;
  }

  /** A set that collects the id of every subject that is told anew from now on; whoever asked for it empties it. */
  watch(): Set<string> {
    const changed = new Set<string>();
    this.#watching.push(changed);
    return changed;
  }

  /** Folds anew what was touched since the last time. */
  refold(isInForce: ((entry: E) => boolean) | undefined): void {
    for (const record of this.#touched) {
      record.touched = false;
      const { id, entries, newer } = record;
      const told = this.fold(isInForce === undefined ? entries : entries.filter(isInForce), newer);
      if (told === undefined) this.values.delete(id);
      else this.values.set(id, told);
      for (const changed of this.#watching) changed.add(id);
    }
    this.#touched = [];
  }

  #touch(record: Stream<E>): void {
    if (!record.touched) this.#touched.push(record);
    record.touched = true;
  }

  #record(id: string): Stream<E> {
    let record = this.streams.get(id);
    if (record === undefined) this.streams.set(id, (record = { id, entries: [], newer: false, touched: false }));
    return record;
  }
}

/** The order of the fold: clock, then device, then id; entries that differ in none of these by their text. */
export function compareEntries(a: Entry, b: Entry): number {
  return (
    compareTexts(a.clock, b.clock) ||
    compareTexts(a.device, b.device) ||
    compareTexts(a.id, b.id) ||
    compareTexts(JSON.stringify(a), JSON.stringify(b))
  );
}

/** Puts the entry where it belongs in a sorted list; nearly always that is the end. */
export function insert<E extends Entry>(sorted: E[], entry: E): void {
  let at = sorted.length;
  while (at > 0 && compareEntries(sorted[at - 1]!, entry) > 0) at--;
  if (at === sorted.length) sorted.push(entry);
  else sorted.splice(at, 0, entry);
}

export function remove<E>(entries: E[], entry: E): void {
  const at = entries.indexOf(entry);
  if (at >= 0) entries.splice(at, 1);
}
