import { scaleLog, scaleSqrt } from 'd3-scale';
import { max, min } from 'd3-array';
import { sayNumber } from '../../core/text/days.ts';
import { widthOf } from './marks.ts';
import { ticksUpTo } from './ticks.ts';
import { type TargetLine, type Band, type OpenRow, type Play, plays } from '../../core/panel/protocol.ts';

/** Position of one item in the ageing chart, in CSS pixels. */
export interface Point {
  readonly row: OpenRow;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Items that do not fit into the width of their column, drawn as one bar with their count. */
export interface Heap {
  readonly rows: readonly OpenRow[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface LabelledLine {
  readonly y: number;
  /** Position of its label, moved so that labels do not overlap. */
  readonly labelY: number;
}

export interface AgeingLayout {
  readonly width: number;
  readonly height: number;
  /** The plot area. */
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
  readonly bands: readonly (Band & LabelledLine)[];
  readonly asked: (TargetLine & LabelledLine) | undefined;
  /** Column by column, the oldest first in each. */
  readonly points: readonly Point[];
  readonly heaps: readonly Heap[];
}

export interface AgeingInput {
  readonly rows: readonly OpenRow[];
  readonly bands: readonly Band[];
  /** Target of the kind that is shown; undefined when several kinds are shown. */
  readonly asked: TargetLine | undefined;
  readonly width: number;
  /** Width of the labels at the right. */
  readonly gutter: number;
}

/** In days. Up to this age a square-root scale is legible; beyond, only a logarithm separates young items. */
const squareRootUpTo = 90;
const tickDays = [1, 2, 3, 5, 10, 20, 30, 60, 90, 180, 365, 730, 1_825, 3_650, 7_300, 14_600];
/** Height of a tick or band label. */
const labelHeight = 14;
/** Height of a heap; points closer to each other than this share one. */
const heapHeight = 16;

/** Line height of the column names. */
export const nameHeight = 14;

/** Number of lines the column names alternate on, so that names of narrow columns do not overlap. */
export function nameLines(width: number): number {
  return width < 430 ? 3 : width < 640 ? 2 : 1;
}

/** Computes all positions of the ageing chart. Pure; nearly linear, because a point is compared only with near ones. */
export function layOutAgeing({ rows, bands, asked, width, gutter }: AgeingInput): AgeingLayout {
  const height = width < 480 ? 360 : 420;
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
  const [left, right] = [16 + widthOf([sayNumber(Math.ceil(oldest * 1.2))]), width - gutter];
  const isLogarithmic = oldest > squareRootUpTo;
  const scale = isLogarithmic
    ? scaleLog([Math.max(0.85, 0.6 * youngest), oldest * 1.25], [bottom, top])
    : scaleSqrt([0.4, oldest * 1.12], [bottom, top]);
  const yOf = (days: number): number => scale(days);
  const byPlay = Map.groupBy(shown, ({ play }) => play);
  // A column without items folds away.
  const filled = plays.filter((play) => byPlay.has(play));
  const step = (right - left) / Math.max(1, filled.length);
  const columns = filled.map((play, index) => ({
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
    ticks: ticksUpTo(oldest * 1.2, tickDays, yOf, labelHeight + 4).filter(
      ({ y }) => y <= bottom && y >= top + labelHeight / 2,
    ),
    bands: withLabels(bands, yOf, top, asked === undefined ? undefined : yOf(asked.ageInDays)),
    asked: asked && { ...asked, y: yOf(asked.ageInDays), labelY: yOf(asked.ageInDays) },
    points: placed.flatMap(({ points }) => points),
    heaps: placed.flatMap(({ heaps }) => heaps),
  };
}

/** Radius by number of people waiting: grows with the square root, up to a limit. */
function radiusOf(people: number): number {
  return 4 + Math.min(7, 2.2 * Math.sqrt(people));
}

/** Places items from the oldest down, each as close to the middle of the column as there is room. */
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
    // Once a slot is full, later items in it do not fit either.
    const x = full.has(slotOf(row)) ? undefined : freeX(points, middle, y, radius, room);
    if (x === undefined) full.add(slotOf(row));
    else points.push({ row, x, y, radius });
  }
  if (full.size === 0) return { points, heaps: [] };
  // All items of a full slot become one heap, and so do points that would overlap the heap: no point is hidden.
  const fullSlots = [...full];
  const heapOf = (row: OpenRow): number | undefined => {
    const [own, y, radius] = [slotOf(row), yOf(row.ageInDays), radiusOf(row.waiting.length)];
    if (full.has(own)) return own;
    return fullSlots.find((slot) => Math.abs(slot * heapHeight - y) < radius + heapHeight / 2);
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

/** The x nearest to the middle where the point overlaps none of the placed ones; undefined when there is no room. */
function freeX(placed: readonly Point[], middle: number, y: number, radius: number, room: number): number | undefined {
  const near: Point[] = [];
  // Points are sorted by y: once one is too far above, so are all earlier ones.
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

/** Moves labels upwards where they would overlap the one below; the lines do not move. */
function withLabels(
  bands: readonly Band[],
  yOf: (days: number) => number,
  top: number,
  reservedY: number | undefined,
): (Band & LabelledLine)[] {
  let last = Infinity;
  const placed = bands.map((band) => {
    const y = yOf(band.ageInDays);
    let labelY = Math.min(y, last - labelHeight);
    if (reservedY !== undefined && Math.abs(labelY - reservedY) < labelHeight) {
      labelY = Math.min(labelY, reservedY - labelHeight);
    }
    last = labelY;
    return { ...band, y, labelY };
  });
  // What would be above the chart is moved down again, and the labels below it with it.
  let highest = top;
  return placed
    .toReversed()
    .map((band) => {
      const labelY = Math.max(band.labelY, highest);
      highest = labelY + labelHeight;
      return { ...band, labelY };
    })
    .toReversed();
}

export interface LabelPlace {
  /** Where the label begins, or ends if it stands before its point. */
  readonly x: number;
  /** Its greatest width, in pixels. */
  readonly room: number;
  readonly isBefore: boolean;
}

/**
 * Where the label of a point stands: beside it, on the side with more room until the next point at the same height or the
 * edge. On each side it begins beyond the points that touch this one.
 */
export function placeOfLabel(
  { x, y, radius }: Point,
  points: readonly Point[],
  { left, right }: Pick<AgeingLayout, 'left' | 'right'>,
): LabelPlace {
  const sameHeight = points.filter((other) => Math.abs(other.y - y) < other.radius + halfLine);
  const before = onSide(-1);
  const after = onSide(1);
  return before.room > after.room ? before : after;

  function onSide(direction: 1 | -1): LabelPlace {
    let from = x + direction * (radius + labelGap);
    let edge = direction < 0 ? left : right;
    const others = sameHeight.filter((other) => (other.x - x) * direction > 0);
    for (const other of others.toSorted((a, b) => (a.x - b.x) * direction)) {
      const near = other.x - direction * other.radius;
      if ((near - from) * direction > 0) {
        edge = near;
        break;
      }
      from = other.x + direction * (other.radius + labelGap);
    }
    return { x: from, room: (edge - from) * direction - labelGap, isBefore: direction < 0 };
  }
}

/** Between a point and its label, and half the height of a label, in pixels. */
const labelGap = 5;
const halfLine = 6;
