import * as vscode from 'vscode';
import { type Columns, type ImportField, importFields } from '../../core/exchange/csv/columns.ts';
import type { CsvTable } from '../../core/exchange/csv/table.ts';
import { startOfText } from '../../core/text/clean.ts';
import { t } from '../../core/text/translate.ts';
import { askChoice } from '../prompts/askChoice.ts';
import { wordsFor } from '../../core/text/words.ts';

/** Shows the column of each field and lets the person change it. Undefined if cancelled. */
export async function askColumns(
  fileName: string,
  table: CsvTable,
  guessed: Partial<Columns>,
  isRemembered = false,
): Promise<Columns | undefined> {
  const columns: Partial<Record<ImportField, string | undefined>> = { ...guessed };
  for (;;) {
    const { title } = columns;
    const answer = await askChoice<ImportField | 'check'>({
      title: t('Import {0}: which column says what?', fileName),
      placeholder:
        title === undefined
          ? t('Pick Title first: which column says what waits?')
          : isRemembered
            ? t('You used these columns for such a file before. Check them, or pick one to change it.')
            : t('Check these columns, or pick one to change it.'),
      choices: [
        ...(title === undefined
          ? []
          : [
              {
                label: t('Check with these columns'),
                description: t('shows what would go in; saves nothing yet'),
                iconPath: new vscode.ThemeIcon('checklist'),
                value: 'check' as const,
              },
            ]),
        ...importFields.map((field) => ({
          label: sayImportField(field),
          description: columns[field] === undefined ? t('no column') : `← ${columns[field]}`,
          detail: sampleOf(table, columns[field]),
          value: field,
        })),
      ],
    });
    if (answer.type !== 'given') return undefined;
    if (answer.value !== 'check') await changeColumn(table, columns, answer.value);
    else if (title !== undefined) return { ...columns, title };
  }
}

async function changeColumn(
  table: CsvTable,
  columns: Partial<Record<ImportField, string | undefined>>,
  field: ImportField,
): Promise<void> {
  const answer = await askChoice<string | undefined>({
    title: t('Which column is “{0}”?', sayImportField(field)),
    placeholder: columns[field] ?? t('no column'),
    choices: [
      ...table.headers.map((header) => ({ label: header, description: sampleOf(table, header), value: header })),
      ...(field === 'title' ? [] : [{ label: t('no column'), value: undefined }]),
    ],
  });
  if (answer.type === 'given') columns[field] = answer.value;
}

/** The first cells of a column that are not empty, so that a wrong guess is visible. */
function sampleOf(table: CsvTable, header: string | undefined): string {
  const index = header === undefined ? -1 : table.headers.indexOf(header);
  if (index < 0) return '';
  const cells: string[] = [];
  for (const row of table.rows) {
    const cell = row.cells[index]?.replace(/\s+/g, ' ').trim();
    if (cell) cells.push(cell.length > 30 ? `${startOfText(cell, 29)}…` : cell);
    if (cells.length === 3) break;
  }
  return cells.join(' · ');
}

const sayImportField = wordsFor<ImportField>({
  pacesetterId: () => t('Id in Pacesetter'),
  title: () => t('Title'),
  kind: () => t('Kind'),
  door: () => t('Door'),
  askedOn: () => t('Asked day'),
  askedBy: () => t('Asked by'),
  promisedOn: () => t('Promised day'),
  closedOn: () => t('Closing day'),
  closedAs: () => t('Closed as'),
  outcome: () => t('Outcome'),
  because: () => t('Because'),
  waiting: () => t('Who waits'),
  owedBy: () => t('Owed by'),
  tags: () => t('Tags'),
  link: () => t('Link'),
  note: () => t('Note'),
});
