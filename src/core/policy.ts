import type { Calendar } from './calendar.ts';
import type { Door, ItemKind } from './entries.ts';

/** The turnaround the leader asks of the team, in working days, for each kind of thing. */
export interface Targets {
  readonly approval: number;
  readonly twoWayDecision: number;
  readonly oneWayDecision: number;
  readonly dependency: number;
}

export const defaultTargets: Targets = { approval: 1, twoWayDecision: 2, oneWayDecision: 5, dependency: 5 };

/** An open item promised within this many working days from today is due soon. */
export const dueSoonInWorkingDays = 3;

/** A closed item stays in view for this many calendar days. */
export const recentlyClosedInDays = 14;

/** What the leader set for themselves and their team. */
export interface Policy {
  readonly calendar: Calendar;
  readonly targets: Targets;
}

/** Target for an item, in working days. A decision whose door nobody named counts as reversible. */
export function targetFor(kind: ItemKind, door: Door | undefined, targets: Targets): number {
  switch (kind) {
    case 'approval':
      return targets.approval;
    case 'dependency':
      return targets.dependency;
    case 'decision':
      return door === 'one-way' ? targets.oneWayDecision : targets.twoWayDecision;
    default:
      return kind satisfies never;
  }
}
