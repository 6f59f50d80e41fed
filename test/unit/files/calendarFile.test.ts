import assert from 'node:assert/strict';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, it } from 'mocha';
import { calendarFile } from '../../../src/files/calendarFile.ts';
import { addDays, type Day, dayFromNumber, isDay } from '../../../src/core/time/day.ts';
import type { CalendarDay } from '../../../src/core/exchange/calendar/calendarDays.ts';
import { inTimeZone, zones } from '../../support/timeZone.ts';

const vendor: CalendarDay = {
  uid: 'promise-vendor@pacesetter',
  kind: 'promise',
  day: '2026-03-04',
  title: 'Pick a vendor',
  owner: undefined,
  revision: 2,
  changedAt: '2026-03-02T09:30:15.000Z',
  isCancelled: false,
};

/** The events in a file, read by an independent parser. */
function eventsIn(file: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as [string, unknown[], unknown[]]);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

function onlyEventIn(file: string): ICAL.Event {
  const [event, ...others] = eventsIn(file);
  assert.ok(event !== undefined && others.length === 0);
  return event;
}

describe('the calendar file', () => {
  it('is read back as whole days without a time, a zone or an alarm, which take no time of the leader', () => {
    const event = onlyEventIn(calendarFile([vendor]));
    const { component } = event;
    const property = (name: string) => component.getFirstPropertyValue(name)?.toString();
    assert.deepEqual(
      [event.uid, event.summary, event.sequence, property('dtstart'), property('dtend'), property('dtstamp')],
      [vendor.uid, 'Promised: Pick a vendor', 2, '2026-03-04', '2026-03-05', '2026-03-02T09:30:15Z'],
    );
    assert.deepEqual(
      [event.startDate.isDate, event.endDate.isDate, property('transp'), property('class')],
      [true, true, 'TRANSPARENT', 'PRIVATE'],
    );
    assert.deepEqual(component.getAllSubcomponents(), []);
    assert.ok(component.getFirstProperty('dtstart')?.getParameter('tzid') === undefined);
    const calendar = new ICAL.Component(ICAL.parse(calendarFile([vendor])) as [string, unknown[], unknown[]]);
    assert.deepEqual(calendar.getAllSubcomponents('vtimezone'), []);
    assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  });

  it('says for what each day is', () => {
    const days = (['promise', 'until', 'check', 'due'] as const).map((kind) => ({ ...vendor, kind, owner: 'anna' }));
    assert.deepEqual(
      eventsIn(calendarFile(days)).map(({ summary }) => summary),
      [
        'Promised: Pick a vendor',
        'Held until today: Pick a vendor',
        'Did it stand? Pick a vendor',
        'Due from Anna: Pick a vendor',
      ],
    );
  });

  it('says of what is over that it is cancelled, with the id and the number by which a calendar finds it', () => {
    const event = onlyEventIn(calendarFile([{ ...vendor, revision: 3, isCancelled: true }]));
    const status = event.component.getFirstPropertyValue('status');
    assert.deepEqual([event.uid, event.sequence, status], [vendor.uid, 3, 'CANCELLED']);
    assert.equal(onlyEventIn(calendarFile([vendor])).component.getFirstPropertyValue('status'), null);
  });

  it('is the same file each time the same is exported, in every zone', () => {
    const files = zones.map((zone) => inTimeZone(zone, () => calendarFile([vendor])));
    assert.equal(new Set(files).size, 1);
  });

  it('names the same day in every zone and year, with the next one for its end', () => {
    const last = '9999-12-31';
    const day = fc.oneof(
      fc.integer({ min: -719_000, max: 2_900_000 }).map(dayFromNumber),
      fc.constantFrom<Day>('0001-01-01', '2024-02-29', '2026-12-31', '2026-03-29', '2026-10-25', last),
    );
    fc.assert(
      fc.property(day.filter(isDay), fc.constantFrom(...zones), (day, zone) => {
        const { component } = onlyEventIn(inTimeZone(zone, () => calendarFile([{ ...vendor, day }])));
        const read = ['dtstart', 'dtend'].map((name) => component.getFirstPropertyValue(name)?.toString());
        // The parser drops leading zeros of a year.
        const written = [day, day === last ? undefined : addDays(day, 1)].map((each) => each?.replace(/^0+/, ''));
        assert.deepEqual(read, written);
      }),
    );
  });

  it('keeps every title as it is, in lines no longer than a calendar file may have', () => {
    const nasty = fc.constantFrom(
      'a,b;c:d\\n"e"',
      'BEGIN:VALARM',
      'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:other',
      '\\',
      '\\,\\;',
      '漢'.repeat(60),
      '🎯'.repeat(60),
      `${'a'.repeat(73)}é`,
      '\u0000\u0007\u001b[31m\u007f\u0085\u2028',
      '\ud83c',
      'tab\there',
      '=cmd|x',
    );
    const title = fc
      .array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 4 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 4 }), (titles) => {
        const file = calendarFile(titles.map((title, index) => ({ ...vendor, uid: `u${index}@pacesetter`, title })));
        assert.deepEqual(
          eventsIn(file).map(({ uid, summary }) => [uid, summary]),
          titles.map((title, index) => [`u${index}@pacesetter`, `Promised: ${asOneLine(title)}`]),
        );
        assert.ok(file.endsWith('END:VCALENDAR\r\n'));
        for (const line of file.split('\r\n')) {
          assert.ok(Buffer.byteLength(line) <= 75, line);
          assert.doesNotMatch(line, /\p{Cc}/u);
        }
      }),
    );
  });
});

/** A title on one line: white space and invalid characters become one space. */
function asOneLine(title: string): string {
  return title
    .toWellFormed()
    .split(/[\p{Cc}\s]/u)
    .filter(Boolean)
    .join(' ');
}
