import { uniqueNames } from '../text/names.ts';
import { currentTurn, type Item } from './item.ts';

/** Everybody an item names now, each once: who waits, who asked, who owes it, and who has it. */
export function namedPeople(item: Pick<Item, 'waiting' | 'askedBy' | 'owedBy' | 'turns'>): string[] {
  const names = [...item.waiting, item.askedBy, item.owedBy, currentTurn(item)?.name];
  return uniqueNames(names.filter((name) => name !== undefined));
}
