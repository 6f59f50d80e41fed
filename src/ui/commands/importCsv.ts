import { basename } from 'node:path';
import * as vscode from 'vscode';
import { Attempt } from '../../app/ids.ts';
import type { Done } from '../../app/ledger.ts';
import type { Columns } from '../../core/csvImport/columns.ts';
import type { ImportPlan } from '../../core/csvImport/plan.ts';
import type { CsvTable } from '../../core/csvImport/table.ts';
import { HumanError } from '../../core/humanError.ts';
import { isRefusal } from '../../core/refusal.ts';
import { sayImportOddity, sayImportRefusal } from '../../core/wording/importReasons.ts';
import { importReport, sayImportCounts } from '../../core/wording/importReport.ts';
import { sayRefusal } from '../../core/wording/refusals.ts';
import { t } from '../../core/wording/translate.ts';
import { importArguments, parseArguments } from '../arguments.ts';
import { commandIds } from '../ids.ts';
import { reportPage } from '../pages.ts';
import { askChoice } from '../prompts/askChoice.ts';
import { askColumns } from '../prompts/askColumns.ts';
import { isArgument } from '../isArgument.ts';
import type { Rooms } from '../rooms.ts';
import { sayError } from '../say.ts';

/** Imports a CSV file: columns, then what would happen row by row, then all that can go in, in one act. */
export async function importCsv(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const { file, columns, dryRun } = parseArguments(commandIds.import, importArguments, argument);
    const table = await read(file);
    await rooms.loaded;
    if (dryRun === true) return resultOf(rooms, await plan(rooms, file, table, columns));
    return resultOf(rooms, (await run(rooms, file, table, columns)).plan);
  }
  const [chosen] = (await vscode.window.showOpenDialog(openOptions())) ?? [];
  if (chosen === undefined) return undefined;
  return importByHand(rooms, chosen.fsPath, await read(chosen.fsPath));
}

function openOptions(): vscode.OpenDialogOptions {
  return {
    title: t('Import CSV'),
    openLabel: t('Choose Columns'),
    filters: { [t('CSV files')]: ['csv', 'tsv', 'txt'], [t('All files')]: ['*'] },
  };
}

async function importByHand(rooms: Rooms, file: string, table: CsvTable): Promise<unknown> {
  const { guessColumns } = await import('../../core/csvImport/guessColumns.ts');
  let columns: Partial<Columns> = guessColumns(table.headers);
  for (;;) {
    const mapped = await askColumns(basename(file), table, columns);
    if (mapped === undefined) return undefined;
    columns = mapped;
    const dry = await plan(rooms, file, table, mapped);
    const next = await askWhatNext(rooms, file, table, mapped, dry);
    if (next === 'cancel') return undefined;
    if (next === 'columns') continue;
    const imported = await runUntilSaved(rooms, file, table, mapped);
    if (imported === undefined) return undefined;
    rooms.sayDone(imported.done);
    return resultOf(rooms, imported.plan);
  }
}

/** One attempt, tried as often as the person likes: what a full disk cut off is then finished and not begun anew. */
async function runUntilSaved(
  rooms: Rooms,
  file: string,
  table: CsvTable,
  columns: Columns,
): Promise<Imported | undefined> {
  const attempt = new Attempt(rooms.ledger.ids);
  const again = t('Try Again');
  for (;;) {
    try {
      return await run(rooms, file, table, columns, attempt);
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      if ((await sayError(error.message, again)) !== again) return undefined;
    }
  }
}

async function askWhatNext(
  rooms: Rooms,
  file: string,
  table: CsvTable,
  columns: Columns,
  dry: ImportPlan,
): Promise<'import' | 'columns' | 'cancel'> {
  const { board } = rooms.feed;
  for (;;) {
    const answer = await askChoice<'import' | 'report' | 'columns' | 'cancel'>({
      title: t('Import {0}: nothing has been saved yet', basename(file)),
      placeholder: sayImportCounts(dry),
      choices: [
        ...(dry.added > 0
          ? [
              {
                label: t('Import {0}', dry.added),
                description: t('in one act, which one undo takes back'),
                value: 'import' as const,
              },
            ]
          : []),
        { label: t('Show the report'), description: t('every row that is refused or odd, and why'), value: 'report' },
        { label: t('Change the columns'), value: 'columns' },
        { label: t('Import nothing'), value: 'cancel' },
      ],
    });
    if (answer.type !== 'given') return 'cancel';
    if (answer.value !== 'report') return answer.value;
    const text = importReport({ fileName: basename(file), table, columns, plan: dry, today: board.today });
    await vscode.commands.executeCommand('markdown.showPreview', reportPage(t('Import report'), text));
  }
}

/** The reader and the planner are loaded when something is imported, not when the window starts. */
async function read(file: string): Promise<CsvTable> {
  const { readCsvFile } = await import('../../app/csvFile.ts');
  return readCsvFile(file);
}

async function plan(rooms: Rooms, file: string, table: CsvTable, columns: Columns): Promise<ImportPlan> {
  await rooms.ledger.refresh();
  const { planImport } = await import('../../core/csvImport/plan.ts');
  const { register, today, ids } = rooms.ledger;
  return planImport(table, columns, {
    fileName: file,
    register,
    today: today.day,
    policy: rooms.settings.policy,
    idFor: (key) => ids.named(key),
  });
}

async function run(
  rooms: Rooms,
  file: string,
  table: CsvTable,
  columns: Columns,
  attempt?: Attempt,
): Promise<Imported> {
  const { planImport } = await import('../../core/csvImport/plan.ts');
  let imported: ImportPlan | undefined;
  const done = await rooms.ledger.act((context) => {
    imported = planImport(table, columns, { ...context, fileName: file, idFor: (key) => rooms.ledger.ids.named(key) });
    return imported.facts;
  }, attempt);
  // Asking the rules anew is left out when an attempt that was cut off is finished.
  imported ??= await plan(rooms, file, table, columns);
  if (isRefusal(done)) throw new HumanError(sayRefusal(done, rooms.ledger.today.day));
  return { plan: imported, done };
}

interface Imported {
  readonly plan: ImportPlan;
  readonly done: Done;
}

interface ImportResult {
  readonly added: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
  readonly odd: readonly { readonly row: number; readonly reason: string }[];
}

function resultOf(rooms: Rooms, { added, unchanged, refused, odd }: ImportPlan): ImportResult {
  const today = rooms.ledger.today.day;
  return {
    added,
    unchanged,
    refused: refused.map(({ row, reason }) => ({ row, reason: sayImportRefusal(reason, today) })),
    odd: odd.map(({ row, reason }) => ({ row, reason: sayImportOddity(reason, today) })),
  };
}
