/** A CSV file as read: the text of each cell, nothing interpreted yet. */
export interface CsvTable {
  /** One name per column, each different and none empty, so that a column can be addressed by its name. */
  readonly headers: readonly string[];
  /** The rows that hold anything, in the order of the file. */
  readonly rows: readonly CsvRow[];
  readonly delimiter: CsvDelimiter;
  readonly encoding: CsvEncoding;
}

export interface CsvRow {
  /**
   * The row's number as a spreadsheet shows it: the first row of the file is 1, so data usually starts at 2. Blank
   * rows count although they are left out; a line break inside a quoted cell does not.
   */
  readonly line: number;
  /** Fewer than there are headers when the row is short, more when it is long. */
  readonly cells: readonly string[];
}

export const csvDelimiters = [',', ';', '\t', '|'] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];

/** `windows-1252` is a fallback: the bytes were not valid UTF-8, so accents may be wrong and people should be told. */
export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
