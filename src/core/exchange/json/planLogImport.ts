import type { Day } from '../../time/day.ts';
import type { EntriesImported, Entry } from '../../entries/entry.ts';
import { isSameEntry, isSameOutside } from '../../entries/sameEntry.ts';
import { entriesOf } from '../../register/acts.ts';
import type { Register } from '../../register/register.ts';
import { runToEnd, type Steps } from '../../register/steps.ts';
import type { ReadExport, RefusedEntry } from './readLogExport.ts';

/**
 * What importing an exported log would do. Every entry of the file is in exactly one of `added`, `unchanged`, `refused`
 * and the newer ones.
 */
export interface LogImportPlan {
  /** For one act: the import fact, then the entries with their own envelopes. Empty when nothing is added. */
  readonly facts: readonly (EntriesImported | Entry)[];
  readonly added: number;
  /** How many of the added entries capture an item. */
  readonly items: number;
  /** Already in the log. */
  readonly unchanged: number;
  readonly refused: readonly RefusedEntry[];
  /** Written by a newer version; not imported. */
  readonly newer: number;
  /** Acts of this log, now in force, that an undo among the added entries undoes. */
  readonly undoneActs: number;
}

/** Compares the file with the log, entry by entry; writes nothing. */
export function planLogImport(read: ReadExport, context: LogImportContext): LogImportPlan {
  return runToEnd(planLogImportInSteps(read, context));
}

export interface LogImportContext {
  readonly register: Register;
  /** Without its folders. */
  readonly fileName: string;
  readonly today: Day;
}

/** {@link planLogImport} in steps. */
export function* planLogImportInSteps(
  read: ReadExport,
  { register, fileName, today }: LogImportContext,
): Steps<LogImportPlan> {
  const added = new Map<string, Entry>();
  const refused = [...read.refused];
  let unchanged = 0;
  let compared = 0;
  for (const { row, entry } of read.entries) {
    if (++compared % entriesPerStep === 0) yield;
    const before = added.get(entry.id);
    const known = register.entry(entry.id);
    if (before !== undefined) {
      if (saysTheSame(before, entry)) unchanged++;
      else refused.push({ row, reason: { refused: 'idTaken', where: 'file' } });
    } else if (known === undefined || (isSameEntry(known, entry) && register.isImportUndone(entry.id))) {
      added.set(entry.id, entry);
    } else if (saysTheSame(known, entry)) unchanged++;
    else refused.push({ row, reason: { refused: 'idTaken', where: 'log' } });
  }
  const entries = [...added.values()];
  const marker: EntriesImported = {
    type: 'entriesImported',
    from: fileName,
    count: entries.length,
    importedOn: today,
  };
  return {
    facts: entries.length === 0 ? [] : [marker, ...entries],
    added: entries.length,
    items: entries.filter(({ type }) => type === 'itemCaptured').length,
    unchanged,
    refused: refused.toSorted((a, b) => a.row - b.row),
    newer: read.newer,
    undoneActs: countUndoneActs(entries, register),
  };
}

const entriesPerStep = 1_000;

/** A fact of the outside may have been written down by another machine as well. */
function saysTheSame(a: Entry, b: Entry): boolean {
  return isSameEntry(a, b) || isSameOutside(a, b);
}

function countUndoneActs(entries: readonly Entry[], register: Register): number {
  const undoes = new Set(entries.flatMap((entry) => (entry.type === 'actUndone' ? [entry.undoes] : [])));
  if (undoes.size === 0) return 0;
  const inForce = entriesOf(register, undoes).filter(({ act }) => register.isInForce(act));
  return new Set(inForce.map(({ act }) => act)).size;
}
