import type { Day } from '../time/day.ts';
import type { ItemFact } from './itemFacts.ts';
import type { AssignmentFact, PriorityFact } from './workFacts.ts';

/** What every entry carries besides its fact. */
export interface Envelope {
  /** Time-ordered and unique; reading the same id twice counts once. */
  readonly id: string;
  /** Hybrid logical clock: the order of all entries of all devices. See `hybridClock.ts`. */
  readonly clock: string;
  /** The machine that wrote it. */
  readonly device: string;
  /** Shared by the entries one act wrote together; undo takes back an act. */
  readonly act: string;
  /** What the wall clock said, ISO 8601 in UTC. */
  readonly loggedAt: string;
  /** Of a copy that an import brought: that act. The copy counts only as long as the act is in force. */
  readonly importedBy?: string | undefined;
}

/** Takes an earlier act out of force. Undoing an undo puts the act back into force. */
export interface ActUndone {
  readonly type: 'actUndone';
  readonly undoes: string;
}

/**
 * Entries of an exported log were taken in under their own envelopes. This is the act that brought them, so that one
 * undo takes all of them back.
 */
export interface EntriesImported {
  readonly type: 'entriesImported';
  /** Name of the file, without its folders. */
  readonly from: string;
  readonly count: number;
  readonly importedOn: Day;
}

export type Fact = ItemFact | AssignmentFact | PriorityFact | EntriesImported | ActUndone;
export type Entry = Fact & Envelope;
export type ItemEntry = ItemFact & Envelope;
export type AssignmentEntry = AssignmentFact & Envelope;
export type PriorityEntry = PriorityFact & Envelope;
