/**
 * Matches a cell that a spreadsheet would run as a formula, also behind apostrophes, so that removing one escape
 * restores the original cell.
 */
export const formulaPattern = /^'*[=+\-@\t\r]/;

/** Prefix that makes a spreadsheet treat a formula as text; papaparse writes the same one. */
const formulaEscape = "'";

/** The cell as it was before it was escaped. */
export function withoutFormulaEscape(cell: string): string {
  return cell.startsWith(formulaEscape) && formulaPattern.test(cell) ? cell.slice(formulaEscape.length) : cell;
}
