import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Attempt } from '../../../app/ids.ts';
import type { Done } from '../../../app/entryStore.ts';
import type { Columns } from '../../../core/exchange/csv/columns.ts';
import type { ImportPlan } from '../../../core/exchange/csv/planCsvImport.ts';
import type { CsvTable } from '../../../core/exchange/csv/table.ts';
import { HumanError } from '../../../core/humanError.ts';
import { isRefusal } from '../../../core/rules/refusal.ts';
import { sayImportOddity, sayImportRefusal } from '../../../core/exchange/csv/reasonText.ts';
import { importReport, sayImportCounts } from '../../../core/exchange/csv/reportText.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import { importArguments, parseArguments } from '../../arguments.ts';
import { rememberColumns, rememberedColumns } from '../../import/columnMemory.ts';
import { commandIds } from '../../commandIds.ts';
import { askColumns } from '../../import/askColumns.ts';
import { askImport, runUntilSaved } from '../../import/askImport.ts';
import { isArgument } from '../../programCall.ts';
import type { Rooms } from '../../commandContext.ts';

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
  const { guessColumns } = await import('../../../core/exchange/csv/guessColumns.ts');
  const remembered = rememberedColumns(rooms.memory, table.headers);
  let columns: Partial<Columns> = remembered ?? guessColumns(table.headers);
  for (;;) {
    const mapped = await askColumns(basename(file), table, columns, remembered !== undefined);
    if (mapped === undefined) return undefined;
    columns = mapped;
    const dry = await plan(rooms, file, table, mapped);
    const next = await askImport<'columns'>({
      name: basename(file),
      counts: sayImportCounts(dry),
      added: dry.added,
      report: () =>
        importReport({ fileName: basename(file), table, columns: mapped, plan: dry, today: rooms.feed.board.today }),
      more: [{ label: t('Change the columns'), value: 'columns' }],
    });
    if (next === 'cancel') return undefined;
    if (next === 'columns') continue;
    const imported = await runUntilSaved(rooms, (attempt) => run(rooms, file, table, mapped, attempt));
    if (imported === undefined) return undefined;
    await rememberColumns(rooms.memory, table.headers, mapped);
    rooms.sayDone(imported.done);
    return resultOf(rooms, imported.plan);
  }
}

/** The reader and the planner are loaded when something is imported, not when the window starts. */
async function read(file: string): Promise<CsvTable> {
  const { readCsvFile } = await import('../../../files/csvFile.ts');
  return readCsvFile(file);
}

async function plan(rooms: Rooms, file: string, table: CsvTable, columns: Columns): Promise<ImportPlan> {
  await rooms.ledger.refresh();
  const { planImport } = await import('../../../core/exchange/csv/planCsvImport.ts');
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
  const { planImport } = await import('../../../core/exchange/csv/planCsvImport.ts');
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
