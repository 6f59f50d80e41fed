import { compareTexts } from '../text/compareTexts.ts';
import type { Entry } from '../entries/entry.ts';

/** All entries of one subject in the order of the clock, in force or not. */
interface Stream<E> {
  readonly id: string;
  readonly entries: E[];
  /** Whether a newer version wrote about the subject. */
  newer: boolean;
  /** Whether it needs refolding. A flag, because a set of all that do costs more than the folding. */
  touched: boolean;
}

/**
 * The values of subjects, each folded from its own entries. Entries are kept in the order of the clock and refolded when
 * one arrives, so that a value depends only on the set of its entries.
 */
export class Projection<E extends Entry, T> {
  readonly values = new Map<string, T>();
  readonly streams = new Map<string, Stream<E>>();
  #touched: Stream<E>[] = [];

  constructor(readonly fold: (entries: readonly E[], isNewer: boolean) => T | undefined) {}

  add(id: string, entry: E): void {
    const stream = this.#stream(id);
    insert(stream.entries, entry);
    this.invalidate(stream);
  }

  remove(id: string, entry: E): void {
    const stream = this.#stream(id);
    remove(stream.entries, entry);
    this.invalidate(stream);
  }

  touch(id: string): void {
    this.invalidate(this.#stream(id));
  }

  /** Marks the subject as written by a newer version. Returns whether the mark is new. */
  markNewer(id: string): boolean {
    const stream = this.#stream(id);
    if (stream.newer) return false;
    stream.newer = true;
    this.invalidate(stream);
    return true;
  }

  /** Refolds the touched subjects. Without a filter, every entry is in force. */
  refold(isInForce: ((entry: E) => boolean) | undefined): void {
    for (const stream of this.#touched) {
      stream.touched = false;
      const { id, entries, newer } = stream;
      const value = this.fold(isInForce === undefined ? entries : entries.filter(isInForce), newer);
      if (value === undefined) this.values.delete(id);
      else this.values.set(id, value);
    }
    this.#touched = [];
  }

  invalidate(stream: Stream<E>): void {
    if (!stream.touched) this.#touched.push(stream);
    stream.touched = true;
  }

  #stream(id: string): Stream<E> {
    let stream = this.streams.get(id);
    if (stream === undefined) this.streams.set(id, (stream = { id, entries: [], newer: false, touched: false }));
    return stream;
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

/** Inserts into a sorted list. Searches from the end, where the entry nearly always belongs. */
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
