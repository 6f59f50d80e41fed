import { readFileLink } from '../items/fileLink.ts';
import type { BoardRow } from './row.ts';

/** An open item that links to a line of a file. */
export interface FileReference {
  readonly row: BoardRow;
  /** The first line is 1. */
  readonly line: number;
}

/** The open items that link to a file, in the order of the board, by the path in their links. */
export function rowsByPath(rows: readonly BoardRow[]): ReadonlyMap<string, readonly FileReference[]> {
  const byPath = new Map<string, FileReference[]>();
  for (const row of rows) {
    // Open items come first. The links of closed items do not count.
    if (row.closing !== undefined) break;
    const link = row.link === undefined ? undefined : readFileLink(row.link);
    if (link === undefined) continue;
    const sameFile = byPath.get(link.path);
    if (sameFile === undefined) byPath.set(link.path, [{ row, line: link.line }]);
    else sameFile.push({ row, line: link.line });
  }
  return byPath;
}
