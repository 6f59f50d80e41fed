import type { ItemEntry } from '../entries/entry.ts';
import { answerOf } from './codedText.ts';
import type { Disagreement } from './item.ts';
import { sayList } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';

/** `Two machines closed it differently: “5k” counts, and “9k” does not. Choose which counts.` */
export function disagreementSentence({ about, counts, others }: Disagreement): string {
  const ignored = sayList(others.map(sayAnswer));
  const counting = sayAnswer(counts);
  return about === 'closing'
    ? counted(
        others.length,
        'Two machines closed it differently: {1} counts, and {2} does not. Choose which counts.',
        'Machines closed it differently: {1} counts, and {2} do not. Choose which counts.',
        counting,
        ignored,
      )
    : counted(
        others.length,
        'Two machines answered its check differently: {1} counts, and {2} does not. Choose which counts.',
        'Machines answered its check differently: {1} counts, and {2} do not. Choose which counts.',
        counting,
        ignored,
      );
}

function sayAnswer(entry: ItemEntry): string {
  switch (entry.type) {
    case 'itemDecided':
    case 'itemDecidedBySilence':
      return t('“{0}”', entry.outcome);
    case 'closingCorrected':
      return t('“{0}”', entry.outcome ?? entry.reason ?? entry.note ?? '');
    case 'itemSettled':
      return t('“{0}”', answerOf(entry));
    case 'itemWithdrawn':
      return t('withdrawing it');
    case 'itemCleared':
      return t('clearing it');
    case 'checkHeld':
      return t('that it stood');
    case 'itemReversed':
      return t('that it was reversed');
    default:
      return entry.type;
  }
}
