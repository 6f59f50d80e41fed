import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { daysTyped } from '../../../../src/ui/prompts/daysTyped.ts';

describe('a typed number of days', () => {
  it('has a decimal point or comma', () => {
    const read = ['0', ' 3 ', '2.5', '2,5', '0,25', '１．５', '1000'].map(daysTyped);
    assert.deepEqual(read, [0, 3, 2.5, 2.5, 0.25, 1.5, 1_000]);
  });

  it('is no other number in silence', () => {
    for (const typed of [
      '',
      '1,000',
      '1.000',
      '1e3',
      '0x10',
      '-1',
      '1.5.2',
      '2d',
      'two',
      '½',
      'Infinity',
      '.5',
      '5.',
    ]) {
      assert.equal(daysTyped(typed), undefined, typed);
    }
  });
});
