import { type Columns, importFields, unusedHeaders } from './columns.ts';
import type { ImportPlan } from './planCsvImport.ts';
import type { CsvTable } from './table.ts';
import type { Day } from '../../time/day.ts';
import { sayImportOddity, sayImportRefusal } from './reasonText.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { counted, t } from '../../text/translate.ts';

/** `720 go in · 4 are in already · 12 are refused · 2 sound closed but go in open · 9 are unusual`. */
export function sayImportCounts({ added, corrected, unchanged, refused, odd }: ImportPlan): string {
  const doneRows = new Set(odd.filter(({ reason }) => reason.odd === 'closedWithoutDay').map(({ row }) => row));
  const oddRows = new Set(odd.map(({ row }) => row).filter((row) => !doneRows.has(row))).size;
  return [
    counted(added, '{0} goes in', '{0} go in'),
    ...(corrected > 0 ? [counted(corrected, '{0} is corrected', '{0} are corrected')] : []),
    ...(unchanged > 0 ? [counted(unchanged, '{0} is in already', '{0} are in already')] : []),
    ...(refused.length > 0 ? [counted(refused.length, '{0} is refused', '{0} are refused')] : []),
    ...(doneRows.size > 0
      ? [counted(doneRows.size, '{0} sounds closed but goes in open', '{0} sound closed but go in open')]
      : []),
    ...(oddRows > 0 ? [counted(oddRows, '{0} is unusual', '{0} are unusual')] : []),
  ].join(' · ');
}

/** The counts; of a file that our own export wrote also what it cannot say: `47 go in · open ones as your move`. */
export function sayImportOutcome(plan: ImportPlan, columns: Columns): string {
  const counts = sayImportCounts(plan);
  return isOwnExport(columns) && plan.added > 0 ? t('{0} · open ones as your move', counts) : counts;
}

function isOwnExport({ pacesetterId }: Columns): boolean {
  return pacesetterId !== undefined;
}

/** The dry run as a Markdown page: the columns, then every refused or unusual row with its reason. */
export function importReport({
  fileName,
  table,
  columns,
  plan,
  today,
}: {
  readonly fileName: string;
  readonly table: CsvTable;
  readonly columns: Columns;
  readonly plan: ImportPlan;
  readonly today: Day;
}): string {
  const lines = [`# ${t('Import of {0}', escapeMarkdown(fileName))}`, ''];
  lines.push(
    counted(table.rows.length + table.brokenRows.length, '{0} row: {1}.', '{0} rows: {1}.', sayImportCounts(plan)),
    '',
  );
  if (isOwnExport(columns) && plan.added > 0) {
    lines.push(
      t(
        'Pacesetter wrote this file. A CSV does not say whose move an item is, so each open one comes in as yours, also what was sent back or handed over. Since when each person waits, holds, checks, blockers and slips are missing too. “Import JSON” brings them all.',
      ),
      '',
    );
  }
  if (table.encoding === 'windows-1252') {
    lines.push(t('The file is not valid UTF-8; it was read as Windows-1252. Look at the accents.'), '');
  }
  if (table.headerLine > 1) {
    lines.push(t('The headers are in row {0}. What stands above is not read.', table.headerLine), '');
  }
  lines.push(`## ${t('Columns')}`, '');
  for (const field of importFields) {
    const column = columns[field];
    if (column !== undefined) lines.push(`- ${field} ← ${escapeMarkdown(column)}`);
  }
  const unused = unusedHeaders(table, columns);
  if (unused.length > 0) lines.push('', t('Not used: {0}', unused.map(escapeMarkdown).join(', ')));
  const list = <R>(
    heading: string,
    rows: readonly { row: number; reason: R }[],
    say: (reason: R, today: Day) => string,
  ) => {
    if (rows.length === 0) return;
    lines.push('', `## ${heading}`, '');
    for (const { row, reason } of rows.slice(0, mostListed)) {
      lines.push(`- ${t('Row {0}: {1}', row, escapeMarkdown(say(reason, today)))}`);
    }
    const more = rows.length - mostListed;
    if (more > 0) lines.push('', counted(more, 'And {0} more.', 'And {0} more.'));
  };
  list(t('Refused: these do not go in'), plan.refused, sayImportRefusal);
  list(t('Unusual: these go in, or are in already'), plan.odd, sayImportOddity);
  return [...lines, ''].join('\n');
}

/** How many rows a list of the page has: a page of a hundred thousand freezes the editor. */
const mostListed = 1_000;
