import type { Item } from './item.ts';
import type { Mutable } from './itemDraft.ts';
import type { PersonOf } from '../people/people.ts';

/** Calls everybody whom an item names, apart from who waits, as they are called. Its history stays as it was written. */
export function callPeople(item: Mutable<Item>, personOf: PersonOf): void {
  const isCalledOtherwise = (name: string | undefined): boolean => name !== undefined && personOf(name) !== name;
  item.askedBy &&= personOf(item.askedBy);
  item.owedBy &&= personOf(item.owedBy);
  if (item.turns.some(({ name }) => isCalledOtherwise(name))) {
    item.turns = item.turns.map((turn) => (turn.name === undefined ? turn : { ...turn, name: personOf(turn.name) }));
  }
  if (item.chases.some(({ whom }) => isCalledOtherwise(whom))) {
    item.chases = item.chases.map((chase) => ({ ...chase, whom: personOf(chase.whom) }));
  }
}
