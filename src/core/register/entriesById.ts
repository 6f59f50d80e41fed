import type { Entry } from '../entries/entry.ts';
import { entryText, isOutside, isSameEntry, isSameOutside } from '../entries/sameEntry.ts';
import { compareEntries } from './entryList.ts';

/** Two lines under one id that say different things, which is damage. */
export interface Conflict {
  readonly id: string;
  /** The one in force. */
  readonly counts: Entry;
  readonly others: readonly Entry[];
}

/** What was read under an id. */
interface Content {
  readonly entry: Entry;
  /** Whether it was read from the file of its own device. */
  isHome: boolean;
}

/**
 * Every entry read so far, one for each id.
 *
 * Two different entries under one id are damage, and one of them counts: that of this machine in its own file, else one
 * in the file of its own device, else the one with the lower clock. So nobody replaces an entry by writing its id into
 * another file. The other is kept and listed in {@link conflicts}.
 */
export class EntriesById {
  readonly #entries = new Map<string, Entry>();
  /** Ids of entries that were not read from the files of their own devices. */
  readonly #strays = new Set<string>();
  /** By id, where there are several contents, each by its text. */
  readonly #contents = new Map<string, Map<string, Content>>();

  /** @param device the id of this machine */
  constructor(readonly device: string | undefined) {}

  get size(): number {
    return this.#entries.size;
  }

  /** In no order. */
  all(): IterableIterator<Entry> {
    return this.#entries.values();
  }

  /** The one that counts. */
  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Whether the entry was read from the file of its own device. */
  isHome({ id }: Entry): boolean {
    return !this.#strays.has(id);
  }

  /** Ids under which different things were read. Two machines may record one fact of the outside, which is no damage. */
  get conflicts(): readonly Conflict[] {
    return [...this.#contents].flatMap(([id, contents]) => {
      const counts = this.#entries.get(id)!;
      const others = [...contents.values()].flatMap(({ entry }) =>
        entry === counts || isSameOutside(entry, counts) ? [] : [entry],
      );
      return others.length === 0 ? [] : [{ id, counts, others: others.toSorted(compareEntries) }];
    });
  }

  /** Adds the first entry that is read under its id. */
  addFirst(entry: Entry, isHome: boolean): void {
    this.#entries.set(entry.id, entry);
    if (!isHome) this.#strays.add(entry.id);
  }

  /** Adds what was read under the id of a known entry. Returns whether that changed anything. */
  addAgain(existing: Entry, entry: Entry, isHome: boolean): boolean {
    const { id } = entry;
    let contents = this.#contents.get(id);
    if (contents === undefined && isSameEntry(existing, entry)) return isHome && this.#strays.delete(id);
    if (contents === undefined) {
      contents = new Map([[entryText(existing), { entry: existing, isHome: this.isHome(existing) }]]);
      this.#contents.set(id, contents);
    }
    const text = entryText(entry);
    const known = contents.get(text);
    if (known !== undefined && (known.isHome || !isHome)) return false;
    const content = known ?? { entry, isHome };
    content.isHome = isHome;
    contents.set(text, content);
    const counting = { entry: existing, isHome: this.isHome(existing) };
    if (content.entry !== existing && !this.#countsBefore(content, counting)) return true;
    this.#entries.set(id, content.entry);
    if (content.isHome) this.#strays.delete(id);
    else this.#strays.add(id);
    return true;
  }

  #countsBefore(a: Content, b: Content): boolean {
    const ahead = this.#rank(a) - this.#rank(b);
    return ahead > 0 || (ahead === 0 && compareEntries(a.entry, b.entry) < 0);
  }

  /** How far the entry is to be trusted. It does not matter which machine recorded a fact of the outside. */
  #rank({ entry, isHome }: Content): number {
    if (isOutside(entry)) return 1;
    if (!isHome) return 0;
    return entry.device === this.device ? 2 : 1;
  }
}
