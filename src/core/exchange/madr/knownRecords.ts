import type { Item } from '../../items/item.ts';
import { nameKey } from '../../text/names.ts';
import type { DecisionRecord } from './readRecord.ts';

/** Where the file of a record lies. */
export interface RecordSource {
  readonly sourceSystem: string;
  readonly sourceKey: string;
}

/** Finds the item of a record: by the id in it, by its file, else by its title and its day. */
export class KnownRecords {
  readonly #byId = new Map<string, Item>();
  readonly #bySource = new Map<string, Item[]>();
  readonly #byTitle = new Map<string, Item[]>();

  constructor(items: Iterable<Item>) {
    for (const item of items) {
      this.#byId.set(item.id, item);
      if (item.sourceSystem !== undefined && item.sourceKey !== undefined) add(this.#bySource, sourceText(item), item);
      // A record may describe an item that was never exported.
      if (item.closing === undefined) continue;
      for (const key of new Set([keyOf(item.title, item.closing.on), keyOf(item.title, item.askedOn)])) {
        add(this.#byTitle, key, item);
      }
    }
  }

  /**
   * The item that is known to be of this file or id. Where title, day and outcome are all others, another decision stands
   * under a path that is the same, as in another folder of that name.
   */
  ofSource(record: DecisionRecord, source: RecordSource): Item | undefined {
    if (record.id !== undefined) return this.#byId.get(record.id);
    return this.#bySource.get(sourceText(source))?.find((item) => isSameDecision(item, record));
  }

  /** The item of the record. */
  find(record: DecisionRecord, source: RecordSource): Item | undefined {
    const own = this.ofSource(record, source);
    if (own !== undefined || record.id !== undefined) return own;
    const alike = this.#byTitle.get(this.keyOf(record)) ?? [];
    return alike.find((item) => outcomeOf(item) === record.outcome) ?? alike[0];
  }

  /** The text by which a record without an id is the same on every machine. */
  keyOf({ capture, decided }: DecisionRecord): string {
    return keyOf(capture.title, decided?.on ?? '');
  }
}

/** What was decided; an empty text of an item that is not. */
export function outcomeOf({ closing }: Item): string {
  return closing !== undefined && 'outcome' in closing ? closing.outcome : '';
}

function isSameDecision(item: Item, { capture, decided, outcome }: DecisionRecord): boolean {
  const isSameDay = decided?.isEstimated === false && decided.on === item.closing?.on;
  return isSameDay || outcomeOf(item) === outcome || keyOf(item.title, '') === keyOf(capture.title, '');
}

function add(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function keyOf(title: string, day: string): string {
  return JSON.stringify([nameKey(title.replace(/\s+/g, ' ').trim()), day]);
}

function sourceText({ sourceSystem, sourceKey }: Pick<Item, 'sourceSystem' | 'sourceKey'>): string {
  return JSON.stringify([sourceSystem, sourceKey]);
}
