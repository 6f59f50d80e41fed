import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inTimeZone } from '../../../../support/timeZone.ts';
import { describe, it } from 'mocha';
import { dayOrderOf, isSpan, readDay } from '../../../../../src/core/exchange/cells/dayCell.ts';
import { dayFromNumber } from '../../../../../src/core/time/day.ts';

describe('a day in a cell', () => {
  const spellings: Readonly<Record<string, string>> = {
    '2026-03-04': '2026-03-04',
    ' 2026/3/4 ': '2026-03-04',
    '2026-03-04T23:59:59Z': '2026-03-04',
    '2026-03-04 08:30': '2026-03-04',
    '4.3.2026': '2026-03-04',
    '04.03.2026 08:30': '2026-03-04',
    'Mar 4, 2026': '2026-03-04',
    'MARCH 4th 2026, 10:30 AM': '2026-03-04',
    '4 March 2026': '2026-03-04',
    '4-Sept-2026': '2026-09-04',
    '04/Mar/26 10:22 AM': '2026-03-04',
    'Wed Mar 04 2026 10:00:00 GMT+0000 (Coordinated Universal Time)': '2026-03-04',
    'Wednesday, 4 March 2026': '2026-03-04',
    '5.4.26': '2026-04-05',
    '13/4/26': '2026-04-13',
    '11/20/26 9:15:00 AM': '2026-11-20',
    '12/Dez/25': '2025-12-12',
    '12/déc./25 3:04 PM': '2025-12-12',
    '4 Mai 2026': '2026-05-04',
    '4. März 2026': '2026-03-04',
    '4. Mrz. 2026': '2026-03-04',
    'Mittwoch, 4. März 2026': '2026-03-04',
    '1er août 2026': '2026-08-01',
    'mercredi 4 mars 2026': '2026-03-04',
    'mar. 4 févr. 2025': '2025-02-04',
    '4 de marzo de 2026': '2026-03-04',
    'miércoles, 4 de marzo de 2026': '2026-03-04',
    'quarta-feira, 4 de março de 2026': '2026-03-04',
    '4 set. 2026': '2026-09-04',
    'October 8, 2021 → October 29, 2021': '2021-10-08',
    'October 8, 2021 9:00 AM (GMT+2) → October 9, 2021 10:00 AM (GMT+2)': '2021-10-08',
    '2026-03-04 – 2026-03-10': '2026-03-04',
    '2026-03-04 08:30:00 UTC': '2026-03-04',
    '20260304': '2026-03-04',
    '2026年3月4日': '2026-03-04',
    '29.2.2024': '2024-02-29',
    '13/4/2026': '2026-04-13',
    '4/13/2026': '2026-04-13',
    '4/4/2026': '2026-04-04',
  };
  for (const [cell, day] of Object.entries(spellings)) {
    it(`reads “${cell}” as ${day}`, () => assert.equal(readDay(cell), day));
  }

  const faults: Readonly<Record<string, string>> = {
    '2026-02-30': 'noSuchDay',
    '29.2.2026': 'noSuchDay',
    '31 April 2026': 'noSuchDay',
    '13/13/2026': 'noSuchDay',
    '0000-01-01': 'noSuchDay',
    '3/4/2026': 'ambiguousDay',
    '3-4-2026': 'ambiguousDay',
    '3/4/26': 'ambiguousDay',
    '26-03-04': 'unreadableDay',
    '4 jui 2026': 'unreadableDay',
    '20260230': 'noSuchDay',
    '20261304': 'unreadableDay',
    '2026-03-04 25:10': 'unreadableDay',
    '2026-03-04 → soon': 'unreadableDay',
    '3/4/26 → 3/9/26': 'ambiguousDay',
    '4 Ma 2026': 'unreadableDay',
    'next Monday': 'unreadableDay',
    '46085': 'unreadableDay',
    '2026-03-04 or so': 'unreadableDay',
    '': 'unreadableDay',
  };
  for (const [cell, fault] of Object.entries(faults)) {
    it(`takes “${cell}” as ${fault}`, () => assert.equal(readDay(cell), fault));
  }

  const stamps: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    '2026-03-04T23:30:00Z': { 'Europe/Berlin': '2026-03-05', 'America/New_York': '2026-03-04' },
    '2026-03-04T03:30:00.000Z': { 'Europe/Berlin': '2026-03-04', 'America/New_York': '2026-03-03' },
    '2026-03-04T00:30:00.000+13:00': { 'Pacific/Auckland': '2026-03-04', UTC: '2026-03-03' },
    '2026-03-04 23:30:00 -0800': { 'America/Los_Angeles': '2026-03-04', UTC: '2026-03-05' },
    'Thu Jun 25 2026 23:00:00 GMT+0000 (GMT+00:00)': { 'Europe/London': '2026-06-26', UTC: '2026-06-25' },
    'Thu, 25 Jun 2026 23:00:00 GMT': { 'Europe/London': '2026-06-26' },
    'June 25, 2026 11:30 PM (UTC)': { 'Asia/Tokyo': '2026-06-26', 'America/New_York': '2026-06-25' },
    '1772661600000': { UTC: '2026-03-04', 'Asia/Tokyo': '2026-03-05' },
    // Midnight UTC is a day that a program wrote with a time.
    '2026-03-04T00:00:00.000Z': { 'America/Los_Angeles': '2026-03-04', 'Asia/Tokyo': '2026-03-04' },
    // Nobody says in which zone.
    '2026-03-04T23:59:59': { 'Asia/Tokyo': '2026-03-04', 'America/Los_Angeles': '2026-03-04' },
  };
  for (const [cell, zones] of Object.entries(stamps)) {
    for (const [zone, day] of Object.entries(zones)) {
      it(`reads “${cell}” in ${zone} as ${day}`, () => {
        assert.equal(
          inTimeZone(zone, () => readDay(cell)),
          day,
        );
      });
    }
  }

  it('is a span where a cell holds two', () => {
    assert.deepEqual(['2026-03-04 → 2026-03-10', '2026-03-04', '4 May 2026 - 8 May 2026', 'a → b', ''].map(isSpan), [
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('is read in the order of its column when it could be two days', () => {
    assert.equal(readDay('3/4/2026', 'dayFirst'), '2026-04-03');
    assert.equal(readDay('3/4/2026', 'monthFirst'), '2026-03-04');
    assert.equal(readDay('13/4/2026', 'monthFirst'), '2026-04-13', 'what the cell says itself outweighs its column');
  });

  it('survives every spelling of every day', () => {
    const months = 'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const day = dayFromNumber(number);
        const [year = '', month = '', date = ''] = day.split('-');
        const name = months[Number(month) - 1] ?? '';
        assert.equal(readDay(day), day);
        assert.equal(readDay(`${Number(date)}.${Number(month)}.${year}`), day);
        assert.equal(readDay(`${date}/${month}/${year}`, 'dayFirst'), day);
        assert.equal(readDay(`${name.slice(0, 3)} ${date}, ${year}`), day);
        assert.equal(readDay(`${date} ${name} ${year} 10:00`), day);
      }),
    );
  });

  it('never takes long or throws, whatever the cell holds', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => typeof readDay(text) === 'string'));
    readDay(`${' ,'.repeat(100_000)}4`);
  });
});

describe('the order of day and month in a column', () => {
  it('is given away by one number above 12', () => {
    assert.equal(dayOrderOf(['3/4/2026', '', '2026-01-30', '13/4/2026 10:00']), 'dayFirst');
    assert.equal(dayOrderOf(['3/4/2026', '4/13/2026']), 'monthFirst');
    assert.equal(dayOrderOf(['3/4/26', '25.4.26']), 'dayFirst');
  });

  it('stays open when no cell gives it away, or two contradict each other', () => {
    assert.equal(dayOrderOf(['3/4/2026', '5/6/2026']), undefined);
    assert.equal(dayOrderOf(['13/4/2026', '4/13/2026']), undefined);
    assert.equal(dayOrderOf(['13.4.2026', '11/20/26']), undefined);
  });
});
