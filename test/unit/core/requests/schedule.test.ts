import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  isPaused,
  isRefreshDue,
  noRefreshes,
  refreshEveryMs,
  staleAfterMs,
} from '../../../../src/core/requests/schedule.ts';

const minutes = (count: number): number => count * 60_000;
const now = Date.parse('2026-03-04T12:00:00Z');

describe('an unasked refresh', () => {
  const read = { ...noRefreshes, readAt: now, triedAt: now };

  it('is due at first, ten minutes after the last on the focus, and every quarter of an hour', () => {
    assert.ok(isRefreshDue(noRefreshes, now, staleAfterMs));
    assert.deepEqual(
      [9.9, 10, 14.9, 15].map((after) => [
        isRefreshDue(read, now + minutes(after), staleAfterMs),
        isRefreshDue(read, now + minutes(after), refreshEveryMs),
      ]),
      [
        [false, false],
        [true, false],
        [true, false],
        [true, true],
      ],
    );
  });

  it('waits twice as long after each failure in a row, up to an hour', () => {
    const due = (failures: number) => {
      const after = Array.from({ length: 200 }, (_, at) => at);
      return after.find((each) => isRefreshDue({ ...read, failures }, now + minutes(each), staleAfterMs));
    };
    assert.deepEqual([1, 2, 3, 6, 7, 8, 99].map(due), [1, 2, 4, 32, 60, 60, 60]);
  });

  it('waits until GitHub wants, but never for ever', () => {
    const paused = { ...read, pauseUntil: now + minutes(30) };
    assert.ok(!isRefreshDue(paused, now + minutes(29), staleAfterMs));
    assert.ok(isRefreshDue(paused, now + minutes(30), staleAfterMs));
    assert.ok(!isPaused(now + minutes(61), now));
  });

  it('is due where the clock was set back', () => {
    assert.ok(isRefreshDue(read, now - minutes(1), staleAfterMs));
    assert.ok(isRefreshDue({ ...read, failures: 5 }, now - minutes(1), staleAfterMs));
  });
});
