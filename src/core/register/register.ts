import type {
  ActUndone,
  AssignmentEntry,
  EntriesImported,
  Entry,
  Envelope,
  ItemEntry,
  PriorityEntry,
} from '../entries/entry.ts';
import { foldItem } from '../items/foldItem.ts';
import type { Item } from '../items/item.ts';
import { compareEntries, insert, remove, Projection } from './projection.ts';
import { type Assignment, foldAssignment } from '../assignments/assignment.ts';
import { foldPriorities, noPriorities, type Priorities } from '../assignments/priorities.ts';

/** The entries of one act that were read so far, in the order of the clock. */
export interface Act {
  readonly id: string;
  readonly entries: readonly Entry[];
}

/** What boards and views are built from. */
export interface BoardSource {
  readonly items: ReadonlyMap<string, Item>;
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly priorities: Priorities;
}

/** An undone act, and the id of the act that undid it. */
export interface Undone {
  readonly by: string;
  readonly act: Act;
}

/**
 * The fold of every entry read so far. The result depends only on the set of entries, not on their order, on duplicates,
 * or on how they were split into files and reads.
 */
export class Register implements BoardSource {
  readonly #entries = new Map<string, Entry>();
  readonly #items = new Projection<ItemEntry, Item>(foldItem);
  readonly #assignments = new Projection<AssignmentEntry, Assignment>(foldAssignment);
  /** One subject: the whole list. */
  readonly #priorities = new Projection<PriorityEntry, Priorities>(foldPriorities);
  readonly #undos: (ActUndone & Envelope)[] = [];
  #undone: ReadonlySet<string> = new Set();
  /** Importing acts by id of entry, for entries read only as imported copies. An original counts without them. */
  readonly #importActs = new Map<string, Set<string>>();
  #latestClock: string | undefined;

  /** Every item in force, open or closed, by id. */
  get items(): ReadonlyMap<string, Item> {
    return this.#items.values;
  }

  /** Every assignment in force, drafts and closed ones included, by id. */
  get assignments(): ReadonlyMap<string, Assignment> {
    return this.#assignments.values;
  }

  get priorities(): Priorities {
    return this.#priorities.values.get(prioritiesId) ?? noPriorities;
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
    return [...this.#entries.values()].toSorted(compareEntries);
  }

  entry(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Whether every import of the entry was undone. Importing it again restores it. */
  isImportUndone(id: string): boolean {
    return !this.#isPresent(id, this.#undone);
  }

  /**
   * Adds entries.
   *
   * @param newer ids of items and assignments that newer versions wrote about
   * @returns whether anything was new
   */
  add(entries: Iterable<Entry>, newer: Iterable<string> = []): boolean {
    let undosChanged = false;
    let isChanged = false;
    for (const copy of entries) {
      const entry = asWritten(copy);
      // An entry discarded below counts too, because which of two is discarded depends on the order of reading.
      if (this.#latestClock === undefined || entry.clock > this.#latestClock) this.#latestClock = entry.clock;
      const existing = this.#entries.get(entry.id);
      const hasNewSource = this.#noteOrigin(copy, existing !== undefined);
      if (existing !== undefined) {
        if (hasNewSource) {
          this.#touch(existing);
          undosChanged = true;
          isChanged = true;
        }
        if (!isSame(existing, entry)) {
          // Two different facts under one id are damage from outside. Keep the one that sorts first, so that the
          // result does not depend on the order of reading.
          if (compareEntries(entry, existing) < 0) this.#replace(existing, entry);
          undosChanged = true;
          isChanged = true;
        }
        continue;
      }
      isChanged = true;
      this.#place(entry);
      if (entry.type === 'actUndone') undosChanged = true;
    }
    for (const id of newer) {
      // The id is that of an item or of an assignment, never of both. Only the newer version knows which.
      const wasUnknown = [this.#items.markNewer(id), this.#assignments.markNewer(id)];
      if (wasUnknown.includes(true)) isChanged = true;
    }
    if (undosChanged) this.#recomputeUndone();
    const isInForce = this.#undone.size === 0 ? undefined : (entry: Entry) => this.#isEntryInForce(entry);
    this.#items.refold(isInForce);
    this.#assignments.refold(isInForce);
    this.#priorities.refold(isInForce);
    return isChanged;
  }

  /**
   * The number of entries about each item and assignment plus the undos of those entries, by id. It only grows, also when
   * an act is undone, so that an export can use it as a version number.
   */
  revisions(): ReadonlyMap<string, number> {
    /** Number of undos by the original act; undoing an undo counts for the original act, too. */
    const undos = new Map<string, number>();
    /** The original act by undoing act. */
    const originals = new Map<string, string>();
    for (const { act, undoes } of this.#undos) {
      const original = originals.get(undoes) ?? undoes;
      originals.set(act, original);
      undos.set(original, (undos.get(original) ?? 0) + 1);
    }
    const revisions = new Map<string, number>();
    for (const entry of this.#entries.values()) {
      const subject = 'item' in entry ? entry.item : 'assignment' in entry ? entry.assignment : undefined;
      if (subject === undefined) continue;
      revisions.set(subject, (revisions.get(subject) ?? 0) + 1 + (undos.get(entry.act) ?? 0));
    }
    return revisions;
  }

  /** Whether the act was not undone, or its undo was undone. */
  isInForce(act: string): boolean {
    return !this.#undone.has(act);
  }

  /** The last act of the device in force, other than undos: the one that an undo takes back. */
  lastActOf(device: string): Act | undefined {
    return this.#last((entry) => entry.device === device && entry.type !== 'actUndone');
  }

  /**
   * The act that a redo restores: the last one the device undid, if it did nothing else since. Redos do not count as
   * something else, so that repeated redos restore one act after the other.
   */
  lastUndoneBy(device: string): Undone | undefined {
    const undos = new Set(this.#undos.map(({ act }) => act));
    const isRedo = (entry: Entry): boolean => entry.type === 'actUndone' && undos.has(entry.undoes);
    const [last] = this.#last((entry) => entry.device === device && !isRedo(entry))?.entries ?? [];
    return last?.type === 'actUndone' ? { by: last.act, act: this.#actOf(last.undoes) } : undefined;
  }

  /** The last act in force that has a matching entry. */
  #last(matches: (entry: Entry) => boolean): Act | undefined {
    let last: Entry | undefined;
    for (const entry of this.#entries.values()) {
      if (!this.#isEntryInForce(entry) || !matches(entry)) continue;
      if (last === undefined || compareEntries(entry, last) > 0) last = entry;
    }
    return last && this.#actOf(last.act);
  }

  #actOf(id: string): Act {
    return { id, entries: this.#entriesOf(new Set([id])).toSorted(compareEntries) };
  }

  /** All acts in force except undos, each with its entries, in the order of the clock. */
  actsInForce(): Act[] {
    const inForce = [...this.#entries.values()].filter(
      (entry) => entry.type !== 'actUndone' && this.#isEntryInForce(entry),
    );
    const byAct = Map.groupBy(inForce.sort(compareEntries), ({ act }) => act);
    return [...byAct].map(([id, entries]) => ({ id, entries }));
  }

  /** Scans all entries instead of keeping an index: acts are needed only for undos, and entries are added all the time. */
  #entriesOf(acts: ReadonlySet<string>): Entry[] {
    return [...this.#entries.values()].filter((entry) => acts.has(entry.act));
  }

  /** Neither its own act nor all of its imports were undone. */
  #isEntryInForce({ id, act }: Entry): boolean {
    return !this.#undone.has(act) && this.#isPresent(id, this.#undone);
  }

  #isPresent(id: string, undone: ReadonlySet<string>): boolean {
    const acts = this.#importActs.get(id);
    return acts === undefined || [...acts].some((act) => !undone.has(act));
  }

  /** Records the source of a copy. Returns whether it is a new source of an existing entry. */
  #noteOrigin({ id, importedBy }: Entry, isExisting: boolean): boolean {
    const acts = this.#importActs.get(id);
    if (importedBy === undefined) return this.#importActs.delete(id);
    if (acts === undefined) {
      if (!isExisting) this.#importActs.set(id, new Set([importedBy]));
      return false;
    }
    if (acts.has(importedBy)) return false;
    acts.add(importedBy);
    return true;
  }

  #place(entry: Entry): void {
    this.#entries.set(entry.id, entry);
    if (entry.type === 'entriesImported') return;
    if (entry.type === 'actUndone') insert(this.#undos, entry);
    else if ('item' in entry) this.#items.add(entry.item, entry);
    else if ('assignment' in entry) this.#assignments.add(entry.assignment, entry);
    else this.#priorities.add(prioritiesId, entry);
  }

  #replace(old: Entry, entry: Entry): void {
    if (old.type !== 'entriesImported') this.#remove(old);
    this.#place(entry);
  }

  #remove(old: FoldedEntry): void {
    if (old.type === 'actUndone') remove(this.#undos, old);
    else if ('item' in old) this.#items.remove(old.item, old);
    else if ('assignment' in old) this.#assignments.remove(old.assignment, old);
    else this.#priorities.remove(prioritiesId, old);
  }

  #touch(entry: Entry): void {
    if (entry.type === 'actUndone' || entry.type === 'entriesImported') return;
    if ('item' in entry) this.#items.touch(entry.item);
    else if ('assignment' in entry) this.#assignments.touch(entry.assignment);
    else this.#priorities.touch(prioritiesId);
  }

  /** An undo counts unless a later undo in force undoes it, so one pass from the latest to the first is enough. */
  #recomputeUndone(): void {
    const undone = new Set<string>();
    for (const undo of this.#undos.toReversed()) {
      if (!undone.has(undo.act) && this.#isPresent(undo.id, undone)) undone.add(undo.undoes);
    }
    const changed = undone.symmetricDifference(this.#undone);
    this.#undone = undone;
    if (changed.size === 0) return;
    for (const entry of this.#entriesOf(changed)) this.#touch(entry);
    for (const [id, acts] of this.#importActs) {
      if (!changed.isDisjointFrom(acts)) this.#touch(this.#entries.get(id)!);
    }
  }
}

/** The id of the only subject of the projection of priorities. */
const prioritiesId = 'priorities';

type FoldedEntry = Exclude<Entry, EntriesImported & Envelope>;

/** Without `importedBy`, so that a copy equals its original. */
function asWritten(copy: Entry): Entry {
  if (copy.importedBy === undefined) return copy;
  const { importedBy, ...entry } = copy;
  return entry;
}

function isSame(a: Entry, b: Entry): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
