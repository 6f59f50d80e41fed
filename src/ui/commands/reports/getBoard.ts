import { type Board, buildBoard } from '../../../core/board/board.ts';
import { getBoardArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import type { CommandContext } from '../../commandContext.ts';

/** The board that all views show; with a day, the board as of that day. */
export async function getBoard(context: CommandContext, argument: unknown): Promise<Board> {
  const { today } = parseArguments(commandIds.getBoard, getBoardArguments, argument ?? {});
  await context.loaded;
  await context.store.refresh();
  // A copy, so that a caller cannot change what our views show.
  if (today === undefined) return structuredClone(context.feed.board);
  return buildBoard(context.store.register.items, today, context.settings.policy);
}
