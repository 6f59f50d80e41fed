import { type Assignment, foldAssignment } from '../assignments/assignment.ts';
import { foldPriorities } from '../assignments/foldPriorities.ts';
import { noPriorities, type Priorities } from '../assignments/priorities.ts';
import type { AssignmentEntry, Entry, ItemEntry, PeopleEntry, PriorityEntry } from '../entries/entry.ts';
import { isPeopleFact } from '../entries/peopleFacts.ts';
import { foldItem } from '../items/foldItem.ts';
import type { Item } from '../items/item.ts';
import { foldPeople, haveSameNames, mainName, noPeople, type People } from '../people/people.ts';
import { Projection } from './projection.ts';
import { entriesPerStep, type Steps } from './steps.ts';

type SubjectEntry = ItemEntry | AssignmentEntry | PriorityEntry | PeopleEntry;

/**
 * Items, assignments, priorities and people, each folded from its own entries. An item needs the owner of its assignment,
 * and items and assignments need to know which names are one person's, so what they need is folded before them.
 */
export class Subjects {
  /** One subject: everybody. */
  readonly #people = new Projection<PeopleEntry, People>(foldPeople);
  readonly #mainNameOf = (name: string): string => mainName(this.people, name);
  readonly #assignments = new Projection<AssignmentEntry, Assignment>((entries, isNewer) =>
    foldAssignment(entries, isNewer, this.#mainNameOf),
  );
  /** Ids of the items of the holes of an assignment, by its id. They wait for its owner. */
  readonly #holes = new Map<string, Set<string>>();
  readonly #items = new Projection<ItemEntry, Item>((entries, isNewer, written) =>
    foldItem(entries, isNewer, (id) => this.assignments.get(id)?.owners ?? [], this.#mainNameOf, written),
  );
  /** One subject: the whole list. */
  readonly #priorities = new Projection<PriorityEntry, Priorities>(foldPriorities);

  get items(): ReadonlyMap<string, Item> {
    return this.#items.values;
  }

  get assignments(): ReadonlyMap<string, Assignment> {
    return this.#assignments.values;
  }

  get priorities(): Priorities {
    return this.#priorities.values.get(prioritiesId) ?? noPriorities;
  }

  get people(): People {
    return this.#people.values.get(peopleId) ?? noPeople;
  }

  add(entry: SubjectEntry): void {
    if ('item' in entry) {
      this.#items.add(entry.item, entry);
      if (entry.type === 'clarityOwed') this.#addHole(entry.assignment, entry.item);
    } else if ('assignment' in entry) this.#assignments.add(entry.assignment, entry);
    else if (isPeopleFact(entry)) this.#people.add(peopleId, entry);
    else this.#priorities.add(prioritiesId, entry);
  }

  remove(entry: SubjectEntry): void {
    if ('item' in entry) this.#items.remove(entry.item, entry);
    else if ('assignment' in entry) this.#assignments.remove(entry.assignment, entry);
    else if (isPeopleFact(entry)) this.#people.remove(peopleId, entry);
    else this.#priorities.remove(prioritiesId, entry);
  }

  /** Folds the subject of the entry again at the next {@link refold}. */
  touch(entry: SubjectEntry): void {
    if ('item' in entry) this.#items.touch(entry.item);
    else if ('assignment' in entry) this.#assignments.touch(entry.assignment);
    else if (isPeopleFact(entry)) this.#people.touch(peopleId);
    else this.#priorities.touch(prioritiesId);
  }

  /** Marks what a newer version wrote about. Returns whether the mark is new. */
  markNewer(id: string): boolean {
    // The id is that of an item or of an assignment, never of both. Only the newer version knows which.
    const isNew = [this.#items.markNewer(id), this.#assignments.markNewer(id)];
    return isNew.includes(true);
  }

  /** Refolds what was added to, removed from or touched. Without a filter, every entry is in force. */
  *refold(isInForce: ((entry: Entry) => boolean) | undefined): Steps<void> {
    const before = this.people;
    yield* this.#people.refold(isInForce);
    if (!haveSameNames(before, this.people)) yield* this.#touchAll();
    for (const assignment of yield* this.#assignments.refold(isInForce)) {
      for (const item of this.#holes.get(assignment) ?? []) this.#items.touch(item);
    }
    yield* this.#items.refold(isInForce);
    yield* this.#priorities.refold(isInForce);
  }

  /** A person who goes by another name now can be named anywhere. Names are joined rarely, so there is no index. */
  *#touchAll(): Steps<void> {
    for (const id of [...this.#assignments.streams.keys()]) this.#assignments.touch(id);
    let seen = 0;
    for (const id of [...this.#items.streams.keys()]) {
      this.#items.touch(id);
      if (++seen % entriesPerStep === 0) yield;
    }
  }

  #addHole(assignment: string, item: string): void {
    const holes = this.#holes.get(assignment);
    if (holes === undefined) this.#holes.set(assignment, new Set([item]));
    else holes.add(item);
  }
}

/** The id of the only subject of the projection of priorities. */
const prioritiesId = 'priorities';
/** The id of the only subject of the projection of people. */
const peopleId = 'people';
