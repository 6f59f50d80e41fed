import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import type { Attempt } from '../../../app/ids.ts';
import type { ActResult } from '../../../app/entryStore.ts';
import type { ReadFile } from '../../../files/recordFolder.ts';
import type { RecordImportPlan } from '../../../core/exchange/madr/planRecordImport.ts';
import { HumanError } from '../../../core/humanError.ts';
import { isRefusal } from '../../../core/rules/refusal.ts';
import {
  recordImportReport,
  sayRecordImportCounts,
  sayRecordRefusal,
  sayRecordsWritten,
} from '../../../core/exchange/madr/recordImportText.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import { exportRecordsArguments, importRecordsArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import { askImport, runUntilSaved } from '../../import/askImport.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/** Writes a record of MADR 4 for each decided item that has none in the folder. Existing files are not changed. */
export async function exportDecisionRecords(context: CommandContext, argument: unknown): Promise<unknown> {
  const folder = isProgramCall(argument)
    ? parseArguments(commandIds.exportDecisionRecords, exportRecordsArguments, argument).folder
    : await askFolder(t('Export Decision Records'), t('Write Them Here'));
  if (folder === undefined) return undefined;
  await context.loaded;
  await context.store.refresh();
  const { log, register } = context.store;
  const { checkFolder, saveFile } = await import('../../../files/savedFile.ts');
  await checkFolder(folder, log.folder);
  const files = await readFolder(folder);
  const { planRecords } = await import('../../../core/exchange/madr/planRecords.ts');
  const plan = planRecords(register.items.values(), files);
  const place = { logFolder: log.folder, overwrite: false };
  for (const { name, text } of plan.files) await saveFile(join(folder, name), text, place);
  if (!isProgramCall(argument)) void sayInformation(sayRecordsWritten(plan, folder));
  return { folder, written: plan.files.map(({ name }) => name), there: plan.existing, outdated: plan.outdated };
}

/** Imports a folder of records as decided items, in one act. */
export async function importDecisionRecords(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const { folder, dryRun } = parseArguments(commandIds.importDecisionRecords, importRecordsArguments, argument);
    const files = await readFolder(folder);
    await context.loaded;
    return resultOf(
      context,
      dryRun === true ? await plan(context, folder, files) : (await run(context, folder, files)).plan,
    );
  }
  const folder = await askFolder(t('Import Decision Records'), t('Check'));
  if (folder === undefined) return undefined;
  const files = await readFolder(folder);
  await context.loaded;
  const dry = await plan(context, folder, files);
  const next = await askImport({
    name: basename(folder),
    counts: sayRecordImportCounts(dry),
    added: dry.added,
    report: () => recordImportReport(basename(folder), dry, context.store.today.day),
    more: [],
  });
  if (next === 'cancel') return undefined;
  const imported = await runUntilSaved(context, (attempt) => run(context, folder, files, attempt));
  if (imported === undefined) return undefined;
  context.sayDone(imported.done);
  return resultOf(context, imported.plan);
}

async function askFolder(title: string, openLabel: string): Promise<string | undefined> {
  const options = { title, openLabel, canSelectFiles: false, canSelectFolders: true };
  return (await vscode.window.showOpenDialog(options))?.[0]?.fsPath;
}

/** Loads the reader on first use, not when the window starts. */
async function readFolder(folder: string): Promise<ReadFile[]> {
  const { readRecordFolder } = await import('../../../files/recordFolder.ts');
  return readRecordFolder(folder);
}

async function plannerFor(
  context: CommandContext,
  folder: string,
  files: readonly ReadFile[],
): Promise<() => RecordImportPlan> {
  const { planRecordImport } = await import('../../../core/exchange/madr/planRecordImport.ts');
  const { register, today, ids } = context.store;
  return () =>
    planRecordImport(files, {
      folderName: basename(folder),
      register,
      today: today.day,
      policy: context.settings.policy,
      idFor: (key) => ids.named(key),
    });
}

async function plan(context: CommandContext, folder: string, files: readonly ReadFile[]): Promise<RecordImportPlan> {
  await context.store.refresh();
  return (await plannerFor(context, folder, files))();
}

async function run(
  context: CommandContext,
  folder: string,
  files: readonly ReadFile[],
  attempt?: Attempt,
): Promise<{ readonly plan: RecordImportPlan; readonly done: ActResult }> {
  const planNow = await plannerFor(context, folder, files);
  let imported: RecordImportPlan | undefined;
  const done = await context.store.act(() => (imported = planNow()).facts, attempt);
  // The rules are not asked again when a retry finishes an attempt that was cut off.
  imported ??= planNow();
  if (isRefusal(done)) throw new HumanError(sayRefusal(done, context.store.today.day));
  return { plan: imported, done };
}

function resultOf(context: CommandContext, { added, unchanged, refused, shortened }: RecordImportPlan): object {
  const today = context.store.today.day;
  return {
    added,
    unchanged,
    refused: refused.map(({ file, reason }) => ({ file, reason: sayRecordRefusal(reason, today) })),
    shortened,
  };
}
