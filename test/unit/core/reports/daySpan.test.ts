import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Day } from '../../../../src/core/time/day.ts';
import { isWithin, namedSpans, spanNamed } from '../../../../src/core/reports/daySpan.ts';

describe('a span of days', () => {
  const spansOn = (today: Day) =>
    namedSpans.map((name) => {
      const { from, to } = spanNamed(name, today);
      return `${name} ${from} ${to}`;
    });

  it('is named from today: the last 30 days with today, this month and quarter up to today, the whole last month', () => {
    assert.deepEqual(spansOn('2026-11-24'), [
      'lastDays 2026-10-26 2026-11-24',
      'thisMonth 2026-11-01 2026-11-24',
      'lastMonth 2026-10-01 2026-10-31',
      'thisQuarter 2026-10-01 2026-11-24',
    ]);
  });

  it('goes over the turn of a year, and knows the length of February', () => {
    assert.deepEqual(spansOn('2026-01-01').slice(1), [
      'thisMonth 2026-01-01 2026-01-01',
      'lastMonth 2025-12-01 2025-12-31',
      'thisQuarter 2026-01-01 2026-01-01',
    ]);
    assert.deepEqual(spanNamed('lastMonth', '2024-03-31'), { from: '2024-02-01', to: '2024-02-29' });
    assert.deepEqual(spanNamed('lastMonth', '2026-03-01'), { from: '2026-02-01', to: '2026-02-28' });
  });

  it('counts both its ends', () => {
    const span = { from: '2026-03-02', to: '2026-03-04' } as const;
    const days = ['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05'] as const;
    assert.deepEqual(
      days.map((day) => isWithin(day, span, '2026-03-10')),
      [false, true, true, false],
    );
    assert.equal(isWithin(undefined, span, '2026-03-10'), false);
  });
});
