import type { BoardRow } from './row.ts';
import { sayName } from '../text/days.ts';
import { t } from '../text/translate.ts';

/** The code lens of an open item that links to a line: `Waits on you, 6 d: “Pick a vendor”`. */
export function sayLens({ ball, turns, ageInDays, title }: BoardRow): string {
  if (ball === 'leader') return t('Waits on you, {0} d: “{1}”', ageInDays, title);
  const name = turns.at(-1)?.name;
  return name === undefined
    ? t('Sent back, {0} d: “{1}”', ageInDays, title)
    : t('Waits on {0}, {1} d: “{2}”', sayName(name), ageInDays, title);
}
