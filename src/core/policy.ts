import type { Calendar } from './time/calendar.ts';
import type { ClarityWords } from './clarity/words.ts';
import type { Door, ItemKind } from './entries/itemFacts.ts';

/** The turnaround the leader asks of the team, in working days, for each kind of thing. */
export type Targets = Readonly<Record<TargetKind, number>>;

/** The kinds of thing a turnaround is asked for. A decision's depends on its door. */
export const targetKinds = ['approval', 'twoWayDecision', 'oneWayDecision', 'dependency', 'clarity'] as const;
export type TargetKind = (typeof targetKinds)[number];

export const defaultTargets: Targets = { approval: 1, twoWayDecision: 2, oneWayDecision: 5, dependency: 5, clarity: 1 };

/** Figures look back over this many calendar days: long enough to say something, short enough to be about now. */
export const windowInDays = 90;

/** More than so many priorities are none. */
export const defaultPriorityLimit = 3;

/** A blocker that nobody has verified for longer than this, in calendar days, is a claim. */
export const blockerHoldsInDays = 7;

/** A closed item stays in view for this many calendar days. */
export const recentlyClosedInDays = 14;

/** What the leader set for themselves and their team. */
export interface Policy {
  readonly calendar: Calendar;
  readonly targets: Targets;
  /** How many priorities there may be at once. */
  readonly priorityLimit: number;
  /** What the clarity check looks for. */
  readonly words: ClarityWords;
}

/** A decision whose door nobody named counts as reversible. */
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
