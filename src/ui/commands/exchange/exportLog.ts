import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { sayExported } from '../../../core/exchange/exportText.ts';
import { t } from '../../../core/text/translate.ts';
import { exportArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isArgument } from '../../programCall.ts';
import type { Rooms } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/** Writes the whole log as one JSON file, which importing it into an empty log turns into the same log. */
export async function exportJson(rooms: Rooms, argument: unknown): Promise<unknown> {
  const title = t('Export as JSON');
  const place = await placeMeant(argument, commandIds.exportJson, title, { JSON: ['json'] });
  if (place === undefined) return undefined;
  await upToDate(rooms);
  const { log, register, today } = rooms.ledger;
  const { exportLog } = await import('../../../core/exchange/json/logExport.ts');
  const leftOut = { newer: log.newerLines, damaged: log.quarantinedLines };
  const { text, count } = exportLog(register, today.clock.now(), leftOut);
  await write(rooms, place, text);
  if (!place.isSilent) void sayInformation(sayExported(count, 'entries', place.file));
  return { file: place.file, entries: count, leftOut };
}

/** Writes every item as a row, as Import CSV reads it. */
export async function exportCsv(rooms: Rooms, argument: unknown): Promise<unknown> {
  const title = t('Export as CSV');
  const place = await placeMeant(argument, commandIds.exportCsv, title, { CSV: ['csv'] });
  if (place === undefined) return undefined;
  await upToDate(rooms);
  const { itemTable } = await import('../../../core/exchange/csv/itemTable.ts');
  const { csvText } = await import('../../../files/csvText.ts');
  const table = itemTable(rooms.ledger.register.items.values());
  await write(rooms, place, csvText(table));
  if (!place.isSilent) void sayInformation(sayExported(table.rows.length, 'items', place.file));
  return { file: place.file, items: table.rows.length };
}

interface Place {
  readonly file: string;
  readonly overwrite: boolean;
  /** A program asked, and reads the answer. */
  readonly isSilent: boolean;
}

async function placeMeant(
  argument: unknown,
  command: string,
  title: string,
  filters: Record<string, string[]>,
): Promise<Place | undefined> {
  if (isArgument(argument)) {
    const { file, overwrite } = parseArguments(command, exportArguments, argument);
    return { file, overwrite: overwrite === true, isSilent: true };
  }
  const [ending = ''] = Object.values(filters)[0] ?? [];
  const defaultUri = vscode.Uri.file(join(homedir(), `pacesetter.${ending}`));
  // The dialog asks itself whether a file that is there may be replaced.
  const chosen = await vscode.window.showSaveDialog({ title, defaultUri, filters });
  return chosen && { file: chosen.fsPath, overwrite: true, isSilent: false };
}

async function upToDate(rooms: Rooms): Promise<void> {
  await rooms.loaded;
  await rooms.ledger.refresh();
}

async function write(rooms: Rooms, { file, overwrite }: Place, text: string): Promise<void> {
  const { saveFile } = await import('../../../files/savedFile.ts');
  await saveFile(file, text, { logFolder: rooms.ledger.log.folder, overwrite });
}
