import type { LetteredAct } from '../../core/board/itemLetters.ts';
import { letteredActs } from '../../core/board/itemLetters.ts';
import { sayActName } from '../../core/board/letterText.ts';
import type { PanelAct } from '../../core/panel/protocol.ts';
import { t } from '../../core/text/translate.ts';
import { wordsFor } from '../../core/text/words.ts';

/** The name of an act on an item, as on its button. */
export function sayAct(act: PanelAct, offers: string): string {
  return isLettered(act) ? sayActName(act, offers) : sayOther(act);
}

/** `Decide (d)`, where a key does it too. */
export function sayActWithLetter(act: PanelAct, offers: string, letter: string | undefined): string {
  return letter === undefined ? sayAct(act, offers) : t('{0} ({1})', sayAct(act, offers), letter);
}

function isLettered(act: PanelAct): act is LetteredAct {
  return (letteredActs as readonly PanelAct[]).includes(act);
}

const sayOther = wordsFor<Exclude<PanelAct, LetteredAct>>({
  openItem: () => t('Open'),
  handOver: () => t('Hand over'),
  unblock: () => t('Unblock'),
  verifyBlocker: () => t('Still blocked'),
  stateDefault: () => t('State a default'),
  dropDefault: () => t('Drop the default'),
  setCheckDay: () => t('Set a check day'),
  answerCheck: () => t('Answer the check'),
  reopen: () => t('Reopen'),
  takeBackRequest: () => t('Take back from GitHub'),
});
