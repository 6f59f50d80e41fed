import type { Item } from './item.ts';
import type { Mutable } from './itemDraft.ts';
import type { MainNameOf } from '../people/people.ts';

/** Replaces each name that an item holds, apart from who waits, by the main name of its person. The history stays as it was written. */
export function useMainNames(item: Mutable<Item>, mainNameOf: MainNameOf): void {
  const isCalledOtherwise = (name: string | undefined): boolean => name !== undefined && mainNameOf(name) !== name;
  item.askedBy &&= mainNameOf(item.askedBy);
  item.owedBy &&= mainNameOf(item.owedBy);
  if (item.turns.some(({ name }) => isCalledOtherwise(name))) {
    item.turns = item.turns.map((turn) => (turn.name === undefined ? turn : { ...turn, name: mainNameOf(turn.name) }));
  }
  if (item.chases.some(({ whom }) => isCalledOtherwise(whom))) {
    item.chases = item.chases.map((chase) => ({ ...chase, whom: mainNameOf(chase.whom) }));
  }
}
