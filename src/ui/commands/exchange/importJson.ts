import { basename } from 'node:path';
import { readExportFile } from '../../../files/logExportFile.ts';
import { type LogImportPlan, planLogImportInSteps } from '../../../core/exchange/json/planLogImport.ts';
import { logImportReport, sayEntryRefusal, sayLogImportCounts } from '../../../core/exchange/json/logImportText.ts';
import { t } from '../../../core/text/translate.ts';
import { importJsonArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import { askAndImport, type ImportSource, runImport } from '../../import/runImport.ts';
import { askFile } from '../../prompts/askPath.ts';
import type { CommandContext } from '../../commandContext.ts';

/** Imports the entries of an exported log with their own envelopes, as one act. */
export async function importJson(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const { file, dryRun } = parseArguments(commandIds.importJson, importJsonArguments, argument);
    return runImport(context, await open(context, file), dryRun);
  }
  const file = await askFile(t('Import JSON'), t('Check'), { JSON: ['json'], [t('All files')]: ['*'] });
  return file === undefined ? undefined : askAndImport(context, await open(context, file));
}

async function open(context: CommandContext, file: string): Promise<ImportSource<LogImportPlan>> {
  const name = basename(file);
  const exported = await readExportFile(file, context.store.today.clock.now());
  return {
    name,
    plan: (basis) => planLogImportInSteps(exported, { ...basis, fileName: name }),
    counts: sayLogImportCounts,
    report: (plan) => logImportReport(name, plan),
    result: ({ added, items, unchanged, refused, newer, undoneActs }) => ({
      added,
      items,
      unchanged,
      refused: refused.map(({ row, reason }) => ({ row, reason: sayEntryRefusal(reason) })),
      newer,
      takesBack: undoneActs,
    }),
  };
}
