import { type Day, daysBetween, isDay } from '../../time/day.ts';
import { longestText, startOf, tidy, tidyLines } from '../../rules/limits.ts';
import { startOfText } from '../../text/clean.ts';
import type { Policy } from '../../policy.ts';
import { isRefusal } from '../../rules/refusal.ts';
import { captureAs, type CapturedFact } from '../../rules/capture.ts';
import { type Columns, type FieldCells, type ImportField, importFields } from './columns.ts';
import { longestSourceKey, longestSourceSystem } from '../../entries/limits.ts';
import { type DayOrder, isInstant, isSpan, readDay } from '../cells/dayCell.ts';
import { closedAsIn, doorIn, kindIn } from '../cells/kindCell.ts';
import { type ClosingFact, closingFact, rowClosing } from './rowClosing.ts';
import { nameIn, peopleIn, tagsIn, withoutAddresses } from '../cells/namesCell.ts';
import { isTicked, soundsClosed, soundsOpen } from '../cells/statusCell.ts';
import type { Tracker } from './trackers.ts';
import type { CellRefusal, ImportOddity, ImportRefusal } from './reason.ts';

export const dayFields = ['askedOn', 'promisedOn', 'closedOn', 'withdrawnOn'] as const;
export type DayField = (typeof dayFields)[number];

export interface RowContext {
  readonly columns: Columns;
  /** Of day and month, in the whole file. */
  readonly order: DayOrder | undefined;
  readonly tracker: Tracker | undefined;
  readonly fileName: string;
  readonly today: Day;
  readonly policy: Policy;
}

/** A valid row and its oddities. Its item is determined later. */
export interface RowReading {
  readonly capture: CapturedFact;
  readonly closing: ClosingFact | undefined;
  readonly closedOn: Day | undefined;
  /** Its asked or its closing day is an instant, which is another day in another time zone. */
  readonly isInstant: boolean;
  readonly odd: readonly ImportOddity[];
}

/**
 * Reads one row as a new item.
 *
 * A row with a closing day becomes a closed item and needs an asked day: without one its age is unknown, and today
 * would be false. An open row without an asked day is asked today. The outcome column of an open row is ignored,
 * because many files keep a status there from the start; it is an oddity only when it sounds closed.
 */
export function readRow(cells: FieldCells, context: RowContext): RowReading | ImportRefusal {
  const { fileName, today, tracker, columns } = context;
  const huge = importFields.find((field) => cells[field].length > longestCell && !shortenedFields.has(field));
  if (huge !== undefined) {
    return { refused: 'hugeCell', column: columns[huge] ?? '', length: cells[huge].length, limit: longestCell };
  }
  const kind = readWord(cells, 'kind', kindIn, 'unknownKind', context);
  if (isRefused(kind)) return kind;
  const door = readWord(cells, 'door', doorIn, 'unknownDoor', context);
  if (isRefused(door)) return door;
  const how = readWord(cells, 'closedAs', closedAsIn, 'unknownClosing', context);
  if (isRefused(how)) return how;
  const days: Partial<Record<DayField, Day>> = {};
  for (const field of dayFields) {
    const day = dayIn(cells, field, context);
    if (isRefused(day)) return day;
    if (day !== undefined) days[field] = day;
  }
  const askedOn = days.askedOn ?? tracker?.createdOn?.(cells.sourceKey);

  const odd: ImportOddity[] = dayFields.flatMap((field) =>
    isSpan(cells[field]) ? [{ odd: 'span', column: columns[field] ?? '', cell: cells[field] }] : [],
  );
  const text = (field: 'note' | 'outcome' | 'because', cell = cells[field]) => {
    const { text, oddity } = readText(field, cell, columns[field] ?? columns.status ?? '');
    if (oddity !== undefined) odd.push(oddity);
    return text;
  };
  // Names and tags of our own export are as they were captured.
  const plain = (cell: string) => (cells.pacesetterId === '' ? withoutAddresses(cell) : cell);
  const captured = captureAs(
    noItemYet,
    {
      title: cells.title,
      kind,
      door,
      askedOn,
      promisedOn: days.promisedOn,
      askedBy: nameIn(plain(cells.askedBy)),
      owedBy: nameIn(plain(cells.owedBy)),
      waiting: peopleIn(plain(cells.waiting)),
      tags: tagsIn(plain(cells.tags)).map((tag) => tracker?.plainTag?.(tag) ?? tag),
      link: cells.link,
      note: text('note'),
    },
    context,
  );
  if (isRefusal(captured)) return captured;

  const capture: CapturedFact = {
    ...captured,
    importedFrom: fileName,
    ...sourceOf(cells, tracker),
    ...(askedOn === undefined && { isAskedEstimated: true }),
  };
  const status = statusIn(cells, columns);
  const isList = tracker?.statusIsList === true;
  // A ticket that was opened again keeps the day on which it was closed before.
  const isOpenAgain = how === undefined && !isList && soundsOpen(status);
  const closing = isOpenAgain ? undefined : rowClosing(days, how, status, cells.outcome);
  const closedBefore = isOpenAgain ? (days.closedOn ?? days.withdrawnOn) : undefined;
  if (closedBefore !== undefined) odd.push({ odd: 'openWithDay', status, closedOn: closedBefore });
  let fact: ClosingFact | undefined;
  if (closing === undefined) {
    const over = status === '' ? cells.outcome : status;
    if (soundsClosed(over)) odd.push({ odd: 'closedWithoutDay', status: over });
  } else {
    if (askedOn === undefined) return { refused: 'noAskedDay', closedOn: closing.on };
    const isOutcome = cells.outcome === '' && (!isList || soundsClosed(status));
    const outcome = text('outcome', isOutcome ? status : cells.outcome);
    const read = closingFact(capture, closing, { outcome, because: text('because') }, today);
    if (isRefused(read)) return read;
    fact = read;
    if (outcome === undefined && capture.kind !== 'dependency') odd.unshift({ odd: 'noOutcome' });
  }
  odd.unshift(...oddDays(capture, askedOn, closing?.on, today));
  return {
    capture,
    closing: fact,
    closedOn: closing?.on,
    isInstant: [cells.askedOn, cells.closedOn, cells.withdrawnOn].some(isInstant),
    odd,
  };
}

/** Longest cell that is read, in UTF-16 code units: many times what any field holds. */
const longestCell = 20_000;
/** Fields of which only the start is read. */
const shortenedFields: ReadonlySet<ImportField> = new Set(['note', 'outcome', 'because']);

/** The status of a row. A tick in a column _Done_ says what the column is called. */
function statusIn({ status }: FieldCells, columns: Columns): string {
  const ticked = isTicked(status);
  if (ticked === undefined) return status;
  return ticked ? (columns.status ?? '') : '';
}

/** The key of a ticket. A spreadsheet that takes it for a number ruins it: `1.20936E+15` is many tickets. */
function sourceOf(
  { sourceKey, sourceSystem }: FieldCells,
  tracker: Tracker | undefined,
): Pick<CapturedFact, 'sourceSystem' | 'sourceKey'> {
  const key = tidy(startOfText(sourceKey, longestSourceKey + 1));
  if (key === undefined || key.length > longestSourceKey || /^\d(?:[.,]\d+)?E\+\d+$/i.test(key)) return {};
  const system = tidy(startOfText(sourceSystem, longestSourceSystem)) ?? tracker?.system ?? otherSystem;
  return { sourceSystem: system, sourceKey: key };
}

/** The system of a key in a table of no known tool. */
const otherSystem = 'csv';

/** A text as it is imported, and the oddity of one that is too long. */
function readText(
  field: 'note' | 'outcome' | 'because',
  cell: string,
  column: string,
): { readonly text: string | undefined; readonly oddity?: ImportOddity } {
  const limit = longestText(field);
  const text = tidyLines(startOfText(cell, 2 * limit));
  if (text === undefined || text.length <= limit) return { text };
  const start = `${startOfText(startOf(field, text), limit - 1).trimEnd()}…`;
  return { text: start, oddity: { odd: 'shortened', column, length: cell.length, limit } };
}

function oddDays(
  { askedOn, promisedOn }: CapturedFact,
  givenAskedOn: Day | undefined,
  closedOn: Day | undefined,
  today: Day,
): ImportOddity[] {
  const odd: ImportOddity[] = [];
  if (givenAskedOn === undefined) odd.push({ odd: 'askedToday', today });
  if (daysBetween(askedOn, today) > longAgoInDays) odd.push({ odd: 'askedLongAgo', askedOn });
  if (promisedOn < askedOn) odd.push({ odd: 'promisedBeforeAsked', promisedOn, askedOn });
  if (closedOn === askedOn) odd.push({ odd: 'closedSameDay', on: closedOn });
  return odd;
}

const noItemYet = '';

/** Fifty years: nobody waits that long, but 1926 is easily typed for 2026. */
const longAgoInDays = 50 * 365;

function dayIn(cells: FieldCells, field: DayField, { columns, order }: RowContext): Day | undefined | CellRefusal {
  const cell = cells[field];
  if (cell === '') return undefined;
  const day = readDay(cell, order);
  return isDay(day) ? day : { refused: day, column: columns[field] ?? '', cell };
}

/** Reads a word of a fixed set; undefined when the cell is empty. */
function readWord<T extends string>(
  cells: FieldCells,
  field: 'kind' | 'door' | 'closedAs',
  wordIn: (cell: string) => T | undefined,
  refused: CellRefusal['refused'],
  { columns }: RowContext,
): T | undefined | CellRefusal {
  const cell = cells[field];
  if (cell === '') return undefined;
  return wordIn(cell) ?? { refused, column: columns[field] ?? '', cell };
}

export function isRefused(reading: unknown): reading is ImportRefusal {
  return typeof reading === 'object' && reading !== null && 'refused' in reading;
}
