import Papa from 'papaparse';
import { formula } from '../core/exchange/csv/formula.ts';
import type { ItemTable } from '../core/exchange/csv/itemTable.ts';

/**
 * The table as RFC 4180 has it, with a byte order mark, without which Excel takes accents for something else. Load this
 * module late: it brings the parser along. papaparse has a rule of its own for what a formula is, and it overlooks one
 * with a line break in it.
 */
export function csvText({ headers, rows }: ItemTable): string {
  const cells = { fields: [...headers], data: rows.map((row) => [...row]) };
  return `\ufeff${Papa.unparse(cells, { newline: '\r\n', escapeFormulae: formula })}\r\n`;
}
