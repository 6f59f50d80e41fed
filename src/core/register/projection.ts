import type { Entry } from '../entries/entry.ts';
import { EntryList } from './entryList.ts';
import { entriesPerStep, type Steps } from './steps.ts';

/** All entries of one subject, in force or not. */
class Stream<E extends Entry> extends EntryList<E> {
  /** Whether a newer version wrote about the subject. */
  newer = false;
  /** Whether it needs refolding. A flag, because a set of all that do costs more than the folding. */
  touched = false;

  constructor(readonly id: string) {
    super();
  }
}

/**
 * The values of subjects, each folded from its own entries in the order of the clock, so that a value depends only on the
 * set of its entries. A subject is refolded once for everything that was added to it.
 */
export class Projection<E extends Entry, T> {
  readonly values = new Map<string, T>();
  readonly streams = new Map<string, Stream<E>>();
  #touched: Stream<E>[] = [];

  /** @param fold takes the entries in force, whether a newer version wrote about the subject, and all entries */
  constructor(readonly fold: (entries: readonly E[], isNewer: boolean, written: readonly E[]) => T | undefined) {}

  add(id: string, entry: E): void {
    const stream = this.#stream(id);
    stream.add(entry);
    this.invalidate(stream);
  }

  remove(id: string, entry: E): void {
    const stream = this.#stream(id);
    stream.remove(entry);
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

  /** Refolds the touched subjects and returns their ids. Without a filter, every entry is in force. */
  *refold(isInForce: ((entry: E) => boolean) | undefined): Steps<readonly string[]> {
    const touched = this.#touched;
    this.#touched = [];
    let folded = 0;
    for (const stream of touched) {
      stream.touched = false;
      const { id, sorted, newer } = stream;
      const value = this.fold(isInForce === undefined ? sorted : sorted.filter(isInForce), newer, sorted);
      if (value === undefined) this.values.delete(id);
      else this.values.set(id, value);
      folded += sorted.length;
      if (folded < entriesPerStep) continue;
      folded = 0;
      yield;
    }
    return touched.map(({ id }) => id);
  }

  invalidate(stream: Stream<E>): void {
    if (!stream.touched) this.#touched.push(stream);
    stream.touched = true;
  }

  #stream(id: string): Stream<E> {
    let stream = this.streams.get(id);
    if (stream === undefined) this.streams.set(id, (stream = new Stream(id)));
    return stream;
  }
}
