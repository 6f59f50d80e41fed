import type { Day } from '../time/day.ts';
import type { AssignmentRow } from './workBoard.ts';
import { sayAgreementField, sayDrag } from './agreementText.ts';
import { sayDay, sayLateBy, sayName, sayWorkingDays } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';

/** Sentences about the state of an assignment; the first is its outcome. */
export function assignmentSentences(row: AssignmentRow, today: Day): string[] {
  const { agreement } = row;
  return [
    agreement.outcome,
    t('Handed to {0} on {1}.', sayName(agreement.owner), sayDay(row.madeOn, today)),
    ...(row.overdue
      ? [t('It was due {0}: {1} over.', sayDay(agreement.dueOn ?? today, today), sayLateBy(row.daysOver))]
      : []),
    ...(row.drag.yours > 0 ? [t('Top drag: {0}.', sayDrag(row.drag))] : []),
    ...row.dependsOn.flatMap(({ title, waitsOnYou }) => (waitsOnYou ? [t('“{0}” waits on you.', title)] : [])),
    ...row.owed.map(({ title }) => t('You owe: {0}', title)),
    ...(row.changes === 0
      ? []
      : [
          counted(
            row.changes,
            'Changed once since, at a cost of {1}.',
            'Changed {0} times since, at a cost of {1}.',
            sayWorkingDays(row.costInDays),
          ),
        ]),
    ...(row.anyway === undefined || !row.hadHoles ? [] : [t('Handed out with holes: {0}', row.anyway)]),
    ...(agreement.doneWhen === undefined ? [] : [t('{0}: {1}', sayAgreementField('doneWhen'), agreement.doneWhen)]),
  ];
}
