import type { Day } from '../time/day.ts';
import type { AssignmentRow, PriorityRow } from './workBoard.ts';
import { sayDrag } from './agreementText.ts';
import { sayNearDay } from '../text/days.ts';
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

export function priorityDescription({ assignments, isPastLimit }: PriorityRow): string {
  const facts = [counted(assignments, '{0} assignment', '{0} assignments')];
  if (isPastLimit) facts.push(t('past your limit'));
  return facts.join(' · ');
}
