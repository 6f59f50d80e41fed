import type { Day } from '../time/day.ts';
import type { PriorityEntry } from '../entries/entry.ts';
import type { Displacement } from '../entries/workFacts.ts';

/** One line of the leader's ranked list of what matters now. */
export interface Priority {
  readonly id: string;
  readonly title: string;
  readonly addedOn: Day;
}

export interface RetiredPriority extends Priority {
  readonly retiredOn: Day;
  readonly reason: string;
}

/** A re-ranking that moved at least one priority. */
export interface Reranking {
  readonly on: Day;
  /** Ids of the priorities whose place changed. */
  readonly moved: readonly string[];
  readonly displacement: Displacement;
}

export interface Priorities {
  /** In rank order, highest first. */
  readonly ranked: readonly Priority[];
  readonly retired: readonly RetiredPriority[];
  /** Oldest first. */
  readonly rerankings: readonly Reranking[];
  readonly history: readonly PriorityEntry[];
}

export const noPriorities: Priorities = { ranked: [], retired: [], rerankings: [], history: [] };
