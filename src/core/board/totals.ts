import type { ItemKind } from '../entries/itemFacts.ts';
import type { BoardRow, ItemName } from './row.ts';

/** Counts over open items that were not handed over, unless a field says otherwise. */
export interface Totals {
  readonly open: number;
  readonly overdue: number;
  readonly overdueByKind: Readonly<Record<ItemKind, number>>;
  /** Overdue and not held. */
  readonly drifting: number;
  /** Closed items whose check day has come. */
  readonly checkDue: number;
  /** Open items, handed over or not, whose default's day has come. */
  readonly defaultDue: number;
  /** Open items that were handed over. */
  readonly handedOver: number;
  readonly personDays: number;
  /** The item with the greatest age; of several, the first on the board. */
  readonly oldest: (ItemName & { readonly ageInDays: number }) | undefined;
}

/** @param rows in the order of the board */
export function computeTotals(rows: readonly BoardRow[]): Totals {
  const overdueByKind = { decision: 0, approval: 0, dependency: 0, clarity: 0 };
  const totals = { open: 0, overdue: 0, drifting: 0, checkDue: 0, defaultDue: 0, handedOver: 0, personDays: 0 };
  let oldest: BoardRow | undefined;
  for (const row of rows) {
    if (row.closing !== undefined) {
      if (row.state === 'checkDue') totals.checkDue++;
      continue;
    }
    if (row.isDefaultDue) totals.defaultDue++;
    if (row.ball === 'decider') {
      totals.handedOver++;
      continue;
    }
    totals.open++;
    totals.personDays += row.personDays;
    if (row.drifting) totals.drifting++;
    if (row.overdue) {
      totals.overdue++;
      overdueByKind[row.kind]++;
    }
    if (oldest === undefined || row.ageInDays > oldest.ageInDays) oldest = row;
  }
  return {
    ...totals,
    overdueByKind,
    oldest: oldest && { id: oldest.id, title: oldest.title, ageInDays: oldest.ageInDays },
  };
}
