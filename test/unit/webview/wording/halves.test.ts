import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Spells } from '../../../../src/core/figures/bothHalves.ts';
import { sayChanges, sayPromises, saySpells, sayTurnaround } from '../../../../src/webview/wording/halves.ts';

const spells = (said: Partial<Spells> = {}): Spells => ({
  n: 24,
  needed: 5,
  p85: 8,
  running: 3,
  oldestRunningInDays: 9,
  ...said,
});
const tooFew = spells({ n: 3, p85: undefined });

describe('both halves in words', () => {
  it('say the turnaround of both sides in one sentence, or of each what there is', () => {
    assert.equal(
      sayTurnaround({ you: spells(), team: spells({ p85: 1 }) }),
      'Of your moves, 85 % were made within 8 working days; of your team’s, within 1 working day.',
    );
    assert.equal(
      sayTurnaround({ you: spells({ p85: 0 }), team: tooFew }),
      'Of your moves, 85 % were made on the same day. Your team: not enough yet (3 of 5).',
    );
    assert.equal(
      sayTurnaround({ you: tooFew, team: spells() }),
      'You: not enough yet (3 of 5). Of your team’s moves, 85 % were made within 8 working days.',
    );
  });

  it('say what still runs beside what has ended', () => {
    assert.deepEqual(saySpells(spells()), ['24 moves', '3 running, the oldest 9 working days']);
    assert.deepEqual(saySpells(spells({ n: 1, running: 1, oldestRunningInDays: 0 })), [
      '1 move',
      '1 running, the oldest less than a working day',
    ]);
    assert.deepEqual(saySpells(spells({ running: 0, oldestRunningInDays: undefined })), [
      '24 moves',
      'nothing running',
    ]);
  });

  it('say the promises of both sides, kept of due', () => {
    const share = (count: number, of: number) => ({ count, of, needed: 5 });
    assert.equal(sayPromises({ you: share(5, 8), team: share(7, 9) }), 'You kept 5 of 8 promises, your team 7 of 9.');
    assert.equal(
      sayPromises({ you: share(5, 5), team: share(4, 4) }),
      'You kept 5 of 5 promises. Your team: not enough yet (4 of 5).',
    );
    assert.equal(
      sayPromises({ you: share(0, 0), team: share(0, 5) }),
      'You: not enough yet (0 of 5). Your team kept 0 of 5 promises.',
    );
  });

  it('say the changes of mind beside the assignments they could hit', () => {
    const changes = { requirementChanges: 1, rerankings: 2, assignments: 6 };
    assert.equal(sayChanges(changes, 90), '1 requirement change and 2 priority changes over 6 assignments.');
    assert.equal(sayChanges({ ...changes, assignments: 0 }, 90), 'No assignment was open in the last 90 days.');
  });
});
