import type { Item } from '../items/item.ts';

/**
 * Which items name which others: as what is in their way, or as what their reversal opened. Apart from these, the row
 * of an item depends on nothing but the item and the day.
 */
export class Relations {
  readonly #names = new Map<string, readonly string[]>();
  readonly #namedBy = new Map<string, Set<string>>();

  /** Takes down what the item names now, in place of what it named before; undefined when there is no such item. */
  put(id: string, item: Item | undefined): void {
    const before = this.#names.get(id);
    const after = item === undefined ? none : namesOf(item);
    if (before === undefined && after.length === 0) return;
    for (const name of before ?? none) this.#namedBy.get(name)?.delete(id);
    this.#names.set(id, after);
    for (const name of after) {
      const by = this.#namedBy.get(name);
      if (by === undefined) this.#namedBy.set(name, new Set([id]));
      else by.add(id);
    }
  }

  namedBy(id: string): Iterable<string> {
    return this.#namedBy.get(id) ?? none;
  }

  /** Adds to a set of items all that they name and that name them, and so on wherever it spreads from. */
  spread(touched: Set<string>, spreadsFrom: (id: string) => boolean): void {
    // A set that grows while it is walked is walked to its end.
    for (const id of touched) {
      if (!spreadsFrom(id)) continue;
      for (const name of this.#names.get(id) ?? none) touched.add(name);
      for (const name of this.namedBy(id)) touched.add(name);
    }
  }
}

const none: readonly never[] = [];

function namesOf({ blockers, check }: Item): readonly string[] {
  const answer = check?.answer;
  if (blockers.length === 0 && answer?.how !== 'reversed') return none;
  const names = blockers.map(({ id }) => id);
  return answer?.how === 'reversed' ? [...names, answer.successor] : names;
}
