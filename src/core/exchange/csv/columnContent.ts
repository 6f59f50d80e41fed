import { saysNothing } from '../cells/emptyCell.ts';
import { startOfText } from '../../text/clean.ts';
import { readDay } from '../cells/dayCell.ts';
import { isTicked } from '../cells/statusCell.ts';
import type { CsvTable } from './table.ts';

/** What the cells of a column look like, from the first rows that say something. */
export interface ColumnContent {
  readonly isEmpty: boolean;
  /** At least half of the cells are days. */
  readonly hasDays: boolean;
  /** Yes and no, or crosses. */
  readonly hasTicks: boolean;
  /** Numbers, or keys such as `PAY-12`, and no words. */
  readonly hasIds: boolean;
  /** Keys or addresses, of which no row has that of another. Numbers are none: every list counts from 1. */
  readonly hasKeys: boolean;
  /** Addresses of the web. */
  readonly hasLinks: boolean;
}

export function contentOf({ rows }: Pick<CsvTable, 'rows'>, column: number): ColumnContent {
  const cells: string[] = [];
  for (const row of rows) {
    const cell = startOfText(row.cells[column]?.trim() ?? '', longestCell);
    if (!saysNothing(cell)) cells.push(cell);
    if (cells.length === sampledCells) break;
  }
  const most = (is: (cell: string) => boolean, share: number) =>
    cells.length > 0 && cells.filter(is).length >= share * cells.length;
  const hasKeys = most((cell) => (idShape.test(cell) && !numberShape.test(cell)) || linkShape.test(cell), 0.9);
  return {
    isEmpty: cells.length === 0,
    hasDays: most((cell) => readDay(cell) !== 'unreadableDay', 0.5),
    hasTicks: most((cell) => isTicked(cell) !== undefined, 1),
    hasIds: most((cell) => idShape.test(cell), 0.9),
    hasLinks: most((cell) => linkShape.test(cell), 0.5),
    hasKeys: hasKeys && isUnique(rows, column),
  };
}

function isUnique(rows: CsvTable['rows'], column: number): boolean {
  const filled = rows.map(({ cells }) => cells[column]?.trim() ?? '').filter((cell) => !saysNothing(cell));
  return new Set(filled).size === filled.length;
}

const sampledCells = 50;
/** What of a cell is looked at, in UTF-16 code units: more than any day or key has. */
const longestCell = 200;

const numberShape = /^#?\d+(?:[.,]\d+)*(?:E\+\d+)?%?$/i;
const linkShape = /^https?:\/\/\S+$/i;
/** A number, a key, or the letters and digits that programs make up. */
const idShape = new RegExp(
  String.raw`${numberShape.source}|^(?:[\p{Letter}\w./-]{1,40}[#-]\d+|(?=\S*\d)[0-9a-f]{6,}(?:-[0-9a-f]+)*|(?=\S*\d)\w{8,40})$`,
  'iu',
);
