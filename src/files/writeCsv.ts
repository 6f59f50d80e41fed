import Papa from 'papaparse';
import { withFormulaEscapes } from '../core/exchange/csv/formula.ts';
import type { ItemTable } from '../core/exchange/csv/itemTable.ts';

/**
 * The table as CSV (RFC 4180) with a byte order mark, without which Excel misreads accents. Load this module late: it
 * brings the parser along. Formulae are escaped by our own pattern: that of papaparse looks only at the start of a cell.
 */
export function writeCsv({ headers, rows }: ItemTable): string {
  const cells = { fields: [...headers], data: rows.map((row) => row.map(escaped)) };
  return `\ufeff${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

function escaped<T>(cell: T): T | string {
  return typeof cell === 'string' ? withFormulaEscapes(cell) : cell;
}
