import type { Drag } from './drag.ts';
import type { AgreementField } from '../entries/workFacts.ts';
import { counted, t } from '../text/translate.ts';

export function sayAgreementField(field: AgreementField): string {
  switch (field) {
    case 'outcome':
      return t('Outcome');
    case 'excluded':
      return t('Not included');
    case 'deliverables':
      return t('Deliverables');
    case 'owner':
      return t('Owner');
    case 'doneWhen':
      return t('Done when');
    case 'dependsOn':
      return t('Depends on');
    case 'dueOn':
      return t('Due');
    case 'isAgreed':
      return t('Agreed');
    case 'serves':
      return t('Serves');
    case 'displaces':
      return t('Moves down or stops');
    default:
      return field satisfies never;
  }
}

/** `of 21 days, 9 were yours`. */
export function sayDrag({ yours, of }: Drag): string {
  return t('of {0}, {1}', counted(of, '{0} day', '{0} days'), counted(yours, '{0} was yours', '{0} were yours'));
}
