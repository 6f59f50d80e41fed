import type { Item } from '../../items/item.ts';
import type { CapturedFact } from '../../rules/capture.ts';
import { tidy } from '../../rules/limits.ts';
import { foldText } from '../../text/fold.ts';
import { daysBetween } from '../../time/day.ts';

/** Finds the items of rows by the keys of their tickets. */
export class KnownTickets {
  readonly #items: ReadonlyMap<string, Item>;
  readonly #idFor: (key: string) => string;
  readonly #bySource: ReadonlyMap<string | undefined, readonly Item[]>;
  readonly #taken = new Set<string>();

  constructor(items: ReadonlyMap<string, Item>, idFor: (key: string) => string) {
    this.#items = items;
    this.#idFor = idFor;
    this.#bySource = Map.groupBy(items.values(), sourceText);
  }

  /**
   * The id of the item of a ticket: of the one that has its key, or of one without a key that looks the same and so was
   * imported before keys were kept. A new one gets the same id on every machine.
   *
   * @param source the {@link sourceText} of the row
   * @param likeness what rows without a key are recognised by
   */
  idOf(capture: CapturedFact, source: string, likeness: string): string {
    // A plain number is the key of a ticket in every project.
    const isSame = (item: Item) => !isNumber(capture.sourceKey) || isAlike(item, capture);
    const found = this.#bySource.get(source)?.find(isSame) ?? this.#withoutKey(likeness);
    const first = this.#idFor(`ticket ${source}`);
    const id = found?.id ?? (this.#items.has(first) ? this.#idFor(`ticket ${source} ${likeness}`) : first);
    this.#taken.add(id);
    return id;
  }

  #withoutKey(likeness: string): Item | undefined {
    const item = this.#items.get(this.#idFor(`${likeness}#0`));
    return item === undefined || item.sourceKey !== undefined || this.#taken.has(item.id) ? undefined : item;
  }
}

/** The text of a source by which tickets are compared; undefined if there is none. */
export function sourceText({
  sourceSystem,
  sourceKey,
}: {
  readonly sourceSystem?: string | undefined;
  readonly sourceKey?: string | undefined;
}): string | undefined {
  return sourceSystem === undefined || sourceKey === undefined ? undefined : JSON.stringify([sourceSystem, sourceKey]);
}

function isNumber(key: string | undefined): boolean {
  return /^#?\d{1,12}$/.test(key ?? '');
}

/** A day apart is the same day, read in another time zone. */
function isAlike(item: Item, { title, askedOn }: CapturedFact): boolean {
  const textOf = (title: string) => foldText(tidy(title) ?? '');
  return textOf(item.title) === textOf(title) || Math.abs(daysBetween(item.askedOn, askedOn)) <= 1;
}
