import { readFileLink } from '../items/fileLink.ts';
import type { BoardRow } from './row.ts';

/** An open item that points at a line of a file. */
export interface Pointing {
  readonly row: BoardRow;
  /** The first line is 1. */
  readonly line: number;
}

/** The open items that point at a file, in the order of the board, by the path in their links. Empty when none does. */
export function pointingItems(rows: readonly BoardRow[]): ReadonlyMap<string, readonly Pointing[]> {
  const byPath = new Map<string, Pointing[]>();
  for (const row of rows) {
    // The open items come first; whatever is closed points at nothing any more.
    if (row.closing !== undefined) break;
    const link = row.link === undefined ? undefined : readFileLink(row.link);
    if (link === undefined) continue;
    const there = byPath.get(link.path);
    if (there === undefined) byPath.set(link.path, [{ row, line: link.line }]);
    else there.push({ row, line: link.line });
  }
  return byPath;
}
