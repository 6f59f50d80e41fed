import Papa from 'papaparse';
import { type CsvDelimiter, csvDelimiters, type CsvRow } from '../core/exchange/csv/table.ts';
import type { CsvFault } from '../core/exchange/csv/csvFault.ts';

export interface ParsedTable {
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly delimiter: CsvDelimiter;
}

/** Splits a text into headers and rows. The first row that is not blank holds the headers. */
export function parseTable(text: string): ParsedTable | CsvFault {
  // One kind of line break: papaparse takes the most common one and leaves the others inside cells.
  const lines = text.replace(/\r\n?/g, '\n');
  const declared = declaredDelimiter(lines);
  const content = declared === undefined ? lines : lines.slice(lines.indexOf('\n') + 1);
  const delimiter = declared ?? detectDelimiter(content.slice(0, sampledLength));
  const tooMuch = tooMuchIn(content, delimiter);
  if (tooMuch !== undefined) return tooMuch;

  const { data, errors } = parse(content, delimiter);
  const quote = errors.find((error) => error.type === 'Quotes');
  if (quote !== undefined) {
    return { fault: quote.code === 'MissingQuotes' ? 'openQuote' : 'strayQuote', row: (quote.row ?? 0) + 1 };
  }
  const [head, ...rows] = data
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => !isBlank(cells));
  if (head === undefined) return { fault: 'empty' };
  if (rows.length === 0) return { fault: 'noRows' };
  if (head.cells.length > mostColumns) return { fault: 'tooManyColumns', limit: mostColumns };
  return { headers: namedHeaders(head.cells, rows), rows, delimiter };
}

/** Excel's hint: a line `sep=;` before the headers. A spreadsheet does not count that line. */
function declaredDelimiter(text: string): CsvDelimiter | undefined {
  const declared = /^"?sep=(.)"?(?=\n)/i.exec(text)?.[1];
  return csvDelimiters.find((delimiter) => delimiter === declared);
}

/**
 * The delimiter that splits the headers, and splits most of the first rows into as many cells as there are headers.
 * papaparse guesses from the rows alone, and is misled by a column of text with commas in it.
 */
function detectDelimiter(text: string): CsvDelimiter {
  const candidates = csvDelimiters.map((delimiter) => {
    const [head, ...rows] = parse(text, delimiter, sampledRows).data.filter((cells) => !isBlank(cells));
    const width = head?.length ?? 0;
    const fitting = rows.filter((cells) => cells.length === width).length;
    return { delimiter, width, fit: rows.length === 0 ? 1 : fitting / rows.length };
  });
  const splitting = candidates.filter(({ width }) => width > 1);
  return splitting.toSorted((a, b) => b.fit - a.fit || b.width - a.width)[0]?.delimiter ?? ',';
}

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

function parse(text: string, delimiter: CsvDelimiter, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', preview });
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/**
 * A unique name for every column: an empty one is named by its position, and a repeated one gets a number, so that the
 * plain name means the first. Columns at the end with neither a name nor content are left out.
 */
function namedHeaders(head: readonly string[], rows: readonly CsvRow[]): string[] {
  let count = widthOf(head);
  for (const { cells } of rows) count = Math.max(count, Math.min(head.length, widthOf(cells)));
  const names = head.slice(0, count).map((name) => name.replace(/\s+/g, ' ').trim());
  const taken = new Set(names);
  const seen = new Set<string>();
  /** The number that was tried last for each name: starting anew each time would be quadratic. */
  const numbers = new Map<string, number>();
  return names.map((name, index) => {
    const wanted = name === '' ? `column ${index + 1}` : name;
    let unique = wanted;
    let number = numbers.get(wanted) ?? 1;
    while (seen.has(unique) || (unique !== name && taken.has(unique))) unique = `${wanted} (${++number})`;
    numbers.set(wanted, number);
    seen.add(unique);
    return unique;
  });
}

/** How many cells there are up to the last one with content. */
function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}
