import type { Entry } from '../../entries/entry.ts';
import { readContent } from '../../entries/line.ts';
import { logExportFormat, logExportVersion } from './logExport.ts';

/** Why a file as a whole is not taken in. */
export type ExportFault = 'notJson' | 'notAnExport' | 'newerFormat' | 'tooMany';

/** Why one entry of the file is not taken in; put into a sentence by `wording/logImport.ts`. */
export type EntryRefusal =
  | { readonly refused: 'wrongShape' }
  | { readonly refused: 'tooLong'; readonly length: number; readonly limit: number }
  /** Its clock is far ahead of ours: every later entry of ours would have to be later still. */
  | { readonly refused: 'clockAhead'; readonly clockAt: string }
  /** Another entry has its id, in the file or in the log; the other one stays. */
  | { readonly refused: 'idTaken'; readonly where: 'file' | 'log' };

export interface RefusedEntry {
  /** The number of the entry in the file, from 1. */
  readonly row: number;
  readonly reason: EntryRefusal;
}

export interface ReadExport {
  /** With the number of each in the file. */
  readonly entries: readonly { readonly row: number; readonly entry: Entry }[];
  readonly refused: readonly RefusedEntry[];
  /** Entries a newer version wrote, in the file or left out of it already. */
  readonly newer: number;
}

/** Longest entry, in UTF-16 code units. What our own prompts take gives half of it, with every character escaped. */
const longestEntry = 100_000;

/** More than a leader writes in a hundred years; a file of nothing but commas must not fill memory. */
const mostEntries = 1_000_000;

/** How far ahead of our own clock an entry may be; machines go wrong by minutes, and sometimes by a zone. */
const furthestAheadInMs = 366 * 86_400_000;

/**
 * Reads an exported log. Every entry is looked at as strictly as a line of the log is.
 *
 * @param latest now, or what the latest clock of the log says when that is later
 */
export function readLogExport(text: string, latest: Date): ReadExport | ExportFault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'notJson';
  }
  if (!isRecord(value) || value['format'] !== logExportFormat) return 'notAnExport';
  if (typeof value['version'] === 'number' && value['version'] > logExportVersion) return 'newerFormat';
  const told = value['entries'];
  if (value['version'] !== logExportVersion || !Array.isArray(told)) return 'notAnExport';
  if (told.length > mostEntries) return 'tooMany';

  const entries: { row: number; entry: Entry }[] = [];
  const refused: RefusedEntry[] = [];
  let newer = newerLeftOut(value['leftOut']);
  const limit = latest.getTime() + furthestAheadInMs;
  for (const [index, candidate] of told.entries()) {
    const row = index + 1;
    const length = lengthOf(candidate);
    if (length > longestEntry) {
      refused.push({ row, reason: { refused: 'tooLong', length, limit: longestEntry } });
      continue;
    }
    const content = readContent(candidate);
    if (content.type === 'newer') newer++;
    else if (content.type === 'bad') refused.push({ row, reason: { refused: 'wrongShape' } });
    else if (clockTime(content.entry) > limit) {
      const clockAt = new Date(clockTime(content.entry)).toISOString();
      refused.push({ row, reason: { refused: 'clockAhead', clockAt } });
    } else {
      const { importedBy: _, ...entry } = content.entry;
      entries.push({ row, entry });
    }
  }
  return { entries, refused, newer };
}

/** In UTF-16 code units; what is nested too deep to be measured is longer than anything. */
function lengthOf(candidate: unknown): number {
  try {
    return JSON.stringify(candidate).length;
  } catch {
    return Infinity;
  }
}

/** The wall-clock part of a hybrid logical clock, in milliseconds. */
export function clockTime({ clock }: Pick<Entry, 'clock'>): number {
  return Number.parseInt(clock.slice(0, 12), 16);
}

function newerLeftOut(leftOut: unknown): number {
  const newer = isRecord(leftOut) ? leftOut['newer'] : undefined;
  return Number.isSafeInteger(newer) && (newer as number) > 0 ? (newer as number) : 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
