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
  const delimiter = declared ?? detectDelimiter(content);

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
  let count = head.length;
  while (count > 0 && head[count - 1]?.trim() === '' && rows.every(({ cells }) => !cells[count - 1]?.trim())) count--;
  const names = head.slice(0, count).map((name) => name.replace(/\s+/g, ' ').trim());
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name, index) => {
    const wanted = name === '' ? `column ${index + 1}` : name;
    let unique = wanted;
    for (let number = 2; seen.has(unique) || (unique !== name && taken.has(unique)); number++) {
      unique = `${wanted} (${number})`;
    }
    seen.add(unique);
    return unique;
  });
}
