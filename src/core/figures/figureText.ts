import type { Board } from '../board/board.ts';
import type { Totals } from '../board/totals.ts';
import type { Friction, FrictionReport } from './friction.ts';
import type { Pace } from './pace.ts';
import type { Scorecard, Share, Spread, Symmetry } from './scorecard.ts';
import { type ItemKind, itemKinds } from '../entries/itemFacts.ts';
import type { TargetKind } from '../policy.ts';
import { sayName, sayNumber, sayWorkingDays } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';
import { wordsFor } from '../text/words.ts';

export function sayPersonDays(count: number): string {
  return count === 1 ? t('1 person-day') : t('{0} person-days', sayNumber(count));
}

/** `older than 9 of 10 you closed`, rounded down; below 10 closed items, or below one tenth, the exact counts. */
export function sayPace({ olderThan, of, percent }: Pace): string {
  if (olderThan === of) return t('older than anything you closed');
  if (of < 10 || percent < 10) return t('older than {0} of {1} you closed', sayNumber(olderThan), sayNumber(of));
  return t('older than {0} of 10 you closed', Math.floor(percent / 10));
}

/** `3 withdrawn (2 late), 1 reopened`: what is in neither side of the promises kept. */
export function sayBesideKept({ withdrawn, reopened }: Pick<Scorecard, 'withdrawn' | 'reopened'>): string {
  return t('{0}, {1} reopened', sayWithdrawn(withdrawn), reopened);
}

function sayWithdrawn({ count, late }: Scorecard['withdrawn']): string {
  return late === 0 ? t('{0} withdrawn', count) : t('{0} withdrawn ({1} late)', count, late);
}

export const sayTargetKind = wordsFor<TargetKind>({
  approval: () => t('Approvals'),
  twoWayDecision: () => t('Two-way decisions'),
  oneWayDecision: () => t('One-way decisions'),
  dependency: () => t('Dependencies'),
  clarity: () => t('Clarity'),
});

/** `you ask 2 working days and take 8 working days (4.0×).`, or how many closed items are still missing. */
export function saySymmetry({ target, closed, needed, p85, ratio }: Symmetry): string {
  const asks = target === 0 ? t('you ask for the same day') : t('you ask {0}', sayWorkingDays(target));
  if (p85 === undefined) return t('{0}; not enough closed yet ({1} of {2}).', asks, closed, needed);
  return ratio === undefined
    ? t('{0} and take {1}.', asks, sayWorkingDays(p85))
    : t('{0} and take {1} ({2}×).', asks, sayWorkingDays(p85), ratio.toFixed(1));
}

/** `5 of 8`. */
export function sayShare({ count, of }: Share): string {
  return of === 0 ? t('nothing yet') : t('{0} of {1}', count, of);
}

/** `half within 2, 85 % within 6 working days, of 9`: of how many it is says what it is worth. */
export function saySpread({ n, p50, p85 }: Spread): string {
  if (p50 === undefined || p85 === undefined) return t('nothing yet');
  const of = sayNumber(n);
  if (p85 === 0) return t('85 % on the same day, of {0}', of);
  return p50 === 0
    ? t('half on the same day, 85 % within {0}, of {1}', sayWorkingDays(p85), of)
    : t('half within {0}, 85 % within {1}, of {2}', p50, sayWorkingDays(p85), of);
}

export function sayDrift({ items, personDays, longestInWorkingDays }: Scorecard['drift']): string {
  if (items === 0) return t('nothing drifts');
  return counted(
    items,
    '{0} item drifts, {2} over: {1}',
    '{0} items drift, the longest {2} over: {1}',
    sayPersonDays(personDays),
    sayWorkingDays(longestInWorkingDays),
  );
}

/** `7 of 12 approvals were late.` */
export function sayRecurring({ recurring }: FrictionReport): string {
  if (recurring === undefined) return t('No kind is late repeatedly.');
  return sayLateOf[recurring.key](recurring.late, recurring.items);
}

const sayLateOf: Readonly<Record<TargetKind, (late: number, items: number) => string>> = {
  approval: (late, items) => t('{0} of {1} approvals were late.', late, items),
  twoWayDecision: (late, items) => t('{0} of {1} reversible decisions were late.', late, items),
  oneWayDecision: (late, items) => t('{0} of {1} hard-to-undo decisions were late.', late, items),
  dependency: (late, items) => t('{0} of {1} dependencies were late.', late, items),
  clarity: (late, items) => t('{0} of {1} clarity items were late.', late, items),
};

/** `12 items, 40 working days, 65 person-days; 7 late`. */
export function sayFriction({ items, workingDaysWaited, personDays, late }: Friction<unknown>): string {
  return t(
    '{0}, {1}, {2}; {3} late',
    counted(items, '{0} item', '{0} items'),
    sayWorkingDays(workingDaysWaited),
    sayPersonDays(personDays),
    late,
  );
}

export function sayAsker(name: string | undefined): string {
  return name === undefined ? t('Nobody named') : sayName(name);
}

/** `3 overdue · 11 person-days`. */
export function statusText(totals: Totals): string {
  return t('{0} overdue · {1}', totals.overdue, sayPersonDays(totals.personDays));
}

/** `3 overdue: 2 decisions, 1 dependency`. */
export function overdueSentence(totals: Totals): string {
  if (totals.overdue === 0) return t('Nothing overdue');
  const parts = itemKinds
    .filter((kind) => totals.overdueByKind[kind] > 0)
    .map((kind) => sayCountOf(kind, totals.overdueByKind[kind]));
  return t('{0} overdue: {1}', totals.overdue, parts.join(', '));
}

export function sayCountOf(kind: ItemKind, count: number): string {
  switch (kind) {
    case 'decision':
      return counted(count, '{0} decision', '{0} decisions');
    case 'approval':
      return counted(count, '{0} approval', '{0} approvals');
    case 'dependency':
      return counted(count, '{0} dependency', '{0} dependencies');
    case 'clarity':
      return counted(count, '{0} clarity item', '{0} clarity items');
    default:
      return kind satisfies never;
  }
}

/** The accessibility label of the status bar item. */
export function statusLabel({ totals }: Board): string {
  return t(
    'Pacesetter: {0}. {1} open, {2} of waiting.',
    overdueSentence(totals),
    totals.open,
    sayPersonDays(totals.personDays),
  );
}

/** `2 checks are due · 1 default to confirm`; undefined when neither is due. */
export function sayChecksDue({ checkDue, defaultDue }: Totals): string | undefined {
  const parts = [
    ...(checkDue === 0 ? [] : [counted(checkDue, '{0} check is due', '{0} checks are due')]),
    ...(defaultDue === 0 ? [] : [counted(defaultDue, '{0} default to confirm', '{0} defaults to confirm')]),
  ];
  return parts.length === 0 ? undefined : parts.join(' · ');
}
