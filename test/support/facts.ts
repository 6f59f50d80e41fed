import type { Day } from '../../src/core/time/day.ts';
import type { Entry, Envelope, Fact } from '../../src/core/entries/entry.ts';
import type { ItemCaptured } from '../../src/core/entries/itemFacts.ts';

/** A fact with only the envelope fields that a test needs. */
export type TestFact = Fact & Partial<Envelope>;

/** A two-way decision asked on Monday, 2 March 2026 and promised for Wednesday. Nobody waits. */
export function captured(overrides: Partial<ItemCaptured & Envelope> = {}): ItemCaptured & Partial<Envelope> {
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

export const decided = {
  type: 'itemDecided',
  item: 'vendor',
  outcome: 'the cheaper one',
  decidedOn: '2026-03-03',
} as const satisfies Fact;

export const cleared = { type: 'itemCleared', item: 'vendor', clearedOn: '2026-03-03' } as const satisfies Fact;

export const withdrawn = {
  type: 'itemWithdrawn',
  item: 'vendor',
  reason: 'no longer needed',
  withdrawnOn: '2026-03-03',
} as const satisfies Fact;

export const reopened = {
  type: 'itemReopened',
  item: 'vendor',
  reason: 'the price changed',
  reopenedOn: '2026-03-04',
} as const satisfies Fact;

export const acknowledged = {
  type: 'itemAcknowledged',
  item: 'vendor',
  acknowledgedOn: '2026-03-03',
} as const satisfies Fact;

export const sentBack = {
  type: 'itemSentBack',
  item: 'vendor',
  question: 'Which region?',
  to: 'ida',
  sentBackOn: '2026-03-03',
} as const satisfies Fact;

export const returned = {
  type: 'itemReturned',
  item: 'vendor',
  answer: 'Frankfurt',
  returnedOn: '2026-03-05',
} as const satisfies Fact;

export const handedOver = {
  type: 'itemHandedOver',
  item: 'vendor',
  to: 'kim',
  note: 'she knows the market',
  handedOverOn: '2026-03-03',
} as const satisfies Fact;

export const deliberating = {
  type: 'deliberationStarted',
  item: 'vendor',
  question: 'Can we leave in a year?',
  until: '2026-03-06',
  startedOn: '2026-03-03',
} as const satisfies Fact;

export const chased = {
  type: 'dependencyChased',
  item: 'vendor',
  whom: 'legal',
  chasedOn: '2026-03-03',
} as const satisfies Fact;

/** A default that takes effect on Wednesday, 4 March. */
export const defaultStated = {
  type: 'defaultStated',
  item: 'vendor',
  outcome: 'we stay',
  takesEffectOn: '2026-03-04',
  statedOn: '2026-03-03',
} as const satisfies Fact;

export const decidedBySilence = {
  type: 'itemDecidedBySilence',
  item: 'vendor',
  outcome: 'we stay',
  decidedOn: '2026-03-03',
  confirmedOn: '2026-03-04',
} as const satisfies Fact;

export const checkDaySet = {
  type: 'checkDaySet',
  item: 'vendor',
  checkOn: '2026-03-20',
  setOn: '2026-03-03',
} as const satisfies Fact;

export const held = { type: 'checkHeld', item: 'vendor', answeredOn: '2026-03-03' } as const satisfies Fact;

export const reversed = {
  type: 'itemReversed',
  item: 'vendor',
  reason: 'the price doubled',
  successor: 'vendor 2',
  answeredOn: '2026-03-04',
} as const satisfies Fact;

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
