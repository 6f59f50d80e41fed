import type { Day } from '../time/day.ts';
import type { BoardRow } from './row.ts';
import type { Totals } from './totals.ts';

/** What is shown, and the only thing that is shown: register, day and policy in, the same board out. */
export interface Board {
  readonly today: Day;
  /** The last day of the leader's week that today lies in. */
  readonly weekEndsOn: Day;
  /** Open items, oldest hurt first; then the closed ones, latest closing first. */
  readonly rows: readonly BoardRow[];
  readonly totals: Totals;
}
