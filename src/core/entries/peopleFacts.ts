import type { Day } from '../time/day.ts';

/** The facts about people, by type. As with items, a released name or shape on disk never changes. */
interface PeopleFacts {
  /** All of these names are one person, who is called by the first of them. Joins whatever was joined before. */
  namesJoined: { readonly names: readonly string[]; readonly joinedOn: Day };
  /**
   * These names are different people: each leaves the person of an earlier one of them. A single name leaves the others
   * of its person.
   */
  namesParted: { readonly names: readonly string[]; readonly partedOn: Day };
  /** The leader talked with that person about what waits between them. */
  personDiscussed: { readonly person: string; readonly discussedOn: Day };
}

export type PeopleFact = { [T in keyof PeopleFacts]: { readonly type: T } & PeopleFacts[T] }[keyof PeopleFacts];

/** A fact that tells which names are one person's. */
export type NamesFact = Extract<PeopleFact, { readonly names: readonly string[] }>;

/** Whether a fact is about people, and so about the names of every item. */
export function isPeopleFact<F extends { readonly type: string }>(fact: F): fact is Extract<F, PeopleFact> {
  return fact.type === 'namesJoined' || fact.type === 'namesParted' || fact.type === 'personDiscussed';
}
