import { HumanError } from '../../humanError.ts';
import { saysNothing } from '../cells/emptyCell.ts';
import { unknownColumn } from './reasonText.ts';
import { withoutFormulaEscapes } from './formula.ts';
import type { CsvRow, CsvTable } from './table.ts';

/** The fields of an item that our export writes. */
export const exportedFields = [
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
  'sourceSystem',
  'sourceKey',
] as const;

/** The fields of an item that a column can hold. */
export const importFields = [
  ...exportedFields,
  /** How it stands: says whether a row is closed, and is the outcome where there is no other. */
  'status',
  /** The day it was cancelled, where that has a column of its own. */
  'withdrawnOn',
] as const;
export type ExportedField = (typeof exportedFields)[number];
export type ImportField = (typeof importFields)[number];

/** The header of each field's column; a field that is left out has no column. */
export type Columns = { readonly [F in ImportField]?: string | undefined } & { readonly title: string };

/** The cells of one row by field; empty when the field has no column or the row is too short. */
export type FieldCells = Readonly<Record<ImportField, string>>;

/**
 * Returns a function that maps a row to its cells by field.
 * @throws HumanError when a named header is not in the file, because that column would silently stay unread
 */
export function fieldReader(table: CsvTable, columns: Columns): (row: CsvRow) => FieldCells {
  const indexes = importFields
    .map((field) => [field, columnsOf(columns[field], table)] as const)
    .filter(([, columns]) => columns.length > 0);
  return ({ cells }) => {
    const read: Record<ImportField, string> = { ...noCells };
    for (const [field, columns] of indexes) {
      const texts = columns
        .map((index) => withoutFormulaEscapes((cells[index] ?? '').trim()))
        .filter((text) => text !== '');
      const text = joined.has(field) ? texts.join('\n') : (texts[0] ?? '');
      read[field] = coded.has(field) && saysNothing(text) ? '' : text;
    }
    return read;
  };
}

const noCells = Object.fromEntries(importFields.map((field) => [field, ''])) as FieldCells;

/** The headers that no field reads, in file order. */
export function unusedHeaders(
  table: CsvTable,
  columns: { readonly [F in ImportField]?: string | undefined },
): string[] {
  const used = new Set(importFields.flatMap((field) => columnsOf(columns[field], table)));
  return table.headers.filter((_, index) => !used.has(index));
}

/** Fields that take all columns of one name, such as the `Labels,Labels` of an issue tracker. Of others the first counts. */
const joined: ReadonlySet<ImportField> = new Set(['waiting', 'tags', 'note']);

/** Fields in which `TBD` or `-` means nothing. In others it can be what somebody wrote. */
const coded: ReadonlySet<ImportField> = new Set([
  ...(['kind', 'door', 'closedAs', 'status', 'sourceKey'] as const),
  ...(['askedOn', 'promisedOn', 'closedOn', 'withdrawnOn'] as const),
]);

/** Where a column is, and where those are that have the same name in the file. */
function columnsOf(header: string | undefined, { headers, names }: CsvTable): number[] {
  if (header === undefined) return [];
  const at = indexOf(header, headers);
  const isNumbered = headers[at] !== names[at];
  return isNumbered ? [at] : names.flatMap((name, index) => (name === names[at] ? [index] : []));
}

function indexOf(header: string, headers: readonly string[]): number {
  const exact = headers.indexOf(header);
  if (exact >= 0) return exact;
  const loose = headers.findIndex((other) => other.trim().toLowerCase() === header.trim().toLowerCase());
  if (loose >= 0) return loose;
  throw new HumanError(unknownColumn(header, headers));
}
