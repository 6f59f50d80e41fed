import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { nextClock } from '../../../../src/core/entries/hybridClock.ts';
import { decodeLine, encodeLine } from '../../../../src/core/entries/line.ts';
import { decided } from '../../../support/facts.ts';

const at = (milliseconds: number) => new Date(milliseconds);
const isReadable = (clock: string) =>
  decodeLine(
    encodeLine(decided, { id: '1', clock, device: 'd', act: 'a', loggedAt: '2026-03-02T09:00:00.000Z' }, crc32),
    crc32,
  ).type === 'entry';

describe('the hybrid clock', () => {
  it('shows the wall clock when that is ahead of everything seen', () => {
    assert.equal(nextClock(undefined, at(0x1234)), '000000001234-0000');
    assert.equal(nextClock('000000001233-0007', at(0x1234)), '000000001234-0000');
  });

  it('counts on from what was seen when the wall clock stands still or goes back', () => {
    assert.equal(nextClock('000000001234-0000', at(0x1234)), '000000001234-0001');
    assert.equal(nextClock('000000001234-00ff', at(0x1000)), '000000001234-0100');
  });

  it('goes to the next millisecond when the counter is full', () => {
    assert.equal(nextClock('000000001234-ffff', at(0x1234)), '000000001235-0000');
    assert.equal(nextClock('0000000fffff-ffff', at(1)), '000000100000-0000');
  });

  it('is always later than what was seen, as text, whatever the wall clock says', () => {
    const seen = fc
      .tuple(fc.integer({ min: 0, max: 0xe6_00_00_00_00_00 }), fc.integer({ min: 0, max: 0xffff }))
      .map(([time, counter]) => `${time.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}`);
    fc.assert(
      fc.property(seen, fc.integer({ min: 0, max: 253_402_300_799_999 }), (latest, now) => {
        const next = nextClock(latest, at(now));
        assert.ok(next > latest, `${next} after ${latest}`);
        assert.match(next, /^[0-9a-f]{12}-[0-9a-f]{4}$/);
        assert.ok(isReadable(next));
      }),
    );
  });

  it('rises over a thousand facts in a row while the wall clock jumps about', () => {
    let latest: string | undefined;
    for (let fact = 0; fact < 1000; fact++) {
      const next = nextClock(latest, at(1_000_000 + ((fact * 7919) % 1000) - fact));
      if (latest !== undefined) assert.ok(next > latest);
      latest = next;
    }
  });

  it('never writes what no reader would take, even after the greatest clock that can be read', () => {
    const greatest = 'e6ffffffffff-ffff';
    assert.ok(isReadable(greatest));
    assert.ok(isReadable(nextClock(greatest, at(1_772_442_000_000))));
  });
});
