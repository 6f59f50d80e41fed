import { type Day, daysBetween, isDay } from '../../time/day.ts';
import type { FactOf } from '../../entries/entry.ts';
import { checkText, tidyLines } from '../../rules/limits.ts';
import type { Policy } from '../../policy.ts';
import { isRefusal } from '../../rules/refusal.ts';
import { captureAs, type CapturedFact } from '../../rules/capture.ts';
import type { Columns, FieldCells } from './columns.ts';
import { type DayOrder, readDay } from '../cells/dayCell.ts';
import { type ClosedAs, closedAsIn, doorIn, kindIn } from '../cells/kindCell.ts';
import { nameIn, peopleIn, tagsIn } from '../cells/namesCell.ts';
import { type CellRefusal, type ImportOddity, type ImportRefusal, outcomeNotRecorded } from './reason.ts';

export const dayFields = ['askedOn', 'promisedOn', 'closedOn'] as const;
export type DayField = (typeof dayFields)[number];

export interface RowContext {
  readonly columns: Columns;
  readonly orders: Readonly<Record<DayField, DayOrder | undefined>>;
  readonly fileName: string;
  readonly today: Day;
  readonly policy: Policy;
}

/** A valid row and its oddities. Its item is determined later. */
export interface RowReading {
  readonly capture: CapturedFact;
  readonly closing: ClosingFact | undefined;
  readonly closedOn: Day | undefined;
  readonly odd: readonly ImportOddity[];
}
export type ClosingFact = FactOf<'itemDecided' | 'itemDecidedBySilence' | 'itemCleared' | 'itemWithdrawn'>;

/**
 * Reads one row as a new item.
 *
 * A row with a closing day becomes a closed item and needs an asked day: without one its age is unknown, and today
 * would be false. An open row without an asked day is asked today. The outcome column of an open row is ignored,
 * because many files keep a status there from the start; it is an oddity only when it sounds final.
 */
export function readRow(cells: FieldCells, context: RowContext): RowReading | ImportRefusal {
  const { fileName, today } = context;
  const kind = readWord(cells, 'kind', kindIn, 'unknownKind', context);
  if (isRefused(kind)) return kind;
  const door = readWord(cells, 'door', doorIn, 'unknownDoor', context);
  if (isRefused(door)) return door;
  const askedOn = dayIn(cells, 'askedOn', context);
  if (isRefused(askedOn)) return askedOn;
  const promisedOn = dayIn(cells, 'promisedOn', context);
  if (isRefused(promisedOn)) return promisedOn;
  const closedOn = dayIn(cells, 'closedOn', context);
  if (isRefused(closedOn)) return closedOn;

  const how = readWord(cells, 'closedAs', closedAsIn, 'unknownClosing', context);
  if (isRefused(how)) return how;

  const captured = captureAs(
    noItemYet,
    {
      title: cells.title,
      kind,
      door,
      askedOn,
      promisedOn,
      askedBy: nameIn(cells.askedBy),
      owedBy: nameIn(cells.owedBy),
      waiting: peopleIn(cells.waiting),
      tags: tagsIn(cells.tags),
      link: cells.link,
      note: cells.note,
    },
    context,
  );
  if (isRefusal(captured)) return captured;
  if (closedOn !== undefined && askedOn === undefined) return { refused: 'noAskedDay', closedOn };

  const capture: CapturedFact = { ...captured, importedFrom: fileName };
  const closing = closedOn === undefined ? undefined : closingOf(capture, closedOn, how, cells, today);
  if (closing !== undefined && isRefused(closing)) return closing;
  return {
    capture,
    closing,
    closedOn,
    odd: oddities(capture, askedOn, closedOn, cells, today),
  };
}

function closingOf(
  capture: CapturedFact,
  closedOn: Day,
  how: ClosedAs | undefined,
  cells: FieldCells,
  today: Day,
): ClosingFact | ImportRefusal {
  const { item, askedOn } = capture;
  if (closedOn < askedOn) return { refused: 'closedBeforeAsked', closedOn, askedOn };
  if (closedOn > today) return { refused: 'closedInFuture', closedOn, today };
  const outcome = tidyLines(cells.outcome);
  const because = tidyLines(cells.because);
  const tooLong =
    checkText(capture.kind === 'dependency' ? 'note' : 'outcome', outcome) ?? checkText('because', because);
  if (tooLong !== undefined) return tooLong;
  if (how === 'withdrawn') {
    return { type: 'itemWithdrawn', item, reason: outcome ?? outcomeNotRecorded, withdrawnOn: closedOn };
  }
  if (capture.kind === 'dependency') {
    const note = [outcome, because].filter((text) => text !== undefined).join('\n') || undefined;
    return { type: 'itemCleared', item, note, clearedOn: closedOn };
  }
  if (how === 'silence') {
    const decided = outcome ?? outcomeNotRecorded;
    return { type: 'itemDecidedBySilence', item, outcome: decided, decidedOn: closedOn, confirmedOn: closedOn };
  }
  return { type: 'itemDecided', item, outcome: outcome ?? outcomeNotRecorded, because, decidedOn: closedOn };
}

function oddities(
  { kind, askedOn, promisedOn }: CapturedFact,
  givenAskedOn: Day | undefined,
  closedOn: Day | undefined,
  { outcome }: FieldCells,
  today: Day,
): ImportOddity[] {
  const odd: ImportOddity[] = [];
  if (givenAskedOn === undefined) odd.push({ odd: 'askedToday', today });
  if (daysBetween(askedOn, today) > longAgoInDays) odd.push({ odd: 'askedLongAgo', askedOn });
  if (promisedOn < askedOn) odd.push({ odd: 'promisedBeforeAsked', promisedOn, askedOn });
  if (closedOn === undefined) {
    if (soundsFinal.test(outcome)) odd.push({ odd: 'outcomeWithoutDay', outcome });
  } else {
    if (closedOn === askedOn) odd.push({ odd: 'closedSameDay', on: closedOn });
    if (outcome === '' && kind !== 'dependency') odd.push({ odd: 'noOutcome' });
  }
  return odd;
}

const noItemYet = '';

/** Fifty years: nobody waits that long, but 1926 is easily typed for 2026. */
const longAgoInDays = 50 * 365;

const soundsFinal =
  /^(?:accepted|answered|approved|cancell?ed|closed|completed?|decided|declined|denied|done|final|finished|rejected|resolved|superseded|withdrawn|won'?t (?:do|fix))$/i;

function dayIn(cells: FieldCells, field: DayField, { columns, orders }: RowContext): Day | undefined | CellRefusal {
  const cell = cells[field];
  if (cell === '') return undefined;
  const day = readDay(cell, orders[field]);
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
