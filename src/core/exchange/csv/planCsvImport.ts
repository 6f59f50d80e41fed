import { type Day, isDay } from '../../time/day.ts';
import type { Fact } from '../../entries/entry.ts';
import type { Item } from '../../items/item.ts';
import type { Policy } from '../../policy.ts';
import type { BoardSource } from '../../register/register.ts';
import { runToEnd, type Steps } from '../../register/steps.ts';
import { openRequests, requestThere } from '../../requests/pullRequest.ts';
import { type Columns, type FieldCells, fieldReader } from './columns.ts';
import { type DayOrder, readDay } from '../cells/dayCell.ts';
import { KnownTickets, sourceText } from './knownTickets.ts';
import { ticketCorrections } from './ticketCorrections.ts';
import { dayOrderIn } from './fileDays.ts';
import { normalizedHeader } from './header.ts';
import { type Tracker, trackerOf } from './trackers.ts';
import { isRefused, readRow, type RowContext, type RowReading } from './readRow.ts';
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
 * What an import would do. Every row is in exactly one of `added`, `corrected`, `unchanged` and `refused`. `row` is the row number a
 * spreadsheet shows; both lists are in file order.
 */
export interface ImportPlan {
  /** For one act, so that one undo reverts the whole import. */
  readonly facts: readonly Fact[];
  readonly added: number;
  /** In the log already, and their tickets say something else now. */
  readonly corrected: number;
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
  const { readings, refused: unread } = yield* readRows(table, columns, context);
  const { itemOf, alike } = yield* findItems(readings, context);
  const requests = [...openRequests(context.register.items.values())];
  const refused = [...unread];
  const facts: Fact[] = [];
  const corrections: Fact[] = [];
  const odd: { row: number; reason: ImportOddity }[] = [];
  let [added, corrected, unchanged] = [0, 0, 0];
  for (const [index, reading] of readings.entries()) {
    if (index > 0 && index % rowsPerStep === 0) yield;
    const item = itemOf.get(reading)!;
    const known = context.register.items.get(item);
    let reasons: readonly ImportOddity[];
    const request = known === undefined ? requestThere({ link: undefined, ...reading.capture }, requests) : undefined;
    if (request !== undefined) {
      refused.push({ row: reading.row.line, reason: { refused: 'arrivedAlready', title: request.title } });
      continue;
    }
    if (known === undefined) {
      added++;
      facts.push({ ...reading.capture, item });
      if (reading.closing !== undefined) facts.push({ ...reading.closing, item });
      reasons = [...reading.odd, ...oddInFile(reading, alike.get(reading.key)?.[0], table.headers.length)];
    } else if (reading.source === undefined || known.readOnly) {
      unchanged++;
      reasons = disagreement(reading.closedOn, known);
    } else {
      const { facts, odd } = ticketCorrections(known, reading, context.today);
      if (facts.length > 0) corrected++;
      else unchanged++;
      corrections.push(...facts);
      reasons = odd;
    }
    odd.push(...reasons.map((reason) => ({ row: reading.row.line, reason })));
  }
  // The act is named after its first entry.
  facts.push(...corrections);
  return { facts, added, corrected, unchanged, refused: refused.toSorted((a, b) => a.row - b.row), odd };
}

/** The rows that can be imported, in file order, and why others cannot. */
function* readRows(
  table: CsvTable,
  columns: Columns,
  context: ImportContext,
): Steps<{ readonly readings: readonly Reading[]; readonly refused: readonly Refused[] }> {
  const cellsOf = fieldReader(table, columns);
  const tracker = trackerOf(table.headers);
  const order = (yield* dayOrderIn(table, columns)) ?? context.dayOrder;
  const rowContext = { ...context, columns, fileName: baseName(context.fileName), order, tracker };
  const otherRow = otherRows(table, tracker);
  const refused = table.brokenRows.map((row): Refused => ({ row, reason: { refused: 'brokenQuotes' } }));
  const readings: Reading[] = [];
  const rowOfSource = new Map<string, number>();
  for (const [index, row] of table.rows.entries()) {
    if (index > 0 && index % rowsPerStep === 0) yield;
    const cells = cellsOf(row);
    const reading = otherRow(row) ?? readRow(cells, rowContext);
    if (isRefused(reading)) {
      refused.push({ row: row.line, reason: reading });
      continue;
    }
    const id = ownIdIn(cells.pacesetterId);
    const source = id === undefined ? sourceText(reading.capture) : undefined;
    const same = source === undefined ? undefined : rowOfSource.get(source);
    if (source !== undefined && same === undefined) rowOfSource.set(source, row.line);
    const { sourceKey = '' } = reading.capture;
    if (same !== undefined)
      refused.push({ row: row.line, reason: { refused: 'repeatsKey', key: sourceKey, row: same } });
    else readings.push({ ...reading, row, key: keyOf(cells, rowContext), id, source });
  }
  return { readings, refused };
}

interface FoundItems {
  /** The id of the item of each row, in the log or new. */
  readonly itemOf: ReadonlyMap<Reading, string>;
  /** The rows without the key of a ticket that look the same. */
  readonly alike: ReadonlyMap<string, readonly Reading[]>;
}

function* findItems(readings: readonly Reading[], context: ImportContext): Steps<FoundItems> {
  const { register, idFor } = context;
  const itemOf = new Map<Reading, string>();
  const tickets = new KnownTickets(register.items, idFor);
  for (const [index, reading] of readings.entries()) {
    if (index > 0 && index % rowsPerStep === 0) yield;
    if (reading.source !== undefined) itemOf.set(reading, tickets.idOf(reading.capture, reading.source, reading.key));
  }
  const alike = Map.groupBy(
    readings.filter(({ source }) => source === undefined),
    ({ key }) => key,
  );
  let groups = 0;
  for (const [key, group] of alike) {
    if (++groups % rowsPerStep === 0) yield;
    const ownId = group[0]?.id;
    const numbered = (name: string) => (ownId !== undefined && name === `${key}#0` ? ownId : idFor(name));
    const ids = itemsForRows(key, group, register, numbered);
    for (const [index, reading] of group.entries()) itemOf.set(reading, ids[index]!);
  }
  return { itemOf, alike };
}

/** How many rows are planned per step. */
const rowsPerStep = 500;

interface Reading extends RowReading {
  readonly row: CsvRow;
  readonly key: string;
  /** The item's id, in a row written by our export. */
  readonly id: string | undefined;
  /** The ticket it is, as {@link sourceText}; our own export names the item itself. */
  readonly source: string | undefined;
}

/** What is odd about a new row beside the others. */
function oddInFile({ row }: Reading, first: Reading | undefined, columnCount: number): ImportOddity[] {
  const extra = extraCells(row, columnCount);
  return [
    ...(first !== undefined && first.row !== row ? [{ odd: 'repeatsRow', row: first.row.line } as const] : []),
    ...(extra > 0 ? [{ odd: 'extraCells', count: extra } as const] : []),
  ];
}

/** Refuses the headings and comments among the items of a to-do list, and headers that stand above every group of rows. */
function otherRows(
  { headers, names }: CsvTable,
  tracker: Tracker | undefined,
): (row: CsvRow) => ImportRefusal | undefined {
  const index = headers.findIndex((header) => normalizedHeader(header) === tracker?.itemRows?.column);
  return ({ cells }) => {
    if (names.every((name, at) => cells[at]?.trim() === name)) return { refused: 'headersAgain' };
    if (tracker?.itemRows === undefined) return undefined;
    const cell = cells[index]?.trim() ?? '';
    const { word } = tracker.itemRows;
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
