import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  addDays,
  type Day,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  isDay,
  weekdayOfNumber,
} from '../../../../src/core/time/day.ts';
import { anyDay } from '../../../support/anyFact.ts';
import { inTimeZone, zones } from '../../../support/timeZone.ts';

const weekdayOf = (day: Day) => weekdayOfNumber(dayNumber(day));
const everyYear = anyDay('0001-01-01', '9999-12-31');

/** Day numbers are cached. Another time zone needs an empty cache, so this overflows it. */
function clearDayNumberCache(): void {
  for (let number = 0; number <= 20_002; number++) dayNumber(dayFromNumber(700_000 + number));
}

/** Day number by the leap rule alone (H. Hinnant, "chrono-compatible low-level date algorithms"). */
function dayNumberByLeapRule(day: Day): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

describe('a day', () => {
  it('is a date that exists, written YYYY-MM-DD', () => {
    for (const day of ['2026-03-04', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])
      assert.ok(isDay(day), day);
  });

  it('is not a date that does not exist, nor one written otherwise, nor anything but a text', () => {
    const impossible = [
      '2026-02-30',
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
    ];
    const otherwise = [
      '2026-2-3',
      '20260203',
      '2026-W10-3',
      '2026-03-04T00:00',
      ' 2026-03-04',
      '2026-03-04\n',
      '',
      '-2026-03-04',
      '0000-01-01',
      '12026-01-01',
      '２０２６-03-04',
    ];
    const others = [undefined, null, 20_260_304, new Date(0), ['2026-03-04'], {}];
    for (const value of [...impossible, ...otherwise, ...others])
      assert.equal(isDay(value), false, JSON.stringify(value));
  });

  it('is not one because its number was asked for before', () => {
    const beyond = ['+010000-01', '0000-12-31', '2026-02-31', '2026-13-01'] as Day[];
    for (const day of beyond) dayNumber(day);
    for (const day of beyond) assert.equal(isDay(day), false, day);
  });

  it('exists in every time zone, also where its midnight or the whole day was skipped', () => {
    for (const zone of zones) {
      inTimeZone(zone, () => {
        // Samoa skipped 30 December 2011; in São Paulo 4 November 2018 began at one o'clock.
        for (const day of ['2011-12-30', '2018-11-04', '2026-03-29', '2024-02-29'])
          assert.ok(isDay(day), `${day} ${zone}`);
        assert.equal(isDay('2026-02-30'), false, zone);
      });
    }
  });

  it('has a number, counted from 1970', () => {
    const numbers: Record<Day, number> = {
      '1970-01-01': 0,
      '1969-12-31': -1,
      '1972-02-29': 789,
      '2000-03-01': 11_017,
      '2026-03-04': 20_516,
      '0001-01-01': -719_162,
    };
    for (const [day, number] of Object.entries(numbers)) assert.equal(dayNumber(day as Day), number, day);
  });

  it('has the number that the leap rule alone gives, and the number gives the day back', () => {
    fc.assert(
      fc.property(everyYear, (day) => {
        assert.equal(dayNumber(day), dayNumberByLeapRule(day));
        assert.equal(dayFromNumber(dayNumber(day)), day);
      }),
    );
  });

  it('has the same number, neighbours and weekday in every time zone', () => {
    for (const zone of zones) {
      clearDayNumberCache();
      inTimeZone(zone, () => {
        assert.equal(dayNumber('2026-03-29'), 20_541, zone);
        assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2, zone);
        assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2, zone);
        assert.equal(daysBetween('2011-12-29', '2011-12-31'), 2, zone);
        assert.equal(daysBetween('2025-12-31', '2026-01-01'), 1, zone);
        assert.equal(addDays('2024-02-28', 1), '2024-02-29', zone);
        assert.equal(addDays('2026-02-28', 1), '2026-03-01', zone);
        assert.equal(weekdayOf('2026-03-29'), 7, zone);
      });
    }
  });

  it('has an ISO weekday: Monday is 1, Sunday is 7, before 1970 as well', () => {
    const week = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'];
    assert.deepEqual(
      week.map((day) => weekdayOf(day as Day)),
      [1, 2, 3, 4, 5, 6, 7],
    );
    assert.deepEqual((['1969-12-29', '2024-02-29', '0001-01-01'] as const).map(weekdayOf), [1, 4, 1]);
  });

  it('can be counted on from and back to, and the two agree', () => {
    const step = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(anyDay('1000-01-01', '3000-01-01'), step, (day, days) => {
        assert.equal(daysBetween(day, addDays(day, days)), days);
        assert.equal(addDays(addDays(day, days), -days), day);
        assert.equal(days > 0, addDays(day, days) > day);
      }),
    );
  });

  it('is what the wall clock shows where the leader is', () => {
    const shown: [instant: string, zone: string, day: Day][] = [
      ['2026-12-31T23:30:00Z', 'Europe/Berlin', '2027-01-01'],
      ['2026-12-31T23:30:00Z', 'America/New_York', '2026-12-31'],
      ['2026-12-31T23:30:00Z', 'Pacific/Kiritimati', '2027-01-01'],
      ['2026-03-04T18:29:00Z', 'Asia/Kolkata', '2026-03-04'],
      ['2026-03-04T18:30:00Z', 'Asia/Kolkata', '2026-03-05'],
      ['2026-03-29T22:30:00Z', 'Europe/Berlin', '2026-03-30'],
      ['2026-03-28T22:30:00Z', 'Europe/Berlin', '2026-03-28'],
      ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-04'],
      ['0033-04-03T12:00:00Z', 'UTC', '0033-04-03'],
    ];
    for (const [instant, zone, day] of shown) {
      assert.equal(
        inTimeZone(zone, () => dayOf(new Date(instant))),
        day,
        `${instant} ${zone}`,
      );
    }
  });
});
