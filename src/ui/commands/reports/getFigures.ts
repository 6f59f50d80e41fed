import { type BothHalves, computeBothHalves } from '../../../core/figures/bothHalves.ts';
import { type Calibration, computeCalibration } from '../../../core/figures/calibration.ts';
import { computeFriction, type FrictionReport } from '../../../core/figures/friction.ts';
import { computePayback, type Payback } from '../../../core/figures/payback.ts';
import { computeScorecard, type Scorecard } from '../../../core/figures/scorecard.ts';
import { buildWorkBoard } from '../../../core/assignments/workBoard.ts';
import { getFiguresArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { boardAsOf } from './boardAsOf.ts';
import type { CommandContext } from '../../commandContext.ts';

interface Figures extends Scorecard {
  readonly friction: FrictionReport;
  readonly halves: BothHalves;
  readonly payback: Payback;
  readonly calibration: Calibration;
}

/** The leader's own figures as of today, or of another day. */
export async function getFigures(context: CommandContext, argument: unknown): Promise<Figures> {
  const { today } = parseArguments(commandIds.getFigures, getFiguresArguments, argument ?? {});
  const { board, source } = await boardAsOf(context, today);
  const { policy } = context.settings;
  const work = buildWorkBoard(source, board, policy);
  return {
    ...computeScorecard(board, policy),
    friction: computeFriction(board, policy),
    halves: computeBothHalves(source, board, work, policy),
    payback: computePayback(source, board, work, policy),
    calibration: computeCalibration(board),
  };
}
