import type { Item } from '../items/item.ts';

/**
 * Which items name which others, as blockers or as successors of a reversal. Apart from these relations, a row depends
 * only on its item and the day.
 */
export class Relations {
  readonly #names = new Map<string, readonly string[]>();
  readonly #namedBy = new Map<string, Set<string>>();

  /** Records what the item names, replacing what it named before. Pass `undefined` when the item is gone. */
  set(id: string, item: Item | undefined): void {
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

  /** Ids of the items that name this one. */
  namedBy(id: string): Iterable<string> {
    return this.#namedBy.get(id) ?? none;
  }

  /** Adds to the set what its members name or are named by, transitively through members with `spreadsFrom`. */
  expand(touched: Set<string>, spreadsFrom: (id: string) => boolean): void {
    // The iteration includes members added meanwhile.
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
