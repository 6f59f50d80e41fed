import { HumanError } from '../../humanError.ts';
import { unknownColumn } from './reasonText.ts';
import { withoutFormulaEscapes } from './formula.ts';
import type { CsvRow } from './table.ts';

/** The fields of an item that a column can hold. */
export const importFields = [
  'title',
  'kind',
  'door',
  'askedOn',
  'askedBy',
  'promisedOn',
  'closedOn',
  'outcome',
  'because',
  'waiting',
  'owedBy',
  'tags',
  'link',
  'note',
  // Only in files written by our export.
  'closedAs',
  'pacesetterId',
] as const;
export type ImportField = (typeof importFields)[number];

/** The header of each field's column; a field that is left out has no column. */
export type Columns = { readonly [F in ImportField]?: string | undefined } & { readonly title: string };

/** The cells of one row by field; empty when the field has no column or the row is too short. */
export type FieldCells = Readonly<Record<ImportField, string>>;

/**
 * Returns a function that maps a row to its cells by field.
 * @throws HumanError when a named header is not in the file, because that column would silently stay unread
 */
export function fieldReader(headers: readonly string[], columns: Columns): (row: CsvRow) => FieldCells {
  const indexes = importFields.map((field) => [field, indexOf(columns[field], headers)] as const);
  return ({ cells }) =>
    Object.fromEntries(
      indexes.map(([field, index]) => [field, index === undefined ? '' : textOf(cells[index] ?? '')]),
    ) as FieldCells;
}

function textOf(cell: string): string {
  return withoutFormulaEscapes(cell.trim());
}

function indexOf(header: string | undefined, headers: readonly string[]): number | undefined {
  if (header === undefined) return undefined;
  const exact = headers.indexOf(header);
  if (exact >= 0) return exact;
  const loose = headers.findIndex((other) => other.trim().toLowerCase() === header.trim().toLowerCase());
  if (loose >= 0) return loose;
  throw new HumanError(unknownColumn(header, headers));
}
