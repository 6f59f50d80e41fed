import type { PanelAct } from '../../core/panel/protocol.ts';
import { t } from '../../core/text/translate.ts';
import { wordsFor } from '../../core/text/words.ts';

/** The name of an act, as on its button. */
export const sayAct = wordsFor<PanelAct>({
  openItem: () => t('Open'),
  decide: () => t('Decide'),
  clear: () => t('Clear'),
  settleClarity: () => t('Settle'),
  confirmDefault: () => t('Confirm default'),
  answerCheck: () => t('Answer the check'),
  deliberate: () => t('Hold'),
  sendBack: () => t('Send back'),
  markReturned: () => t('Mark returned'),
  acknowledge: () => t('Acknowledge'),
  movePromise: () => t('Move the promise'),
  changeWaiting: () => t('Who waits'),
  chase: () => t('Chase'),
  block: () => t('Blocked by…'),
  unblock: () => t('Unblock'),
  verifyBlocker: () => t('Still blocked'),
  handOver: () => t('Hand over'),
  stateDefault: () => t('State a default'),
  dropDefault: () => t('Drop default'),
  setCheckDay: () => t('Set a check day'),
  edit: () => t('Edit'),
  reopen: () => t('Reopen'),
  withdraw: () => t('Withdraw'),
});

/** `Decide (d)`, where a key does it too. */
export function sayActWithLetter(act: PanelAct, letter: string | undefined): string {
  return letter === undefined ? sayAct(act) : t('{0} ({1})', sayAct(act), letter);
}
