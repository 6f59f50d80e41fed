import type { Board } from '../../../core/board/board.ts';
import { buildBoard } from '../../../core/board/boardBuilder.ts';
import { getBoardArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import type { CommandContext } from '../../commandContext.ts';

/** The board all views draw; with a day, the board as it stands on that day. */
export async function getBoard(context: CommandContext, argument: unknown): Promise<Board> {
  const { today } = parseArguments(commandIds.getBoard, getBoardArguments, argument ?? {});
  await context.loaded;
  await context.store.refresh();
  // A copy: what a caller does with it must not reach our views.
  if (today === undefined) return structuredClone(context.feed.board);
  return buildBoard(context.store.register.items, today, context.settings.policy);
}
