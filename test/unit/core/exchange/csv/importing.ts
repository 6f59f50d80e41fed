import { Calendar } from '../../../../../src/core/time/calendar.ts';
import type { DayOrder } from '../../../../../src/core/exchange/cells/dayCell.ts';
import type { Columns } from '../../../../../src/core/exchange/csv/columns.ts';
import { type ImportPlan, planImport } from '../../../../../src/core/exchange/csv/planCsvImport.ts';
import type { CsvTable } from '../../../../../src/core/exchange/csv/table.ts';
import type { Entry, Fact } from '../../../../../src/core/entries/entry.ts';
import type { Policy } from '../../../../../src/core/policy.ts';
import { Register } from '../../../../../src/core/register/register.ts';
import { usualPolicy } from '../../../../support/policy.ts';

/** A Wednesday. */
export const today = '2026-03-04';
export const policy: Policy = {
  ...usualPolicy,
  calendar: new Calendar({ weekdays: [1, 2, 3, 4, 5], holidays: [] }),
};

/** A table from lines of cells separated by `|`. The first line is the header. */
export function tableOf(...lines: readonly string[]): CsvTable {
  const [headers = [], ...rows] = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  return tableWith(headers, rows);
}

/** A table of these cells, whose header is the first row. */
export function tableWith(headers: readonly string[], cells: readonly (readonly string[])[]): CsvTable {
  return {
    headers,
    names: headers,
    headerLine: 1,
    topRows: [{ line: 1, cells: headers }],
    rows: cells.map((row, index) => ({ line: index + 2, cells: row })),
    brokenRows: [],
    delimiter: '|',
    encoding: 'utf-8',
  };
}

/** Plans an import in which each header is the name of a field. */
export function plan(
  table: CsvTable,
  register = new Register(),
  columns: Partial<Columns> = {},
  day = today,
  dayOrder?: DayOrder,
): ImportPlan {
  return planImport(
    table,
    { ...Object.fromEntries(table.headers.map((header) => [header, header])), title: 'title', ...columns },
    {
      fileName: '/home/ida/asked.csv',
      register,
      today: day as typeof today,
      policy,
      dayOrder,
      idFor: (key) => `item ${key}`,
    },
  );
}

/** Adds the facts to the register as one act, with clocks after the existing ones. */
export function write(register: Register, act: string, facts: readonly Fact[]): Register {
  const start = register.entryCount;
  const entries = facts.map((fact, index): Entry => {
    const number = start + index;
    return {
      ...fact,
      id: `${act}-${number}`,
      clock: `0190${number.toString(16).padStart(8, '0')}-0000`,
      device: 'laptop',
      act,
      loggedAt: '2026-03-04T09:00:00.000Z',
    };
  });
  register.add(entries);
  return register;
}
