import { compareTexts } from './compareTexts.ts';
import type { ActUndone, Entry, Envelope, ItemEntry } from './entries.ts';
import { foldItem, type Item } from './item.ts';

/** The entries one act wrote together, as far as they have arrived, in the order of the clock. */
export interface Act {
  readonly id: string;
  readonly entries: readonly Entry[];
}

/**
 * All that is known: the fold of every entry read so far. The result depends on the set of entries only; not on their
 * order, on duplicates, or on how they were split into files and reads. That holds because each item keeps its own
 * entries in the order of the clock and is folded from them anew whenever one arrives.
 */
export class Register {
  readonly #entries = new Map<string, Entry>();
  readonly #records = new Map<string, { entries: ItemEntry[]; item: Item | undefined; newer: boolean }>();
  readonly #acts = new Map<string, Entry[]>();
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
    const touched = new Set<string>();
    let undosChanged = false;
    let anew = false;
    for (const entry of entries) {
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
        touched.add(item);
        anew = true;
      }
    }
    if (undosChanged) this.#weighUndos(touched);
    for (const item of touched) this.#refold(item);
    return anew;
  }

  /** Whether the act has not been undone (or its undoing was itself undone). */
  isInForce(act: string): boolean {
    return !this.#undone.has(act);
  }

  /** The last act in force that this device wrote and that is not itself an undo: what `undo` would take back. */
  lastActOf(device: string): Act | undefined {
    let last: { act: string; entry: Entry } | undefined;
    for (const [act, entries] of this.#acts) {
      const entry = entries.at(-1);
      if (entry === undefined || entry.device !== device || entry.type === 'actUndone' || this.#undone.has(act))
        continue;
      if (last === undefined || compareEntries(entry, last.entry) > 0) last = { act, entry };
    }
    return last && { id: last.act, entries: this.#acts.get(last.act) ?? [] };
  }

  #record(item: string) {
    let record = this.#records.get(item);
    if (record === undefined) this.#records.set(item, (record = { entries: [], item: undefined, newer: false }));
    return record;
  }

  #place(entry: Entry, touched: Set<string>): void {
    this.#entries.set(entry.id, entry);
    if (this.#latestClock === undefined || entry.clock > this.#latestClock) this.#latestClock = entry.clock;
    const act = this.#acts.get(entry.act);
    if (act === undefined) this.#acts.set(entry.act, [entry]);
    else insert(act, entry);
    if (entry.type === 'actUndone') {
      insert(this.#undos, entry);
    } else {
      insert(this.#record(entry.item).entries, entry);
      touched.add(entry.item);
    }
  }

  #replace(old: Entry, entry: Entry, touched: Set<string>): void {
    remove(this.#acts.get(old.act) ?? [], old);
    if (old.type === 'actUndone') {
      remove(this.#undos, old);
    } else {
      remove(this.#record(old.item).entries, old);
      touched.add(old.item);
    }
    this.#place(entry, touched);
  }

  /** An undo counts unless a later undo in force takes it back; so the latest are weighed first, and each once. */
  #weighUndos(touched: Set<string>): void {
    const undone = new Set<string>();
    for (const undo of this.#undos.toReversed()) if (!undone.has(undo.act)) undone.add(undo.undoes);
    const changed = undone.symmetricDifference(this.#undone);
    this.#undone = undone;
    for (const act of changed) {
      for (const entry of this.#acts.get(act) ?? []) if (entry.type !== 'actUndone') touched.add(entry.item);
    }
  }

  #refold(id: string): void {
    const record = this.#record(id);
    const inForce =
      this.#undone.size === 0 ? record.entries : record.entries.filter((entry) => !this.#undone.has(entry.act));
    record.item = foldItem(inForce, record.newer);
    if (record.item === undefined) this.#items.delete(id);
    else this.#items.set(id, record.item);
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
  sorted.splice(at, 0, entry);
}

function remove(entries: Entry[], entry: Entry): void {
  const at = entries.indexOf(entry);
  if (at >= 0) entries.splice(at, 1);
}
