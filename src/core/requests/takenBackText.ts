import type { Entry } from '../entries/entry.ts';
import type { BoardSource } from '../register/register.ts';
import { sayUndone } from '../rules/actText.ts';
import { t } from '../text/translate.ts';

/** What was taken back of a request. That it was asked at all is in the entry with its key, and is taken back for good. */
export function sayTakenBack(entries: readonly Entry[], title: string, source: BoardSource): string {
  const isArrival = entries.some((entry) => 'sourceKey' in entry && entry.sourceKey !== undefined);
  if (!isArrival) return sayUndone(entries, source);
  return t('Taken back: “{0}” came from GitHub. This request will not arrive again.', title);
}
