import type { FactOf } from '../../entries/entry.ts';
import type { CapturedFact } from '../../rules/capture.ts';
import { startOf } from '../../rules/limits.ts';
import type { Day } from '../../time/day.ts';
import type { ClosedAs } from '../cells/kindCell.ts';
import { soundsCanceled, soundsWithdrawn } from '../cells/statusCell.ts';
import { type ImportRefusal, outcomeNotRecorded } from './reason.ts';

export type ClosingFact = FactOf<'itemDecided' | 'itemDecidedBySilence' | 'itemCleared' | 'itemWithdrawn'>;

/** The day on which a row was closed, and how, if it says. */
export interface ClosingDay {
  readonly on: Day;
  readonly how: ClosedAs | undefined;
}

/** Nothing is decided by a cancellation: it counts as withdrawn, on its own day where there is one. */
export function rowClosing(
  { closedOn, withdrawnOn }: { readonly closedOn?: Day; readonly withdrawnOn?: Day },
  how: ClosedAs | undefined,
  status: string,
  outcome: string,
): ClosingDay | undefined {
  const isWithdrawn =
    how === undefined &&
    (soundsWithdrawn(status) || soundsCanceled(outcome) || (closedOn === undefined && withdrawnOn !== undefined));
  const on = isWithdrawn ? (withdrawnOn ?? closedOn) : (closedOn ?? withdrawnOn);
  return on === undefined ? undefined : { on, how: isWithdrawn ? 'withdrawn' : how };
}

/** The fact that closes the item of a row. */
export function closingFact(
  capture: CapturedFact,
  { on, how }: ClosingDay,
  { outcome, because }: { readonly outcome: string | undefined; readonly because: string | undefined },
  today: Day,
): ClosingFact | ImportRefusal {
  const { item, askedOn } = capture;
  if (on < askedOn) return { refused: 'closedBeforeAsked', closedOn: on, askedOn };
  if (on > today) return { refused: 'closedInFuture', closedOn: on, today };
  const both = [outcome, because].filter((text) => text !== undefined).join('\n');
  if (how === 'withdrawn') {
    const reason = startOf('reason', both) || outcomeNotRecorded;
    return { type: 'itemWithdrawn', item, reason, withdrawnOn: on };
  }
  if (capture.kind === 'dependency') {
    return { type: 'itemCleared', item, note: both || undefined, clearedOn: on };
  }
  if (how === 'silence') {
    const decided = outcome ?? outcomeNotRecorded;
    return { type: 'itemDecidedBySilence', item, outcome: decided, decidedOn: on, confirmedOn: on };
  }
  return { type: 'itemDecided', item, outcome: outcome ?? outcomeNotRecorded, because, decidedOn: on };
}
