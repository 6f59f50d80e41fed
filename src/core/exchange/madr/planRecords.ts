import { compareTexts } from '../../text/compareTexts.ts';
import { closingOf } from '../../board/promise.ts';
import type { Calendar } from '../../time/calendar.ts';
import type { Item } from '../../items/item.ts';
import { isMap, splitRecord } from './recordParts.ts';
import { recordName, recordNumber } from './recordName.ts';
import { type DecidedItem, isDecided, type OtherRecord, recordText } from './recordText.ts';

/** A file already in the folder. */
export interface FolderFile {
  readonly name: string;
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
 * the highest existing number. An existing record is matched by the id in its front matter, not by its file name.
 */
export function planRecords(items: Iterable<Item>, folder: readonly FolderFile[], calendar: Calendar): RecordPlan {
  const decided = [...items]
    .filter(isDecided)
    .map((item) => ({ ...item, closing: closingOf(item.closing, calendar) as DecidedItem['closing'] }))
    .toSorted(byDay);
  const existing = ownRecords(folder);
  let number = folder.reduce((last, { name }) => Math.max(last, recordNumber(name) ?? 0), 0);
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
      return record?.isAccepted === true && check?.answer?.how === 'reversed' ? [record.name] : [];
    }),
  };
}

function byDay(a: DecidedItem, b: DecidedItem): number {
  return compareTexts(a.closing.on, b.closing.on) || compareTexts(a.askedOn, b.askedOn) || compareTexts(a.id, b.id);
}

interface OurRecord extends OtherRecord {
  readonly isAccepted: boolean;
}

function ownRecords(folder: readonly FolderFile[]): Map<string, OurRecord> {
  const records = new Map<string, OurRecord>();
  for (const { name, text } of folder) {
    const front = text === undefined ? undefined : splitRecord(text)?.front;
    const ours = front?.['pacesetter'];
    const id = isMap(ours) ? ours['id'] : undefined;
    if (typeof id !== 'string') continue;
    records.set(id, { number: recordNumber(name) ?? 0, name, isAccepted: front?.['status'] === 'accepted' });
  }
  return records;
}
