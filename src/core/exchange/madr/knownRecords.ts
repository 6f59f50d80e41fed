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
  readonly #bySource = new Map<string, Item>();
  readonly #byTitle = new Map<string, Item[]>();

  constructor(items: Iterable<Item>) {
    for (const item of items) {
      this.#byId.set(item.id, item);
      if (item.sourceSystem !== undefined && item.sourceKey !== undefined) this.#bySource.set(sourceText(item), item);
      // A record may describe an item that was never exported.
      if (item.closing === undefined) continue;
      for (const key of new Set([keyOf(item.title, item.closing.on), keyOf(item.title, item.askedOn)])) {
        const alike = this.#byTitle.get(key);
        if (alike === undefined) this.#byTitle.set(key, [item]);
        else alike.push(item);
      }
    }
  }

  /** The item that is known to be of this file or id, whatever its title and day are now. */
  ofSource(id: string | undefined, source: Pick<Item, 'sourceSystem' | 'sourceKey'>): Item | undefined {
    return id === undefined ? this.#bySource.get(sourceText(source)) : this.#byId.get(id);
  }

  /** The item of the record. */
  find(record: DecisionRecord, source: RecordSource): Item | undefined {
    const own = this.ofSource(record.id, source);
    if (own !== undefined || record.id !== undefined) return own;
    const alike = this.#byTitle.get(this.keyOf(record)) ?? [];
    return alike.find(({ closing }) => closing?.how === 'decided' && closing.outcome === record.outcome) ?? alike[0];
  }

  /** The text by which a record without an id is the same on every machine. */
  keyOf({ capture, decided }: DecisionRecord): string {
    return keyOf(capture.title, decided?.on ?? '');
  }
}

function keyOf(title: string, day: string): string {
  return JSON.stringify([nameKey(title.replace(/\s+/g, ' ').trim()), day]);
}

function sourceText({ sourceSystem, sourceKey }: Pick<Item, 'sourceSystem' | 'sourceKey'>): string {
  return JSON.stringify([sourceSystem, sourceKey]);
}
