import { type Board, drawBoard } from '../../../core/board/board.ts';
import { getBoardArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import type { Rooms } from '../../commandContext.ts';

/** The board all views draw; with a day, the board as it stands on that day. */
export async function getBoard(rooms: Rooms, argument: unknown): Promise<Board> {
  const { today } = parseArguments(commandIds.getBoard, getBoardArguments, argument ?? {});
  await rooms.loaded;
  await rooms.ledger.refresh();
  // A copy: what a caller does with it must not reach our views.
  if (today === undefined) return structuredClone(rooms.feed.board);
  return drawBoard(rooms.ledger.register.items, today, rooms.settings.policy);
}
