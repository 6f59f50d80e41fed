import type { Drag } from './drag.ts';
import type { AgreementField } from '../entries/workFacts.ts';
import { counted, t } from '../text/translate.ts';
import { wordsFor } from '../text/words.ts';

export const sayAgreementField = wordsFor<AgreementField>({
  outcome: () => t('Outcome'),
  excluded: () => t('Not included'),
  deliverables: () => t('Deliverables'),
  owner: () => t('Owner'),
  doneWhen: () => t('Done when'),
  dependsOn: () => t('Depends on'),
  dueOn: () => t('Due'),
  isAgreed: () => t('Agreed'),
  serves: () => t('Serves'),
  displaces: () => t('Moves down or stops'),
});

/** `9 of 21 days waited on you`. */
export function sayDrag({ yours, of }: Drag): string {
  return t('{0} of {1} waited on you', yours, counted(of, '{0} day', '{0} days'));
}
