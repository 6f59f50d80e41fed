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
import {
  basisOf,
  isSameBasis,
  type Planned,
  planSilently,
  planVisibly,
  type UnfinishedPlan,
} from '../../import/planInSlices.ts';
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
    const dry = await planSilently(await plan(context, file, table, columns));
    return resultOf(context, dryRun === true ? dry.plan : (await run(context, file, table, columns, dry)).plan);
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
    const dry = await planVisibly(t('Checking {0}', basename(file)), await plan(context, file, table, mapped));
    if (dry === undefined) return undefined;
    const next = await askImport<'columns'>({
      name: basename(file),
      counts: sayImportCounts(dry.plan),
      added: dry.plan.added,
      report: () =>
        importReport({
          fileName: basename(file),
          table,
          columns: mapped,
          plan: dry.plan,
          today: context.feed.board.today,
        }),
      more: [{ label: t('Change the columns'), value: 'columns' }],
    });
    if (next === 'cancel') return undefined;
    if (next === 'columns') continue;
    const imported = await runUntilSaved(context, (attempt) => run(context, file, table, mapped, dry, attempt));
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

async function plan(
  context: CommandContext,
  file: string,
  table: CsvTable,
  columns: Columns,
): Promise<UnfinishedPlan<ImportPlan>> {
  await context.store.refresh();
  const { planImportInSteps } = await import('../../../core/exchange/csv/planCsvImport.ts');
  const basis = basisOf(context);
  const idFor = (key: string): string => context.store.ids.named(key);
  return { basis, steps: planImportInSteps(table, columns, { ...basis, fileName: file, idFor }) };
}

/** @param dry the plan that was shown; made anew only if the log has changed since */
async function run(
  context: CommandContext,
  file: string,
  table: CsvTable,
  columns: Columns,
  dry: Planned<ImportPlan>,
  attempt?: Attempt,
): Promise<Imported> {
  const { planImport } = await import('../../../core/exchange/csv/planCsvImport.ts');
  let imported = dry.plan;
  const done = await context.store.act((ruleContext) => {
    if (!isSameBasis(dry.basis, basisOf(context))) {
      imported = planImport(table, columns, {
        ...ruleContext,
        fileName: file,
        idFor: (key) => context.store.ids.named(key),
      });
    }
    return imported.facts;
  }, attempt);
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
