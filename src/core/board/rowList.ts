import type { BoardRow } from './row.ts';

/** Negative when the first belongs before the second; 0 for the same row only. */
type Compare = (a: BoardRow, b: BoardRow) => number;

/**
 * Rows in order, cut into pieces, so that a change copies one piece and not all of them. A list never changes: what was
 * handed out stays as it is.
 */
export class RowList implements Iterable<BoardRow> {
  readonly #pieces: readonly (readonly BoardRow[])[];
  #whole: readonly BoardRow[] | undefined;

  private constructor(pieces: readonly (readonly BoardRow[])[], whole?: readonly BoardRow[]) {
    this.#pieces = pieces;
    this.#whole = whole;
  }

  /** @param sorted in order already */
  static of(sorted: readonly BoardRow[]): RowList {
    return new RowList([...piecesOf(sorted)], sorted);
  }

  /** All of them in one array, which is made when it is first asked for. */
  get whole(): readonly BoardRow[] {
    return (this.#whole ??= ([] as BoardRow[]).concat(...this.#pieces));
  }

  /** Without these, which stand in it. */
  without(rows: readonly BoardRow[], compare: Compare): RowList {
    return this.#changed(rows, compare, (piece, at) => piece.toSpliced(at, 1));
  }

  /** With these in their places. */
  with(rows: readonly BoardRow[], compare: Compare): RowList {
    return this.#changed(rows, compare, (piece, at, row) => piece.toSpliced(at, 0, row));
  }

  *[Symbol.iterator](): Iterator<BoardRow> {
    for (const piece of this.#pieces) yield* piece;
  }

  #changed(
    rows: readonly BoardRow[],
    compare: Compare,
    change: (piece: readonly BoardRow[], at: number, row: BoardRow) => readonly BoardRow[],
  ): RowList {
    if (rows.length === 0) return this;
    const pieces = [...this.#pieces];
    for (const row of rows) {
      // The last piece that begins before the row, or with it.
      const at = Math.max(0, countWhile(pieces, ([first]) => compare(first!, row) <= 0) - 1);
      const piece = pieces[at] ?? [];
      const changed = change(
        piece,
        countWhile(piece, (other) => compare(other, row) < 0),
        row,
      );
      pieces.splice(
        at,
        1,
        ...(changed.length > 2 * pieceLength ? piecesOf(changed) : changed.length > 0 ? [changed] : []),
      );
    }
    return new RowList(pieces);
  }
}

/** Short enough to be copied at once, long enough for a list of a hundred thousand to have few. */
const pieceLength = 512;

function* piecesOf(sorted: readonly BoardRow[]): Iterable<readonly BoardRow[]> {
  for (let from = 0; from < sorted.length; from += pieceLength) yield sorted.slice(from, from + pieceLength);
}

/** How many of the first elements all fulfil it, found by halving: those that do stand before those that do not. */
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
