import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { comparisonsIn } from '../../support/figures.ts';
import { Random } from '../../support/random.ts';
import { MadeUpYear, type PlantedDecision, type PlantedWork } from './madeUpYear.ts';
import { plantedIn, rounded } from './plantedFigures.ts';

const seeds = [1, 2, 3];

describe('in a year in which clear work changes less, what is held stands, and the leader is too sure at 90 %', () => {
  for (const seed of seeds) {
    it(`the figures find it, seed ${seed}`, () => {
      const year = deliberateYear(new Random(seed));
      assertPlanted(year);
      const { halves, payback, calibration } = figuresOf(year);
      const { clear, anyway, held, notHeld } = payback;
      assertLess(clear.medianChanges, anyway.medianChanges);
      assertLess(clear.medianYourDays, anyway.medianYourDays);
      assertLess(shareOf(anyway.met), shareOf(clear.met));
      assertLess(notHeld.stood / notHeld.answered, held.stood / held.answered);
      assertLess(held.rework.median, notHeld.rework.median);
      // Of 20 decisions at 90 % 12 stand, and of 24 at 60 % 14 do.
      const [at60, at90] = [60, 90].map((sure) => calibration.bands.find(({ from }) => from === sure));
      assert.deepEqual([at60?.stood, at60?.n, at90?.stood, at90?.n], [14, 24, 12, 20]);
      assertLess(0.03, calibration.reliability);
      assertLess(halves.turnaround.you.p85, halves.turnaround.team.p85);
    });
  }
});

function deliberateYear(chance: Random): MadeUpYear {
  const decisions = [
    ...times(24, () => decision(chance, { isHeld: true, stands: true })),
    ...times(6, () => decision(chance, { isHeld: true, stands: false, reworkInDays: 1 + chance.number(2) })),
    ...times(12, () => decision(chance, { stands: true })),
    ...times(18, () => decision(chance, { stands: false, reworkInDays: 4 + chance.number(5) })),
    ...times(14, () => decision(chance, { sureness: 60, stands: true })),
    ...times(10, () => decision(chance, { sureness: 60, stands: false })),
    ...times(12, () => decision(chance, { sureness: 90, stands: true })),
    ...times(8, () => decision(chance, { sureness: 90, stands: false })),
    // Never answered.
    ...times(3, () => decision(chance, { sureness: 75 })),
  ];
  const assignments = [
    ...times(14, () => work(chance, { changes: chance.number(2) })),
    ...times(4, () => work(chance, { changes: 1, end: 'late' })),
    ...times(10, () => work(chance, { isReassigned: true })),
    ...times(6, () => work(chance, { isClear: false, changes: 2 + chance.number(3), yourDays: 6 })),
    ...times(8, () => work(chance, { isClear: false, changes: 3, yourDays: 7, end: 'missed' })),
    ...times(2, () => work(chance, { isClear: false, changes: 3, isReassigned: true })),
  ];
  return new MadeUpYear(decisions, assignments, chance);
}

describe('in a year in which the leader is slower than the team', () => {
  for (const seed of seeds) {
    it(`the figures find it, seed ${seed}`, () => {
      const chance = new Random(seed);
      const slow = (): PlantedDecision =>
        decision(chance, {
          leadersDays: [6 + chance.number(5), 5 + chance.number(5)],
          teamsDays: 1 + chance.number(3),
        });
      const year = new MadeUpYear(times(80, slow), [], chance);
      assertPlanted(year);
      const { you, team } = figuresOf(year).halves.turnaround;
      assertLess(team.p85, you.p85);
    });
  }
});

describe('in a year in which nothing is planted', () => {
  for (const seed of seeds) {
    it(`the figures show no difference, seed ${seed}`, () => {
      const chance = new Random(seed);
      const sides = [true, false];
      const alike = { leadersDays: [3, 3], teamsDays: 3 } as const;
      const year = new MadeUpYear(
        sides.flatMap((isHeld) => [
          ...times(12, () => decision(chance, { ...alike, isHeld, sureness: 60, stands: true })),
          ...times(8, () => decision(chance, { ...alike, isHeld, sureness: 60, stands: false, reworkInDays: 3 })),
          ...times(18, () => decision(chance, { ...alike, isHeld, sureness: 90, stands: true })),
          ...times(2, () => decision(chance, { ...alike, isHeld, sureness: 90, stands: false, reworkInDays: 3 })),
        ]),
        sides.flatMap((isClear) => [
          ...times(6, () => work(chance, { isClear, changes: 2, yourDays: 3 })),
          ...times(6, () => work(chance, { isClear, changes: 1, yourDays: 0, end: 'missed' })),
        ]),
        chance,
      );
      assertPlanted(year);
      const { halves, payback, calibration } = figuresOf(year);
      const { medianInterruptions: _clear, ...clear } = payback.clear;
      // Re-rankings fall on what is open by chance.
      const { medianInterruptions: _anyway, ...anyway } = payback.anyway;
      assert.deepEqual(clear, anyway);
      assert.deepEqual(payback.held, payback.notHeld);
      assert.ok(Math.abs(calibration.reliability ?? 1) < 1e-9);
      assert.equal(halves.turnaround.you.p85, halves.turnaround.team.p85);
    });
  }

  it('and in which little was done, they say "not enough"', () => {
    const chance = new Random(1);
    const sides = [true, false];
    const year = new MadeUpYear(
      sides.flatMap((isHeld) =>
        times(4, () => decision(chance, { isHeld, sureness: 80, stands: false, reworkInDays: 3 })),
      ),
      [...times(4, () => work(chance, {})), ...times(9, () => work(chance, { isClear: false }))],
      chance,
    );
    const { payback, calibration } = figuresOf(year);
    for (const { medianChanges, medianInterruptions, medianYourDays } of [payback.clear, payback.anyway]) {
      assert.deepEqual([medianChanges, medianInterruptions, medianYourDays], [undefined, undefined, undefined]);
    }
    assert.deepEqual(
      [payback.held.rework, payback.notHeld.rework],
      times(2, () => ({ n: 4, median: undefined })),
    );
    assert.deepEqual([calibration.answered, calibration.needed, calibration.brier], [8, 10, undefined]);
    assertPlanted(year);
  });
});

/** Both are there, too. */
function assertLess(one: number | undefined, other: number | undefined): void {
  assert.ok(one !== undefined && other !== undefined && one < other, `${one} is not less than ${other}`);
}

function shareOf({ count, of }: { readonly count: number; readonly of: number }): number {
  return count / of;
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

/** Quick, sent back for longer than the leader takes, and with nothing expected. */
function decision(chance: Random, truth: Partial<PlantedDecision>): PlantedDecision {
  const leadersDays = [1 + chance.number(4), chance.number(4)] as const;
  return { isHeld: false, leadersDays, teamsDays: 5 + chance.number(6), ...truth };
}

/** Clear, and met on the last day on which that is possible. */
function work(chance: Random, truth: Partial<PlantedWork>): PlantedWork {
  return { isClear: true, changes: 0, isReassigned: false, yourDays: 1 + chance.number(3), end: 'met', ...truth };
}

function assertPlanted(year: MadeUpYear): void {
  const { halves, payback, calibration } = figuresOf(year);
  const { brier, reliability, resolution, uncertainty, ...counts } = calibration;
  assert.deepEqual(
    { halves, payback, calibration: { ...counts, brier: brier === undefined ? undefined : rounded(brier) } },
    plantedIn(year),
  );
  if (brier === undefined) return;
  assert.equal(rounded((reliability ?? NaN) - (resolution ?? NaN) + (uncertainty ?? NaN)), rounded(brier));
}

function figuresOf({ session: { register }, today }: MadeUpYear) {
  const { halves, payback, calibration } = comparisonsIn(register, today);
  const { turnaround, promises, changes, sendBacks } = halves;
  return {
    halves: { turnaround, team: promises.team, changes, sendBacks: sendBacks.count },
    payback,
    calibration,
  };
}
