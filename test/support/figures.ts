import { sourceAsOf } from '../../src/core/board/asOf.ts';
import { buildBoard } from '../../src/core/board/board.ts';
import { buildWorkBoard } from '../../src/core/assignments/workBoard.ts';
import { type BothHalves, computeBothHalves } from '../../src/core/figures/bothHalves.ts';
import { type Calibration, computeCalibration } from '../../src/core/figures/calibration.ts';
import { computePayback, type Payback } from '../../src/core/figures/payback.ts';
import type { Policy } from '../../src/core/policy.ts';
import type { BoardSource } from '../../src/core/register/register.ts';
import type { Day } from '../../src/core/time/day.ts';
import { registerOf } from './boardFromFacts.ts';
import type { TestFact } from './facts.ts';
import { usualPolicy } from './policy.ts';

/** What compares both sides of a wait, and what was expected with what came. */
export interface Comparisons {
  readonly halves: BothHalves;
  readonly payback: Payback;
  readonly calibration: Calibration;
}

export function comparisonsIn(source: BoardSource, today: Day, policy: Policy = usualPolicy): Comparisons {
  const board = buildBoard(source.items, today, policy);
  const work = buildWorkBoard(source, board, policy);
  return {
    halves: computeBothHalves(source, board, work, policy),
    payback: computePayback(source, board, work, policy),
    calibration: computeCalibration(board),
  };
}

/** At the end of that day: facts of later days were not known then. */
export function comparisonsOf(today: Day, facts: readonly TestFact[], policy: Policy = usualPolicy): Comparisons {
  return comparisonsIn(sourceAsOf(registerOf(...facts), today), today, policy);
}
