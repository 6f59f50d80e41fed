import { type Day, dayOf } from '../time/day.ts';
import type { ItemFact } from './itemFacts.ts';
import type { PeopleFact } from './peopleFacts.ts';
import type { AssignmentFact, PriorityFact } from './workFacts.ts';

/** The metadata of an entry. */
export interface Envelope {
  /** Unique and ordered by time. An id that is read twice counts once. */
  readonly id: string;
  /** Hybrid logical clock: the order of all entries of all devices. See `hybridClock.ts`. */
  readonly clock: string;
  /** The machine that wrote it. */
  readonly device: string;
  /** Shared by all entries of one act; an undo undoes an act. */
  readonly act: string;
  /** Time of the wall clock, ISO 8601 in UTC. */
  readonly loggedAt: string;
  /**
   * The leader's calendar day where and when it was done. Absent in entries of older versions, whose day is that of
   * `loggedAt` in the time zone of the reader.
   */
  readonly day?: Day | undefined;
  /** In an imported copy: the act of the import. The copy counts only while that act is in force. */
  readonly importedBy?: string | undefined;
}

/** Takes an earlier act out of force. Undoing the undo puts it back into force. */
export interface ActUndone {
  readonly type: 'actUndone';
  readonly undoes: string;
}

/**
 * The act that imported entries of an exported log. They keep their own envelopes; undoing this act takes all of them
 * back.
 */
export interface EntriesImported {
  readonly type: 'entriesImported';
  /** Name of the file, without its folders. */
  readonly from: string;
  readonly count: number;
  readonly importedOn: Day;
}

export type Fact = ItemFact | AssignmentFact | PriorityFact | PeopleFact | EntriesImported | ActUndone;
export type FactOf<T extends Fact['type']> = Extract<Fact, { readonly type: T }>;
export type Entry = Fact & Envelope;
/** The leader's day on which an entry was written down. */
export function dayOfEntry({ day, loggedAt }: Pick<Envelope, 'day' | 'loggedAt'>): Day {
  return day ?? dayOf(new Date(loggedAt));
}

export type ItemEntry = ItemFact & Envelope;
export type AssignmentEntry = AssignmentFact & Envelope;
export type PriorityEntry = PriorityFact & Envelope;
export type PeopleEntry = PeopleFact & Envelope;
