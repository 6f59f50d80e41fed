import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nearest } from '../../../../src/core/text/nearest.ts';

describe('the nearest word', () => {
  it('has a letter missing, added, wrong or swapped; two in a long word', () => {
    const words = ['friday', 'tomorrow', 'today', 'march'];
    for (const [typed, word] of [
      ['firday', 'friday'],
      ['fridy', 'friday'],
      ['toady', 'today'],
      ['tomorow', 'tomorrow'],
      ['tommorow', 'tomorrow'],
      ['marche', 'march'],
      ['today', 'today'],
      ['tody', 'today'],
      ['martin', undefined],
      ['tdy', undefined],
      ['', undefined],
    ] as const)
      assert.equal(nearest(typed, words), word, typed);
    assert.equal(nearest('anna', ['hanna', 'anna']), 'anna', 'the fewest errors win');
  });
});
