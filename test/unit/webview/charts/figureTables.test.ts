import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { BothHalves, Spells } from '../../../../src/core/figures/bothHalves.ts';
import type { Payback } from '../../../../src/core/figures/payback.ts';
import { calibrationTable } from '../../../../src/webview/charts/calibration.ts';
import { markdownOf } from '../../../../src/webview/charts/figureTable.ts';
import { changesTable, promisesTable, turnaroundTable } from '../../../../src/webview/charts/halves.ts';
import { clearOrAnyway, comparisonTable, heldOrNot } from '../../../../src/webview/charts/payback.ts';

const you: Spells = { n: 24, needed: 5, p85: 8, running: 3, oldestRunningInDays: 9 };
const team: Spells = { n: 3, needed: 5, p85: undefined, running: 0, oldestRunningInDays: undefined };
const halves: BothHalves = {
  turnaround: { you, team },
  promises: { you: { count: 5, of: 8, needed: 5 }, team: { count: 4, of: 4, needed: 5 } },
  changes: { requirementChanges: 4, rerankings: 0, assignments: 6 },
  sendBacks: { count: 9, closed: 24 },
};

const payback: Payback = {
  needed: 5,
  clear: { n: 8, medianChanges: 0, medianInterruptions: 1, medianYourDays: 2, met: { count: 7, of: 8 } },
  anyway: { n: 6, medianChanges: 2, medianInterruptions: 3, medianYourDays: 6, met: { count: 1, of: 4 } },
  held: { answered: 8, stood: 7, rework: { n: 1, median: undefined } },
  notHeld: { answered: 7, stood: 4, rework: { n: 3, median: undefined } },
};

describe('the tables of both halves', () => {
  it('put the leader beside the team, row by row, and send-backs beside what was closed', () => {
    assert.deepEqual(turnaroundTable(halves).rows, [
      ['85 % within', 8, 'not enough yet (3 of 5)'],
      ['Moves', 24, 3],
      ['Running', 3, 0],
      ['Oldest running', 9, '–'],
      ['Send-backs', 9, '–'],
      ['Closed', 24, '–'],
      ['Send-backs per closed item', 0.4, '–'],
    ]);
    const nothingClosed = turnaroundTable({ ...halves, sendBacks: { count: 2, closed: 0 } });
    assert.deepEqual(nothingClosed.rows.at(-1), ['Send-backs per closed item', '–', '–']);
  });

  it('show promises kept only where enough were due', () => {
    assert.deepEqual(promisesTable(halves.promises).rows, [
      ['You', 5, 8],
      ['Your team', 'not enough yet (4 of 5)', 4],
    ]);
  });

  it('say how many changes of mind an assignment saw', () => {
    assert.deepEqual(changesTable(halves.changes).rows, [
      ['Requirement changes', 4, 6, 0.7],
      ['Priority changes', 0, 6, 0],
    ]);
  });
});

describe('the tables of payback', () => {
  it('compare a figure only where both sides have enough for it', () => {
    const table = comparisonTable(clearOrAnyway(payback));
    assert.deepEqual(table.head, ['Figure', 'Handed out clear', 'Handed out anyway']);
    assert.deepEqual(table.rows, [
      ['Closed', 8, 6],
      ['Requirement changes, median', 0, 2],
      ['Other interruptions, median', 1, 3],
      ['Working days spent waiting on you, median', 2, 6],
      ['Met by the agreed day', '8, enough', 'not enough yet (4 of 5)'],
    ]);
    assert.deepEqual(comparisonTable(heldOrNot(payback)).rows, [
      ['Checked', 8, 7],
      ['Stood', '7 of 8', '4 of 7'],
      ['Working days of rework, median', 'not enough yet (1 of 5)', 'not enough yet (3 of 5)'],
    ]);
  });

  it('give the score of the calibration with its parts, and what was never answered', () => {
    const calibration = {
      answered: 12,
      needed: 10,
      brier: 0.2134,
      reliability: 0.0312,
      resolution: 0.0288,
      uncertainty: 0.211,
      bands: [{ from: 80, to: 89, n: 10, stood: 6 }],
      unanswered: 2,
    };
    assert.equal(
      markdownOf('Calibration', 'Right 6 of 10.', calibrationTable(calibration)),
      [
        '### Calibration',
        '',
        'Right 6 of 10.',
        '',
        '| Stated | Stood | Answered |',
        '| :-- | :-- | --: |',
        '| 80–89 % | 6 | 10 |',
        '| Brier score | 0.213 | 12 |',
        '| Reliability | 0.031 | 12 |',
        '| Resolution | 0.029 | 12 |',
        '| Uncertainty | 0.211 | 12 |',
        '| Check day passed | no answer | 2 |',
        '',
      ].join('\n'),
    );
    const none = { brier: undefined, reliability: undefined, resolution: undefined, uncertainty: undefined };
    assert.deepEqual(calibrationTable({ ...calibration, ...none }).rows[1], ['Brier score', 'not enough yet', 12]);
  });
});
