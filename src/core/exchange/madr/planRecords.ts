import { closingOf } from '../../items/decidedBySilence.ts';
import { compareTexts } from '../../text/compareTexts.ts';
import { nameKey } from '../../text/names.ts';
import type { Calendar } from '../../time/calendar.ts';
import type { Item } from '../../items/item.ts';
import { isMap } from './frontMatter.ts';
import { type RecordParts, splitRecord } from './recordParts.ts';
import { decisionDayIn } from './decisionDay.ts';
import { recordName, recordNumber } from './recordName.ts';
import { type Standing, statusOf } from './recordStatus.ts';
import { type DecidedItem, isDecided, type OtherRecord, recordText } from './recordText.ts';
import { titleOf } from './recordTitle.ts';

/** A file already in the folder. */
export interface FolderFile {
  /** Its path from the chosen folder. */
  readonly name: string;
  /** Its path from the root of the repository; absent if that is the chosen folder. */
  readonly key?: string | undefined;
  /** Undefined when it was not read, because it is no record or too long. */
  readonly text: string | undefined;
}

export interface RecordPlan {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Number of items whose record already exists. */
  readonly existing: number;
  /** Existing files that say `accepted` although the decision was reversed since; they are not changed. */
  readonly outdated: readonly string[];
}

/**
 * The records to write: one for each decided item that has none in the folder, in order of decision, numbered on from
 * the highest existing number. A record is that of an item by the id in its front matter, by the file that the item was
 * imported from, or by its title and day.
 *
 * @param sourceSystem what the keys of the files are unique in
 */
export function planRecords(
  items: Iterable<Item>,
  folder: readonly FolderFile[],
  sourceSystem: string,
  calendar: Calendar,
): RecordPlan {
  const decided = [...items]
    .filter(isDecided)
    .map((item) => ({ ...item, closing: closingOf(item.closing, calendar) as DecidedItem['closing'] }))
    .toSorted(byDay);
  const existing = existingRecords(decided, folder, sourceSystem);
  let number = folder.reduce((last, { name }) => Math.max(last, recordNumber(baseName(name)) ?? 0), 0);
  const records = new Map<string, OtherRecord>(existing);
  const missing = decided.filter(({ id }) => !existing.has(id));
  for (const { id, title } of missing) records.set(id, { number: ++number, name: recordName(number, title) });

  const predecessors = new Map<string, OtherRecord[]>();
  for (const { id, check } of decided) {
    const record = records.get(id);
    if (check?.answer?.how !== 'reversed' || record === undefined) continue;
    const { successor } = check.answer;
    const earlier = predecessors.get(successor);
    if (earlier === undefined) predecessors.set(successor, [record]);
    else earlier.push(record);
  }
  const successorOf = ({ check }: DecidedItem): OtherRecord | undefined =>
    check?.answer?.how === 'reversed' ? records.get(check.answer.successor) : undefined;
  return {
    files: missing.map((item) => ({
      name: records.get(item.id)!.name,
      text: recordText(item, { successor: successorOf(item), predecessors: predecessors.get(item.id) ?? [] }, calendar),
    })),
    existing: decided.length - missing.length,
    outdated: decided.flatMap(({ id, check }) => {
      const record = existing.get(id);
      return record?.standing === 'decided' && check?.answer?.how === 'reversed' ? [record.name] : [];
    }),
  };
}

function byDay(a: DecidedItem, b: DecidedItem): number {
  return compareTexts(a.closing.on, b.closing.on) || compareTexts(a.askedOn, b.askedOn) || compareTexts(a.id, b.id);
}

interface ExistingRecord extends OtherRecord {
  readonly standing: Standing;
}

/** The record of each item that has one in the folder. */
function existingRecords(
  decided: readonly DecidedItem[],
  folder: readonly FolderFile[],
  sourceSystem: string,
): Map<string, ExistingRecord> {
  const byId = new Map<string, ExistingRecord>();
  const byKey = new Map<string, ExistingRecord>();
  const byTitle = new Map<string, ExistingRecord>();
  for (const { name, key, text } of folder) {
    if (text === undefined) continue;
    const parts = splitRecord(text);
    const record = {
      number: recordNumber(baseName(name)) ?? 0,
      name,
      standing: statusOf(parts, baseName(name)).standing,
    };
    const ours = parts.values['pacesetter'];
    const id = isMap(ours) ? ours['id'] : undefined;
    if (typeof id === 'string') {
      byId.set(id, record);
      continue;
    }
    byKey.set(key ?? name, record);
    for (const title of titlesOf(parts, baseName(name))) byTitle.set(title, record);
  }
  return new Map(
    decided.flatMap((item) => {
      const { id, title, closing, askedOn } = item;
      const record =
        byId.get(id) ??
        (item.sourceSystem === sourceSystem ? byKey.get(item.sourceKey ?? '') : undefined) ??
        byTitle.get(titleKey(title, closing.on)) ??
        byTitle.get(titleKey(title, askedOn)) ??
        byTitle.get(titleKey(title, ''));
      return record === undefined ? [] : [[id, record] as const];
    }),
  );
}

/** The title with the day that the record names; without one, it is that of any day. */
function titlesOf(parts: RecordParts, fileName: string): string[] {
  if (parts.title === undefined) return [];
  const day = decisionDayIn(parts, fileName, undefined, true);
  const on =
    day === undefined || !('on' in day) ? [''] : [day.on, ...(day.createdOn === undefined ? [] : [day.createdOn])];
  return on.map((each) => titleKey(titleOf(parts.title ?? '', fileName), each));
}

function titleKey(title: string, day: string): string {
  return JSON.stringify([nameKey(title.replace(/\s+/g, ' ').trim()), day]);
}

function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
