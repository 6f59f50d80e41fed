import { t } from '../text/translate.ts';
import { actLetters, offersAct, type LetteredAct, letteredActs } from './itemLetters.ts';

/**
 * What the act is called on an item: `d` decides, clears, settles or answers a check, and `s` gives the ball back to
 * whoever does not have it.
 *
 * @param offers the words of the item that say what it offers
 */
export function sayActName(act: LetteredAct, offers: string): string {
  const words = offers.split(' ');
  switch (act) {
    case 'decide':
      if (words.includes('clearable')) return t('Clear');
      if (words.includes('settleable')) return t('Settle');
      return words.includes('closed') ? t('Answer the check') : t('Decide');
    case 'confirmDefault':
      return t('Confirm the default');
    case 'deliberate':
      return t('Hold');
    case 'sendBack':
      return words.includes('sentBack') || words.includes('handedOver') ? t('Mark returned') : t('Send back');
    case 'movePromise':
      return t('Move the promise');
    case 'acknowledge':
      return t('Acknowledge');
    case 'chase':
      return t('Chase');
    case 'block':
      return t('Name a blocker');
    case 'changeWaiting':
      return t('Who waits');
    case 'edit':
      return t('Edit');
    case 'withdraw':
      return t('Withdraw');
    case 'openRequest':
      return t('Open on GitHub');
    default:
      return act satisfies never;
  }
}

/** `d Decide · h Hold · s Send back`: the letters that do something on an item; empty if none does. */
export function sayLetters(offers: string): string {
  return letteredActs
    .filter((act) => offersAct(act, offers))
    .map((act) => `${actLetters[act]} ${sayActName(act, offers)}`)
    .join(' · ');
}
