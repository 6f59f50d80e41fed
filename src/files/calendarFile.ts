import ical, { ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, isDay } from '../core/time/day.ts';
import type { CalendarDay } from '../core/exchange/calendar/calendarDays.ts';
import { sayCalendarDay } from '../core/exchange/calendar/calendarText.ts';

/**
 * A calendar file (RFC 5545) of all-day events. They have no time, so no time zone can move them, and no alarm; they
 * leave the leader free, and are private in a shared calendar. The same days give the same bytes.
 *
 * Not in core, because the library generates an id and reads the clock, although both are then overwritten. Load this
 * module late: it brings the library along.
 */
export function calendarFile(days: readonly CalendarDay[]): string {
  const calendar = ical({ prodId: { company: 'Pacesetter', product: 'Days', language: 'EN' } });
  for (const { uid, kind, day, title, owner, revision, changedAt, isCancelled } of days) {
    // DTEND is exclusive: the day after. The last supported day has none; an event without an end lasts one day.
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
      ...(isCancelled ? { status: ICalEventStatus.CANCELLED } : {}),
    });
  }
  // Every line ends with a line break, the last one too.
  return `${calendar.toString()}\r\n`;
}
