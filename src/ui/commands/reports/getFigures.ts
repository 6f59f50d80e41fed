import { buildBoard } from '../../../core/board/board.ts';
import { computeFriction, type FrictionReport } from '../../../core/figures/friction.ts';
import { computeScorecard, type Scorecard } from '../../../core/figures/scorecard.ts';
import { getFiguresArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import type { CommandContext } from '../../commandContext.ts';

/** The leader's own figures as of today, or of another day. */
export async function getFigures(
  context: CommandContext,
  argument: unknown,
): Promise<Scorecard & { friction: FrictionReport }> {
  const { today } = parseArguments(commandIds.getFigures, getFiguresArguments, argument ?? {});
  await context.loaded;
  await context.store.refresh();
  const { policy } = context.settings;
  const board = today === undefined ? context.feed.board : buildBoard(context.store.register.items, today, policy);
  return { ...computeScorecard(board, policy), friction: computeFriction(board, policy) };
}
