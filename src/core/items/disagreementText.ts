import type { ItemEntry } from '../entries/entry.ts';
import { answerOf } from './codedText.ts';
import { closingOfEntry, expectationIn } from './closingOfEntry.ts';
import type { Closing, Disagreement } from './item.ts';
import { reasonOf } from './reasonText.ts';
import type { Day } from '../time/day.ts';
import { sayDay, sayList } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';

/** `Two machines closed it differently: “5k” counts, and “9k” does not. Choose which counts.` */
export function disagreementSentence({ about, counts, others }: Disagreement, today: Day): string {
  const [counting = '', ...ignored] = saidApart([counts, ...others], today);
  return about === 'closing'
    ? counted(
        others.length,
        'Two machines closed it differently: {1} counts, and {2} does not. Choose which counts.',
        'Machines closed it differently: {1} counts, and {2} do not. Choose which counts.',
        counting,
        sayList(ignored),
      )
    : counted(
        others.length,
        'Two machines answered its check differently: {1} counts, and {2} does not. Choose which counts.',
        'Machines answered its check differently: {1} counts, and {2} do not. Choose which counts.',
        counting,
        sayList(ignored),
      );
}

/** The answers in words; where two read the same, with what was expected, with their days or with their reasons. */
function saidApart(entries: readonly ItemEntry[], today: Day): string[] {
  const words = entries.map(sayAnswer);
  const more = [withExpectation, withDay, withReason].map((add) =>
    entries.map((entry) => add(sayAnswer(entry), entry, today)),
  );
  return [words, ...more].find((said) => new Set(said).size === said.length) ?? words;
}

function withExpectation(words: string, entry: ItemEntry): string {
  const closing = closingOfEntry(entry, undefined);
  const expectation = closing && expectationIn(closing);
  if (expectation === undefined) return words;
  return t('{0}, {1} % sure of “{2}”', words, expectation.sureness, expectation.expect);
}

function withDay(words: string, entry: ItemEntry, today: Day): string {
  const closing = closingOfEntry(entry, undefined);
  return closing === undefined ? words : t('{0} on {1}', words, sayDay(closing.on, today));
}

function withReason(words: string, entry: ItemEntry): string {
  const reason = reasonIn(closingOfEntry(entry, undefined));
  return reason === undefined ? words : t('{0} ({1})', words, reason);
}

function reasonIn(closing: Closing | undefined): string | undefined {
  switch (closing?.how) {
    case 'decided':
      return closing.because;
    case 'cleared':
      return closing.note;
    case 'withdrawn':
      return reasonOf(closing);
    default:
      return undefined;
  }
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
