import type { GroupName } from './groups.ts';
import type { ItemKind } from '../entries/itemFacts.ts';
import { t } from '../text/translate.ts';

export function sayGroup(name: GroupName): string {
  switch (name) {
    case 'overdue':
      return t('Overdue');
    case 'today':
      return t('Today');
    case 'thisWeek':
      return t('This Week');
    case 'later':
      return t('Later');
    case 'onHold':
      return t('On Hold');
    case 'theirMove':
      return t('Their Move');
    case 'closed':
      return t('Closed');
    default:
      return name satisfies never;
  }
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
