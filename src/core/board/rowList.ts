import type { BoardRow } from './row.ts';

/** Negative when the first belongs before the second; 0 for the same row only. */
type Compare = (a: BoardRow, b: BoardRow) => number;

/** An immutable sorted list of rows, stored in chunks, so that a change copies one chunk instead of all rows. */
export class RowList implements Iterable<BoardRow> {
  readonly #chunks: readonly (readonly BoardRow[])[];
  #whole: readonly BoardRow[] | undefined;

  private constructor(chunks: readonly (readonly BoardRow[])[], whole?: readonly BoardRow[]) {
    this.#chunks = chunks;
    this.#whole = whole;
  }

  /** @param sorted already in order */
  static of(sorted: readonly BoardRow[]): RowList {
    return new RowList([...chunksOf(sorted)], sorted);
  }

  /** All rows in one array, created on first access. */
  get whole(): readonly BoardRow[] {
    return (this.#whole ??= ([] as BoardRow[]).concat(...this.#chunks));
  }

  /** A list without these rows, which must be in this one. */
  without(rows: readonly BoardRow[], compare: Compare): RowList {
    return this.#changed(rows, compare, (chunk, at) => chunk.toSpliced(at, 1));
  }

  /** A list with these rows inserted in order. */
  with(rows: readonly BoardRow[], compare: Compare): RowList {
    return this.#changed(rows, compare, (chunk, at, row) => chunk.toSpliced(at, 0, row));
  }

  *[Symbol.iterator](): Iterator<BoardRow> {
    for (const chunk of this.#chunks) yield* chunk;
  }

  #changed(
    rows: readonly BoardRow[],
    compare: Compare,
    change: (chunk: readonly BoardRow[], at: number, row: BoardRow) => readonly BoardRow[],
  ): RowList {
    if (rows.length === 0) return this;
    const chunks = [...this.#chunks];
    for (const row of rows) {
      // The last chunk that starts before the row, or with it.
      const at = Math.max(0, countWhile(chunks, ([first]) => compare(first!, row) <= 0) - 1);
      const chunk = chunks[at] ?? [];
      const changed = change(
        chunk,
        countWhile(chunk, (other) => compare(other, row) < 0),
        row,
      );
      chunks.splice(
        at,
        1,
        ...(changed.length > 2 * chunkLength ? chunksOf(changed) : changed.length > 0 ? [changed] : []),
      );
    }
    return new RowList(chunks);
  }
}

/** In rows: short enough for cheap copies, long enough for few chunks in a list of a hundred thousand. */
const chunkLength = 512;

function* chunksOf(sorted: readonly BoardRow[]): Iterable<readonly BoardRow[]> {
  for (let from = 0; from < sorted.length; from += chunkLength) yield sorted.slice(from, from + chunkLength);
}

/** Binary search: how many leading elements match. All that match must come before all that do not. */
function countWhile<T>(sorted: readonly T[], isBefore: (element: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
