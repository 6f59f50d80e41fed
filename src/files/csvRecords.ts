import type { CsvDelimiter, CsvRow } from '../core/exchange/csv/table.ts';
import type { Steps } from '../core/register/steps.ts';

/** The rows of a CSV text (RFC 4180). Blank ones are counted, and left out. */
export interface CsvRecords {
  readonly rows: readonly CsvRow[];
  /** The numbers of rows in which a quote is never closed, or a text goes on behind its closing quote. */
  readonly broken: readonly number[];
}

/**
 * Splits a text into rows of cells. A quote inside an unquoted cell is a character. A row whose quotes do not match costs
 * itself and what is left of its text, not the rest of the file.
 */
export function* csvRecords(text: string, delimiter: CsvDelimiter, mostLines = Infinity): Steps<CsvRecords> {
  const rows: CsvRow[] = [];
  const broken: number[] = [];
  let [nextPause, isTorn, width] = [sliceLength, false, undefined as number | undefined];
  for (let at = 0, line = 1; at < text.length && line <= mostLines; line++) {
    const { cells, end } = rowAt(text, at, delimiter);
    at = cells === undefined ? endOfBroken(text, at, delimiter, width) : end;
    if (cells === undefined) {
      broken.push(line);
      isTorn = true;
    } else if (!isBlank(cells)) {
      width ??= cells.length;
      isTorn &&= cells.length !== width;
      if (isTorn) broken.push(line);
      else rows.push({ line, cells });
    }
    if (at < nextPause && line % rowsPerSlice !== 0) continue;
    nextPause = at + sliceLength;
    yield;
  }
  return { rows, broken };
}

/** In UTF-16 code units: how much is read before other work has its turn. */
const sliceLength = 1 << 20;
const rowsPerSlice = 5_000;

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The row that begins at a place, without cells if it is broken, and where the next one begins. */
function rowAt(
  text: string,
  start: number,
  delimiter: CsvDelimiter,
  strayQuotes = 0,
): { readonly cells: readonly string[] | undefined; readonly end: number } {
  const cells: string[] = [];
  for (let at = start; ;) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter, strayQuotes) : plainCell(text, at, delimiter);
    if (cell === undefined) return { cells: undefined, end: at };
    cells.push(cell.text);
    at = cell.end + 1;
    if (text[cell.end] !== delimiter) return { cells, end: at };
  }
}

/**
 * Where the row behind a broken one begins. Usually on the next line. Where quotes were not doubled within a text of
 * several lines, the row goes on to the quote that closes it: it then has as many cells as the others, and its last line
 * is no row of its own.
 */
function endOfBroken(text: string, start: number, delimiter: CsvDelimiter, width: number | undefined): number {
  const whole = rowAt(text, start, delimiter, mostStrayQuotes);
  const next = text.indexOf('\n', start) + 1 || text.length;
  if (whole.cells === undefined || whole.cells.length !== width || whole.end <= next) return next;
  const last = rowAt(text, text.lastIndexOf('\n', whole.end - 2) + 1, delimiter).cells;
  const isRow = last?.length === width && last.every((cell) => !cell.includes('"'));
  return isRow ? next : whole.end;
}

const mostStrayQuotes = 50;

interface Cell {
  readonly text: string;
  /** Of the delimiter or line break behind it, or of the text. */
  readonly end: number;
}

function plainCell(text: string, at: number, delimiter: CsvDelimiter): Cell {
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
  return { text: text.slice(at, end), end };
}

/** Undefined if its quotes do not match. @param strayQuotes how many are taken for characters */
function quotedCell(text: string, at: number, delimiter: CsvDelimiter, strayQuotes: number): Cell | undefined {
  let stray = 0;
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    if (text[quote + 1] === '"') {
      quote++;
      continue;
    }
    let end = quote + 1;
    while (text[end] === ' ') end++;
    const isClosed = end >= text.length || text[end] === delimiter || text[end] === '\n';
    if (isClosed) return { text: text.slice(at + 1, quote).replaceAll('""', '"'), end };
    if (++stray > strayQuotes) return undefined;
  }
  return undefined;
}
