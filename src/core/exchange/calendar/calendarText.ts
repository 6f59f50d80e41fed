import type { CalendarDay } from './calendarDays.ts';
import { sayName } from '../../text/days.ts';
import { counted, t } from '../../text/translate.ts';

/** Summary of the event: one line, without control characters. */
export function sayCalendarDay({ kind, title, owner }: Pick<CalendarDay, 'kind' | 'title' | 'owner'>): string {
  const plain = (text: string): string =>
    text
      .toWellFormed()
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
  switch (kind) {
    case 'promise':
      return t('Promised: {0}', plain(title));
    case 'until':
      return t('Held until today: {0}', plain(title));
    case 'check':
      return t('Did it stand? {0}', plain(title));
    case 'due':
      return t('Due from {0}: {1}', plain(sayName(owner ?? '')), plain(title));
    default:
      return kind satisfies never;
  }
}

export function sayCalendarSaved(days: number, cancelled: number, path: string): string {
  const saved = counted(days, 'Saved {0} day to {1}.', 'Saved {0} days to {1}.', path);
  if (cancelled === 0) return saved;
  const over = counted(
    cancelled,
    '{0} more is over and marked as cancelled.',
    '{0} more are over and marked as cancelled.',
  );
  return t('{0} {1}', saved, over);
}

export function nothingForCalendar(): string {
  return t('No open item has a day to export.');
}
