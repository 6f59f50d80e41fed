import type { Board } from '../../../core/board/board.ts';
import { getBoardArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { boardAsOf } from './boardAsOf.ts';
import type { CommandContext } from '../../commandContext.ts';

/** The board that all views show; with a day, the board as of that day. */
export async function getBoard(context: CommandContext, argument: unknown): Promise<Board> {
  const { today } = parseArguments(commandIds.getBoard, getBoardArguments, argument ?? {});
  // A copy, so that a caller cannot change what our views show.
  return structuredClone((await boardAsOf(context, today)).board);
}
