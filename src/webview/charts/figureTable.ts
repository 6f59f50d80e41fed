import { escapeMarkdown, escapeTableCell } from '../../core/text/markdown.ts';
import { sayName, sayNumber } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';

/** The figures of a chart as a table, for screen readers and for copying as Markdown. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** `person` is the name of somebody, which leads to their page. */
export type Cell = string | number | { readonly person: string };

export function cellText(cell: Cell): string {
  if (typeof cell === 'object') return sayName(cell.person);
  return typeof cell === 'number' ? sayNumber(cell) : cell;
}

/** Heading, summary and table as Markdown. People's words are escaped. */
export function markdownOf(heading: string, summary: string, { head, rows }: FigureTable): string {
  const isNumber = head.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'));
  const line = (cells: readonly Cell[]): string =>
    `| ${cells.map((cell) => escapeTableCell(cellText(cell))).join(' | ')} |`;
  return [
    `### ${escapeMarkdown(heading)}`,
    '',
    escapeMarkdown(summary),
    '',
    line(head),
    `| ${isNumber.map((is) => (is ? '--:' : ':--')).join(' | ')} |`,
    ...rows.map(line),
    '',
  ].join('\n');
}

/** Most rows shown in a chart's table; the rest is only counted. */
export const rowsShown = 500;

export function sayMoreRows(more: number): string {
  return t('and {0} more; copied as Markdown, all are there', more);
}
