import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Calibration } from '../../../../src/core/figures/calibration.ts';
import type { Checked, Payback, Side } from '../../../../src/core/figures/payback.ts';
import { sayCalibration, sayClearOrAnyway, sayHeldOrNot } from '../../../../src/webview/wording/payback.ts';

const side = (n: number, medianChanges: number | undefined): Side => ({
  n,
  medianChanges,
  medianInterruptions: medianChanges,
  medianYourDays: medianChanges,
  met: { count: 0, of: 0 },
});
const checked = (answered: number, stood: number): Checked => ({
  answered,
  stood,
  rework: { n: 0, median: undefined },
});
const payback = (said: Partial<Payback>): Payback => ({
  needed: 5,
  clear: side(8, 0),
  anyway: side(6, 2),
  held: checked(8, 7),
  notHeld: checked(7, 4),
  ...said,
});

const calibration = (said: Partial<Calibration> = {}): Calibration => ({
  answered: 23,
  needed: 10,
  brier: 0.21,
  reliability: 0.03,
  resolution: 0.02,
  uncertainty: 0.2,
  bands: [
    { from: 50, to: 59, n: 3, stood: 1 },
    { from: 80, to: 89, n: 10, stood: 6 },
    { from: 90, to: 99, n: 10, stood: 9 },
  ],
  unanswered: 0,
  ...said,
});

describe('payback in words', () => {
  it('names medians of both sides, or what is closed so far', () => {
    assert.equal(
      sayClearOrAnyway(payback({ anyway: side(6, 1) })),
      'Median requirement changes: 0 for work handed out clear, 1 for work handed out anyway.',
    );
    assert.equal(
      sayClearOrAnyway(payback({ clear: side(8, undefined), anyway: side(1, undefined) })),
      'Closed so far: 8 handed out clear, 1 with holes. 5 of each are needed to compare them.',
    );
  });

  it('counts what stood on both sides, from five answers on each', () => {
    assert.equal(sayHeldOrNot(payback({})), '7 of 8 decisions that you held stood, and 4 of 7 of the others.');
    assert.equal(
      sayHeldOrNot(payback({ held: checked(4, 4) })),
      'Checked so far: 4 that you held, 7 that you did not. 5 of each are needed to compare them.',
    );
  });

  it('says how sure the leader was in most answers, of as many where they were surer, and what came of it', () => {
    assert.equal(sayCalibration(calibration()), 'You said 90–99 % and were right 9 of 10 times.');
    const [fifties, eighties] = calibration().bands;
    assert.equal(
      sayCalibration(calibration({ bands: [eighties!, fifties!], unanswered: 1 })),
      'You said 80–89 % and were right 6 of 10 times. 1 check day has passed without an answer.',
    );
    assert.equal(
      sayCalibration(calibration({ answered: 4, brier: undefined, unanswered: 2 })),
      'Not enough yet: 4 of 10 answered. When you set a check day, you are asked what you expect. 2 check days have passed without an answer.',
    );
  });
});
