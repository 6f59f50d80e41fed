import type { Entry, Envelope, Fact, ItemCaptured } from '../../src/core/entries.ts';

/** A fact, with as much of its envelope as the test cares about. */
export type ToldFact = Fact & Partial<Envelope>;

/** A two-way decision asked on Monday 2 March 2026 and promised for Wednesday, without anybody who waits. */
export function captured(said: Partial<ItemCaptured & Envelope> = {}): ItemCaptured & Partial<Envelope> {
  return {
    type: 'itemCaptured',
    item: 'vendor',
    kind: 'decision',
    title: 'Pick a vendor',
    askedOn: '2026-03-02',
    promisedOn: '2026-03-04',
    ...said,
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

/**
 * The facts as a log of this machine would hold them: each an act of its own, each one millisecond after the one
 * before. What a fact says of its envelope stays.
 */
export function logged(...facts: readonly ToldFact[]): Entry[] {
  return facts.map((fact, index): Entry => {
    const number = index + 1;
    return {
      id: `entry ${number}`,
      clock: `0190${number.toString(16).padStart(8, '0')}-0000`,
      device: 'laptop',
      act: `act ${number}`,
      loggedAt: '2026-03-02T09:00:00.000Z',
      ...fact,
    };
  });
}

/** A copy without the fields that are there but undefined, which the log does not write either. */
export function spoken<T extends object>(said: T): T {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as T;
}
