import { guessColumns } from './guessColumns.ts';
import type { CsvRow } from './table.ts';

/**
 * The row that holds the headers, by its place among the rows: the first that is about as wide as the table, because
 * exports put a title and other lines above. A later one, if it names a title and another field while that one does not.
 */
export function guessHeaderRow(rows: readonly CsvRow[]): number {
  // Something stands below the headers.
  const first = rows.slice(0, Math.min(searchedRows, Math.max(1, rows.length - 1)));
  const filled = first.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const isWide = filled.map((count) => count >= enough * Math.max(...filled));
  const widest = Math.max(0, isWide.indexOf(true));
  if (namesFields(first[widest], 1)) return widest;
  const named = first.findIndex((row, index) => isWide[index] === true && namesFields(row, 2));
  return named < 0 ? widest : named;
}

const searchedRows = 20;
/** The share of the widest row that a header must have: some columns have no name. */
const enough = 0.6;

function namesFields(row: CsvRow | undefined, atLeast: number): boolean {
  const { title, ...others } = guessColumns({ headers: row?.cells ?? [], rows: [] });
  return title !== undefined && Object.keys(others).length >= atLeast - 1;
}
