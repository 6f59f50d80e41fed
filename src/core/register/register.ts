import {
  type ActUndone,
  type AssignmentEntry,
  dayOfEntry,
  type EntriesImported,
  type Entry,
  type Envelope,
  type ItemEntry,
  type PeopleEntry,
  type PriorityEntry,
} from '../entries/entry.ts';
import { isPeopleFact } from '../entries/peopleFacts.ts';
import { type Day, earlierDay } from '../time/day.ts';
import { foldItem } from '../items/foldItem.ts';
import type { Item } from '../items/item.ts';
import { entryText, isOutside, isSameEntry, isSameOutside } from '../entries/sameEntry.ts';
import { cleanTexts } from '../text/clean.ts';
import { compareEntries, EntryList } from './entryList.ts';
import { Projection } from './projection.ts';
import { runToEnd, type Steps } from './steps.ts';
import { type Assignment, foldAssignment } from '../assignments/assignment.ts';
import { foldPeople, haveSameNames, mainName, noPeople, type People } from '../people/people.ts';
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

/** How often something was said about an item or an assignment; the first day of that; and when last, ISO 8601. */
export interface Revision {
  readonly count: number;
  readonly firstOn: Day;
  readonly changedAt: string;
}

/** An undone act, and the id of the act that undid it. */
export interface Undone {
  readonly by: string;
  readonly act: Act;
}

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
 * The fold of every entry read so far. The result depends only on the set of entries and on which of them were read from
 * the files of their own devices, not on their order, on duplicates, or on how they were split into files and reads.
 *
 * Two different entries under one id are damage, and one of them counts: that of this machine in its own file, else one
 * in the file of its own device, else the one with the lower clock. So nobody replaces an entry by writing its id into
 * another file. The other is kept and listed in {@link conflicts}.
 */
export class Register implements BoardSource {
  readonly #entries = new Map<string, Entry>();
  /** By id, the entries in {@link #entries} that are shown cleaned of characters that hide or reorder text. */
  readonly #cleaned = new Map<string, Entry>();
  /** Ids of entries that were not read from the files of their own devices. */
  readonly #strays = new Set<string>();
  /** By id, where there are several contents, each by its text. */
  readonly #contents = new Map<string, Map<string, Content>>();
  readonly #assignments = new Projection<AssignmentEntry, Assignment>((entries, isNewer) =>
    foldAssignment(entries, isNewer, this.#mainNameOf),
  );
  readonly #items = new Projection<ItemEntry, Item>((entries, isNewer, written) =>
    foldItem(entries, isNewer, (id) => this.assignments.get(id)?.owners ?? [], this.#mainNameOf, written),
  );
  /** Ids of the items of the holes of an assignment, by its id. They wait for its owner. */
  readonly #holes = new Map<string, Set<string>>();
  /** One subject: the whole list. */
  readonly #priorities = new Projection<PriorityEntry, Priorities>(foldPriorities);
  /** One subject: everybody. */
  readonly #people = new Projection<PeopleEntry, People>(foldPeople);
  readonly #mainNameOf = (name: string): string => mainName(this.people, name);
  readonly #undos = new EntryList<ActUndone & Envelope>();
  #undone: ReadonlySet<string> = new Set();
  /** Importing acts by id of entry, for entries read only as imported copies. An original counts without them. */
  readonly #importActs = new Map<string, Set<string>>();
  #latestClock: string | undefined;
  /** Grows with every change. */
  revision = 0;

  /** @param device the id of this machine */
  constructor(readonly device?: string) {}

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

  /** Who has several names, and when the leader last talked with whom. */
  get people(): People {
    return this.#people.values.get(peopleId) ?? noPeople;
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

  /** Whether the entry is in the log, in force or not, other than as a copy whose import was undone. */
  isWritten(id: string): boolean {
    return this.#entries.has(id) && !this.isImportUndone(id);
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

  /** Whether the entry was read from the file of its own device. */
  isHome({ id }: Entry): boolean {
    return !this.#strays.has(id);
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
    strays: ReadonlySet<Entry> = nothing,
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
      // The id is that of an item or of an assignment, never of both. Only the newer version knows which.
      const wasUnknown = [this.#items.markNewer(id), this.#assignments.markNewer(id)];
      if (wasUnknown.includes(true)) isChanged = true;
      if (++added % entriesPerStep === 0) yield;
    }
    if (undosChanged) yield* this.#recomputeUndone();
    const isInForce = this.#undone.size === 0 ? undefined : (entry: Entry) => this.#isEntryInForce(entry);
    const before = this.people;
    yield* this.#people.refold(isInForce);
    if (!haveSameNames(before, this.people)) yield* this.#touchAll();
    for (const assignment of yield* this.#assignments.refold(isInForce)) {
      for (const item of this.#holes.get(assignment) ?? nobody) this.#items.touch(item);
    }
    yield* this.#items.refold(isInForce);
    yield* this.#priorities.refold(isInForce);
    if (isChanged) this.revision++;
    return isChanged;
  }

  /** Returns whether nothing changed, or something that may change what is undone. */
  #addOne(copy: Entry, isHome: boolean): 'nothing' | 'entry' | 'undos' {
    const entry = asWritten(copy);
    // An entry that does not count is taken into account too, because which one counts depends on what is read later.
    if (this.#latestClock === undefined || entry.clock > this.#latestClock) this.#latestClock = entry.clock;
    const existing = this.#entries.get(entry.id);
    const hasNewSource = this.#noteOrigin(copy, existing !== undefined);
    if (existing === undefined) {
      this.#place(entry);
      if (!isHome) this.#strays.add(entry.id);
      return entry.type === 'actUndone' ? 'undos' : 'entry';
    }
    if (hasNewSource) this.#touch(existing);
    const isChanged = this.#takeContent(existing, entry, isHome);
    return hasNewSource || isChanged ? 'undos' : 'nothing';
  }

  /** Takes in what was read under an id that is known. Returns whether that changed anything. */
  #takeContent(existing: Entry, entry: Entry, isHome: boolean): boolean {
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
    if (content.entry !== existing) this.#replace(existing, content.entry);
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

  /**
   * The number of entries about each item and assignment plus the undos of those entries, by id. It only grows, also when
   * an act is undone, so that an export can use it as a version number. With the instant of the last of them.
   */
  revisions(): ReadonlyMap<string, Revision> {
    /** Undos by the original act; undoing an undo counts for the original act, too. */
    const undos = new Map<string, Revision>();
    /** The original act by undoing act. */
    const originals = new Map<string, string>();
    for (const undo of this.#undos.sorted) {
      const { act, undoes } = undo;
      const original = originals.get(undoes) ?? undoes;
      originals.set(act, original);
      addTo(undos, original, { count: 1, firstOn: dayOfEntry(undo), changedAt: undo.loggedAt });
    }
    const revisions = new Map<string, Revision>();
    for (const entry of this.#entries.values()) {
      const subject = 'item' in entry ? entry.item : 'assignment' in entry ? entry.assignment : undefined;
      if (subject === undefined) continue;
      addTo(revisions, subject, { count: 1, firstOn: dayOfEntry(entry), changedAt: entry.loggedAt });
      const undone = undos.get(entry.act);
      if (undone !== undefined) addTo(revisions, subject, undone);
    }
    return revisions;
  }

  /** Whether the act was not undone, or its undo was undone. */
  isInForce(act: string): boolean {
    return !this.#undone.has(act);
  }

  /** The last act of a person on the device in force, other than undos: the one that an undo takes back. */
  lastActOf(device: string): Act | undefined {
    return this.#last((entry) => this.#isBy(device, entry) && entry.type !== 'actUndone');
  }

  /**
   * The act that a redo restores: the last one the device undid, if a person did nothing else there since. Redos do not
   * count as something else, so that repeated redos restore one act after the other.
   */
  lastUndoneBy(device: string): Undone | undefined {
    const undos = new Set(this.#undos.sorted.map(({ act }) => act));
    const isRedo = (entry: Entry): boolean => entry.type === 'actUndone' && undos.has(entry.undoes);
    const [last] = this.#last((entry) => this.#isBy(device, entry) && !isRedo(entry))?.entries ?? [];
    return last?.type === 'actUndone' ? { by: last.act, act: this.#actOf(last.undoes) } : undefined;
  }

  /**
   * Whether a person wrote the entry on the device, into its own file. Anybody can write its id into another one, and what
   * came from the outside is nobody's act here.
   */
  #isBy(device: string, entry: Entry): boolean {
    return entry.device === device && !isOutside(entry) && this.isHome(entry);
  }

  /** Undos that count, oldest first. */
  get undosInForce(): readonly (ActUndone & Envelope)[] {
    return this.#undos.sorted.filter((undo) => this.#isEntryInForce(undo));
  }

  /** Whether the entry was read only as an imported copy. */
  isImported({ id }: Entry): boolean {
    return this.#importActs.has(id);
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
    return { id, entries: this.entriesOf(new Set([id])).toSorted(compareEntries) };
  }

  /** All acts in force except undos, each with its entries, in the order of the clock. */
  actsInForce(): Act[] {
    const inForce = [...this.#entries.values()].filter(
      (entry) => entry.type !== 'actUndone' && this.#isEntryInForce(entry),
    );
    const byAct = Map.groupBy(inForce.sort(compareEntries), ({ act }) => act);
    return [...byAct].map(([id, entries]) => ({ id, entries }));
  }

  /** The entries of these acts, in no order. Scans all entries instead of keeping an index: acts are needed only for undos, and entries are added all the time. */
  entriesOf(acts: ReadonlySet<string>): Entry[] {
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
    const cleaned = cleanTexts(entry);
    if (cleaned !== entry) this.#cleaned.set(entry.id, cleaned);
    if (cleaned.type === 'actUndone') this.#undos.add(cleaned);
    else if ('item' in cleaned) {
      this.#items.add(cleaned.item, cleaned);
      if (cleaned.type === 'clarityOwed') this.#noteHole(cleaned.assignment, cleaned.item);
    } else if ('assignment' in cleaned) this.#assignments.add(cleaned.assignment, cleaned);
    else if (isPeopleFact(cleaned)) this.#people.add(peopleId, cleaned);
    else this.#priorities.add(prioritiesId, cleaned);
  }

  #noteHole(assignment: string, item: string): void {
    const holes = this.#holes.get(assignment);
    if (holes === undefined) this.#holes.set(assignment, new Set([item]));
    else holes.add(item);
  }

  #replace(old: Entry, entry: Entry): void {
    if (old.type !== 'entriesImported') this.#remove((this.#cleaned.get(old.id) as FoldedEntry | undefined) ?? old);
    this.#cleaned.delete(old.id);
    this.#place(entry);
  }

  #remove(old: FoldedEntry): void {
    if (old.type === 'actUndone') this.#undos.remove(old);
    else if ('item' in old) this.#items.remove(old.item, old);
    else if ('assignment' in old) this.#assignments.remove(old.assignment, old);
    else if (isPeopleFact(old)) this.#people.remove(peopleId, old);
    else this.#priorities.remove(prioritiesId, old);
  }

  #touch(entry: Entry): void {
    if (entry.type === 'actUndone' || entry.type === 'entriesImported') return;
    if ('item' in entry) this.#items.touch(entry.item);
    else if ('assignment' in entry) this.#assignments.touch(entry.assignment);
    else if (isPeopleFact(entry)) this.#people.touch(peopleId);
    else this.#priorities.touch(prioritiesId);
  }

  /** Whoever is called otherwise now can be named anywhere. Names are joined rarely, so there is no index of them. */
  *#touchAll(): Steps<void> {
    for (const id of [...this.#assignments.streams.keys()]) this.#assignments.touch(id);
    let seen = 0;
    for (const id of [...this.#items.streams.keys()]) {
      this.#items.touch(id);
      if (++seen % entriesPerStep === 0) yield;
    }
  }

  /** An undo counts unless a later undo in force undoes it, so one pass from the latest to the first is enough. */
  *#recomputeUndone(): Steps<void> {
    const undone = new Set<string>();
    const undos = this.#undos.sorted;
    for (let at = undos.length - 1; at >= 0; at--) {
      const undo = undos[at]!;
      if (!undone.has(undo.act) && this.#isPresent(undo.id, undone)) undone.add(undo.undoes);
      if (at > 0 && at % entriesPerStep === 0) yield;
    }
    const changed = undone.symmetricDifference(this.#undone);
    this.#undone = undone;
    if (changed.size === 0) return;
    let seen = 0;
    for (const entry of this.#entries.values()) {
      if (changed.has(entry.act)) this.#touch(entry);
      if (++seen % entriesPerStep === 0) yield;
    }
    for (const [id, acts] of this.#importActs) {
      if (!changed.isDisjointFrom(acts)) this.#touch(this.#entries.get(id)!);
      if (++seen % entriesPerStep === 0) yield;
    }
  }
}

/** The id of the only subject of the projection of priorities. */
const prioritiesId = 'priorities';
/** The id of the only subject of the projection of people. */
const peopleId = 'people';

type FoldedEntry = Exclude<Entry, EntriesImported & Envelope>;

/** Without `importedBy`, so that a copy equals its original. */
function asWritten(copy: Entry): Entry {
  if (copy.importedBy === undefined) return copy;
  const { importedBy, ...entry } = copy;
  return entry;
}

const nothing: ReadonlySet<Entry> = new Set();
const nobody: ReadonlySet<string> = new Set();
/** How many entries are taken in per step. */
const entriesPerStep = 500;

function addTo(revisions: Map<string, Revision>, key: string, { count, firstOn, changedAt }: Revision): void {
  const before = revisions.get(key);
  revisions.set(
    key,
    before === undefined
      ? { count, firstOn, changedAt }
      : {
          count: before.count + count,
          firstOn: earlierDay(firstOn, before.firstOn),
          changedAt: changedAt > before.changedAt ? changedAt : before.changedAt,
        },
  );
}
