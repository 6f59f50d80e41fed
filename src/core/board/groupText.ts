import type { GroupName } from './groups.ts';
import type { ItemKind } from '../entries/itemFacts.ts';
import { t } from '../text/translate.ts';

export function sayGroup(name: GroupName): string {
  switch (name) {
    case 'overdue':
      return t('Overdue');
    case 'drifting':
      return t('Drifting');
    case 'dueThisWeek':
      return t('Due this week');
    case 'deliberating':
      return t('Deliberating');
    case 'sentBack':
      return t('Sent back (their move)');
    case 'blocked':
      return t('Blocked');
    case 'checkDue':
      return t('Check due');
    case 'later':
      return t('Later');
    case 'handedOver':
      return t('Handed over');
    case 'recentlyClosed':
      return t('Recently closed');
    default:
      return name satisfies never;
  }
}

/** The count, and for the two groups of overdue items what distinguishes them. */
export function describeGroup(name: GroupName, count: number): string {
  if (name === 'overdue') return t('{0} · past the promise, held on purpose', count);
  if (name === 'drifting') return t('{0} · past the promise', count);
  return String(count);
}

export function sayKindGroup(kind: ItemKind): string {
  switch (kind) {
    case 'decision':
      return t('Decisions');
    case 'approval':
      return t('Approvals');
    case 'dependency':
      return t('Dependencies');
    case 'clarity':
      return t('Clarity');
    default:
      return kind satisfies never;
  }
}
