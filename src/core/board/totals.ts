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
  /** The item with the greatest age. */
  readonly oldest: (ItemName & { readonly ageInDays: number }) | undefined;
}

/** The totals that can be updated row by row: all but the oldest. */
export type Counts = { -readonly [K in Exclude<keyof Totals, 'oldest' | 'overdueByKind'>]: Totals[K] } & {
  readonly overdueByKind: Record<ItemKind, number>;
};

export function noCounts(): Counts {
  const overdueByKind = { decision: 0, approval: 0, dependency: 0, clarity: 0 };
  return { open: 0, overdue: 0, overdueByKind, drifting: 0, checkDue: 0, defaultDue: 0, handedOver: 0, personDays: 0 };
}

/** Adds a row to the counts (1) or subtracts it (-1). */
export function addToCounts(counts: Counts, row: BoardRow, by: 1 | -1): void {
  if (row.closing !== undefined) {
    if (row.state === 'checkDue') counts.checkDue += by;
    return;
  }
  if (row.isDefaultDue) counts.defaultDue += by;
  if (row.ball === 'decider') {
    counts.handedOver += by;
    return;
  }
  counts.open += by;
  counts.personDays += by * row.personDays;
  if (row.drifting) counts.drifting += by;
  if (row.overdue) {
    counts.overdue += by;
    counts.overdueByKind[row.kind] += by;
  }
}
