import { computeFriction, type FrictionReport } from '../../../core/figures/friction.ts';
import { computeScorecard, type Scorecard } from '../../../core/figures/scorecard.ts';
import { getFiguresArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { boardAsOf } from './boardAsOf.ts';
import type { CommandContext } from '../../commandContext.ts';

/** The leader's own figures as of today, or of another day. */
export async function getFigures(
  context: CommandContext,
  argument: unknown,
): Promise<Scorecard & { friction: FrictionReport }> {
  const { today } = parseArguments(commandIds.getFigures, getFiguresArguments, argument ?? {});
  const { board } = await boardAsOf(context, today);
  const { policy } = context.settings;
  return { ...computeScorecard(board, policy), friction: computeFriction(board, policy) };
}
