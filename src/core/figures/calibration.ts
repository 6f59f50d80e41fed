import type { Board } from '../board/board.ts';
import { addDays } from '../time/day.ts';

/** Decisions of which the leader was about as sure. */
export interface SurenessBand {
  /** Stated sureness in percent, both ends included. */
  readonly from: number;
  readonly to: number;
  /** Answered decisions. */
  readonly n: number;
  /** Of these, those that stood. */
  readonly stood: number;
}

/** How far the stated sureness came true: decisions with an expectation that were answered in the last 365 days. */
export interface Calibration {
  readonly answered: number;
  /** Fewest answered for a score. */
  readonly needed: number;
  /**
   * Mean of (p − o)², with p the stated sureness as a fraction and o = 1 where the decision stood, else 0: from 0, the
   * best, to 1. Undefined with fewer than needed, as are its parts. (Brier 1950)
   */
  readonly brier: number | undefined;
  /**
   * The parts of the score over the distinct stated values k: reliability = Σ nₖ (pₖ − ōₖ)² / n, resolution =
   * Σ nₖ (ōₖ − ō)² / n, uncertainty = ō (1 − ō); brier = reliability − resolution + uncertainty. (Murphy 1973)
   */
  readonly reliability: number | undefined;
  readonly resolution: number | undefined;
  readonly uncertainty: number | undefined;
  /** From 50–59 to 90–99 %, also those without a decision. */
  readonly bands: readonly SurenessBand[];
  /** Their check day has passed without an answer, however long ago. Left out of all else. */
  readonly unanswered: number;
}

/** Fewest answers for a score. */
const neededForScore = 10;
/** Window of the calibration, in calendar days. Checks are far rarer than closings. */
export const calibrationInDays = 365;
const bandStarts = [50, 60, 70, 80, 90];

export function computeCalibration({ rows, today }: Pick<Board, 'rows' | 'today'>): Calibration {
  const start = addDays(today, -calibrationInDays);
  const stated: Stated[] = [];
  let unanswered = 0;
  for (const { closing, check } of rows) {
    if (closing?.how !== 'decided' || closing.expectation === undefined) continue;
    const answer = check?.answer;
    if (answer !== undefined && answer.on > start) {
      stated.push({ sureness: closing.expectation.sureness, stood: answer.how === 'held' });
    }
    if (answer === undefined && check?.on !== undefined && check.on < today) unanswered++;
  }
  return {
    answered: stated.length,
    needed: neededForScore,
    ...(stated.length < neededForScore ? noScore : scoreOf(stated)),
    bands: bandStarts.map((from) => bandOf(from, stated)),
    unanswered,
  };
}

/** How sure the leader was, in percent, and what came of it. */
interface Stated {
  readonly sureness: number;
  readonly stood: boolean;
}

type Score = Pick<Calibration, 'brier' | 'reliability' | 'resolution' | 'uncertainty'>;
const noScore: Score = { brier: undefined, reliability: undefined, resolution: undefined, uncertainty: undefined };

function scoreOf(stated: readonly Stated[]): Score {
  const n = stated.length;
  const base = shareStood(stated);
  let [reliability, resolution] = [0, 0];
  for (const [sureness, same] of Map.groupBy(stated, (one) => one.sureness)) {
    const observed = shareStood(same);
    reliability += (same.length * (sureness / 100 - observed) ** 2) / n;
    resolution += (same.length * (observed - base) ** 2) / n;
  }
  const brier = stated.reduce((sum, { sureness, stood }) => sum + (sureness / 100 - (stood ? 1 : 0)) ** 2, 0) / n;
  return { brier, reliability, resolution, uncertainty: base * (1 - base) };
}

function bandOf(from: number, stated: readonly Stated[]): SurenessBand {
  const to = from + 9;
  const inBand = stated.filter(({ sureness }) => from <= sureness && sureness <= to);
  return { from, to, n: inBand.length, stood: inBand.filter(({ stood }) => stood).length };
}

function shareStood(stated: readonly Stated[]): number {
  return stated.filter(({ stood }) => stood).length / stated.length;
}
