import { titleOf } from '../items/codedText.ts';
import { currentTurn, type Item, type PassedTurn } from '../items/item.ts';
import type { Refusal } from './refusal.ts';
import { isRefusal } from './refusal.ts';
import type { Register } from '../register/register.ts';

/** The item, if it is known and this version may write about it. */
export function changeable(register: Register, id: string): Item | Refusal {
  const item = register.items.get(id);
  if (item === undefined) return { refused: 'unknownItem', id };
  if (item.readOnly) return { refused: 'newerItem', title: titleOf(item) };
  return item;
}

/** The item, if it may be changed and is open. */
export function openItem(register: Register, id: string): Item | Refusal {
  const item = changeable(register, id);
  if (isRefusal(item) || item.closing === undefined) return item;
  return { refused: 'alreadyClosed', title: titleOf(item), on: item.closing.on };
}

/** The item, if it is open and the ball is with the leader. */
export function withLeader(register: Register, id: string): Item | Refusal {
  const item = openItem(register, id);
  if (isRefusal(item)) return item;
  const turn = currentTurn(item);
  return turn === undefined ? item : theirMove(item, turn);
}

/** The refusal of what needs the ball while the leader does not have it. */
export function theirMove(item: Item, { holder, name }: PassedTurn): Refusal {
  return { refused: 'theirMove', title: titleOf(item), holder, name };
}
