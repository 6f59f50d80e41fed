import type { Day } from '../../time/day.ts';
import type { Fact } from '../../entries/entry.ts';
import { longestText, tidyLines } from '../../rules/limits.ts';
import type { ImportContext } from '../csv/planCsvImport.ts';
import { outcomeNotRecorded } from '../csv/reason.ts';
import type { TextField } from '../../entries/limits.ts';
import { isRefusal, type Refusal } from '../../rules/refusal.ts';
import { runToEnd, type Steps } from '../../register/steps.ts';
import { captureAs } from '../../rules/capture.ts';
import { startOfText } from '../../text/clean.ts';
import { compareTexts } from '../../text/compareTexts.ts';
import { nameKey } from '../../text/names.ts';
import type { FileFault } from '../fileFault.ts';
import { type DecisionRecord, isRefused, readRecord, type RecordRefusal } from './readRecord.ts';

/** A file of the folder: its text, or why it could not be read. */
export interface RecordFile {
  readonly name: string;
  readonly text: string | undefined;
  readonly fault: FileFault | undefined;
}

export type RecordImportRefusal =
  | RecordRefusal
  | Refusal
  /** The check was answered before the decision, or in the future. */
  | { readonly refused: 'impossibleCheck'; readonly on: Day }
  | { readonly refused: 'file'; readonly fault: FileFault };

/** What importing the records would do. Every file is in exactly one of `added`, `unchanged` and `refused`. */
export interface RecordImportPlan {
  /** For one act. */
  readonly facts: readonly Fact[];
  readonly added: number;
  /** Already in the log, matched by the id in the record, or by title and day. */
  readonly unchanged: number;
  readonly refused: readonly { readonly file: string; readonly reason: RecordImportRefusal }[];
  /** Files with a text longer than an item allows; it is imported truncated. */
  readonly shortened: readonly string[];
}

export interface RecordImportContext extends Omit<ImportContext, 'fileName'> {
  readonly folderName: string;
}

/** Reads every record and plans the import; writes nothing. */
export function planRecordImport(files: readonly RecordFile[], context: RecordImportContext): RecordImportPlan {
  return runToEnd(planRecordImportInSteps(files, context));
}

/** {@link planRecordImport} in steps. */
export function* planRecordImportInSteps(
  files: readonly RecordFile[],
  context: RecordImportContext,
): Steps<RecordImportPlan> {
  const facts: Fact[] = [];
  const reversals: Fact[] = [];
  const refused: { file: string; reason: RecordImportRefusal }[] = [];
  const shortened: string[] = [];
  const known = closedKeysIn(context);
  const added = new Set<string>();
  let unchanged = 0;
  const sorted = files.toSorted((a, b) => compareTexts(a.name, b.name));
  for (const [index, { name, text, fault }] of sorted.entries()) {
    if (index > 0 && index % filesPerStep === 0) yield;
    if (text === undefined) {
      if (fault !== undefined) refused.push({ file: name, reason: { refused: 'file', fault } });
      continue;
    }
    const read = readRecord(text, name);
    if (isRefused(read)) {
      refused.push({ file: name, reason: read });
      continue;
    }
    const record = truncateTexts(read);
    const key = keyOf(record.capture.title, record.decidedOn);
    const item = record.id ?? context.idFor(`record ${key}`);
    const isKnown = context.register.items.has(item) || added.has(item) || (record.id === undefined && known.has(key));
    const recordFacts = isKnown ? [] : factsOf(item, record, context);
    if ('refused' in recordFacts) {
      refused.push({ file: name, reason: recordFacts });
      continue;
    }
    if (isKnown) {
      unchanged++;
      continue;
    }
    added.add(item);
    if (record !== read) shortened.push(name);
    facts.push(...recordFacts);
    if (record.reversed !== undefined) reversals.push(reversalOf(item, record.reversed));
  }
  const exists = (item: string): boolean => added.has(item) || context.register.items.has(item);
  return {
    // A reversal names its successor; without that item the reversal is left out.
    facts: [...facts, ...reversals.filter((fact) => fact.type === 'itemReversed' && exists(fact.successor))],
    added: added.size,
    unchanged,
    refused,
    shortened,
  };
}

/** How many files are planned per step. */
const filesPerStep = 100;

function factsOf(
  item: string,
  { capture, decidedOn, outcome, because, bySilence, checkOn, held, reversed }: DecisionRecord,
  { folderName, today, policy }: RecordImportContext,
): readonly Fact[] | RecordImportRefusal {
  if (decidedOn > today) return { refused: 'closedInFuture', closedOn: decidedOn, today };
  const captured = captureAs(item, capture, { today, policy });
  if (isRefusal(captured)) return captured;
  const { askedOn } = captured;
  if (decidedOn < askedOn) return { refused: 'closedBeforeAsked', closedOn: decidedOn, askedOn };
  for (const on of [held?.on, reversed?.on]) {
    if (on !== undefined && (on < decidedOn || on > today)) return { refused: 'impossibleCheck', on };
  }
  return [
    { ...captured, importedFrom: folderName },
    bySilence
      ? { type: 'itemDecidedBySilence', item, outcome, decidedOn, confirmedOn: decidedOn }
      : { type: 'itemDecided', item, outcome, because, decidedOn },
    ...(checkOn === undefined ? [] : [{ type: 'checkDaySet', item, checkOn, setOn: decidedOn } as const]),
    ...(held === undefined
      ? []
      : [{ type: 'checkHeld', item, note: held.note && truncate('note', held.note), answeredOn: held.on } as const]),
  ];
}

function reversalOf(item: string, { on, because, successor }: NonNullable<DecisionRecord['reversed']>): Fact {
  const reason = truncate('reason', because === '' ? outcomeNotRecorded : because);
  return { type: 'itemReversed', item, reason, successor, answeredOn: on };
}

/** The record with its texts truncated to the limits of an item; the same object when all fit. */
function truncateTexts(record: DecisionRecord): DecisionRecord {
  const { capture, outcome, because } = record;
  const note = tidyLines(capture.note);
  const texts = {
    outcome: truncate('outcome', outcome),
    because: because && truncate('because', because),
    note: note && truncate('note', note),
  };
  const fits = texts.outcome === outcome && texts.because === because && texts.note === note;
  if (fits) return record;
  return { ...record, outcome: texts.outcome, because: texts.because, capture: { ...capture, note: texts.note } };
}

function truncate(field: TextField, text: string): string {
  const limit = longestText(field);
  return text.length <= limit ? text : `${startOfText(text, limit - 1).trimEnd()}…`;
}

/** Keys of closed items, by title and day: a record may describe an item that was never exported. */
function closedKeysIn({ register }: RecordImportContext): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { title, closing } of register.items.values()) {
    if (closing !== undefined) known.add(keyOf(title, closing.on));
  }
  return known;
}

function keyOf(title: string, decidedOn: Day): string {
  return JSON.stringify([nameKey(title.replace(/\s+/g, ' ').trim()), decidedOn]);
}
