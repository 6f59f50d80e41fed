import { drawBoard } from '../../../core/board/board.ts';
import { drawFriction, type FrictionReport } from '../../../core/figures/friction.ts';
import { drawScorecard, type Scorecard } from '../../../core/figures/scorecard.ts';
import { getFiguresArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import type { Rooms } from '../../commandContext.ts';

/** The leader's own figures as of today, or of another day. */
export async function getFigures(rooms: Rooms, argument: unknown): Promise<Scorecard & { friction: FrictionReport }> {
  const { today } = parseArguments(commandIds.getFigures, getFiguresArguments, argument ?? {});
  await rooms.loaded;
  await rooms.ledger.refresh();
  const { policy } = rooms.settings;
  const board = today === undefined ? rooms.feed.board : drawBoard(rooms.ledger.register.items, today, policy);
  return { ...drawScorecard(board, policy), friction: drawFriction(board, policy) };
}
