import { type Day, isDay } from '../../time/day.ts';
import type { Fact } from '../../entries/entry.ts';
import type { Item } from '../../items/item.ts';
import type { Policy } from '../../policy.ts';
import type { BoardSource } from '../../register/register.ts';
import { runToEnd, type Steps } from '../../register/steps.ts';
import { type Columns, type FieldCells, fieldReader } from './columns.ts';
import { type DayOrder, dayOrderOf, readDay } from '../cells/dayCell.ts';
import { contentOf } from './columnContent.ts';
import { normalizedHeader } from './header.ts';
import { type Tracker, trackerOf } from './trackers.ts';
import { dayFields, isRefused, readRow, type RowContext, type RowReading } from './readRow.ts';
import { identityKey, type Identity, itemsForRows } from './itemForRow.ts';
import type { ImportOddity, ImportRefusal } from './reason.ts';
import type { CsvRow, CsvTable } from './table.ts';

export interface ImportContext {
  /** Name or path of the file; only the base name is stored. */
  readonly fileName: string;
  readonly register: Pick<BoardSource, 'items'>;
  readonly today: Day;
  readonly policy: Policy;
  /** Of day and month where no cell of the file proves it, as the person says. */
  readonly dayOrder?: DayOrder | undefined;
  /** Deterministic: the same key gives the same id on every machine. */
  readonly idFor: (key: string) => string;
}

/**
 * What an import would do. Every row is in exactly one of `added`, `unchanged` and `refused`. `row` is the row number a
 * spreadsheet shows; both lists are in file order.
 */
export interface ImportPlan {
  /** For one act, so that one undo reverts the whole import. */
  readonly facts: readonly Fact[];
  readonly added: number;
  /** Already in the log; the import does not change them. */
  readonly unchanged: number;
  readonly refused: readonly Refused[];
  /** Of rows that are added or unchanged; one element per oddity. */
  readonly odd: readonly { readonly row: number; readonly reason: ImportOddity }[];
}

interface Refused {
  readonly row: number;
  readonly reason: ImportRefusal;
}

/**
 * Reads every row and plans the import; writes nothing. Linear in the number of rows.
 * @throws HumanError when a named column is not in the file
 */
export function planImport(table: CsvTable, columns: Columns, context: ImportContext): ImportPlan {
  return runToEnd(planImportInSteps(table, columns, context));
}

/** {@link planImport} in steps. */
export function* planImportInSteps(table: CsvTable, columns: Columns, context: ImportContext): Steps<ImportPlan> {
  const fieldsOf = fieldReader(table, columns);
  const fields: { row: CsvRow; cells: FieldCells }[] = [];
  for (const row of table.rows) {
    if (fields.length > 0 && fields.length % rowsPerStep === 0) yield;
    fields.push({ row, cells: fieldsOf(row) });
  }
  const tracker = trackerOf(table.headers);
  const order = dayOrderOf(dayCells(table, columns)) ?? context.dayOrder;
  const rowContext = { ...context, columns, fileName: baseName(context.fileName), order, tracker };
  const otherRow = otherRows(table, tracker);
  const refused = table.brokenRows.map((row): Refused => ({ row, reason: { refused: 'brokenQuotes' } }));
  const readings: Reading[] = [];
  for (const [index, { row, cells }] of fields.entries()) {
    if (index > 0 && index % rowsPerStep === 0) yield;
    const reading = otherRow(row) ?? readRow(cells, rowContext);
    if (isRefused(reading)) refused.push({ row: row.line, reason: reading });
    else readings.push({ ...reading, row, key: keyOf(cells, rowContext), id: ownIdIn(cells.pacesetterId) });
  }

  const alike = Map.groupBy(readings, ({ key }) => key);
  const itemOf = new Map<Reading, string>();
  let groups = 0;
  for (const [key, group] of alike) {
    if (++groups % rowsPerStep === 0) yield;
    const ownId = group[0]?.id;
    const idFor = (numbered: string) =>
      ownId !== undefined && numbered === `${key}#0` ? ownId : context.idFor(numbered);
    const ids = itemsForRows(key, group, context.register, idFor);
    for (const [index, reading] of group.entries()) itemOf.set(reading, ids[index]!);
  }

  const facts: Fact[] = [];
  const odd: { row: number; reason: ImportOddity }[] = [];
  let added = 0;
  for (const [index, reading] of readings.entries()) {
    if (index > 0 && index % rowsPerStep === 0) yield;
    const item = itemOf.get(reading)!;
    const known = context.register.items.get(item);
    const reasons = known === undefined ? [...reading.odd] : disagreement(reading.closedOn, known);
    if (known === undefined) {
      added++;
      facts.push({ ...reading.capture, item });
      if (reading.closing !== undefined) facts.push({ ...reading.closing, item });
      const first = alike.get(reading.key)?.[0];
      if (first !== undefined && first !== reading) reasons.push({ odd: 'repeatsRow', row: first.row.line });
      const extra = extraCells(reading.row, table.headers.length);
      if (extra > 0) reasons.push({ odd: 'extraCells', count: extra });
    }
    odd.push(...reasons.map((reason) => ({ row: reading.row.line, reason })));
  }
  refused.sort((a, b) => a.row - b.row);
  return { facts, added, unchanged: readings.length - added, refused, odd };
}

/** How many rows are planned per step. */
const rowsPerStep = 500;

interface Reading extends RowReading {
  readonly row: CsvRow;
  readonly key: string;
  /** The item's id, in a row written by our export. */
  readonly id: string | undefined;
}

/** A cell that could be two days while nothing in the file says which. The person can, once for the whole file. */
export function ambiguousDayIn(table: CsvTable, columns: Columns): string | undefined {
  if (dayOrderOf(dayCells(table, columns)) !== undefined) return undefined;
  const cellsOf = fieldReader(table, columns);
  for (const row of table.rows) {
    const cells = cellsOf(row);
    const field = dayFields.find((field) => readDay(cells[field]) === 'ambiguousDay');
    if (field !== undefined) return cells[field];
  }
  return undefined;
}

/** The cells of all columns of days, used or not: any of them can prove the order of day and month. */
function* dayCells(table: CsvTable, columns: Columns): Generator<string> {
  const chosen = new Set(dayFields.map((field) => columns[field]));
  for (const [index, header] of table.headers.entries()) {
    if (!chosen.has(header) && !contentOf(table, index).hasDays) continue;
    for (const { cells } of table.rows) yield cells[index] ?? '';
  }
}

/** Refuses the headings and comments among the items of a to-do list. */
function otherRows({ headers }: CsvTable, tracker: Tracker | undefined): (row: CsvRow) => ImportRefusal | undefined {
  if (tracker?.itemRows === undefined) return () => undefined;
  const { column, word } = tracker.itemRows;
  const index = headers.findIndex((header) => normalizedHeader(header) === column);
  return ({ cells }) => {
    const cell = cells[index]?.trim() ?? '';
    return cell.toLowerCase() === word ? undefined : { refused: 'noItem', column: headers[index] ?? '', cell, word };
  };
}

/** The key of a row: the item id in our own export, else its identity. */
function keyOf(cells: FieldCells, context: RowContext): string {
  const id = ownIdIn(cells.pacesetterId);
  return id === undefined ? identityKey(identityOf(cells, context)) : `item ${id}`;
}

function ownIdIn(cell: string): string | undefined {
  return ownId.test(cell) ? cell : undefined;
}

const ownId = /^[\w-]{1,100}$/;

function identityOf({ title, askedOn, link }: FieldCells, { order }: RowContext): Identity {
  // The parsed day instead of the cell: a spreadsheet may write days in another format when it saves the file.
  const asked = readDay(askedOn, order);
  return { title, asked: isDay(asked) ? asked : askedOn, link };
}

/** How the file's closing day differs from the log's. The log is not changed; the person decides. */
function disagreement(closedOn: Day | undefined, { closing }: Item): ImportOddity[] {
  if (closedOn === undefined || closing?.on === closedOn) return [];
  return closing === undefined
    ? [{ odd: 'openInLog', closedOn }]
    : [{ odd: 'closedOtherDayInLog', closedOn, inLog: closing.on }];
}

function extraCells({ cells }: CsvRow, columnCount: number): number {
  return cells.slice(columnCount).filter((cell) => cell.trim() !== '').length;
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
