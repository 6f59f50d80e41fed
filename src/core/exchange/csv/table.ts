/** A parsed CSV file: the text of each cell, not interpreted yet. */
export interface CsvTable {
  /** One name per column, unique and not empty, so that a name identifies a column. */
  readonly headers: readonly string[];
  /** The name of each column as it is in the file. Several columns may have the same. */
  readonly names: readonly string[];
  /** The row that holds the headers, as a spreadsheet numbers it; what stands above is not read. */
  readonly headerLine: number;
  /** The first rows of the file that are not blank, any of which may hold the headers. */
  readonly topRows: readonly CsvRow[];
  /** The non-blank rows below the headers, in file order. */
  readonly rows: readonly CsvRow[];
  /** Rows whose quotes do not match, so that their cells cannot be told apart. */
  readonly brokenRows: readonly number[];
  readonly delimiter: CsvDelimiter;
  readonly encoding: CsvEncoding;
}

export interface CsvRow {
  /**
   * Row number as a spreadsheet shows it: the first row of the file is 1, so data usually starts at 2. Blank rows
   * count, although they are left out; a line break inside a quoted cell does not.
   */
  readonly line: number;
  /** Fewer than there are headers when the row is short, more when it is long. */
  readonly cells: readonly string[];
}

export const csvDelimiters = [',', ';', '\t', '|'] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];

/** `windows-1252` is the fallback for invalid UTF-8; accents may be wrong, so the report warns. */
export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
