import type { Day } from '../../time/day.ts';
import type { Fact, FactOf } from '../../entries/entry.ts';
import { longestRecordStatus, longestSourceKey, longestSourceSystem } from '../../entries/limits.ts';
import { longestText, tidyLines } from '../../rules/limits.ts';
import type { ImportContext } from '../csv/planCsvImport.ts';
import { outcomeNotRecorded } from '../csv/reason.ts';
import type { TextField } from '../../entries/limits.ts';
import { isRefusal, type Refusal } from '../../rules/refusal.ts';
import { runToEnd, type Steps } from '../../register/steps.ts';
import { type CapturedFact, captureAs } from '../../rules/capture.ts';
import { startOfText } from '../../text/clean.ts';
import { compareTexts } from '../../text/compareTexts.ts';
import type { FileFault } from '../fileFault.ts';
import { type DayOrder, dayOrderOf } from '../cells/dayCell.ts';
import type { Item } from '../../items/item.ts';
import { correctionsOf, isAsImported } from './recordCorrections.ts';
import { KnownRecords, outcomeOf, type RecordSource } from './knownRecords.ts';
import { type DecisionRecord, readRecord } from './readRecord.ts';
import type { RecordRefusal, RecordRemark } from './recordRefusal.ts';
import { orderlessDaysIn } from './recordDay.ts';
import { type RecordParts, splitRecord } from './recordParts.ts';

/** A file of the folder: its text, or why it could not be read. */
export interface RecordFile {
  /** Its path from the chosen folder. */
  readonly name: string;
  /** Its path from the root of the repository; absent if that is the chosen folder. */
  readonly key?: string | undefined;
  readonly text: string | undefined;
  readonly fault: FileFault | undefined;
}

export type RecordImportRefusal =
  | RecordRefusal
  | Refusal
  /** The check was answered before the decision, or in the future. */
  | { readonly refused: 'impossibleCheck'; readonly on: Day }
  | { readonly refused: 'file'; readonly fault: FileFault };

/**
 * What importing the records would do. Every file is in exactly one of `added`, `corrected`, `unchanged`, `left` and
 * `refused`.
 */
export interface RecordImportPlan {
  /** For one act. */
  readonly facts: readonly Fact[];
  readonly added: number;
  /** In the log as an earlier import left it, and the record says something else now. */
  readonly corrected: number;
  /** Already in the log. */
  readonly unchanged: number;
  /** Files whose items differ from them and were changed here since: they stay as they are. */
  readonly left: readonly string[];
  readonly refused: readonly { readonly file: string; readonly reason: RecordImportRefusal }[];
  /** What is unusual about records that go in. */
  readonly odd: readonly { readonly file: string; readonly remark: RecordRemark }[];
  /** Files with a text longer than an item allows; it is imported truncated. */
  readonly shortened: readonly string[];
  /** Records that go in on a day that they do not name. */
  readonly estimated: number;
}

export interface RecordImportContext extends Omit<ImportContext, 'fileName'> {
  readonly folderName: string;
  /** What the keys of the files are unique in: the address of the repository, or the name of the folder. */
  readonly sourceSystem: string;
  /** By name of the file, the day on which version control first saw it. */
  readonly firstSeen?: ReadonlyMap<string, Day> | undefined;
  /** The day of records that name none, as the person says. */
  readonly undatedOn?: Day | undefined;
  /** The order of day and month, as the person says, where the folder does not prove one. */
  readonly dayOrder?: DayOrder | undefined;
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
  const odd: { file: string; remark: RecordRemark }[] = [];
  const long: string[] = [];
  const left: string[] = [];
  const counts = { corrected: 0, unchanged: 0, estimated: 0 };
  const known = new KnownRecords(context.register.items.values());
  const keys = new Set<string | undefined>(files.map((file) => file.key ?? file.name));
  /** The outcome of each that is added. */
  const added = new Map<string, string>();
  for (const [file, read] of yield* readAll(files, context)) {
    if ('refused' in read) {
      refused.push({ file: file.name, reason: read });
      continue;
    }
    const { record, isShortened } = truncateTexts(read);
    const source = sourceOf(file, context);
    const wanted = datedRecord(record, file, known.ofSource(record, source), context);
    const found = known.find(wanted, source);
    const usual = found?.id ?? record.id ?? context.idFor(`record ${known.keyOf(wanted)}`);
    const usualItem = found ?? context.register.items.get(usual);
    // Another file that is there has the title and the day as well: this is a copy of it, or another decision.
    const isCopy = keys.has(usualItem?.sourceKey) && usualItem?.sourceKey !== source.sourceKey;
    const outcome = added.get(usual) ?? (isCopy && usualItem !== undefined ? outcomeOf(usualItem) : undefined);
    if (outcome !== undefined && (outcome === record.outcome || record.id !== undefined)) {
      counts.unchanged++;
      continue;
    }
    const id = outcome === undefined ? usual : context.idFor(`record ${known.keyOf(wanted)} ${source.sourceKey}`);
    const item = outcome === undefined ? usualItem : context.register.items.get(id);
    const wantedFacts = factsOf(id, wanted, source, context);
    if ('refused' in wantedFacts) {
      refused.push({ file: file.name, reason: wantedFacts });
      continue;
    }
    if (item !== undefined) {
      // Only its own file corrects it: that of another repository is a copy or a fork.
      const isElsewhere = item.sourceSystem !== undefined && item.sourceSystem !== source.sourceSystem;
      const corrections = isElsewhere ? [] : correctionsOf(item, wantedFacts, source, context.today);
      if (corrections.length === 0) counts.unchanged++;
      else if (isAsImported(item)) {
        counts.corrected++;
        facts.push(...corrections);
      } else if (item.importedFrom !== undefined || record.id !== undefined) left.push(file.name);
      else counts.unchanged++;
      continue;
    }
    added.set(id, record.outcome);
    if (isShortened) long.push(file.name);
    const { unreadDay } = record;
    const remarks =
      unreadDay === undefined ? record.remarks : [...record.remarks, { remark: 'unreadDay', told: unreadDay } as const];
    odd.push(...remarks.map((remark) => ({ file: file.name, remark })));
    if (wanted.decided?.isEstimated === true) counts.estimated++;
    facts.push(...wantedFacts);
    if (record.reversed !== undefined) reversals.push(reversalOf(id, record.reversed));
  }
  const exists = (item: string): boolean => added.has(item) || context.register.items.has(item);
  return {
    // A reversal names its successor; without that item the reversal is left out.
    facts: [...facts, ...reversals.filter((fact) => fact.type === 'itemReversed' && exists(fact.successor))],
    added: added.size,
    ...counts,
    left,
    refused: refused.toSorted((a, b) => compareTexts(a.file, b.file)),
    odd,
    shortened: long,
  };
}

/** How many files are read or planned per step. */
const filesPerStep = 10;

/** Every file with what was read of it, in the order of their names. Numeric dates are read as the whole folder proves. */
function* readAll(
  files: readonly RecordFile[],
  { dayOrder }: RecordImportContext,
): Steps<[RecordFile, DecisionRecord | RecordImportRefusal][]> {
  const split: [RecordFile, RecordParts | undefined][] = [];
  const days: string[] = [];
  for (const file of files.toSorted((a, b) => compareTexts(a.name, b.name))) {
    if (file.text === undefined && file.fault === undefined) continue;
    if (split.length > 0 && split.length % filesPerStep === 0) yield;
    split.push([file, file.text === undefined ? undefined : splitRecord(file.text)]);
    for (const line of file.text?.split('\n') ?? []) days.push(...orderlessDaysIn(line));
  }
  const order = dayOrderOf(days) ?? dayOrder;
  const all: [RecordFile, DecisionRecord | RecordImportRefusal][] = [];
  for (const [file, parts] of split) {
    if (all.length > 0 && all.length % filesPerStep === 0) yield;
    const fileName = file.name.slice(file.name.lastIndexOf('/') + 1);
    all.push([
      file,
      parts === undefined ? { refused: 'file', fault: file.fault! } : readRecord(parts, fileName, order),
    ]);
  }
  return all;
}

function sourceOf({ key, name }: RecordFile, { sourceSystem }: RecordImportContext): RecordSource {
  return {
    sourceSystem: sourceSystem.slice(0, longestSourceSystem),
    sourceKey: (key ?? name).slice(-longestSourceKey),
  };
}

/**
 * The record with its day. One that names none has the day that the log knows for its file, else the day version control
 * first saw it, else the day that the person says.
 */
function datedRecord(
  record: DecisionRecord,
  { name }: RecordFile,
  item: Item | undefined,
  { firstSeen, undatedOn, today }: RecordImportContext,
): DecisionRecord {
  const { decided } = record;
  // The last day of the current month is still to come.
  if (decided !== undefined) {
    return decided.isEstimated && decided.on > today ? { ...record, decided: { ...decided, on: today } } : record;
  }
  const closing = item?.closing;
  const on = closing?.on ?? firstSeen?.get(name) ?? undatedOn;
  if (on === undefined) return record;
  return { ...record, decided: { on, isEstimated: closing === undefined || closing.isEstimated === true } };
}

type WantedFacts = readonly [
  CapturedFact,
  FactOf<'itemDecided' | 'itemDecidedBySilence'>,
  ...FactOf<'checkDaySet' | 'checkHeld'>[],
];

function factsOf(
  item: string,
  { id, capture, askedOn: asked, isAskedEstimated, promisedOn, decided, ...record }: DecisionRecord,
  source: RecordSource,
  { folderName, today, policy }: RecordImportContext,
): WantedFacts | RecordImportRefusal {
  const { outcome, because, recordStatus, bySilence, checkOn, expectation, held, reversed } = record;
  if (decided === undefined) {
    return record.unreadDay === undefined ? { refused: 'noDay' } : { refused: 'unreadableDay', told: record.unreadDay };
  }
  const { on: decidedOn } = decided;
  if (decidedOn > today) return { refused: 'closedInFuture', closedOn: decidedOn, today };
  const askedOn = asked ?? decidedOn;
  const fields = { ...capture, askedOn, promisedOn: promisedOn ?? decidedOn };
  const captured = captureAs(item, fields, { today, policy });
  if (isRefusal(captured)) return captured;
  if (decidedOn < askedOn) return { refused: 'closedBeforeAsked', closedOn: decidedOn, askedOn };
  for (const on of [held?.on, reversed?.on]) {
    if (on !== undefined && (on < decidedOn || on > today)) return { refused: 'impossibleCheck', on };
  }
  const isEstimated = decided.isEstimated || undefined;
  return [
    {
      ...captured,
      importedFrom: folderName,
      // A record of ours is known by its id, wherever its file lies. It says itself where its item came from.
      ...(id === undefined ? source : record.source),
      ...(isAskedEstimated && { isAskedEstimated }),
    },
    bySilence
      ? { type: 'itemDecidedBySilence', item, outcome, decidedOn, confirmedOn: decidedOn }
      : {
          type: 'itemDecided',
          item,
          outcome,
          because,
          decidedOn,
          ...(isEstimated && { isEstimated }),
          ...(recordStatus !== undefined && { recordStatus }),
          ...expectation,
        },
    ...(checkOn === undefined ? [] : [{ type: 'checkDaySet', item, checkOn, setOn: decidedOn } as const]),
    ...(held === undefined
      ? []
      : [{ type: 'checkHeld', item, note: held.note && truncate('note', held.note), answeredOn: held.on } as const]),
  ];
}

function reversalOf(
  item: string,
  { on, because, successor, reworkInDays }: NonNullable<DecisionRecord['reversed']>,
): Fact {
  const reason = truncate('reason', because === '' ? outcomeNotRecorded : because);
  return { type: 'itemReversed', item, reason, successor, reworkInDays, answeredOn: on };
}

/** How much of a note the people take, in UTF-16 code units. */
const mostOfPeople = 1_000;

/** The record with its people in its note, and its texts truncated to the limits of an item. */
function truncateTexts(record: DecisionRecord): { readonly record: DecisionRecord; readonly isShortened: boolean } {
  const { capture, outcome, because, recordStatus } = record;
  const people = record.people && shortened(record.people, mostOfPeople);
  const context = tidyLines(capture.note);
  const note = [context, people].filter(Boolean).join('\n') || undefined;
  // The people stay where the rest is cut off.
  const room = longestText('note') - (people?.length ?? 0) - 1;
  const texts = {
    outcome: truncate('outcome', outcome),
    because: because && truncate('because', because),
    note:
      note &&
      (context === undefined || people === undefined
        ? truncate('note', note)
        : `${shortened(context, room)}\n${people}`),
  };
  const status = recordStatus && startOfText(recordStatus, longestRecordStatus);
  const fits = texts.outcome === outcome && texts.because === because && texts.note === note && status === recordStatus;
  if (fits) return { record: { ...record, capture: { ...capture, note } }, isShortened: false };
  const fitting = { ...record, ...texts, recordStatus: status, capture: { ...capture, note: texts.note } };
  return { record: fitting, isShortened: true };
}

function truncate(field: TextField, text: string): string {
  return shortened(text, longestText(field));
}

function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${startOfText(text, limit - 1).trimEnd()}…`;
}
