import type { Day } from '../time/day.ts';
import type { BadLine } from '../entries/line.ts';
import type { Trouble } from '../entries/trouble.ts';

/** How the log is, as plain data. */
export interface Health {
  /** The folder of its files. */
  readonly folder: string;
  readonly files: readonly FileHealth[];
  /** Entries known, each counted once. */
  readonly entries: number;
  readonly troubles: readonly Trouble[];
  /** Entries that are known and stand in no file of the log now. */
  readonly missing: number;
  /** Lines that could not be read. */
  readonly quarantinedLines: number;
  /** The first of them in each file. */
  readonly quarantined: readonly { readonly file: string; readonly line: number; readonly reason: BadLine }[];
  /** Lines a newer version wrote. */
  readonly newerLines: number;
  /** The copy on this machine, outside the log folder. */
  readonly mirror: { readonly folder: string; readonly bytes: number; readonly isComplete: boolean };
  /** Days of which there is a copy, oldest first. */
  readonly dailyCopies: readonly Day[];
  /** Where those are. */
  readonly copiesFolder: string;
  /** Whether what was shown last is kept, so that the next window shows it at once. */
  readonly isQuickToOpen: boolean;
  /** The git repository the log lies in, if it lies in one. */
  readonly git: { readonly root: string; readonly rule: string; readonly hasRule: boolean } | undefined;
}

/** One file of the log: what one machine wrote. */
export interface FileHealth {
  readonly file: string;
  /** Whether this machine writes it. */
  readonly isOwn: boolean;
  readonly bytes: number;
  readonly entries: number;
  /** When the latest entry in it was logged, ISO 8601 in UTC: so far has this machine heard of that one. */
  readonly latestLoggedAt: string | undefined;
}

/** What one line of the health of the log leads to. */
export type HealthAction =
  | { readonly do: 'appendMissing' | 'revealLogFolder' | 'revealCopies' | 'moveLogFolder' | 'allowMerges' | 'update' }
  | { readonly do: 'openLine'; readonly index: number }
  | { readonly do: 'openFile'; readonly file: string };

/** One fact about the log, in plain words, and the one thing to do about it or to look at. */
export interface HealthLine {
  readonly section: string;
  readonly sentence: string;
  readonly detail: string;
  readonly action: HealthAction | undefined;
  /** Whether something is not as it should be. */
  readonly isTrouble: boolean;
}
