import type { Item } from '../item.ts';
import type { Refusal } from '../refusal.ts';
import type { Register } from '../register.ts';

/** The item, if it is known and this version may write about it. */
export function changeable(register: Register, id: string): Item | Refusal {
  const item = register.items.get(id);
  if (item === undefined) return { refused: 'unknownItem', id };
  if (item.readOnly) return { refused: 'newerItem', title: item.title };
  return item;
}
