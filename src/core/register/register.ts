import type { Assignment } from '../assignments/assignment.ts';
import type { Priorities } from '../assignments/priorities.ts';
import { cleanEntry } from '../entries/cleanEntry.ts';
import type { ActUndone, EntriesImported, Entry, Envelope } from '../entries/entry.ts';
import type { Item } from '../items/item.ts';
import type { People } from '../people/people.ts';
import { type Conflict, EntriesById } from './entriesById.ts';
import { compareEntries } from './entryList.ts';
import { entriesPerStep, runToEnd, type Steps } from './steps.ts';
import { Subjects } from './subjects.ts';
import { Undos } from './undos.ts';

/** What boards and views are built from. */
export interface BoardSource {
  readonly items: ReadonlyMap<string, Item>;
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly priorities: Priorities;
}

/**
 * The fold of every entry read so far. The result depends only on the set of entries and on which of them were read from
 * the files of their own devices, not on their order, on duplicates, or on how they were split into files and reads.
 */
export class Register implements BoardSource {
  readonly #entries: EntriesById;
  readonly #undos = new Undos();
  readonly #subjects = new Subjects();
  /** The entries that are shown cleaned of characters that hide or reorder text. */
  readonly #cleaned = new Map<FoldedEntry, FoldedEntry>();
  #latestClock: string | undefined;
  /** Grows with every change. */
  revision = 0;

  /** @param device the id of this machine */
  constructor(device?: string) {
    this.#entries = new EntriesById(device);
  }

  /** Every item in force, open or closed, by id. */
  get items(): ReadonlyMap<string, Item> {
    return this.#subjects.items;
  }

  /** Every assignment in force, drafts and closed ones included, by id. */
  get assignments(): ReadonlyMap<string, Assignment> {
    return this.#subjects.assignments;
  }

  get priorities(): Priorities {
    return this.#subjects.priorities;
  }

  /** Who has several names, and when the leader last talked with whom. */
  get people(): People {
    return this.#subjects.people;
  }

  /** The greatest clock seen; the next entry of this machine must have a greater one. */
  get latestClock(): string | undefined {
    return this.#latestClock;
  }

  get entryCount(): number {
    return this.#entries.size;
  }

  /** Every entry, in force or not, in the order of the clock, as originally written: without `importedBy`. */
  get entries(): readonly Entry[] {
    return [...this.#entries.all()].toSorted(compareEntries);
  }

  /** {@link entries} in no order, without the time that sorting takes. */
  get unsorted(): Iterable<Entry> {
    return this.#entries.all();
  }

  /** Every undo, in force or not, oldest first. */
  get undos(): readonly (ActUndone & Envelope)[] {
    return this.#undos.all;
  }

  entry(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Whether the act was not undone, or its undo was undone. */
  isInForce(act: string): boolean {
    return !this.#undos.isUndone(act);
  }

  /** Whether neither the act of the entry nor all of its imports were undone. */
  isEntryInForce(entry: Entry): boolean {
    return this.#undos.isInForce(entry);
  }

  /** Whether the entry was read only as an imported copy. */
  isImported({ id }: Entry): boolean {
    return this.#undos.isImported(id);
  }

  /** Whether every import of the entry was undone. Importing it again restores it. */
  isImportUndone(id: string): boolean {
    return this.#undos.isImportUndone(id);
  }

  /** Whether the entry is in the log, in force or not, other than as a copy whose import was undone. */
  isWritten(id: string): boolean {
    return this.#entries.get(id) !== undefined && !this.isImportUndone(id);
  }

  /** Ids under which different things were read. Two machines may record one fact of the outside, which is no damage. */
  get conflicts(): readonly Conflict[] {
    return this.#entries.conflicts;
  }

  /** Whether the entry was read from the file of its own device. */
  isHome(entry: Entry): boolean {
    return this.#entries.isHome(entry);
  }

  /**
   * Adds entries.
   *
   * @param newer ids of items and assignments that newer versions wrote about
   * @param strays those of the entries that were not read from the files of their own devices
   * @returns whether anything was new
   */
  add(entries: Iterable<Entry>, newer: Iterable<string> = [], strays?: ReadonlySet<Entry>): boolean {
    return runToEnd(this.addInSteps(entries, newer, strays));
  }

  /** {@link add} in steps. Until the last one, items, assignments and priorities are partly as they were. */
  *addInSteps(
    entries: Iterable<Entry>,
    newer: Iterable<string> = [],
    strays: ReadonlySet<Entry> = noStrays,
  ): Steps<boolean> {
    let undosChanged = false;
    let isChanged = false;
    let added = 0;
    for (const copy of entries) {
      const change = this.#addOne(copy, !strays.has(copy));
      if (change !== 'nothing') isChanged = true;
      if (change === 'undos') undosChanged = true;
      if (++added % entriesPerStep === 0) yield;
    }
    for (const id of newer) {
      if (this.#subjects.markNewer(id)) isChanged = true;
      if (++added % entriesPerStep === 0) yield;
    }
    if (undosChanged) yield* this.#recomputeUndos();
    yield* this.#subjects.refold(this.#undos.isNothingUndone ? undefined : (entry) => this.#undos.isInForce(entry));
    if (isChanged) this.revision++;
    return isChanged;
  }

  /** Returns whether nothing changed, or something that may change what is undone. */
  #addOne(copy: Entry, isHome: boolean): 'nothing' | 'entry' | 'undos' {
    const entry = asWritten(copy);
    // An entry that does not count is taken into account too, because which one counts depends on what is read later.
    if (this.#latestClock === undefined || entry.clock > this.#latestClock) this.#latestClock = entry.clock;
    const existing = this.#entries.get(entry.id);
    const hasNewSource = this.#undos.addSource(copy, existing !== undefined);
    if (existing === undefined) {
      this.#entries.addFirst(entry, isHome);
      this.#place(entry);
      return entry.type === 'actUndone' ? 'undos' : 'entry';
    }
    if (hasNewSource) this.#touch(existing);
    const isChanged = this.#entries.addAgain(existing, entry, isHome);
    const counts = this.#entries.get(entry.id);
    if (counts !== undefined && counts !== existing) {
      this.#remove(existing);
      this.#place(counts);
    }
    return hasNewSource || isChanged ? 'undos' : 'nothing';
  }

  #place(entry: Entry): void {
    if (entry.type === 'entriesImported') return;
    const cleaned = cleanEntry(entry);
    if (cleaned !== entry) this.#cleaned.set(entry, cleaned);
    if (cleaned.type === 'actUndone') this.#undos.add(cleaned);
    else this.#subjects.add(cleaned);
  }

  #remove(entry: Entry): void {
    if (entry.type === 'entriesImported') return;
    const cleaned = this.#cleaned.get(entry) ?? entry;
    this.#cleaned.delete(entry);
    if (cleaned.type === 'actUndone') this.#undos.remove(cleaned);
    else this.#subjects.remove(cleaned);
  }

  #touch(entry: Entry): void {
    if (entry.type !== 'actUndone' && entry.type !== 'entriesImported') this.#subjects.touch(entry);
  }

  *#recomputeUndos(): Steps<void> {
    const changed = yield* this.#undos.recompute();
    if (changed.size === 0) return;
    let seen = 0;
    for (const entry of this.#entries.all()) {
      if (this.#undos.isOfAny(entry, changed)) this.#touch(entry);
      if (++seen % entriesPerStep === 0) yield;
    }
  }
}

type FoldedEntry = Exclude<Entry, EntriesImported & Envelope>;

/** Without `importedBy`, so that a copy equals its original. */
function asWritten(copy: Entry): Entry {
  if (copy.importedBy === undefined) return copy;
  const { importedBy, ...entry } = copy;
  return entry;
}

const noStrays: ReadonlySet<Entry> = new Set();
