import type { FactOf } from '../entries/entry.ts';
import { sayCoded } from '../requests/eventText.ts';
import { t } from '../text/translate.ts';
import type { PassedTurn } from './item.ts';

/** Why an item was withdrawn. */
export function reasonOf({ reason, reasonCode }: Pick<FactOf<'itemWithdrawn'>, 'reason' | 'reasonCode'>): string {
  return reasonCode === 'assignmentClosed' ? t('The assignment was closed.') : sayCoded(reasonCode, reason);
}

/** What an item was sent back with, or the note it was handed over with. */
export function wordsOf({ words, code }: Pick<PassedTurn, 'words' | 'code'>): string | undefined {
  return words === undefined ? undefined : sayCoded(code, words);
}
