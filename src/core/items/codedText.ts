import type { FactOf } from '../entries/entry.ts';
import type { AgreementField } from '../entries/workFacts.ts';
import { t } from '../text/translate.ts';
import type { Item } from './item.ts';

/**
 * Words for what the log holds as a code. The log never holds a translated sentence, so each reader sees these in their
 * own language. Entries of older versions hold the sentence itself and no code; they are shown as they are.
 */

/** What an item is called. The item of a hole is stored under the outcome of its assignment and is named by its hole. */
export function titleOf({ title, clarity }: Pick<Item, 'title' | 'clarity'>): string {
  return clarity?.titleIs === 'outcome' ? sayHole(clarity.hole, title) : title;
}

/** How a hole was settled. */
export function answerOf({ answer, answerCode }: Pick<FactOf<'itemSettled'>, 'answer' | 'answerCode'>): string {
  return answerCode === 'agreed' ? t('agreed') : answer;
}

/** The title of the item that the leader owes for a hole. */
export function sayHole(hole: AgreementField, outcome: string): string {
  return holes[hole](outcome);
}

const holes: Readonly<Record<AgreementField, (outcome: string) => string>> = {
  outcome: (outcome) => t('Say what will be true: “{0}”', outcome),
  excluded: (outcome) => t('Say what is not included in “{0}”', outcome),
  deliverables: (outcome) => t('Say what is handed over for “{0}”', outcome),
  owner: (outcome) => t('Name one owner of “{0}”', outcome),
  doneWhen: (outcome) => t('Say when “{0}” is done', outcome),
  dependsOn: (outcome) => t('Say what “{0}” depends on', outcome),
  dueOn: (outcome) => t('Agree on a day for “{0}”', outcome),
  isAgreed: (outcome) => t('Get the day of “{0}” agreed', outcome),
  serves: (outcome) => t('Say what moves down or stops for “{0}”', outcome),
  displaces: (outcome) => t('Say what moves down or stops for “{0}”', outcome),
};
