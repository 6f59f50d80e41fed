import type { Day } from '../time/day.ts';
import type { AssignmentRow, PriorityRow } from './workBoard.ts';
import { sayAgreementField, sayDrag } from './agreementText.ts';
import { sayDay, sayName, sayNearDay, sayWorkingDays } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';

/** Description of an assignment in the tree: `9d · due Fri 20 Nov · 2 of 6 days waited on you`. */
export function assignmentDescription(row: AssignmentRow, today: Day): string {
  if (row.closing !== undefined) {
    const ended = row.closing.result === 'met' ? t('met') : t('missed');
    return t('{0} {1}', ended, sayNearDay(row.closing.on, today));
  }
  const facts = [t('{0}d', row.ageInDays)];
  if (row.overdue) facts.push(row.daysOver > 0 ? t('{0} over', row.daysOver) : t('over'));
  else if (row.agreement.dueOn !== undefined) facts.push(t('due {0}', sayNearDay(row.agreement.dueOn, today)));
  if (row.owed.length > 0) facts.push(t('you owe {0}', row.owed.length));
  const waits = row.dependsOn.filter(({ waitsOnYou }) => waitsOnYou).length;
  if (waits > 0) facts.push(counted(waits, '{0} waits on you', '{0} wait on you'));
  if (row.drag.yours > 0) facts.push(sayDrag(row.drag));
  if (row.changes > 0) facts.push(counted(row.changes, '{0} change', '{0} changes'));
  return facts.join(' · ');
}

/** Sentences about the state of an assignment; the first is its outcome. */
export function assignmentStory(row: AssignmentRow, today: Day): string[] {
  const { agreement } = row;
  return [
    agreement.outcome,
    t('Handed to {0} on {1}.', sayName(agreement.owner), sayDay(row.madeOn, today)),
    ...(row.overdue
      ? [t('It was due {0}: {1} over.', sayDay(agreement.dueOn ?? today, today), sayWorkingDays(row.daysOver))]
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
    ...(row.anyway === undefined ? [] : [t('Handed out with holes: {0}', row.anyway)]),
    ...(agreement.doneWhen === undefined ? [] : [t('{0}: {1}', sayAgreementField('doneWhen'), agreement.doneWhen)]),
  ];
}

export function priorityDescription({ assignments, isPastLimit }: PriorityRow): string {
  const facts = [counted(assignments, '{0} assignment', '{0} assignments')];
  if (isPastLimit) facts.push(t('past your limit'));
  return facts.join(' · ');
}
