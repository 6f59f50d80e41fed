import { compareTexts } from './compareTexts.ts';
import type { ActUndone, Entry, Envelope, ItemEntry } from './entries.ts';
import { foldItem } from './foldItem.ts';
import type { Item } from './item.ts';

/** The entries one act wrote together, as far as they have arrived, in the order of the clock. */
export interface Act {
  readonly id: string;
  readonly entries: readonly Entry[];
}

/** What is known about one item: all its entries in the order of the clock, in force or not. */
interface ItemRecord {
  readonly id: string;
  readonly entries: ItemEntry[];
  newer: boolean;
}

/**
 * All that is known: the fold of every entry read so far. The result depends on the set of entries only; not on their
 * order, on duplicates, or on how they were split into files and reads. That holds because each item keeps its own
 * entries in the order of the clock and is folded from them anew whenever one arrives.
 */
export class Register {
  readonly #entries = new Map<string, Entry>();
  readonly #records = new Map<string, ItemRecord>();
  readonly #undos: (ActUndone & Envelope)[] = [];
  readonly #items = new Map<string, Item>();
  #undone: ReadonlySet<string> = new Set();
  #latestClock: string | undefined;

  /** Every item in force, open or closed, by id. */
  get items(): ReadonlyMap<string, Item> {
    return this.#items;
  }

  /** The greatest clock seen; the next entry of this machine must be later. */
  get latestClock(): string | undefined {
    return this.#latestClock;
  }

  get entryCount(): number {
    return this.#entries.size;
  }

  /** Takes in entries and the ids of items that newer versions wrote about. Returns whether anything was new. */
  add(entries: Iterable<Entry>, newerItems: Iterable<string> = []): boolean {
    const touched = new Set<ItemRecord>();
    let undosChanged = false;
    let anew = false;
    for (const entry of entries) {
      // Also of an entry that is set aside below, for whichever is set aside depends on the order of reading.
      if (this.#latestClock === undefined || entry.clock > this.#latestClock) this.#latestClock = entry.clock;
      const known = this.#entries.get(entry.id);
      if (known !== undefined) {
        if (!isSame(known, entry)) {
          // Two different facts under one id is damage from outside. Keep the one that sorts first, so that the
          // result still does not depend on which was read first.
          if (compareEntries(entry, known) < 0) this.#replace(known, entry, touched);
          undosChanged = true;
          anew = true;
        }
        continue;
      }
      anew = true;
      this.#place(entry, touched);
      if (entry.type === 'actUndone') undosChanged = true;
    }
    for (const item of newerItems) {
      const record = this.#record(item);
      if (!record.newer) {
        record.newer = true;
        touched.add(record);
        anew = true;
      }
    }
    if (undosChanged) this.#weighUndos(touched);
    for (const record of touched) this.#refold(record);
    return anew;
  }

  /** Whether the act has not been undone (or its undoing was itself undone). */
  isInForce(act: string): boolean {
    return !this.#undone.has(act);
  }

  /** The last act in force that this device wrote; unless undos count too, what `undo` would take back. */
  lastActOf(device: string, which: 'noUndos' | 'undosToo' = 'noUndos'): Act | undefined {
    let last: Entry | undefined;
    for (const entry of this.#entries.values()) {
      if (entry.device !== device || this.#undone.has(entry.act)) continue;
      if (entry.type === 'actUndone' && which === 'noUndos') continue;
      if (last === undefined || compareEntries(entry, last) > 0) last = entry;
    }
    return last && { id: last.act, entries: this.#entriesOf(new Set([last.act])).toSorted(compareEntries) };
  }

  /** Looked for among all entries: acts are asked for only when something is undone, and entries come in all the time. */
  #entriesOf(acts: ReadonlySet<string>): Entry[] {
    return [...this.#entries.values()].filter((entry) => acts.has(entry.act));
  }

  #record(id: string): ItemRecord {
    let record = this.#records.get(id);
    if (record === undefined) this.#records.set(id, (record = { id, entries: [], newer: false }));
    return record;
  }

  #place(entry: Entry, touched: Set<ItemRecord>): void {
    this.#entries.set(entry.id, entry);
    if (entry.type === 'actUndone') {
      insert(this.#undos, entry);
    } else {
      const record = this.#record(entry.item);
      insert(record.entries, entry);
      touched.add(record);
    }
  }

  #replace(old: Entry, entry: Entry, touched: Set<ItemRecord>): void {
    if (old.type === 'actUndone') {
      remove(this.#undos, old);
    } else {
      const record = this.#record(old.item);
      remove(record.entries, old);
      touched.add(record);
    }
    this.#place(entry, touched);
  }

  /** An undo counts unless a later undo in force takes it back; so the latest are weighed first, and each once. */
  #weighUndos(touched: Set<ItemRecord>): void {
    const undone = new Set<string>();
    for (const undo of this.#undos.toReversed()) if (!undone.has(undo.act)) undone.add(undo.undoes);
    const changed = undone.symmetricDifference(this.#undone);
    this.#undone = undone;
    if (changed.size === 0) return;
    for (const entry of this.#entriesOf(changed)) if (entry.type !== 'actUndone') touched.add(this.#record(entry.item));
  }

  #refold({ id, entries, newer }: ItemRecord): void {
    const inForce = this.#undone.size === 0 ? entries : entries.filter((entry) => !this.#undone.has(entry.act));
    const item = foldItem(inForce, newer);
    if (item === undefined) this.#items.delete(id);
    else this.#items.set(id, item);
  }
}

/** The order of the fold: clock, then device, then id; entries that differ in none of these by their text. */
function compareEntries(a: Entry, b: Entry): number {
  return (
    compareTexts(a.clock, b.clock) ||
    compareTexts(a.device, b.device) ||
    compareTexts(a.id, b.id) ||
    compareTexts(JSON.stringify(a), JSON.stringify(b))
  );
}

function isSame(a: Entry, b: Entry): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Puts the entry where it belongs in a sorted list; nearly always that is the end. */
function insert<E extends Entry>(sorted: E[], entry: E): void {
  let at = sorted.length;
  while (at > 0 && compareEntries(sorted[at - 1]!, entry) > 0) at--;
  if (at === sorted.length) sorted.push(entry);
  else sorted.splice(at, 0, entry);
}

function remove(entries: Entry[], entry: Entry): void {
  const at = entries.indexOf(entry);
  if (at >= 0) entries.splice(at, 1);
}
