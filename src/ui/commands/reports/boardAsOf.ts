import { sourceAsOf } from '../../../core/board/asOf.ts';
import { type Board, buildBoard } from '../../../core/board/board.ts';
import type { BoardSource } from '../../../core/register/register.ts';
import type { Day } from '../../../core/time/day.ts';
import type { CommandContext } from '../../commandContext.ts';

/** The board that all views show; with a day, the board as of that day. */
export async function boardAsOf(
  { loaded, store, feed, settings }: CommandContext,
  day: Day | undefined,
): Promise<{ readonly board: Board; readonly source: BoardSource }> {
  await loaded;
  await store.refresh();
  if (day === undefined) return { board: feed.board, source: store.register };
  const source = day < store.today.day ? sourceAsOf(store.register, day) : store.register;
  return { board: buildBoard(source.items, day, settings.policy), source };
}
