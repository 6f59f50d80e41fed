import assert from 'node:assert/strict';
import { itemsAsOf } from '../../src/core/board/asOf.ts';
import { type Board, buildBoard } from '../../src/core/board/board.ts';
import type { BoardRow } from '../../src/core/board/row.ts';
import type { Day } from '../../src/core/time/day.ts';
import { Register } from '../../src/core/register/register.ts';
import { logged, type TestFact } from './facts.ts';
import { mondayToFriday } from './givenWhenThen.ts';

export function registerOf(...facts: readonly TestFact[]): Register {
  const register = new Register();
  register.add(logged(...facts));
  return register;
}

/** The board at the end of that day: facts of later days were not known then. */
export function boardOf(today: Day, facts: readonly TestFact[], calendar = mondayToFriday): Board {
  return buildBoard(itemsAsOf(registerOf(...facts).items, today), today, { calendar });
}

/** The row of `vendor`, or of another item, on the board of that day. */
export function rowOf(today: Day, facts: readonly TestFact[], calendar = mondayToFriday, id = 'vendor'): BoardRow {
  const row = boardOf(today, facts, calendar).rows.find((row) => row.id === id);
  assert.ok(row !== undefined, `${id} is not on the board of ${today}`);
  return row;
}
