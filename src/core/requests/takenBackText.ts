import type { Entry } from '../entries/entry.ts';
import { t } from '../text/translate.ts';

/**
 * What was taken back of a request. That it was asked at all is in the entry with its key, and is taken back for good.
 *
 * @param line what the history says of it
 */
export function sayTakenBack(entries: readonly Entry[], title: string, line: string): string {
  const isArrival = entries.some((entry) => 'sourceKey' in entry && entry.sourceKey !== undefined);
  if (isArrival) return t('Taken back: “{0}” came from GitHub. This request will not arrive again.', title);
  return t('No longer counts for “{0}”: {1}. A refresh does not bring it back.', title, line);
}
