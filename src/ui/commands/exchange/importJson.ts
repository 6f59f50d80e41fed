import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Attempt } from '../../../app/ids.ts';
import type { ActResult } from '../../../app/entryStore.ts';
import type { LogImportPlan } from '../../../core/exchange/json/planLogImport.ts';
import type { ReadExport } from '../../../core/exchange/json/readLogExport.ts';
import { HumanError } from '../../../core/humanError.ts';
import { isRefusal } from '../../../core/rules/refusal.ts';
import { logImportReport, sayEntryRefusal, sayLogImportCounts } from '../../../core/exchange/json/logImportText.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import { importJsonArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import { askImport, runUntilSaved } from '../../import/askImport.ts';
import type { CommandContext } from '../../commandContext.ts';

/** Imports the entries of an exported log with their own envelopes, as one act. */
export async function importJson(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const { file, dryRun } = parseArguments(commandIds.importJson, importJsonArguments, argument);
    const exported = await read(context, file);
    return resultOf(dryRun === true ? await plan(context, file, exported) : (await run(context, file, exported)).plan);
  }
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: t('Import JSON'),
      openLabel: t('Check'),
      filters: { JSON: ['json'], [t('All files')]: ['*'] },
    })) ?? [];
  if (chosen === undefined) return undefined;
  const file = chosen.fsPath;
  const exported = await read(context, file);
  const dry = await plan(context, file, exported);
  const next = await askImport({
    name: basename(file),
    counts: sayLogImportCounts(dry),
    added: dry.added,
    report: () => logImportReport(basename(file), dry),
    more: [],
  });
  if (next === 'cancel') return undefined;
  const imported = await runUntilSaved(context, (attempt) => run(context, file, exported, attempt));
  if (imported === undefined) return undefined;
  context.sayDone(imported.done);
  return resultOf(imported.plan);
}

async function read(context: CommandContext, file: string): Promise<ReadExport> {
  await context.loaded;
  const { readExportFile } = await import('../../../files/logExportFile.ts');
  return readExportFile(file, context.store.today.clock.now());
}

async function plan(context: CommandContext, file: string, exported: ReadExport): Promise<LogImportPlan> {
  await context.store.refresh();
  const { planLogImport } = await import('../../../core/exchange/json/planLogImport.ts');
  const { register, today } = context.store;
  return planLogImport(exported, { register, fileName: basename(file), today: today.day });
}

interface Imported {
  readonly plan: LogImportPlan;
  readonly done: ActResult;
}

async function run(context: CommandContext, file: string, exported: ReadExport, attempt?: Attempt): Promise<Imported> {
  const { planLogImport } = await import('../../../core/exchange/json/planLogImport.ts');
  let imported: LogImportPlan | undefined;
  const done = await context.store.act((ruleContext) => {
    imported = planLogImport(exported, { ...ruleContext, fileName: basename(file) });
    return imported.facts;
  }, attempt);
  // The rules are not asked again when a retry finishes an attempt that was cut off.
  imported ??= await plan(context, file, exported);
  if (isRefusal(done)) throw new HumanError(sayRefusal(done, context.store.today.day));
  return { plan: imported, done };
}

function resultOf({ added, items, unchanged, refused, newer, undoneActs }: LogImportPlan): object {
  return {
    added,
    items,
    unchanged,
    refused: refused.map(({ row, reason }) => ({ row, reason: sayEntryRefusal(reason) })),
    newer,
    takesBack: undoneActs,
  };
}
