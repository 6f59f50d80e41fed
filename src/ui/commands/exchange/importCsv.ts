import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Attempt } from '../../../app/ids.ts';
import type { ActResult } from '../../../app/entryStore.ts';
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
import { isProgramCall } from '../../programCall.ts';
import type { CommandContext } from '../../commandContext.ts';

/**
 * Imports a CSV file: asks for the columns, shows what would happen row by row, then imports all rows that are
 * accepted, in one act.
 */
export async function importCsv(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const { file, columns, dryRun } = parseArguments(commandIds.import, importArguments, argument);
    const table = await read(file);
    await context.loaded;
    if (dryRun === true) return resultOf(context, await plan(context, file, table, columns));
    return resultOf(context, (await run(context, file, table, columns)).plan);
  }
  const [chosen] = (await vscode.window.showOpenDialog(openOptions())) ?? [];
  if (chosen === undefined) return undefined;
  return importByHand(context, chosen.fsPath, await read(chosen.fsPath));
}

function openOptions(): vscode.OpenDialogOptions {
  return {
    title: t('Import CSV'),
    openLabel: t('Choose Columns'),
    filters: { [t('CSV files')]: ['csv', 'tsv', 'txt'], [t('All files')]: ['*'] },
  };
}

async function importByHand(context: CommandContext, file: string, table: CsvTable): Promise<unknown> {
  const { guessColumns } = await import('../../../core/exchange/csv/guessColumns.ts');
  const remembered = rememberedColumns(context.memory, table.headers);
  let columns: Partial<Columns> = remembered ?? guessColumns(table.headers);
  for (;;) {
    const mapped = await askColumns(basename(file), table, columns, remembered !== undefined);
    if (mapped === undefined) return undefined;
    columns = mapped;
    const dry = await plan(context, file, table, mapped);
    const next = await askImport<'columns'>({
      name: basename(file),
      counts: sayImportCounts(dry),
      added: dry.added,
      report: () =>
        importReport({ fileName: basename(file), table, columns: mapped, plan: dry, today: context.feed.board.today }),
      more: [{ label: t('Change the columns'), value: 'columns' }],
    });
    if (next === 'cancel') return undefined;
    if (next === 'columns') continue;
    const imported = await runUntilSaved(context, (attempt) => run(context, file, table, mapped, attempt));
    if (imported === undefined) return undefined;
    await rememberColumns(context.memory, table.headers, mapped);
    context.sayDone(imported.done);
    return resultOf(context, imported.plan);
  }
}

/** Loads the reader on first use, not when the window starts. */
async function read(file: string): Promise<CsvTable> {
  const { readCsvFile } = await import('../../../files/csvFile.ts');
  return readCsvFile(file);
}

async function plan(context: CommandContext, file: string, table: CsvTable, columns: Columns): Promise<ImportPlan> {
  await context.store.refresh();
  const { planImport } = await import('../../../core/exchange/csv/planCsvImport.ts');
  const { register, today, ids } = context.store;
  return planImport(table, columns, {
    fileName: file,
    register,
    today: today.day,
    policy: context.settings.policy,
    idFor: (key) => ids.named(key),
  });
}

async function run(
  context: CommandContext,
  file: string,
  table: CsvTable,
  columns: Columns,
  attempt?: Attempt,
): Promise<Imported> {
  const { planImport } = await import('../../../core/exchange/csv/planCsvImport.ts');
  let imported: ImportPlan | undefined;
  const done = await context.store.act((ruleContext) => {
    imported = planImport(table, columns, {
      ...ruleContext,
      fileName: file,
      idFor: (key) => context.store.ids.named(key),
    });
    return imported.facts;
  }, attempt);
  // The rules are not asked again when a retry finishes an attempt that was cut off.
  imported ??= await plan(context, file, table, columns);
  if (isRefusal(done)) throw new HumanError(sayRefusal(done, context.store.today.day));
  return { plan: imported, done };
}

interface Imported {
  readonly plan: ImportPlan;
  readonly done: ActResult;
}

interface ImportResult {
  readonly added: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
  readonly odd: readonly { readonly row: number; readonly reason: string }[];
}

function resultOf(context: CommandContext, { added, unchanged, refused, odd }: ImportPlan): ImportResult {
  const today = context.store.today.day;
  return {
    added,
    unchanged,
    refused: refused.map(({ row, reason }) => ({ row, reason: sayImportRefusal(reason, today) })),
    odd: odd.map(({ row, reason }) => ({ row, reason: sayImportOddity(reason, today) })),
  };
}
