import * as vscode from 'vscode';
import { type Columns, type ImportField, importFields, unusedHeaders } from '../../core/exchange/csv/columns.ts';
import type { CsvTable } from '../../core/exchange/csv/table.ts';
import { type DayOrder, readDay } from '../../core/exchange/cells/dayCell.ts';
import { startOfText } from '../../core/text/clean.ts';
import { sayDay } from '../../core/text/days.ts';
import { type Day, isDay } from '../../core/time/day.ts';
import { t } from '../../core/text/translate.ts';
import { askChoice } from '../prompts/askChoice.ts';
import { wordsFor } from '../../core/text/words.ts';

/** Shows the column of each field and lets the person change it, or say which row holds the headers. Undefined if cancelled. */
export async function askColumns(
  fileName: string,
  table: CsvTable,
  guessed: Partial<Columns>,
  isRemembered = false,
): Promise<Columns | 'headerRow' | undefined> {
  const columns: Partial<Record<ImportField, string | undefined>> = { ...guessed };
  for (;;) {
    const { title } = columns;
    const answer = await askChoice<ImportField | 'check' | 'headerRow'>({
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
                detail: sayUnused(table, columns),
                iconPath: new vscode.ThemeIcon('checklist'),
                value: 'check' as const,
              },
            ]),
        {
          label: t('Headers in row {0}', table.headerLine),
          description: t('pick another row if these are no headers'),
          value: 'headerRow' as const,
        },
        ...importFields.map((field) => ({
          label: sayImportField(field),
          description: columns[field] === undefined ? t('no column') : `← ${columns[field]}`,
          detail: sampleOf(table, columns[field]),
          value: field,
        })),
      ],
    });
    if (answer.type !== 'given') return undefined;
    if (answer.value === 'headerRow') return 'headerRow';
    if (answer.value !== 'check') await changeColumn(table, columns, answer.value);
    else if (title !== undefined) return { ...columns, title };
  }
}

/** Asks which row of the file holds the headers. Undefined if cancelled. */
export async function askHeaderRow(fileName: string, { topRows, headerLine }: CsvTable): Promise<number | undefined> {
  const answer = await askChoice<number>({
    title: t('Import {0}: which row holds the headers?', fileName),
    placeholder: t('Headers in row {0}', headerLine),
    choices: topRows.map(({ line, cells }) => ({
      label: t('Row {0}', line),
      description: cells
        .map((cell) => shortened(cell.replace(/\s+/g, ' ').trim()))
        .filter(Boolean)
        .slice(0, 8)
        .join(' · '),
      value: line,
    })),
  });
  return answer.type === 'given' ? answer.value : undefined;
}

/** Asks whether the day or the month comes first, once for the whole file. Undefined if cancelled. */
export async function askDayOrder(fileName: string, cell: string, today: Day): Promise<DayOrder | undefined> {
  const choice = (order: DayOrder, label: string) => {
    const day = readDay(cell, order);
    return { label, description: isDay(day) ? `${cell} → ${sayDay(day, today)}` : cell, value: order };
  };
  const answer = await askChoice<DayOrder>({
    title: t('Import {0}: what comes first in a day?', fileName),
    placeholder: t('“{0}” could be two days, and nothing in the file says which.', cell),
    choices: [choice('dayFirst', t('The day comes first')), choice('monthFirst', t('The month comes first'))],
  });
  return answer.type === 'given' ? answer.value : undefined;
}

/** The columns that are not used, of which trackers write dozens: the first of them. The report has all. */
function sayUnused(table: CsvTable, columns: Parameters<typeof unusedHeaders>[1]): string {
  const unused = unusedHeaders(table, columns);
  const more = unused.length > namedUnused ? ' …' : '';
  return unused.length === 0 ? '' : t('Not used: {0}', `${unused.slice(0, namedUnused).join(', ')}${more}`);
}

const namedUnused = 12;

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
    if (cell) cells.push(shortened(cell));
    if (cells.length === 3) break;
  }
  return cells.join(' · ');
}

function shortened(cell: string): string {
  return cell.length > 30 ? `${startOfText(cell, 29)}…` : cell;
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
  withdrawnOn: () => t('Withdrawal day'),
  status: () => t('Status'),
  outcome: () => t('Outcome'),
  because: () => t('Because'),
  waiting: () => t('Who waits'),
  owedBy: () => t('Owed by'),
  tags: () => t('Tags'),
  link: () => t('Link'),
  note: () => t('Note'),
  sourceSystem: () => t('Tool it comes from'),
  sourceKey: () => t('Key in that tool'),
});
