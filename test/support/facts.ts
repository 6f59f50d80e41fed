import type { Day } from '../../src/core/time/day.ts';
import type { Entry, Envelope, Fact, FactOf } from '../../src/core/entries/entry.ts';
import type { ItemFact } from '../../src/core/entries/itemFacts.ts';

/** A fact with only the envelope fields that a test needs. */
export type TestFact = Fact & Partial<Envelope>;

/** A two-way decision asked on Monday, 2 March 2026 and promised for Wednesday. Nobody waits. */
export function captured(
  overrides: Partial<FactOf<'itemCaptured'> & Envelope> = {},
): FactOf<'itemCaptured'> & Partial<Envelope> {
  return {
    type: 'itemCaptured',
    item: 'vendor',
    kind: 'decision',
    title: 'Pick a vendor',
    askedOn: '2026-03-02',
    promisedOn: '2026-03-04',
    ...overrides,
  };
}

/** What is said about {@link captured}. */
function vendor<const F extends Told<ItemFact>>(told: F): F & { readonly item: 'vendor' } {
  return { item: 'vendor', ...told };
}
type Told<F> = F extends ItemFact ? Omit<F, 'item'> : never;

export const decided = vendor({ type: 'itemDecided', outcome: 'the cheaper one', decidedOn: '2026-03-03' });
/** What another machine wrote down before the two met. */
export const decidedElsewhere = {
  ...decided,
  id: 'elsewhere',
  device: 'desktop',
  outcome: 'the dearer one',
} as const satisfies TestFact;
/** What an import says of it later. */
export const corrected = vendor({
  type: 'closingCorrected',
  closedAs: 'decided',
  closedOn: '2026-03-04',
  isEstimated: true,
  outcome: 'the dearer one',
  correctedOn: '2026-03-05',
});
export const cleared = vendor({ type: 'itemCleared', clearedOn: '2026-03-03' });
export const withdrawn = vendor({ type: 'itemWithdrawn', reason: 'no longer needed', withdrawnOn: '2026-03-03' });
export const reopened = vendor({ type: 'itemReopened', reason: 'the price changed', reopenedOn: '2026-03-04' });
export const acknowledged = vendor({ type: 'itemAcknowledged', acknowledgedOn: '2026-03-03' });
export const sentBack = vendor({
  type: 'itemSentBack',
  question: 'Which region?',
  to: 'ida',
  sentBackOn: '2026-03-03',
});
export const returned = vendor({ type: 'itemReturned', answer: 'Frankfurt', returnedOn: '2026-03-05' });
export const handedOver = vendor({
  type: 'itemHandedOver',
  to: 'kim',
  note: 'she knows the market',
  handedOverOn: '2026-03-03',
});
export const deliberating = vendor({
  type: 'deliberationStarted',
  question: 'Can we leave in a year?',
  until: '2026-03-06',
  startedOn: '2026-03-03',
});
export const chased = vendor({ type: 'dependencyChased', whom: 'legal', chasedOn: '2026-03-03' });

/** A default that takes effect on Wednesday, 4 March. */
export const defaultStated = vendor({
  type: 'defaultStated',
  outcome: 'we stay',
  takesEffectOn: '2026-03-04',
  statedOn: '2026-03-03',
});
export const decidedBySilence = vendor({
  type: 'itemDecidedBySilence',
  outcome: 'we stay',
  decidedOn: '2026-03-03',
  confirmedOn: '2026-03-04',
});
export const checkDaySet = vendor({ type: 'checkDaySet', checkOn: '2026-03-20', setOn: '2026-03-03' });
export const held = vendor({ type: 'checkHeld', answeredOn: '2026-03-03' });
export const reversed = vendor({
  type: 'itemReversed',
  reason: 'the price doubled',
  successor: 'vendor 2',
  answeredOn: '2026-03-04',
});

/** Claims that one item is blocked by another. */
export function blockedBy(blocker: string, item = 'vendor', namedOn: Day = '2026-03-03') {
  return { type: 'blockerNamed', item, blocker, namedOn } as const satisfies Fact;
}

/**
 * The facts as entries of one machine: one act each, one millisecond apart. Envelope fields that a fact sets are kept.
 */
export function logged(...facts: readonly TestFact[]): Entry[] {
  return facts.map((fact, index): Entry => {
    const number = index + 1;
    return {
      id: `entry-${number}`,
      clock: `0190${number.toString(16).padStart(8, '0')}-0000`,
      device: 'laptop',
      act: `act-${number}`,
      loggedAt: '2026-03-02T09:00:00.000Z',
      ...fact,
    };
  });
}

/** A copy without the fields that are undefined. The log does not write those. */
export function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
