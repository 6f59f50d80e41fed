import { basename, join } from 'node:path';
import { readRecordFolder } from '../../../files/recordFolder.ts';
import { checkFolder, saveFile } from '../../../files/savedFile.ts';
import { planRecordImportInSteps, type RecordImportPlan } from '../../../core/exchange/madr/planRecordImport.ts';
import { planRecords } from '../../../core/exchange/madr/planRecords.ts';
import {
  recordImportReport,
  sayRecordImportCounts,
  sayRecordRefusal,
  sayRecordsWritten,
} from '../../../core/exchange/madr/recordImportText.ts';
import { t } from '../../../core/text/translate.ts';
import { exportRecordsArguments, importRecordsArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import { askAndImport, type ImportSource, runImport } from '../../import/runImport.ts';
import { askFolder } from '../../prompts/askPath.ts';
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
  await checkFolder(folder, log.folder);
  const files = await readRecordFolder(folder);
  const plan = planRecords(register.items.values(), files, context.settings.policy.calendar);
  const place = { logFolder: log.folder, overwrite: false };
  for (const { name, text } of plan.files) await saveFile(join(folder, name), text, place);
  if (!isProgramCall(argument)) void sayInformation(sayRecordsWritten(plan, folder));
  return { folder, written: plan.files.map(({ name }) => name), there: plan.existing, outdated: plan.outdated };
}

/** Imports a folder of records as decided items, in one act. */
export async function importDecisionRecords(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const { folder, dryRun } = parseArguments(commandIds.importDecisionRecords, importRecordsArguments, argument);
    return runImport(context, await open(context, folder), dryRun);
  }
  const folder = await askFolder(t('Import Decision Records'), t('Check'));
  return folder === undefined ? undefined : askAndImport(context, await open(context, folder));
}

async function open({ store }: CommandContext, folder: string): Promise<ImportSource<RecordImportPlan>> {
  const files = await readRecordFolder(folder);
  const name = basename(folder);
  return {
    name,
    plan: (basis) =>
      planRecordImportInSteps(files, { ...basis, folderName: name, idFor: (key) => store.ids.named(key) }),
    counts: sayRecordImportCounts,
    report: (plan) => recordImportReport(name, plan, store.today.day),
    result: ({ added, unchanged, refused, shortened }) => ({
      added,
      unchanged,
      refused: refused.map(({ file, reason }) => ({ file, reason: sayRecordRefusal(reason, store.today.day) })),
      shortened,
    }),
  };
}
