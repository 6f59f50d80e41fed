import type { Day } from '../time/day.ts';
import type { BoardRow } from './row.ts';
import type { Totals } from './totals.ts';

/** All that the views show about items: a pure function of register, day and policy. */
export interface Board {
  readonly today: Day;
  /** The last day of the leader's current week. */
  readonly weekEndsOn: Day;
  /** Open items, oldest hurt first; then closed items, latest closing first. */
  readonly rows: readonly BoardRow[];
  readonly totals: Totals;
}
