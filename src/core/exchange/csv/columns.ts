import { HumanError } from '../../humanError.ts';
import { unknownColumn } from './reasonText.ts';
import { withoutFormulaEscape } from './formula.ts';
import type { CsvRow } from './table.ts';

/** What a column of a file can say about an item. */
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
  // Of files that an export of ours wrote.
  'closedAs',
  'pacesetterId',
] as const;
export type ImportField = (typeof importFields)[number];

/** Which column says what, by header; a field that is left out is said by none. */
export type Columns = { readonly [F in ImportField]?: string | undefined } & { readonly title: string };

/** The cells of one row by what they say; empty where no column says it or the row is too short. */
export type FieldCells = Readonly<Record<ImportField, string>>;

/**
 * How to take the cells of a row apart.
 * @throws HumanError when a header is not in the file: nothing would be read from where the person pointed.
 */
export function fieldReader(headers: readonly string[], columns: Columns): (row: CsvRow) => FieldCells {
  const places = importFields.map((field) => [field, placeOf(columns[field], headers)] as const);
  return ({ cells }) =>
    Object.fromEntries(
      places.map(([field, place]) => [field, place === undefined ? '' : textOf(cells[place] ?? '')]),
    ) as FieldCells;
}

function textOf(cell: string): string {
  return withoutFormulaEscape(cell.trim());
}

function placeOf(header: string | undefined, headers: readonly string[]): number | undefined {
  if (header === undefined) return undefined;
  const exact = headers.indexOf(header);
  if (exact >= 0) return exact;
  const loose = headers.findIndex((other) => other.trim().toLowerCase() === header.trim().toLowerCase());
  if (loose >= 0) return loose;
  throw new HumanError(unknownColumn(header, headers));
}
