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
import {
  basisOf,
  isSameBasis,
  type Planned,
  planSilently,
  planVisibly,
  type UnfinishedPlan,
} from '../../import/planInSlices.ts';
import type { CommandContext } from '../../commandContext.ts';

/** Imports the entries of an exported log with their own envelopes, as one act. */
export async function importJson(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const { file, dryRun } = parseArguments(commandIds.importJson, importJsonArguments, argument);
    const exported = await read(context, file);
    const dry = await planSilently(await plan(context, file, exported));
    return resultOf(dryRun === true ? dry.plan : (await run(context, file, exported, dry)).plan);
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
  const dry = await planVisibly(t('Checking {0}', basename(file)), await plan(context, file, exported));
  if (dry === undefined) return undefined;
  const next = await askImport({
    name: basename(file),
    counts: sayLogImportCounts(dry.plan),
    added: dry.plan.added,
    report: () => logImportReport(basename(file), dry.plan),
    more: [],
  });
  if (next === 'cancel') return undefined;
  const imported = await runUntilSaved(context, (attempt) => run(context, file, exported, dry, attempt));
  if (imported === undefined) return undefined;
  context.sayDone(imported.done);
  return resultOf(imported.plan);
}

async function read(context: CommandContext, file: string): Promise<ReadExport> {
  await context.loaded;
  const { readExportFile } = await import('../../../files/logExportFile.ts');
  return readExportFile(file, context.store.today.clock.now());
}

async function plan(
  context: CommandContext,
  file: string,
  exported: ReadExport,
): Promise<UnfinishedPlan<LogImportPlan>> {
  await context.store.refresh();
  const { planLogImportInSteps } = await import('../../../core/exchange/json/planLogImport.ts');
  const basis = basisOf(context);
  return { basis, steps: planLogImportInSteps(exported, { ...basis, fileName: basename(file) }) };
}

interface Imported {
  readonly plan: LogImportPlan;
  readonly done: ActResult;
}

/** @param dry the plan that was shown; made anew only if the log has changed since */
async function run(
  context: CommandContext,
  file: string,
  exported: ReadExport,
  dry: Planned<LogImportPlan>,
  attempt?: Attempt,
): Promise<Imported> {
  const { planLogImport } = await import('../../../core/exchange/json/planLogImport.ts');
  let imported = dry.plan;
  const done = await context.store.act((ruleContext) => {
    if (!isSameBasis(dry.basis, basisOf(context))) {
      imported = planLogImport(exported, { ...ruleContext, fileName: basename(file) });
    }
    return imported.facts;
  }, attempt);
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
