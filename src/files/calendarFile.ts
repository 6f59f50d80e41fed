import ical, { ICalEventClass, ICalEventTransparency } from 'ical-generator';
import { addDays, isDay } from '../core/time/day.ts';
import type { CalendarDay } from '../core/exchange/calendar/calendarDays.ts';
import { sayCalendarDay } from '../core/exchange/calendar/calendarText.ts';

/**
 * A calendar file (RFC 5545) of whole days: no time, so no zone can move them; no alarm; they leave the leader free and
 * are private to whoever the calendar is shared with. The same days give the same bytes.
 *
 * It is made here and not in core because the library draws an id and looks at the clock, although both are then set.
 * Load this module late: it brings the library along.
 */
export function calendarFile(days: readonly CalendarDay[]): string {
  const calendar = ical({ prodId: { company: 'Pacesetter', product: 'Days', language: 'EN' } });
  for (const { uid, kind, day, title, owner, revision, changedAt } of days) {
    // The day on which it is over; the last day of the calendar has none after it, and one day is meant without.
    const end = addDays(day, 1);
    calendar.createEvent({
      id: uid,
      sequence: revision,
      stamp: new Date(changedAt),
      start: day,
      ...(isDay(end) ? { end } : {}),
      allDay: true,
      summary: sayCalendarDay({ kind, title, owner }),
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // Every line ends with a line break, the last one too.
  return `${calendar.toString()}\r\n`;
}
