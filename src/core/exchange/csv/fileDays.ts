import type { Steps } from '../../register/steps.ts';
import { type DayOrder, dayOrderOf, provenDayOrder, readDay } from '../cells/dayCell.ts';
import { contentOf } from './columnContent.ts';
import { type Columns, fieldReader } from './columns.ts';
import { dayFields } from './readRow.ts';
import type { CsvTable } from './table.ts';

/** The order of day and month that a cell of any column of days proves for all of them, whether the column is used or not. */
export function* dayOrderIn(table: CsvTable, columns: Columns): Steps<DayOrder | undefined> {
  const chosen = new Set(dayFields.map((field) => columns[field]));
  /** One cell for each order that is proven. */
  const proofs = new Map<DayOrder, string>();
  let looked = 0;
  for (const [index, header] of table.headers.entries()) {
    if (!chosen.has(header) && !contentOf(table, index).hasDays) continue;
    looked += table.rows.length;
    if (looked > cellsPerStep) {
      looked = 0;
      yield;
    }
    for (const { cells } of table.rows) {
      const cell = cells[index] ?? '';
      const order = provenDayOrder(cell);
      if (order !== undefined) proofs.set(order, cell);
    }
  }
  return dayOrderOf(proofs.values());
}

/** A cell that could be two days while nothing in the file says which. The person can, once for the whole file. */
export function* ambiguousDayIn(table: CsvTable, columns: Columns): Steps<string | undefined> {
  if ((yield* dayOrderIn(table, columns)) !== undefined) return undefined;
  const { title, askedOn, promisedOn, closedOn, withdrawnOn } = columns;
  const cellsOf = fieldReader(table, { title, askedOn, promisedOn, closedOn, withdrawnOn });
  for (const [at, row] of table.rows.entries()) {
    if (at > 0 && at % rowsPerStep === 0) yield;
    const cells = cellsOf(row);
    const field = dayFields.find((field) => cells[field] !== '' && readDay(cells[field]) === 'ambiguousDay');
    if (field !== undefined) return cells[field];
  }
  return undefined;
}

const rowsPerStep = 5_000;
const cellsPerStep = 20_000;
