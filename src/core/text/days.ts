import { addDays, type Day, dayNumber } from '../time/day.ts';
import { counted, formatNumber, t, useNumbersOf } from './translate.ts';

let language = 'en-GB';

/** Sets the language (BCP 47) of days, numbers and lists. English becomes British: the day before the month. */
export function useLanguage(tag: string): void {
  language = tag === 'en' || tag === 'en-us' ? 'en-GB' : tag;
  useNumbersOf(language);
}

/** The language (BCP 47) of days, for formats that only late parts need. */
export function languageOfDays(): string {
  return language;
}

/** `Mon 16 Nov`, with the year unless it is the current one. */
export function sayDay(day: Day, today: Day): string {
  const hasYear = day.slice(0, 4) !== today.slice(0, 4);
  const format = hasYear ? fullDayFormat() : dayFormat();
  return format.format(new Date(dayNumber(day) * 86_400_000)).replace(',', '');
}

/** The same, marked where an import estimated the day. */
export function sayDayOrEstimate(day: Day, isEstimated: boolean | undefined, today: Day): string {
  return isEstimated === true ? t('{0} (estimated)', sayDay(day, today)) : sayDay(day, today);
}

/** Keeps the format of each language: making one takes longer than saying a hundred days or numbers with it. */
function perLanguage<T>(make: () => T): () => T {
  const formats = new Map<string, T>();
  return () => {
    let format = formats.get(language);
    if (format === undefined) formats.set(language, (format = make()));
    return format;
  };
}

// A civil day has no time zone, so it is both converted and formatted in UTC.
const civil = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const dayFormat = perLanguage(() => new Intl.DateTimeFormat(language, civil));
const weekdayFormat = perLanguage(() => new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }));
const fullDayFormat = perLanguage(() => new Intl.DateTimeFormat(language, { ...civil, year: 'numeric' }));
const agoFormat = perLanguage(() => new Intl.RelativeTimeFormat(language));
const listFormat = perLanguage(() => new Intl.ListFormat(language, { type: 'conjunction' }));

/** `today`, `tomorrow`, `yesterday`, else as {@link sayDay}. */
export function sayNearDay(day: Day, today: Day): string {
  const distance = dayNumber(day) - dayNumber(today);
  if (distance === 0) return t('today');
  if (distance === 1) return t('tomorrow');
  if (distance === -1) return t('yesterday');
  return sayDay(day, today);
}

/** As {@link sayNearDay}, and a day of the coming week by its weekday alone: `Fri`. For places that are narrow. */
export function sayComingDay(day: Day, today: Day): string {
  const distance = dayNumber(day) - dayNumber(today);
  if (distance < 2 || distance > 6) return sayNearDay(day, today);
  return weekdayFormat().format(new Date(dayNumber(day) * 86_400_000));
}

/**
 * When something was: on the same day how long ago, rounded down, `12 minutes ago`; else the day, `yesterday`, `on Fri 20
 * Nov`. Hours would not say which day it was.
 */
export function sayWhen(day: Day, today: Day, milliseconds: number): string {
  if (day === addDays(today, -1)) return t('yesterday');
  if (day !== today) return t('on {0}', sayDay(day, today));
  const minutes = Math.floor(milliseconds / 60_000);
  return minutes < 60 ? agoFormat().format(-minutes, 'minute') : agoFormat().format(-Math.floor(minutes / 60), 'hour');
}

/** `57,763`, grouped as usual in the language. */
export function sayNumber(count: number): string {
  return formatNumber(count);
}

export function sayWorkingDays(count: number): string {
  return counted(count, '{0} working day', '{0} working days');
}

/** How late something is: `less than a working day` where the day after it was none. */
export function sayLateBy(workingDays: number): string {
  return workingDays === 0 ? t('less than a working day') : sayWorkingDays(workingDays);
}

/** `Anna, Sam and Lee`, each with a capital first letter. */
export function sayPeople(names: readonly string[]): string {
  return sayList(names.map(sayName));
}

/** `one, two and three`. */
export function sayList(texts: readonly string[]): string {
  return listFormat().format(texts);
}

/** The same in parts, for texts that are drawn each by itself: `literal` is what stands between them. */
export function listParts(texts: readonly string[]): readonly { readonly type: string; readonly value: string }[] {
  return listFormat().formatToParts(texts);
}

/** `anna` as `Anna`. */
export function sayName(name: string): string {
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
