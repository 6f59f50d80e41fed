import type { Share } from '../../core/figures/scorecard.ts';
import type { Drag } from '../../core/assignments/drag.ts';
import type { WorkFigures } from '../../core/assignments/workFigures.ts';
import { sayDrag } from '../../core/assignments/agreementText.ts';
import { sayShare } from '../../core/figures/figureText.ts';
import { counted, t } from '../../core/text/translate.ts';

/** Summary of the drag chart. */
export function sayDragSummary({ drag, windowInDays }: WorkFigures): string {
  return drag.of === 0
    ? t('Nothing was handed out in the last {0} days, or only today.', windowInDays)
    : counted(
        drag.of,
        '{1} of {0} day of all assignments waited on you.',
        '{1} of {0} days of all assignments waited on you.',
        drag.yours,
      );
}

export function sayAgreedClear(share: Share): string {
  return share.of === 0 ? t('nothing handed out') : sayShare(share);
}

export function sayClarityOwed({ open, overdue }: WorkFigures['clarity']): string {
  return open === 0 ? t('nothing owed') : t('{0} owed, {1} of them overdue', open, overdue);
}

/** `3 over 12 assignments, 4.5 working days (your estimate)`. */
export function sayRequirementChanges({ count, of, costInDays }: WorkFigures['changes']): string {
  if (count === 0) return t('none');
  return t(
    '{0} over {1}, {2} working days (your estimate)',
    count,
    counted(of, '{0} assignment', '{0} assignments'),
    costInDays,
  );
}

export function sayChurnSummary(churn: WorkFigures['churn']): string {
  const all = churn.reduce((sum, { rerankings }) => sum + rerankings, 0);
  return counted(
    all,
    'The order of priorities changed once in {1} weeks.',
    'The order of priorities changed {0} times in {1} weeks.',
    churn.length,
  );
}

export function sayInterruptionsSummary({ interruptions, windowInDays }: WorkFigures): string {
  const all = interruptions.reduce((sum, { count }) => sum + count, 0);
  return counted(
    all,
    '{0} interruption by you in the last {1} days.',
    '{0} interruptions by you in the last {1} days: requirement changes, reassignments and priority changes.',
    windowInDays,
  );
}

/** Accessibility label of an assignment's bar. */
export function sayDragOf(outcome: string, drag: Drag): string {
  return t('{0}: {1}', outcome, sayDrag(drag));
}
