import { encodeContent } from '../../entries/line.ts';
import type { Register } from '../../register/register.ts';

/** What the file calls itself, and the version of its frame; each entry has a version of its own. */
export const logExportFormat = 'pacesetter-log';
export const logExportVersion = 1;

/** Lines of the log that are not in the export, because this version could not read them. They stay in the log. */
export interface LeftOut {
  /** Written by a newer version. */
  readonly newer: number;
  readonly damaged: number;
}

/**
 * The whole log as one JSON text, an entry a line, each as the line of the log says it. What was undone is in it too,
 * with its undo, so that taking it in again gives the same history. Copies whose import was undone are not: in a log
 * that does not know of that import they would count.
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
    .filter(({ id }) => !register.wasTakenBack(id))
    .map((entry) => encodeContent(entry, entry));
  return { text: `${frame.slice(0, -1)},"entries":[\n${lines.join(',\n')}\n]}\n`, count: lines.length };
}
