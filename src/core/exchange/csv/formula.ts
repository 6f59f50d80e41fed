/**
 * A cell that a spreadsheet would run as a formula; also one that an escape of ours stands before already, so that
 * taking one escape away gives back what was there.
 */
export const formula = /^'*[=+\-@\t\r]/;

/** What stands before a formula so that it stays text; spreadsheets know it, and so does papaparse. */
const formulaEscape = "'";

/** The cell as it was before it was escaped. */
export function withoutFormulaEscape(cell: string): string {
  return cell.startsWith(formulaEscape) && formula.test(cell) ? cell.slice(formulaEscape.length) : cell;
}
