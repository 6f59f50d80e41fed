import { type DayOrder, dayOrderOf, readDay } from '../cells/dayCell.ts';
import { contentOf } from './columnContent.ts';
import { type Columns, fieldReader } from './columns.ts';
import { dayFields } from './readRow.ts';
import type { CsvTable } from './table.ts';

/** The order of day and month that a cell of any column of days proves for all of them, whether the column is used or not. */
export function dayOrderIn(table: CsvTable, columns: Columns): DayOrder | undefined {
  return dayOrderOf(dayCells(table, columns));
}

/** A cell that could be two days while nothing in the file says which. The person can, once for the whole file. */
export function ambiguousDayIn(table: CsvTable, columns: Columns): string | undefined {
  if (dayOrderIn(table, columns) !== undefined) return undefined;
  const cellsOf = fieldReader(table, columns);
  for (const row of table.rows) {
    const cells = cellsOf(row);
    const field = dayFields.find((field) => readDay(cells[field]) === 'ambiguousDay');
    if (field !== undefined) return cells[field];
  }
  return undefined;
}

function* dayCells(table: CsvTable, columns: Columns): Generator<string> {
  const chosen = new Set(dayFields.map((field) => columns[field]));
  for (const [index, header] of table.headers.entries()) {
    if (!chosen.has(header) && !contentOf(table, index).hasDays) continue;
    for (const { cells } of table.rows) yield cells[index] ?? '';
  }
}
