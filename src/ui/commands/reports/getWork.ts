import { drawBoard } from '../../../core/board/board.ts';
import { drawWork, type WorkBoard } from '../../../core/assignments/workBoard.ts';
import { drawWorkFigures, type WorkFigures } from '../../../core/assignments/workFigures.ts';
import { getFiguresArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import type { Rooms } from '../../commandContext.ts';

/** Priorities, assignments and drafts as the views draw them, with the figures on them. */
export async function getWork(rooms: Rooms, argument: unknown): Promise<WorkBoard & { figures: WorkFigures }> {
  const { today } = parseArguments(commandIds.getWork, getFiguresArguments, argument ?? {});
  await rooms.loaded;
  await rooms.ledger.refresh();
  const { policy } = rooms.settings;
  const { register } = rooms.ledger;
  const board = today === undefined ? rooms.feed.board : drawBoard(register.items, today, policy);
  const work = drawWork(register, board, policy);
  return { ...structuredClone(work), figures: drawWorkFigures(work, board, policy.calendar) };
}
