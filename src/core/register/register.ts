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

/** The entries one act wrote together, as far as they have arrived, in the order of the clock. */
export interface Act {
  readonly id: string;
  readonly entries: readonly Entry[];
}

/** What views are drawn from. */
export interface BoardSource {
  readonly items: ReadonlyMap<string, Item>;
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly priorities: Priorities;
}

/** An act that was taken back, and the undo that did it. */
export interface Undone {
  readonly by: string;
  readonly act: Act;
}

/**
 * All that is known: the fold of every entry read so far. The result depends on the set of entries only; not on their
 * order, on duplicates, or on how they were split into files and reads.
 */
export class Register implements BoardSource {
  readonly #entries = new Map<string, Entry>();
  readonly #items = new Projection<ItemEntry, Item>(foldItem);
  readonly #assignments = new Projection<AssignmentEntry, Assignment>(foldAssignment);
  /** All of them are one list. */
  readonly #priorities = new Projection<PriorityEntry, Priorities>(foldPriorities);
  readonly #undos: (ActUndone & Envelope)[] = [];
  #undone: ReadonlySet<string> = new Set();
  /** Of entries that only imports brought: the acts of importing. What its own machine wrote counts without them. */
  readonly #broughtBy = new Map<string, Set<string>>();
  #latestClock: string | undefined;

  /** Every item in force, open or closed, by id. */
  get items(): ReadonlyMap<string, Item> {
    return this.#items.values;
  }

  /** A set that collects the ids of items that are new, told anew or gone from now on; whoever asked empties it. */
  watchItems(): Set<string> {
    return this.#items.watch();
  }

  /** Every assignment in force, drafts and closed ones included, by id. */
  get assignments(): ReadonlyMap<string, Assignment> {
    return this.#assignments.values;
  }

  get priorities(): Priorities {
    return this.#priorities.values.get(theList) ?? noPriorities;
  }

  /** The greatest clock seen; the next entry of this machine must be later. */
  get latestClock(): string | undefined {
    return this.#latestClock;
  }

  get entryCount(): number {
    return this.#entries.size;
  }

  /** Every entry, in force or not, in the order of the clock, as the machine that wrote it did. */
  get entries(): readonly Entry[] {
    return [...this.#entries.values()].toSorted(compareEntries);
  }

  entry(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Whether an undo of every import that brought the entry took it back; importing it again brings it back. */
  wasTakenBack(id: string): boolean {
    return !this.#isBrought(id, this.#undone);
  }

  /** Takes in entries and the ids of what newer versions wrote about. Returns whether anything was new. */
  add(entries: Iterable<Entry>, newer: Iterable<string> = []): boolean {
    let undosChanged = false;
    let anew = false;
    for (const copy of entries) {
      const entry = asWritten(copy);
      // Also of an entry that is set aside below, for whichever is set aside depends on the order of reading.
      if (this.#latestClock === undefined || entry.clock > this.#latestClock) this.#latestClock = entry.clock;
      const known = this.#entries.get(entry.id);
      const isBroughtAnew = this.#noteOrigin(copy, known !== undefined);
      if (known !== undefined) {
        if (isBroughtAnew) {
          this.#touch(known);
          undosChanged = true;
          anew = true;
        }
        if (!isSame(known, entry)) {
          // Two different facts under one id is damage from outside. Keep the one that sorts first, so that the
          // result still does not depend on which was read first.
          if (compareEntries(entry, known) < 0) this.#replace(known, entry);
          undosChanged = true;
          anew = true;
        }
        continue;
      }
      anew = true;
      this.#place(entry);
      if (entry.type === 'actUndone') undosChanged = true;
    }
    for (const id of newer) {
      // Which of the two it is, only the newer version knows; ids are never the same.
      const wasUnknown = [this.#items.markNewer(id), this.#assignments.markNewer(id)];
      if (wasUnknown.includes(true)) anew = true;
    }
    if (undosChanged) this.#weighUndos();
    const isInForce = this.#undone.size === 0 ? undefined : (entry: Entry) => this.#counts(entry);
    this.#items.refold(isInForce);
    this.#assignments.refold(isInForce);
    this.#priorities.refold(isInForce);
    return anew;
  }

  /**
   * How often something was said about an item or an assignment, or taken back, by its id. It only ever grows as entries
   * come in, also when an act is undone, so that it can number the versions of what leaves the log.
   */
  revisions(): ReadonlyMap<string, number> {
    /** Undos by the act they are about in the end: undoing an undo is about what was undone. */
    const undos = new Map<string, number>();
    const about = new Map<string, string>();
    for (const { act, undoes } of this.#undos) {
      const first = about.get(undoes) ?? undoes;
      about.set(act, first);
      undos.set(first, (undos.get(first) ?? 0) + 1);
    }
    const revisions = new Map<string, number>();
    for (const entry of this.#entries.values()) {
      const subject = 'item' in entry ? entry.item : 'assignment' in entry ? entry.assignment : undefined;
      if (subject === undefined) continue;
      revisions.set(subject, (revisions.get(subject) ?? 0) + 1 + (undos.get(entry.act) ?? 0));
    }
    return revisions;
  }

  /** Whether the act has not been undone (or its undoing was itself undone). */
  isInForce(act: string): boolean {
    return !this.#undone.has(act);
  }

  /** The last act in force that this device wrote, undos aside: what an undo would take back. */
  lastActOf(device: string): Act | undefined {
    return this.#last((entry) => entry.device === device && entry.type !== 'actUndone');
  }

  /**
   * What a redo would bring back: the last thing this device undid, as long as it did nothing else since. Redos do not
   * count as something else, so that one redo after the other brings back one act after the other.
   */
  lastUndoneBy(device: string): Undone | undefined {
    const undos = new Set(this.#undos.map(({ act }) => act));
    const isRedo = (entry: Entry): boolean => entry.type === 'actUndone' && undos.has(entry.undoes);
    const [last] = this.#last((entry) => entry.device === device && !isRedo(entry))?.entries ?? [];
    return last?.type === 'actUndone' ? { by: last.act, act: this.#actOf(last.undoes) } : undefined;
  }

  /** The last act in force of whose entries one is such. */
  #last(isSuch: (entry: Entry) => boolean): Act | undefined {
    let last: Entry | undefined;
    for (const entry of this.#entries.values()) {
      if (!this.#counts(entry) || !isSuch(entry)) continue;
      if (last === undefined || compareEntries(entry, last) > 0) last = entry;
    }
    return last && this.#actOf(last.act);
  }

  #actOf(id: string): Act {
    return { id, entries: this.#entriesOf(new Set([id])).toSorted(compareEntries) };
  }

  /** All acts in force but undos, each with its entries, in the order of the clock. */
  actsInForce(): Act[] {
    const inForce = [...this.#entries.values()].filter((entry) => entry.type !== 'actUndone' && this.#counts(entry));
    const byAct = Map.groupBy(inForce.sort(compareEntries), ({ act }) => act);
    return [...byAct].map(([id, entries]) => ({ id, entries }));
  }

  /** Looked for among all entries: acts are asked for only when something is undone, and entries come in all the time. */
  #entriesOf(acts: ReadonlySet<string>): Entry[] {
    return [...this.#entries.values()].filter((entry) => acts.has(entry.act));
  }

  /** Neither its own act nor all that brought it were undone. */
  #counts({ id, act }: Entry): boolean {
    return !this.#undone.has(act) && this.#isBrought(id, this.#undone);
  }

  #isBrought(id: string, undone: ReadonlySet<string>): boolean {
    const acts = this.#broughtBy.get(id);
    return acts === undefined || [...acts].some((act) => !undone.has(act));
  }

  /** Remembers where a copy came from. Returns whether that is news about an entry that is known. */
  #noteOrigin({ id, importedBy }: Entry, isKnown: boolean): boolean {
    const acts = this.#broughtBy.get(id);
    if (importedBy === undefined) return this.#broughtBy.delete(id);
    if (acts === undefined) {
      if (!isKnown) this.#broughtBy.set(id, new Set([importedBy]));
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
    else if ('item' in entry) this.#items.place(entry.item, entry);
    else if ('assignment' in entry) this.#assignments.place(entry.assignment, entry);
    else this.#priorities.place(theList, entry);
  }

  #replace(old: Entry, entry: Entry): void {
    if (old.type !== 'entriesImported') this.#take(old);
    this.#place(entry);
  }

  #take(old: ToldEntry): void {
    if (old.type === 'actUndone') remove(this.#undos, old);
    else if ('item' in old) this.#items.take(old.item, old);
    else if ('assignment' in old) this.#assignments.take(old.assignment, old);
    else this.#priorities.take(theList, old);
  }

  #touch(entry: Entry): void {
    if (entry.type === 'actUndone' || entry.type === 'entriesImported') return;
    if ('item' in entry) this.#items.touch(entry.item);
    else if ('assignment' in entry) this.#assignments.touch(entry.assignment);
    else this.#priorities.touch(theList);
  }

  /** An undo counts unless a later undo in force takes it back; so the latest are weighed first, and each once. */
  #weighUndos(): void {
    const undone = new Set<string>();
    for (const undo of this.#undos.toReversed()) {
      if (!undone.has(undo.act) && this.#isBrought(undo.id, undone)) undone.add(undo.undoes);
    }
    const changed = undone.symmetricDifference(this.#undone);
    this.#undone = undone;
    if (changed.size === 0) return;
    for (const entry of this.#entriesOf(changed)) this.#touch(entry);
    for (const [id, acts] of this.#broughtBy) {
      if (!changed.isDisjointFrom(acts)) this.#touch(this.#entries.get(id)!);
    }
  }
}

/** The one subject of the shelf of priorities. */
const theList = 'priorities';

type ToldEntry = Exclude<Entry, EntriesImported & Envelope>;

/** Without what an import added to it, so that a copy is the same as what it is a copy of. */
function asWritten(copy: Entry): Entry {
  if (copy.importedBy === undefined) return copy;
  const { importedBy, ...entry } = copy;
  return entry;
}

function isSame(a: Entry, b: Entry): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
