import type { Entry } from '../../entries/entry.ts';
import { clockTime, furthestClock } from '../../entries/hybridClock.ts';
import { readContent } from '../../entries/line.ts';
import { mostEntries } from '../../entries/limits.ts';
import { runToEnd, type Steps } from '../../register/steps.ts';
import { logExportFormat, logExportVersion } from './logExport.ts';

/** Why a whole file is refused. */
export type ExportFault = 'notJson' | 'notAnExport' | 'newerFormat' | 'tooMany' | 'tooDeep';

/** Why one entry of the file is refused; worded in `logImportText.ts`. */
export type EntryRefusal =
  | { readonly refused: 'wrongShape' }
  | { readonly refused: 'tooLong'; readonly length: number; readonly limit: number }
  /** Its clock is far ahead of ours, and every later entry of this machine would have to exceed it. */
  | { readonly refused: 'clockAhead'; readonly clockAt: string }
  /** A different entry in the file or the log has the same id; that one stays. */
  | { readonly refused: 'idTaken'; readonly where: 'file' | 'log' };

export interface RefusedEntry {
  /** Number of the entry in the file, from 1. */
  readonly row: number;
  readonly reason: EntryRefusal;
}

export interface ReadExport {
  /** Each with its number in the file, from 1. */
  readonly entries: readonly { readonly row: number; readonly entry: Entry }[];
  readonly refused: readonly RefusedEntry[];
  /** Entries written by a newer version: those in the file and those its export already left out. */
  readonly newer: number;
}

/** Longest entry, in UTF-16 code units: twice the longest our own prompts allow, with every character escaped. */
const longestEntry = 100_000;

/**
 * Parses an exported log. Entries are validated as strictly as lines of the log.
 *
 * @param now of the wall clock; entries too far ahead of it are refused
 */
export function readLogExport(text: string, now: Date): ReadExport | ExportFault {
  return runToEnd(readLogExportInSteps(text, now));
}

/** {@link readLogExport} in steps. Only parsing the text is one piece. */
export function* readLogExportInSteps(text: string, now: Date): Steps<ReadExport | ExportFault> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'notJson';
  }
  if (!isRecord(value) || value['format'] !== logExportFormat) return 'notAnExport';
  if (typeof value['version'] === 'number' && value['version'] > logExportVersion) return 'newerFormat';
  const candidates = value['entries'];
  if (value['version'] !== logExportVersion || !Array.isArray(candidates)) return 'notAnExport';
  if (candidates.length > mostEntries) return 'tooMany';

  const entries: { row: number; entry: Entry }[] = [];
  const refused: RefusedEntry[] = [];
  let newer = newerLeftOut(value['leftOut']);
  const furthest = furthestClock(now);
  for (const [index, candidate] of candidates.entries()) {
    if (index > 0 && index % entriesPerStep === 0) yield;
    const row = index + 1;
    const length = lengthOf(candidate);
    if (length > longestEntry) {
      refused.push({ row, reason: { refused: 'tooLong', length, limit: longestEntry } });
      continue;
    }
    const content = readContent(candidate);
    if (content.type === 'newer') newer++;
    else if (content.type === 'bad') refused.push({ row, reason: { refused: 'wrongShape' } });
    else if (content.entry.clock > furthest) {
      const clockAt = new Date(clockTime(content.entry.clock)).toISOString();
      refused.push({ row, reason: { refused: 'clockAhead', clockAt } });
    } else {
      const { importedBy: _, ...entry } = content.entry;
      entries.push({ row, entry });
    }
  }
  return { entries, refused, newer };
}

const entriesPerStep = 1_000;

/** In UTF-16 code units; Infinity when it is nested too deep to serialize. */
function lengthOf(candidate: unknown): number {
  try {
    return JSON.stringify(candidate).length;
  } catch {
    return Infinity;
  }
}

function newerLeftOut(leftOut: unknown): number {
  const newer = isRecord(leftOut) ? leftOut['newer'] : undefined;
  return Number.isSafeInteger(newer) && (newer as number) > 0 ? (newer as number) : 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
