import type { Day } from '../time/day.ts';
import type { BadLine } from '../entries/line.ts';
import type { Trouble } from '../entries/trouble.ts';

/** The state of the log and its backups, as plain data. */
export interface Health {
  /** The log folder. */
  readonly folder: string;
  readonly files: readonly FileHealth[];
  /** Number of distinct entries read. */
  readonly entries: number;
  readonly troubles: readonly Trouble[];
  /** Number of entries in memory that are in no file of the log any more. */
  readonly missing: number;
  /** Number of lines that could not be read. */
  readonly quarantinedLines: number;
  /** The first of those lines in each file. */
  readonly quarantined: readonly { readonly file: string; readonly line: number; readonly reason: BadLine }[];
  /** Number of lines that a newer version wrote and that count, so that their items are read-only. */
  readonly newerLines: number;
  /** Where they stand, and those that this machine was told to leave out of account. */
  readonly newerFiles: readonly {
    readonly file: string;
    readonly count: number;
    readonly lines: readonly number[];
    readonly isIgnored: boolean;
  }[];
  /** Number of entries whose clocks are more than a day ahead. */
  readonly aheadEntries: number;
  /** Where the first of them stand. `takenInAt`: when they will count, ISO 8601 in UTC. */
  readonly ahead: readonly (Place & { readonly takenInAt: string })[];
  /** Number of ids under which different things were read. */
  readonly conflictingIds: number;
  /** Of the first of them, every place where the id stands, and what counts. */
  readonly conflicts: readonly { readonly id: string; readonly places: readonly Place[]; readonly counts: string }[];
  /** What other machines took back, although only the machine that did something can. `undo` is the act of that. */
  readonly takenBack: readonly { readonly undo: string; readonly at: string; readonly what: string }[];
  /** The copy on this machine, outside the log folder. */
  readonly mirror: { readonly folder: string; readonly bytes: number; readonly isComplete: boolean };
  /** The days that have a copy, oldest first. */
  readonly dailyCopies: readonly Day[];
  /** The folder of the daily copies. */
  readonly copiesFolder: string;
  /** Whether there is a startup cache, so that the next window shows the views before it has read the log. */
  readonly isQuickToOpen: boolean;
  /** The git repository that contains the log, if any. `rule` is the line for its `.gitattributes`. */
  readonly git: { readonly root: string; readonly rule: string; readonly hasRule: boolean } | undefined;
}

/** A line of a file. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** One file of the log: what one machine wrote. */
export interface FileHealth {
  readonly file: string;
  /** Whether this machine writes it. */
  readonly isOwn: boolean;
  readonly bytes: number;
  readonly entries: number;
  /** When its latest entry was logged, ISO 8601 in UTC: how recent the news of the other machine is. */
  readonly latestLoggedAt: string | undefined;
}

/** The action of one line of the report on the log. */
export type HealthAction =
  | { readonly do: 'appendMissing' | 'revealLogFolder' | 'revealCopies' | 'moveLogFolder' | 'allowMerges' | 'update' }
  | { readonly do: 'openLine'; readonly index: number }
  | ({ readonly do: 'openPlace' } & Place)
  | { readonly do: 'bringBack'; readonly undo: string }
  | { readonly do: 'ignoreNewer'; readonly file: string; readonly isIgnored: boolean }
  | { readonly do: 'openFile'; readonly file: string };

/** One line of the report on the log: a fact, and at most one action. */
export interface HealthLine {
  readonly section: string;
  readonly sentence: string;
  readonly detail: string;
  readonly action: HealthAction | undefined;
  /** Whether the line reports a problem. */
  readonly isTrouble: boolean;
}
