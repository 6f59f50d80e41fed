import { encodeContent } from '../../entries/line.ts';
import type { Register } from '../../register/register.ts';

/** Format name and version of the file's frame; each entry carries its own version. */
export const logExportFormat = 'pacesetter-log';
export const logExportVersion = 1;

/** Counts of log lines missing from the export because this version cannot read them. They stay in the log. */
export interface LeftOut {
  /** Written by a newer version. */
  readonly newer: number;
  /** Also those set aside for their clocks, or because another line has their id and counts. */
  readonly damaged: number;
}

/**
 * The whole log as one JSON text, one entry per line, encoded like a line of the log without its checksum. Undone
 * entries and their undos are included, so that importing the file restores the same history. Entries whose import was
 * undone are left out: in a log that does not know of that import they would count.
 */
export function exportLog(
  register: Register,
  exportedAt: Date,
  leftOut: LeftOut,
): { readonly text: string; readonly count: number } {
  const frame = JSON.stringify({
    format: logExportFormat,
    version: logExportVersion,
    exportedAt: exportedAt.toISOString(),
    leftOut,
  });
  const lines = register.entries
    .filter(({ id }) => !register.isImportUndone(id))
    .map((entry) => encodeContent(entry, entry));
  return { text: `${frame.slice(0, -1)},"entries":[\n${lines.join(',\n')}\n]}\n`, count: lines.length };
}
