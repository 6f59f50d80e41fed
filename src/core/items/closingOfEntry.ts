import type { FactOf, ItemEntry } from '../entries/entry.ts';
import type { Check, Closing, Expectation, Item } from './item.ts';

/** How the entry closes an item; undefined when it is none that closes. */
export function closingOfEntry(
  entry: ItemEntry,
  stated: Pick<NonNullable<Item['default']>, 'statedOn'> | undefined,
): Closing | undefined {
  switch (entry.type) {
    case 'itemDecided':
      return {
        how: 'decided',
        on: entry.decidedOn,
        outcome: entry.outcome,
        because: entry.because,
        ...estimated(entry),
        ...recorded(entry),
        ...expected(entry),
      };
    case 'itemDecidedBySilence':
      return { how: 'silence', on: entry.decidedOn, outcome: entry.outcome, statedOn: stated?.statedOn };
    case 'itemCleared':
      return { how: 'cleared', on: entry.clearedOn, note: entry.note, ...estimated(entry) };
    case 'itemSettled':
      return {
        how: 'settled',
        on: entry.settledOn,
        answer: entry.answer,
        ...(entry.answerCode !== undefined && { answerCode: entry.answerCode }),
      };
    case 'itemWithdrawn':
      return {
        how: 'withdrawn',
        on: entry.withdrawnOn,
        reason: entry.reason,
        ...(entry.reasonCode !== undefined && { reasonCode: entry.reasonCode }),
        ...estimated(entry),
      };
    default:
      return undefined;
  }
}

/** The closing as an import corrected it. */
export function correctedClosing(entry: FactOf<'closingCorrected'>): Closing {
  const { closedAs: how, closedOn: on, outcome = '', because, note, reason = '' } = entry;
  switch (how) {
    case 'decided':
      return { how, on, outcome, because, ...estimated(entry), ...recorded(entry) };
    case 'cleared':
      return { how, on, note, ...estimated(entry) };
    case 'withdrawn':
      return { how, on, reason, ...estimated(entry) };
    default:
      return how satisfies never;
  }
}

function recorded({ recordStatus }: { readonly recordStatus?: string | undefined }): {
  readonly recordStatus?: string;
} {
  return recordStatus === undefined ? {} : { recordStatus };
}

/** Without how sure the leader was, nothing can be told from it. */
function expected({ expect, sureness }: FactOf<'itemDecided'>): { readonly expectation?: Expectation } {
  return expect === undefined || sureness === undefined ? {} : { expectation: { expect, sureness } };
}

function estimated({ isEstimated }: { readonly isEstimated?: boolean | undefined }): { readonly isEstimated?: true } {
  return isEstimated === true ? { isEstimated } : {};
}

export type CheckAnswer = Extract<ItemEntry, { readonly type: 'checkHeld' | 'itemReversed' }>;

/** How the entry answers a check. */
export function answerOfEntry(entry: CheckAnswer): NonNullable<Check['answer']> {
  const { answeredOn: on } = entry;
  if (entry.type === 'checkHeld') return { how: 'held', on, note: entry.note };
  const { reason, successor, reworkInDays } = entry;
  return { how: 'reversed', on, reason, successor, ...(reworkInDays !== undefined && { reworkInDays }) };
}

/**
 * Whether two entries close an item in the same way on the same day and expect the same of it, as far as both say what
 * they expect, or answer its check alike.
 */
export function saysTheSame(a: ItemEntry, b: ItemEntry): boolean {
  if (a.type === 'checkHeld' || b.type === 'checkHeld') return a.type === b.type;
  const [one, other] = [closingOfEntry(a, undefined), closingOfEntry(b, undefined)];
  if (one === undefined || other === undefined || outcomeText(one) !== outcomeText(other)) return false;
  const [expected, otherwise] = [expectationIn(one), expectationIn(other)];
  return expected === undefined || otherwise === undefined || JSON.stringify(expected) === JSON.stringify(otherwise);
}

/** What is expected of a decision. */
export function expectationIn(closing: Closing): Expectation | undefined {
  return closing.how === 'decided' ? closing.expectation : undefined;
}

function outcomeText(closing: Closing): string {
  return JSON.stringify({ ...closing, expectation: undefined });
}
