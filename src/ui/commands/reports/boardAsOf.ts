import type { Board } from '../../../core/board/board.ts';
import { buildBoard } from '../../../core/board/board.ts';
import type { Day } from '../../../core/time/day.ts';
import type { CommandContext } from '../../commandContext.ts';

/** The board that all views show; with a day, the board as of that day. */
export async function boardAsOf(
  { loaded, store, feed, settings }: CommandContext,
  day: Day | undefined,
): Promise<Board> {
  await loaded;
  await store.refresh();
  return day === undefined ? feed.board : buildBoard(store.register.items, day, settings.policy);
}
