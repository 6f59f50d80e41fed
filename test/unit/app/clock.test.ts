import assert from 'node:assert/strict';
import process from 'node:process';
import fc from 'fast-check';
import { afterEach, describe, it } from 'mocha';
import { Today } from '../../../src/app/clock.ts';
import { nextClock } from '../../../src/core/entries/hybridClock.ts';
import { FrozenClock } from '../../support/entryStores.ts';
import { inTimeZone } from '../../support/timeZone.ts';

const hour = 3_600_000;

describe('today', () => {
  let today: Today | undefined;
  afterEach(() => today?.dispose());

  it('turns once when the clock passes midnight, and says so to whoever listens', () => {
    const clock = new FrozenClock(new Date(2026, 2, 4, 23, 59, 59));
    today = new Today(clock);
    const days: string[] = [];
    today.onDidTurn((day) => days.push(day));
    today.check();
    assert.deepEqual([today.day, days], ['2026-03-04', []]);
    clock.pass(1_000);
    assert.deepEqual([today.day, today.day, days], ['2026-03-05', '2026-03-05', ['2026-03-05']]);
  });

  it('turns after a long sleep, over the end of February, and back when the clock is set back', () => {
    const clock = new FrozenClock(new Date(2028, 1, 28, 12));
    today = new Today(clock);
    const days: string[] = [];
    today.onDidTurn((day) => days.push(day));
    for (const hours of [24, 24, 20 * 24, -24]) {
      clock.pass(hours * hour);
      today.check();
    }
    assert.deepEqual(days, ['2028-02-29', '2028-03-01', '2028-03-21', '2028-03-20']);
  });

  it('says so when the machine has travelled to another zone, with the day there and also on the same day', () => {
    const clock = new FrozenClock(new Date('2026-03-04T12:00:00.000Z'));
    const days = inTimeZone('UTC', () => {
      const said: string[] = [];
      today = new Today(clock);
      today.onDidTurn((day) => said.push(day));
      for (const zone of ['Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Kiritimati', 'America/New_York']) {
        inTimeZone(zone, () => today?.check());
      }
      return said;
    });
    assert.deepEqual(days, ['2026-03-04', '2026-03-05', '2026-03-04']);
  });

  it('keeps to a zone that somebody has set for the process', () => {
    inTimeZone('Asia/Kolkata', () => {
      today = new Today(new FrozenClock());
      today.check();
      assert.equal(process.env['TZ'], 'Asia/Kolkata');
    });
  });

  it('no longer says anything once it is disposed', () => {
    const clock = new FrozenClock();
    today = new Today(clock);
    let turns = 0;
    today.onDidTurn(() => turns++);
    today.dispose();
    clock.pass(24 * hour);
    today.check();
    assert.equal(turns, 0);
  });
});

describe('the clock of the entries', () => {
  it('is always later than all that was seen, whatever the wall clock does', () => {
    const instant = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(instant, { minLength: 2 }), (walls) => {
        let latest: string | undefined;
        for (const wall of walls) {
          const next = nextClock(latest, wall);
          assert.ok(latest === undefined || next > latest, `${next} after ${latest}`);
          assert.match(next, /^[0-9a-f]{12}-[0-9a-f]{4}$/);
          latest = next;
        }
      }),
    );
  });

  it('counts on when the wall clock stands still, and beyond the end of the counter', () => {
    const now = new FrozenClock().now();
    let latest: string | undefined;
    for (let number = 0; number <= 0x10001; number++) {
      const next = nextClock(latest, now);
      if (latest !== undefined && next <= latest) assert.fail(`${next} after ${latest}`);
      latest = next;
    }
    assert.equal(latest, `${(now.getTime() + 1).toString(16).padStart(12, '0')}-0001`);
  });
});
