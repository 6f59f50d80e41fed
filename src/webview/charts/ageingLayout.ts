import { scaleLog, scaleSqrt } from 'd3-scale';
import { max, min } from 'd3-array';
import { type Asked, type Band, type OpenRow, type Play, plays } from '../../core/panel/protocol.ts';

/** The place one item has in the ageing chart. */
export interface Point {
  readonly row: OpenRow;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Items too many for the width of their column, drawn as one bar with their number. */
export interface Heap {
  readonly rows: readonly OpenRow[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Mark {
  readonly y: number;
  /** Where its label stands, moved so that labels do not cover each other. */
  readonly labelY: number;
}

export interface AgeingLayout {
  readonly width: number;
  readonly height: number;
  /** The rectangle the points lie in. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly isLogarithmic: boolean;
  readonly columns: readonly {
    readonly play: Play;
    readonly x: number;
    readonly width: number;
    readonly count: number;
  }[];
  readonly ticks: readonly { readonly days: number; readonly y: number }[];
  readonly bands: readonly (Band & Mark)[];
  readonly asked: (Asked & Mark) | undefined;
  /** Column by column, the oldest first in each. */
  readonly points: readonly Point[];
  readonly heaps: readonly Heap[];
}

export interface AgeingInput {
  readonly rows: readonly OpenRow[];
  readonly bands: readonly Band[];
  /** What is asked for the kind that is shown; undefined while several kinds are. */
  readonly asked: Asked | undefined;
  readonly width: number;
  /** Width at the right that the words beside the bands need. */
  readonly gutter: number;
}

/** Ages up to here are told apart well enough by a square root; beyond, only a logarithm keeps the young ones legible. */
const squareRootUpTo = 90;
const tickDays = [1, 2, 3, 5, 10, 20, 30, 60, 90, 180, 365, 730, 1_825, 3_650, 7_300, 14_600];
/** Height a label of a tick or a band needs. */
const labelHeight = 14;
/** Height that is given to a heap; points nearer to each other than this share it. */
const heapHeight = 16;

/** Height of a line of the names below the columns. */
export const nameHeight = 14;

/** Narrow columns take turns on several lines, so that their names do not run into each other. */
export function nameLines(width: number): number {
  return width < 430 ? 3 : width < 640 ? 2 : 1;
}

/** Where everything in the ageing chart stands. Pure, and about linear: each point looks only at those near its age. */
export function layOutAgeing({ rows, bands, asked, width, gutter }: AgeingInput): AgeingLayout {
  const height = width < 480 ? 360 : 420;
  const [left, right] = [44, width - gutter];
  const [top, bottom] = [18, height - 18 - nameLines(width) * nameHeight];
  const shown = rows.filter(({ play }) => play !== undefined);
  const oldest = Math.max(
    5,
    max(shown, ({ ageInDays }) => ageInDays) ?? 0,
    ...bands.map(({ ageInDays }) => ageInDays),
    asked?.ageInDays ?? 0,
  );
  const youngest = Math.min(
    oldest / 10,
    min(shown, ({ ageInDays }) => ageInDays) ?? oldest,
    ...bands.map(({ ageInDays }) => ageInDays),
    asked?.ageInDays ?? oldest,
  );
  const isLogarithmic = oldest > squareRootUpTo;
  const scale = isLogarithmic
    ? scaleLog([Math.max(0.85, 0.6 * youngest), oldest * 1.25], [bottom, top])
    : scaleSqrt([0.4, oldest * 1.12], [bottom, top]);
  const yOf = (days: number): number => scale(days);
  const step = (right - left) / plays.length;
  const byPlay = Map.groupBy(shown, ({ play }) => play);
  const columns = plays.map((play, index) => ({
    play,
    x: left + index * step,
    width: step,
    count: byPlay.get(play)?.length ?? 0,
  }));
  const placed = columns.map((column) => placeColumn(byPlay.get(column.play) ?? [], column, yOf));
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    isLogarithmic,
    columns,
    ticks: ticksUpTo(oldest, yOf).filter(({ y }) => y <= bottom),
    bands: withLabels(bands, yOf, top, asked === undefined ? undefined : yOf(asked.ageInDays)),
    asked: asked && { ...asked, y: yOf(asked.ageInDays), labelY: yOf(asked.ageInDays) },
    points: placed.flatMap(({ points }) => points),
    heaps: placed.flatMap(({ heaps }) => heaps),
  };
}

/** Larger the more people wait: the area grows with their number. */
function radiusOf(people: number): number {
  return 4 + Math.min(7, 2.2 * Math.sqrt(people));
}

/** From the oldest down, each as near to the middle of the column as those before leave room. */
function placeColumn(
  rows: readonly OpenRow[],
  column: { readonly x: number; readonly width: number },
  yOf: (days: number) => number,
): { points: Point[]; heaps: Heap[] } {
  const middle = column.x + column.width / 2;
  const room = column.width / 2 - 3;
  const points: Point[] = [];
  const full = new Set<number>();
  const slotOf = (row: OpenRow): number => Math.round(yOf(row.ageInDays) / heapHeight);
  for (const row of rows.toSorted((a, b) => b.ageInDays - a.ageInDays)) {
    const [y, radius] = [yOf(row.ageInDays), radiusOf(row.waiting.length)];
    // Where one had no room, the next of that height has none either.
    const x = full.has(slotOf(row)) ? undefined : freeX(points, middle, y, radius, room);
    if (x === undefined) full.add(slotOf(row));
    else points.push({ row, x, y, radius });
  }
  if (full.size === 0) return { points, heaps: [] };
  // Where some had no room, all of that height become one heap, and so does what would reach under it: no point hides.
  const crowded = [...full];
  const heapOf = (row: OpenRow): number | undefined => {
    const [own, y, radius] = [slotOf(row), yOf(row.ageInDays), radiusOf(row.waiting.length)];
    if (full.has(own)) return own;
    return crowded.find((slot) => Math.abs(slot * heapHeight - y) < radius + heapHeight / 2);
  };
  const heaped = [...Map.groupBy(rows, heapOf)].flatMap(([slot, of]) => (slot === undefined ? [] : [{ slot, of }]));
  const most = Math.max(...heaped.map(({ of }) => of.length));
  return {
    points: points.filter(({ row }) => heapOf(row) === undefined),
    heaps: heaped.map(({ slot, of }) => ({
      rows: of,
      x: middle,
      y: slot * heapHeight,
      width: Math.max(28, (column.width - 6) * (of.length / most)),
    })),
  };
}

/** The place nearest to the middle where a point of that size covers none of those already there. */
function freeX(placed: readonly Point[], middle: number, y: number, radius: number, room: number): number | undefined {
  const near: Point[] = [];
  // Points come in the order of their height: once they are too far above, so are all before them.
  for (let index = placed.length - 1; index >= 0; index--) {
    const other = placed[index];
    if (other === undefined || y - other.y > 2 * 12) break;
    near.push(other);
  }
  const isFree = (x: number): boolean =>
    near.every((other) => Math.hypot(other.x - x, other.y - y) >= other.radius + radius + 1);
  for (let offset = 0; offset + radius <= room; offset += 2) {
    if (isFree(middle + offset)) return middle + offset;
    if (isFree(middle - offset)) return middle - offset;
  }
  return undefined;
}

function ticksUpTo(oldest: number, yOf: (days: number) => number): { days: number; y: number }[] {
  const ticks: { days: number; y: number }[] = [];
  for (const days of tickDays) {
    const y = yOf(days);
    const last = ticks.at(-1);
    if (days <= oldest * 1.2 && (last === undefined || last.y - y >= labelHeight + 4)) ticks.push({ days, y });
  }
  return ticks;
}

/** Labels pushed upwards where they would cover the one below; the lines stay where they are. */
function withLabels(
  bands: readonly Band[],
  yOf: (days: number) => number,
  top: number,
  taken: number | undefined,
): (Band & Mark)[] {
  let last = Infinity;
  return bands.map((band) => {
    const y = yOf(band.ageInDays);
    let labelY = Math.min(y, last - labelHeight);
    if (taken !== undefined && Math.abs(labelY - taken) < labelHeight) labelY = Math.min(labelY, taken - labelHeight);
    last = Math.max(top, labelY);
    return { ...band, y, labelY: last };
  });
}
