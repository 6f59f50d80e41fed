import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { cycleTimes, paceOf } from '../../../../src/core/figures/pace.ts';
import { percentile } from '../../../../src/core/figures/percentile.ts';
import { boardOf } from '../../../support/boardFromFacts.ts';
import { captured, decided, handedOver, returned, type TestFact } from '../../../support/facts.ts';

const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const twenty = [1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 7, 8, 12];

describe('a percentile', () => {
  it('is the value at its nearest rank', () => {
    assert.equal(percentile(oneToTen, 85), 9);
    assert.equal(percentile(twenty, 85), 6);
    assert.equal(percentile(oneToTen, 50), 5);
    assert.equal(percentile([7], 50), 7);
  });

  it('is the smallest at 0 and the largest at 100, and there is none of nothing', () => {
    assert.deepEqual([percentile(twenty, 0), percentile(twenty, 100)], [1, 12]);
    for (const p of [0, 50, 85, 100]) assert.equal(percentile([], p), undefined);
  });

  it('has the rank that whole numbers give, which fractions miss by one', () => {
    // In floating point, 7 / 100 * 100 is a little more than 7.
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    for (let p = 1; p <= 100; p++) assert.equal(percentile(hundred, p), p);
  });

  it('is the smallest of the values that at least p of a hundred do not exceed', () => {
    const anyValues = fc.array(fc.nat(30), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(anyValues, fc.integer({ min: 1, max: 100 }), (values, p) => {
        const enough = values.filter((value) => {
          const upToIt = values.filter((other) => other <= value).length;
          return upToIt * 100 >= p * values.length;
        });
        assert.equal(
          percentile(
            values.toSorted((a, b) => a - b),
            p,
          ),
          Math.min(...enough),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('the pace of an open item', () => {
  const closedAfter = (item: string, days: number, ...facts: readonly TestFact[]): TestFact[] => [
    captured({ item, askedOn: '2026-03-01' }),
    ...facts.map((fact): TestFact => ({ ...fact, item }) as TestFact),
    { ...decided, item, decidedOn: `2026-03-${String(days).padStart(2, '0')}` as '2026-03-01' },
  ];

  it('is how many closed ones took no longer than it is old', () => {
    const times = [2, 4, 4, 9];
    assert.deepEqual(paceOf({ ageInDays: 1 }, times), { olderThan: 0, of: 4, percent: 0 });
    assert.deepEqual(paceOf({ ageInDays: 4 }, times), { olderThan: 3, of: 4, percent: 75 });
    assert.deepEqual(paceOf({ ageInDays: 9 }, times), { olderThan: 4, of: 4, percent: 100 });
    assert.equal(paceOf({ ageInDays: 9 }, []), undefined, 'nothing was closed yet');
  });

  it('is measured on all that the leader closed, in calendar days with both ends, ascending', () => {
    // Sorted as numbers: 9 before 10.
    const board = boardOf('2026-03-20', [
      ...closedAfter('ten', 10),
      ...closedAfter('nine', 9),
      ...closedAfter('one', 1),
      ...closedAfter('by somebody else', 5, handedOver),
      ...closedAfter('taken back', 8, handedOver, returned),
      captured({ item: 'open' }),
    ]);
    assert.deepEqual(cycleTimes(board), [1, 8, 9, 10]);
  });
});
