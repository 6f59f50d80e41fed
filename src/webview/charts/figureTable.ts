import { escapeMarkdown } from '../../core/text/markdown.ts';
import { sayNumber } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';

/** The figures of a chart, as a table: for those who read rather than look, and for a note. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export function cellText(cell: string | number): string {
  return typeof cell === 'number' ? sayNumber(cell) : cell;
}

/** A heading, the sentence and the table, with people's words as plain text. */
export function markdownOf(heading: string, summary: string, { head, rows }: FigureTable): string {
  const isNumber = head.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'));
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => escapeMarkdown(cellText(cell))).join(' | ')} |`;
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

/** A page in a chart shows no more rows than can be read; the rest is counted. */
export const rowsShown = 500;

export function sayMoreRows(more: number): string {
  return t('and {0} more; copied as Markdown, all are there', sayNumber(more));
}
