import type { OpenRow } from '../../src/core/panel/protocol.ts';

/** A row of the panel with the given fields overridden. */
export function openRow(overrides: Partial<OpenRow> = {}): OpenRow {
  return {
    id: 'vendor',
    title: 'Pick a vendor',
    kind: 'decision',
    targetKind: 'twoWayDecision',
    state: 'waiting',
    play: 'waiting',
    askedOn: '2026-03-02',
    askedBy: undefined,
    ageInDays: 3,
    workingDaysWaited: 2,
    promisedOn: '2026-03-04',
    dueOn: '2026-03-04',
    restedInDays: 0,
    overdue: false,
    drifting: false,
    daysOver: 0,
    waiting: ['anna'],
    personDays: 2,
    tags: [],
    heldUntil: undefined,
    with: undefined,
    asked: undefined,
    blockedBy: [],
    olderThan: 0,
    otherNames: [],
    isToday: false,
    offers: 'item open decidable mine',
    ...overrides,
  };
}
