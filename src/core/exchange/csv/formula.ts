/**
 * What a spreadsheet would run as a formula, also behind apostrophes and quotes, so that removing one escape restores the
 * original cell. Where another character than ours parts the cells, one can begin after any separator in a text, and
 * some programs take full-width signs for the plain ones.
 */
const formula = String.raw`['"]*[=+\-@＝＋－＠]`;
const blank = String.raw`'*[\t\r\n]`;
const starts = new RegExp(`^(?=${formula}|${blank})|(?<=[;,\\t\\r\\n])(?=${formula})`, 'g');
const escapes = new RegExp(`^'(?=${formula}|${blank})|(?<=[;,\\t\\r\\n])'(?=${formula})`, 'g');

/** Prefix that makes a spreadsheet treat what follows as text. */
const formulaEscape = "'";

/** The cell with an escape wherever a spreadsheet might begin a formula. */
export function withFormulaEscapes(cell: string): string {
  return cell.replace(starts, formulaEscape);
}

/** The cell as it was before it was escaped. */
export function withoutFormulaEscapes(cell: string): string {
  return cell.replace(escapes, '');
}
