import type { PeopleEntry } from '../entries/entry.ts';
import { mostNames } from '../entries/limits.ts';
import { nameKey, uniqueNames } from '../text/names.ts';
import type { Day } from '../time/day.ts';

/** The last time the leader talked with somebody. */
export interface Talk {
  readonly on: Day;
  /** The clock of its entry: what has a later one changed since. */
  readonly clock: string;
}

/** What is known about people besides the items that name them. */
export interface People {
  /** By the key of each of their names: those who have several names, the one they are called by first. */
  readonly namesOf: ReadonlyMap<string, readonly string[]>;
  /** By the key of the name that was written down then. */
  readonly talks: ReadonlyMap<string, Talk>;
  /** All entries about people in force, oldest first. */
  readonly history: readonly PeopleEntry[];
}

export const noPeople: People = { namesOf: new Map(), talks: new Map(), history: [] };

/** Folds the entries about people, in the order of the clock. Never throws: a join beyond {@link mostNames} has no effect. */
export function foldPeople(entries: readonly PeopleEntry[]): People {
  const namesOf = new Map<string, readonly string[]>();
  const talks = new Map<string, Talk>();
  for (const entry of entries) {
    switch (entry.type) {
      case 'namesJoined':
        join(namesOf, uniqueNames(entry.names));
        break;
      case 'namesParted':
        part(namesOf, uniqueNames(entry.names));
        break;
      case 'personDiscussed':
        talks.set(nameKey(entry.person), { on: entry.discussedOn, clock: entry.clock });
        break;
      default:
        entry satisfies never;
    }
  }
  return { namesOf, talks, history: entries };
}

function join(namesOf: Map<string, readonly string[]>, names: readonly string[]): void {
  // In its spelling of now, the first name stands before those it was joined with earlier.
  const joined = uniqueNames([...names.slice(0, 1), ...names.flatMap((name) => namesOf.get(nameKey(name)) ?? [name])]);
  if (joined.length < 2 || joined.length > mostNames) return;
  for (const name of joined) namesOf.set(nameKey(name), joined);
}

function part(namesOf: Map<string, readonly string[]>, names: readonly string[]): void {
  const kept = new Set<readonly string[]>();
  for (const name of names) {
    const all = namesOf.get(nameKey(name));
    if (all === undefined) continue;
    if (names.length > 1 && !kept.has(all)) {
      kept.add(all);
      continue;
    }
    const others = all.filter((other) => nameKey(other) !== nameKey(name));
    namesOf.delete(nameKey(name));
    for (const other of others) {
      if (others.length > 1) namesOf.set(nameKey(other), others);
      else namesOf.delete(nameKey(other));
    }
    kept.add(others);
  }
}

/** What the person with this name is called: {@link mainName}. */
export type PersonOf = (name: string) => string;

/** What the person is called; the name itself unless it was told to be somebody's who is called otherwise. */
export function mainName({ namesOf }: Pick<People, 'namesOf'>, name: string): string {
  return namesOf.size === 0 ? name : (namesOf.get(nameKey(name))?.[0] ?? name);
}

/** All names of the person, the one they are called by first. */
export function allNames({ namesOf }: Pick<People, 'namesOf'>, name: string): readonly string[] {
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
export function haveSameNames(a: Pick<People, 'namesOf'>, b: Pick<People, 'namesOf'>): boolean {
  return (
    a.namesOf.size === b.namesOf.size &&
    [...a.namesOf].every(([key, names]) => JSON.stringify(names) === JSON.stringify(b.namesOf.get(key)))
  );
}
