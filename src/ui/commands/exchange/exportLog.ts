import { itemTable } from '../../../core/exchange/csv/itemTable.ts';
import { sayExportedEntries, sayExportedItems } from '../../../core/exchange/exportText.ts';
import { exportLog } from '../../../core/exchange/json/logExport.ts';
import { saveFile } from '../../../files/savedFile.ts';
import { writeCsv } from '../../../files/writeCsv.ts';
import { t } from '../../../core/text/translate.ts';
import { exportArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';
import { askSavePath } from '../../prompts/askPath.ts';

/** Writes the whole log as one JSON file. Importing it into an empty log gives the same log. */
export async function exportJson(context: CommandContext, argument: unknown): Promise<unknown> {
  const title = t('Export as JSON');
  const place = await resolvePlace(argument, commandIds.exportJson, title, { JSON: ['json'] });
  if (place === undefined) return undefined;
  await upToDate(context);
  const { log, register, today, ahead } = context.store;
  const overwritten = register.conflicts.reduce((sum, { others }) => sum + others.length, 0);
  const leftOut = {
    newer: log.newerFiles.reduce((sum, { count }) => sum + count, 0),
    damaged: log.quarantinedLines + ahead.length + overwritten,
  };
  const { text, count } = exportLog(register, today.clock.now(), leftOut);
  await write(context, place, text);
  if (!place.isSilent) void sayInformation(sayExportedEntries(count, place.file));
  return { file: place.file, entries: count, leftOut };
}

/** Writes every item but clarity items as a row that Import CSV can read. */
export async function exportCsv(context: CommandContext, argument: unknown): Promise<unknown> {
  const title = t('Export as CSV');
  const place = await resolvePlace(argument, commandIds.exportCsv, title, { CSV: ['csv'] });
  if (place === undefined) return undefined;
  await upToDate(context);
  const { items } = context.store.register;
  const table = itemTable(items.values(), context.settings.policy.calendar);
  const count = table.rows.length;
  const leftOut = { clarity: items.size - count };
  await write(context, place, writeCsv(table));
  if (!place.isSilent) void sayInformation(sayExportedItems(count, leftOut.clarity, place.file));
  return { file: place.file, items: count, leftOut };
}

interface Place {
  readonly file: string;
  readonly overwrite: boolean;
  /** No message is shown: a program called, and reads the result. */
  readonly isSilent: boolean;
}

async function resolvePlace(
  argument: unknown,
  command: string,
  title: string,
  filters: Record<string, string[]>,
): Promise<Place | undefined> {
  if (isProgramCall(argument)) {
    const { file, overwrite } = parseArguments(command, exportArguments, argument);
    return { file, overwrite: overwrite === true, isSilent: true };
  }
  const [extension = ''] = Object.values(filters)[0] ?? [];
  const file = await askSavePath({ title, name: `pacesetter.${extension}`, filters });
  return file === undefined ? undefined : { file, overwrite: true, isSilent: false };
}

async function upToDate(context: CommandContext): Promise<void> {
  await context.loaded;
  await context.store.refresh();
}

async function write(context: CommandContext, { file, overwrite }: Place, text: string): Promise<void> {
  await saveFile(file, text, { logFolder: context.store.log.folder, overwrite });
}
