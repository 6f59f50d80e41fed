import { type Day, dayNumber } from '../time/day.ts';
import { counted, t } from './translate.ts';

let language = 'en-GB';

/** The language days and lists of people are written in; English keeps the day before the month. */
export function useLanguage(tag: string): void {
  language = tag === 'en' || tag === 'en-us' ? 'en-GB' : tag;
}

/** `Mon 16 Nov`, with the year where it is not this one. */
export function sayDay(day: Day, today: Day): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    // The day is a civil day without a zone; UTC on both sides keeps it that.
    timeZone: 'UTC',
  });
  return format.format(new Date(dayNumber(day) * 86_400_000)).replace(',', '');
}

/** `today`, `yesterday`, else the day itself. */
export function sayNearDay(day: Day, today: Day): string {
  const distance = dayNumber(day) - dayNumber(today);
  if (distance === 0) return t('today');
  if (distance === 1) return t('tomorrow');
  if (distance === -1) return t('yesterday');
  return sayDay(day, today);
}

/** How long ago something was, in the greatest unit that fills: `12 minutes ago`, `3 days ago`. */
export function sayAgo(milliseconds: number): string {
  const format = new Intl.RelativeTimeFormat(language);
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 60) return format.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? format.format(-hours, 'hour') : format.format(-Math.floor(hours / 24), 'day');
}

/** `57,763`, as the language groups it. */
export function sayNumber(count: number): string {
  return new Intl.NumberFormat(language).format(count);
}

export function sayWorkingDays(count: number): string {
  return counted(count, '{0} working day', '{0} working days');
}

/** `Anna, Sam and Lee`, each name with its first letter as a name has it. */
export function sayPeople(names: readonly string[]): string {
  return sayList(names.map(sayName));
}

/** `one, two and three`. */
export function sayList(texts: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(texts);
}

export function sayName(name: string): string {
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
