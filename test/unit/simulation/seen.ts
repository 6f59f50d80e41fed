import assert from 'node:assert/strict';
import { sourceAsOf } from '../../../src/core/board/asOf.ts';
import { type Board, buildBoard } from '../../../src/core/board/board.ts';
import type { BoardRow } from '../../../src/core/board/row.ts';
import { computeScorecard, type Scorecard } from '../../../src/core/figures/scorecard.ts';
import type { DaySpan } from '../../../src/core/reports/daySpan.ts';
import { historyLines } from '../../../src/core/reports/historyText.ts';
import { buildLedger, type SharedLedger } from '../../../src/core/reports/ledger.ts';
import type { Day } from '../../../src/core/time/day.ts';
import { buildWorkBoard } from '../../../src/core/assignments/workBoard.ts';
import { registerOf } from '../../support/boardFromFacts.ts';
import { captured, type TestFact } from '../../support/facts.ts';
import { usualPolicy } from '../../support/policy.ts';

/** All that the leader, or somebody who gets the ledger, sees of the item `vendor` at the end of a day. */
export interface Seen {
  readonly row: BoardRow;
  readonly board: Board;
  readonly figures: Scorecard;
  readonly ledger: SharedLedger;
  readonly history: readonly string[];
}

export function seenOn(
  today: Day,
  facts: readonly TestFact[],
  policy = usualPolicy,
  span: DaySpan = { from: '2026-03-01', to: today },
): Seen {
  const source = sourceAsOf(registerOf(...facts), today);
  const board = buildBoard(source.items, today, policy);
  const row = board.rows.find(({ id }) => id === 'vendor');
  const item = source.items.get('vendor');
  assert.ok(row !== undefined && item !== undefined);
  return {
    row,
    board,
    figures: computeScorecard(board, policy),
    ledger: buildLedger(source, board, buildWorkBoard(source, board, policy), span, policy),
    history: historyLines(item, today, policy.calendar, (id) => id).map(({ day, text }) => `${day}: ${text}`),
  };
}

/** Asserts that a line of the history has these words. */
export function tells({ history }: Seen, ...words: readonly string[]): void {
  const has = (line: string): boolean => words.every((word) => line.includes(word));
  assert.ok(history.some(has), `${words.join(', ')} is not in the history:\n${history.join('\n')}`);
}

/** Asked on Monday, 2 March, promised for Wednesday; Anna waits. */
export const asked = captured({ waiting: ['Anna'] });

/** Written down on that day. */
export function on(day: Day): { readonly day: Day; readonly loggedAt: string } {
  return { day, loggedAt: `${day}T09:00:00.000Z` };
}
