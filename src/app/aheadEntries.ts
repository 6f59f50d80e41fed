import type { Entry } from '../core/entries/entry.ts';
import { entryText } from '../core/entries/sameEntry.ts';
import type { ReadResult } from '../log/fileReader.ts';

/** Entries that were read and whose clocks are too far ahead: set aside until their day has come. */
export class AheadEntries {
  /** By their text. */
  readonly #byText = new Map<string, AheadEntry>();

  get entries(): readonly Entry[] {
    return [...this.#byText.values()].map(({ entry }) => entry);
  }

  get size(): number {
    return this.#byText.size;
  }

  /** Whether it was read only from other files than that of its own device; undefined if it is not set aside. */
  isStray(entry: Entry): boolean | undefined {
    return this.#byText.get(entryText(entry))?.isStray;
  }

  /** Sets aside the entries that are too far ahead, and adds those whose day has come. Returns what counts now. */
  setAside({ entries, strays }: ReadResult, furthestClock: string): Pick<ReadResult, 'entries' | 'strays'> {
    const due = [...this.#byText].filter(([, { entry }]) => entry.clock <= furthestClock);
    const ahead = entries.filter(({ clock }) => clock > furthestClock);
    for (const entry of ahead) {
      const text = entryText(entry);
      this.#byText.set(text, { entry, isStray: strays.has(entry) && this.#byText.get(text)?.isStray !== false });
    }
    for (const [text] of due) this.#byText.delete(text);
    if (ahead.length + due.length === 0) return { entries, strays };
    const arrived = due.map(([, { entry }]) => entry);
    const strayed = due.flatMap(([, { entry, isStray }]) => (isStray ? [entry] : []));
    return {
      entries: [...entries.filter(({ clock }) => clock <= furthestClock), ...arrived],
      strays: new Set([...strays, ...strayed]),
    };
  }

  clear(): void {
    this.#byText.clear();
  }
}

interface AheadEntry {
  readonly entry: Entry;
  /** Whether it was read only from other files than that of its own device. */
  readonly isStray: boolean;
}
