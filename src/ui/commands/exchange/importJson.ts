import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Attempt } from '../../../app/ids.ts';
import type { Done } from '../../../app/entryStore.ts';
import type { LogImportPlan } from '../../../core/exchange/json/planLogImport.ts';
import type { ReadExport } from '../../../core/exchange/json/readLogExport.ts';
import { HumanError } from '../../../core/humanError.ts';
import { isRefusal } from '../../../core/rules/refusal.ts';
import { logImportReport, sayEntryRefusal, sayLogImportCounts } from '../../../core/exchange/json/logImportText.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import { importJsonArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isArgument } from '../../programCall.ts';
import { askImport, runUntilSaved } from '../../import/askImport.ts';
import type { Rooms } from '../../commandContext.ts';

/** Takes in the entries of an exported log under their own envelopes, as one act. */
export async function importJson(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const { file, dryRun } = parseArguments(commandIds.importJson, importJsonArguments, argument);
    const told = await read(rooms, file);
    return resultOf(dryRun === true ? await plan(rooms, file, told) : (await run(rooms, file, told)).plan);
  }
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: t('Import JSON'),
      openLabel: t('Check'),
      filters: { JSON: ['json'], [t('All files')]: ['*'] },
    })) ?? [];
  if (chosen === undefined) return undefined;
  const file = chosen.fsPath;
  const told = await read(rooms, file);
  const dry = await plan(rooms, file, told);
  const next = await askImport({
    name: basename(file),
    counts: sayLogImportCounts(dry),
    added: dry.added,
    report: () => logImportReport(basename(file), dry),
    more: [],
  });
  if (next === 'cancel') return undefined;
  const imported = await runUntilSaved(rooms, (attempt) => run(rooms, file, told, attempt));
  if (imported === undefined) return undefined;
  rooms.sayDone(imported.done);
  return resultOf(imported.plan);
}

async function read(rooms: Rooms, file: string): Promise<ReadExport> {
  await rooms.loaded;
  const { readExportFile } = await import('../../../files/logExportFile.ts');
  return readExportFile(file, rooms.ledger.register.latestClock, rooms.ledger.today.clock.now());
}

async function plan(rooms: Rooms, file: string, told: ReadExport): Promise<LogImportPlan> {
  await rooms.ledger.refresh();
  const { planLogImport } = await import('../../../core/exchange/json/planLogImport.ts');
  const { register, today } = rooms.ledger;
  return planLogImport(told, { register, fileName: basename(file), today: today.day });
}

interface Imported {
  readonly plan: LogImportPlan;
  readonly done: Done;
}

async function run(rooms: Rooms, file: string, told: ReadExport, attempt?: Attempt): Promise<Imported> {
  const { planLogImport } = await import('../../../core/exchange/json/planLogImport.ts');
  let imported: LogImportPlan | undefined;
  const done = await rooms.ledger.act((context) => {
    imported = planLogImport(told, { ...context, fileName: basename(file) });
    return imported.facts;
  }, attempt);
  // Asking anew is left out when an attempt that was cut off is finished.
  imported ??= await plan(rooms, file, told);
  if (isRefusal(done)) throw new HumanError(sayRefusal(done, rooms.ledger.today.day));
  return { plan: imported, done };
}

function resultOf({ added, items, unchanged, refused, newer, takesBack }: LogImportPlan): object {
  return {
    added,
    items,
    unchanged,
    refused: refused.map(({ row, reason }) => ({ row, reason: sayEntryRefusal(reason) })),
    newer,
    takesBack,
  };
}
