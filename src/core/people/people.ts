import type { PeopleEntry } from '../entries/entry.ts';
import { mostNames } from '../entries/limits.ts';
import type { NamesFact } from '../entries/peopleFacts.ts';
import { nameKey } from '../text/names.ts';
import type { Day } from '../time/day.ts';

/** The last time the leader talked with somebody. */
export interface Talk {
  readonly on: Day;
  /** The clock of its entry: what has a later one changed since. */
  readonly clock: string;
}

/** Which names are one person's. */
export interface PeopleNames {
  /** By the key of each of their names: those who have several names, the one they are called by first. */
  readonly namesOf: ReadonlyMap<string, readonly string[]>;
}

/** What is known about people besides the items that name them. */
export interface People extends PeopleNames {
  /**
   * By the key of the name that the talk was noted under. It stays with that name when names are taken apart, as all that was
   * written under a name does: the leader talked with one of these people.
   */
  readonly talks: ReadonlyMap<string, Talk>;
  /** All entries about people in force, oldest first. */
  readonly history: readonly PeopleEntry[];
}

export const noPeople: People = { namesOf: new Map(), talks: new Map(), history: [] };

/**
 * Folds the entries about people, in the order of the clock. Never throws: a join beyond {@link mostNames} has no effect.
 */
export function foldPeople(entries: readonly PeopleEntry[]): People {
  const names = new JoinedNames();
  const talks = new Map<string, Talk>();
  for (const entry of entries) {
    if (entry.type === 'personDiscussed')
      talks.set(nameKey(entry.person), { on: entry.discussedOn, clock: entry.clock });
    else names.apply(entry);
  }
  return { namesOf: names.namesOf, talks, history: entries };
}

/** What the names would be after one more fact. */
export function namesAfter({ namesOf }: PeopleNames, fact: NamesFact): PeopleNames {
  const names = new JoinedNames(namesOf);
  names.apply(fact);
  return names;
}

/** Names as they are joined and parted. Each key is computed once: a log may repeat the same names very often. */
class JoinedNames {
  readonly namesOf: Map<string, readonly string[]>;
  readonly #keys = new Map<string, string>();

  constructor(namesOf: ReadonlyMap<string, readonly string[]> = new Map()) {
    this.namesOf = new Map(namesOf);
  }

  apply({ type, names }: NamesFact): void {
    if (type === 'namesJoined') this.#join(this.#unique(names));
    else this.#part(this.#unique(names));
  }

  #join(names: readonly string[]): void {
    // The first name, as it is spelled now, stands before those it was joined with earlier.
    const all = names.flatMap((name) => this.namesOf.get(this.#keyOf(name)) ?? [name]);
    const joined = this.#unique([...names.slice(0, 1), ...all]);
    if (joined.length < 2 || joined.length > mostNames) return;
    for (const name of joined) this.namesOf.set(this.#keyOf(name), joined);
  }

  #part(names: readonly string[]): void {
    const kept = new Set<readonly string[]>();
    for (const name of names) {
      const all = this.namesOf.get(this.#keyOf(name));
      if (all === undefined) continue;
      if (names.length > 1 && !kept.has(all)) {
        kept.add(all);
        continue;
      }
      const others = all.filter((other) => this.#keyOf(other) !== this.#keyOf(name));
      this.namesOf.delete(this.#keyOf(name));
      for (const other of others) {
        if (others.length > 1) this.namesOf.set(this.#keyOf(other), others);
        else this.namesOf.delete(this.#keyOf(other));
      }
      kept.add(others);
    }
  }

  #unique(names: readonly string[]): string[] {
    const seen = new Set<string>();
    return names.filter((name) => seen.size < seen.add(this.#keyOf(name)).size);
  }

  #keyOf(name: string): string {
    let key = this.#keys.get(name);
    if (key === undefined) this.#keys.set(name, (key = nameKey(name)));
    return key;
  }
}

/** What the person with this name is called: {@link mainName}. */
export type MainNameOf = (name: string) => string;

/** What the person is called; the name itself if it was joined with no other. */
export function mainName({ namesOf }: PeopleNames, name: string): string {
  return namesOf.size === 0 ? name : (namesOf.get(nameKey(name))?.[0] ?? name);
}

/** {@link mainName} of these people. */
export function mainNamesIn(people: PeopleNames): MainNameOf {
  return (name) => mainName(people, name);
}

/** All names of the person, the one they are called by first. */
export function allNames({ namesOf }: PeopleNames, name: string): readonly string[] {
  return namesOf.get(nameKey(name)) ?? [name];
}

/** The last talk with the person, under any of their names. */
export function lastTalk(people: People, name: string): Talk | undefined {
  const talks = allNames(people, name).flatMap((each) => people.talks.get(nameKey(each)) ?? []);
  return talks.reduce<Talk | undefined>(
    (last, talk) => (last === undefined || talk.clock > last.clock ? talk : last),
    undefined,
  );
}

/** Whether every name is the same person's, called the same, in both. */
export function haveSameNames(a: PeopleNames, b: PeopleNames): boolean {
  if (a.namesOf === b.namesOf) return true;
  if (a.namesOf.size !== b.namesOf.size) return false;
  return [...new Set(a.namesOf.values())].every((names) => {
    const theirs = allNames(b, names[0] ?? '');
    return names.length === theirs.length && names.every((name, at) => name === theirs[at]);
  });
}
