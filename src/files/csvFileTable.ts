import { startOfText } from '../core/text/clean.ts';
import { guessHeaderRow } from '../core/exchange/csv/headerRow.ts';
import { type CsvDelimiter, csvDelimiters, type CsvRow, type CsvTable } from '../core/exchange/csv/table.ts';
import type { CsvFault } from '../core/exchange/csv/csvFault.ts';
import { runToEnd, type Steps } from '../core/register/steps.ts';
import { csvRecords } from './csvRecords.ts';

export type ParsedTable = Omit<CsvTable, 'encoding'>;

/** {@link parseTableInSteps}, at once. */
export function parseTable(text: string, headerLine?: number): ParsedTable | CsvFault {
  return runToEnd(parseTableInSteps(text, headerLine));
}

/**
 * Splits a text into headers and rows.
 *
 * @param headerLine the row that holds the headers, as the person says; it is guessed otherwise
 */
export function* parseTableInSteps(text: string, headerLine?: number): Steps<ParsedTable | CsvFault> {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  yield;
  const declared = declaredDelimiter(lines);
  const content = declared === undefined ? lines : lines.slice(lines.indexOf('\n') + 1);
  const delimiter = declared ?? detectDelimiter(content.slice(0, sampledLength));
  yield;
  const tooMuch = tooMuchIn(content, delimiter);
  if (tooMuch !== undefined) return tooMuch;
  yield;
  const records = yield* csvRecords(content, delimiter);
  const chosen = records.rows.findIndex(({ line }) => line === headerLine);
  const at = chosen < 0 ? guessHeaderRow(records.rows) : chosen;
  const head = records.rows[at];
  if (head === undefined) return { fault: 'empty' };
  const rows = records.rows.slice(at + 1);
  const brokenRows = records.broken.filter((line) => line > head.line);
  if (rows.length === 0 && brokenRows.length === 0) return { fault: 'noRows' };
  if (head.cells.length > mostColumns) return { fault: 'tooManyColumns', limit: mostColumns };
  return {
    ...namedHeaders(head.cells, rows),
    headerLine: head.line,
    topRows: records.rows.slice(0, topRows),
    rows,
    brokenRows,
    delimiter,
  };
}

/** How many rows are offered as headers. */
const topRows = 20;

/** Excel's hint: a line `sep=;` before the headers. A spreadsheet does not count that line. */
function declaredDelimiter(text: string): CsvDelimiter | undefined {
  const declared = /^"?sep=(.)"?(?=\n)/i.exec(text)?.[1];
  return csvDelimiters.find((delimiter) => delimiter === declared);
}

/**
 * The delimiter that splits most of the first rows into the same number of cells. Lines above the headers, and a column
 * of text with another delimiter in it, are outvoted.
 */
function detectDelimiter(text: string): CsvDelimiter {
  const candidates = csvDelimiters.map((delimiter) => {
    const rows = runToEnd(csvRecords(text, delimiter, sampledRows)).rows;
    // A spreadsheet that took each line for one cell ends it with separators of its own.
    const counts = Map.groupBy(rows, ({ cells }) => (widthOf(cells) > 1 ? cells.length : 1));
    const whole = counts.get(1)?.length ?? 0;
    counts.delete(1);
    const widths = [...counts].map(([width, same]) => ({ width, rows: same.length }));
    const usual = widths.toSorted((a, b) => b.rows - a.rows || b.width - a.width)[0] ?? { width: 1, rows: 0 };
    // A comma in a few lines of text splits nothing.
    return whole >= 2 * usual.rows ? undefined : { delimiter, ...usual };
  });
  const splitting = candidates.filter((candidate) => candidate !== undefined);
  const [best] = splitting.toSorted((a, b) => b.rows - a.rows || b.width - a.width);
  if (best !== undefined || isBlank.test(text)) return best?.delimiter ?? ',';
  return csvDelimiters.find((delimiter) => !text.includes(delimiter)) ?? ',';
}

const isBlank = /^[\s,;|]*$/;
const sampledRows = 50;
/** How much of the text is looked at to find the delimiter, in UTF-16 code units. */
const sampledLength = 1 << 20;

/** Most columns, rows and cells: far more than any list of decisions has, and few enough to hold in memory. */
const mostColumns = 1_000;
const mostRows = 200_000;
const mostCells = 2_000_000;

const [quote, lineFeed] = [34, 10];

/** Counted before the text is parsed, because the parsed cells of a hostile file would fill memory. */
function tooMuchIn(text: string, delimiter: CsvDelimiter): CsvFault | undefined {
  const parting = delimiter.charCodeAt(0);
  let [rows, cells, cellsInRow, quotes, isQuoted] = [1, 1, 1, 0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      quotes++;
      isQuoted = !isQuoted;
    } else if (code === parting) {
      cells++;
      if (!isQuoted && rows === 1 && ++cellsInRow > mostColumns) return { fault: 'tooManyColumns', limit: mostColumns };
    } else if (code === lineFeed) {
      rows++;
      cells++;
    }
    if (rows > mostRows) return { fault: 'tooManyRows', limit: mostRows };
    // Each cell may be quoted. The parser takes long for quotes, and notes each that is out of place.
    if (cells > mostCells || quotes > 2 * mostCells) return { fault: 'tooManyCells', limit: mostCells };
  }
  return undefined;
}

/**
 * A unique name for every column: an empty one is named by its position, and a repeated one gets a number, so that the
 * plain name means the first. Columns at the end with neither a name nor content are left out.
 */
function namedHeaders(head: readonly string[], rows: readonly CsvRow[]): Pick<CsvTable, 'headers' | 'names'> {
  let count = widthOf(head);
  for (const { cells } of rows) count = Math.max(count, Math.min(head.length, widthOf(cells)));
  const names = head.slice(0, count).map((name) => startOfText(name, longestHeader).replace(/\s+/g, ' ').trim());
  const taken = new Set(names);
  const seen = new Set<string>();
  /** The number that was tried last for each name: starting anew each time would be quadratic. */
  const numbers = new Map<string, number>();
  const headers = names.map((name, index) => {
    const wanted = name === '' ? `column ${index + 1}` : name;
    let unique = wanted;
    let number = numbers.get(wanted) ?? 1;
    while (seen.has(unique) || (unique !== name && taken.has(unique))) unique = `${wanted} (${++number})`;
    numbers.set(wanted, number);
    seen.add(unique);
    return unique;
  });
  return { headers, names: names.map((name, index) => (name === '' ? headers[index]! : name)) };
}

/** In UTF-16 code units: more than anybody reads of a name. */
const longestHeader = 200;

/** How many cells there are up to the last one with content. */
function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}
