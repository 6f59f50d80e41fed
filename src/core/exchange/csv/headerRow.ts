import { namedFields } from './guessColumns.ts';
import type { CsvRow } from './table.ts';

/**
 * The row that holds the headers, by its place among the rows: the first that is about as wide as most, because exports
 * put a title and other lines above. A later one, if it names a title and more, and that one does not.
 */
export function guessHeaderRow(rows: readonly CsvRow[]): number {
  // Something stands below the headers.
  const first = rows.slice(0, Math.min(searchedRows, Math.max(1, rows.length - 1)));
  const filled = first.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const usual = filled.toSorted((a, b) => a - b)[Math.floor(filled.length / 2)] ?? 0;
  const isWide = filled.map((count) => count >= enough * usual);
  const widest = Math.max(0, isWide.indexOf(true));
  const names = first.map(({ cells }) => namedFields(cells));
  if (names[widest]?.has('title') === true || (names[widest]?.size ?? 0) > 1) return widest;
  const named = names.findIndex((fields, index) => isWide[index] === true && fields.has('title') && fields.size > 1);
  return named < 0 ? widest : named;
}

const searchedRows = 20;
/** The share of the usual width that a header must have: some columns have no name. */
const enough = 0.6;
