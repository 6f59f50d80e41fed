import { compareTexts } from '../../text/compareTexts.ts';
import type { Item } from '../../items/item.ts';
import { isMap, partsOf } from './recordParts.ts';
import { recordName, recordNumber } from './recordName.ts';
import { type DecidedItem, isDecided, type OtherRecord, recordText } from './recordText.ts';

/** A file that is in the folder already. */
export interface FolderFile {
  readonly name: string;
  /** Undefined where it was not read, for it is no record or too long for one. */
  readonly text: string | undefined;
}

export interface RecordPlan {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Items whose record is there already. */
  readonly there: number;
  /** Of these, the files that still say accepted although the decision was reversed since; they are left as they are. */
  readonly outdated: readonly string[];
}

/**
 * The records to write for all decided items that have none in the folder, in the order they were decided, numbered on
 * from what is there. A record of ours is known by the id in its front matter, whatever its file is called now.
 */
export function planRecords(items: Iterable<Item>, folder: readonly FolderFile[]): RecordPlan {
  const decided = [...items].filter(isDecided).toSorted(byDay);
  const there = recordsOfOurs(folder);
  let number = folder.reduce((last, { name }) => Math.max(last, recordNumber(name) ?? 0), 0);
  const records = new Map<string, OtherRecord>(there);
  const anew = decided.filter(({ id }) => !there.has(id));
  for (const { id, title } of anew) records.set(id, { number: ++number, name: recordName(number, title) });

  const predecessors = new Map<string, OtherRecord[]>();
  for (const { id, check } of decided) {
    const record = records.get(id);
    if (check?.answer?.how !== 'reversed' || record === undefined) continue;
    const { successor } = check.answer;
    predecessors.set(successor, [...(predecessors.get(successor) ?? []), record]);
  }
  const successorOf = ({ check }: DecidedItem): OtherRecord | undefined =>
    check?.answer?.how === 'reversed' ? records.get(check.answer.successor) : undefined;
  return {
    files: anew.map((item) => ({
      name: records.get(item.id)!.name,
      text: recordText(item, { successor: successorOf(item), predecessors: predecessors.get(item.id) ?? [] }),
    })),
    there: decided.length - anew.length,
    outdated: decided.flatMap(({ id, check }) => {
      const record = there.get(id);
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

function recordsOfOurs(folder: readonly FolderFile[]): Map<string, OurRecord> {
  const records = new Map<string, OurRecord>();
  for (const { name, text } of folder) {
    const front = text === undefined ? undefined : partsOf(text)?.front;
    const ours = front?.['pacesetter'];
    const id = isMap(ours) ? ours['id'] : undefined;
    if (typeof id !== 'string') continue;
    records.set(id, { number: recordNumber(name) ?? 0, name, isAccepted: front?.['status'] === 'accepted' });
  }
  return records;
}
