/** The rows of a long table that are built: those in sight and a few around them. */
export interface RowsInSight {
  readonly scrollTop: number;
  /** Height of the box that scrolls. */
  readonly height: number;
  /** All rows are equally high. */
  readonly rowHeight: number;
  readonly count: number;
  /** Index of the row with the focus, which stays built wherever the box is scrolled to. */
  readonly focused: number | undefined;
}

/** Rows that are built above and below those in sight, so that the next one is there when a key goes to it. */
const around = 8;

/** The indexes of the rows to build, ascending. */
export function rowsInSight({ scrollTop, height, rowHeight, count, focused }: RowsInSight): number[] {
  const first = Math.max(0, Math.min(Math.floor(scrollTop / rowHeight), count - 1) - around);
  const last = Math.min(count - 1, Math.ceil((scrollTop + height) / rowHeight) + around);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (focused === undefined || focused < 0 || focused >= count) return rows;
  if (focused < first) return [focused, ...rows];
  return focused > last ? [...rows, focused] : rows;
}

/** Where the box has to be scrolled to for a row to be in sight; where it is, if it is in sight already. */
export function scrollTopFor(
  index: number,
  { scrollTop, height, rowHeight }: Pick<RowsInSight, 'scrollTop' | 'height' | 'rowHeight'>,
): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop;
}
