import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isCorrection } from '../../../../src/core/entries/correction.ts';
import type { Fact } from '../../../../src/core/entries/entry.ts';

describe('what an import corrected', () => {
  const edited: Fact = { type: 'itemEdited', item: 'a', askedOn: '2026-03-02' };
  const source = { sourceSystem: 'csv', sourceKey: 'PAY-1' };

  it('names its source, and is told from what a person and what GitHub said', () => {
    const facts: readonly Fact[] = [
      { ...edited, ...source },
      { type: 'closingCorrected', item: 'a', closedAs: 'decided', closedOn: '2026-03-03', correctedOn: '2026-03-04' },
      edited,
      { ...edited, sourceSystem: 'github.com', sourceKey: 'PR_1', via: 'github' },
      { type: 'itemDecided', item: 'a', outcome: 'A', decidedOn: '2026-03-03' },
    ];
    assert.deepEqual(facts.map(isCorrection), [true, true, false, false, false]);
  });
});
