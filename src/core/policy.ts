import type { Calendar } from './time/calendar.ts';
import type { ClarityWords } from './clarity/words.ts';
import type { Door, ItemKind } from './entries/itemFacts.ts';

/** The turnaround the leader asks of the team, in working days, by kind. */
export type Targets = Readonly<Record<TargetKind, number>>;

/** The kinds that have a target of their own. The target of a decision depends on its door. */
export const targetKinds = ['approval', 'twoWayDecision', 'oneWayDecision', 'dependency', 'clarity'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** A value for each of these kinds. */
export function forTargetKinds<T>(valueOf: (kind: TargetKind) => T): Record<TargetKind, T> {
  return Object.fromEntries(targetKinds.map((kind) => [kind, valueOf(kind)])) as Record<TargetKind, T>;
}

export const defaultTargets: Targets = { approval: 1, twoWayDecision: 2, oneWayDecision: 5, dependency: 5, clarity: 1 };

/** Window of the figures, in calendar days: long enough for a sample, short enough to describe the present. */
export const windowInDays = 90;

/** How many priorities there may be at once, unless the setting says otherwise. */
export const defaultPriorityLimit = 3;

/** A blocker last verified longer ago than this, in calendar days, is shown as an unverified claim. */
export const blockerHoldsInDays = 7;

/** How long a closed item stays among the recently closed, in calendar days. */
export const recentlyClosedInDays = 14;

/** The leader's settings, as the rules and the board need them. */
export interface Policy {
  readonly calendar: Calendar;
  readonly targets: Targets;
  /** How many priorities there may be at once. */
  readonly priorityLimit: number;
  /** Word lists of the clarity check. */
  readonly words: ClarityWords;
}

/** A decision without a door counts as two-way. */
export function targetKindOf(kind: ItemKind, door: Door | undefined): TargetKind {
  switch (kind) {
    case 'approval':
    case 'dependency':
    case 'clarity':
      return kind;
    case 'decision':
      return door === 'one-way' ? 'oneWayDecision' : 'twoWayDecision';
    default:
      return kind satisfies never;
  }
}
