import { isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../../../core/humanError.ts';
import { counted, t } from '../../../core/text/translate.ts';
import { moveLogFolderArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import { askFolder } from '../../prompts/askPath.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/**
 * Copies the log into another folder, reads it back there, and only then switches every window to it. The former folder
 * stays as it is.
 */
export async function moveLogFolder(context: CommandContext, argument: unknown): Promise<unknown> {
  const folder = await resolveFolder(argument);
  if (folder === undefined) return undefined;
  if (!isAbsolute(folder)) throw new HumanError(t('“{0}” is not a full path from the root.', folder));
  await context.loaded;
  const { maintenance } = context;
  const former = context.store.log.folder;
  let entries: number;
  try {
    entries = await maintenance.copyTo(folder);
    // Every window gets the new setting, and copies what it wrote to the former folder meanwhile.
    const settings = vscode.workspace.getConfiguration('pacesetter');
    await settings.update('logFolder', folder, vscode.ConfigurationTarget.Global);
    await maintenance.switchTo(folder);
  } catch (error) {
    if (error instanceof HumanError) throw error;
    const { message } = error as Error;
    throw new HumanError(t('The log stays where it is: {0} could not be used ({1}).', folder, message), {
      cause: error,
    });
  }
  if (isProgramCall(argument)) return { folder: join(folder, 'log'), entries, former };
  void sayInformation(
    counted(
      entries,
      'The log is now in {1}: {0} entry was copied and read back. The old folder stays as it is: {2}',
      'The log is now in {1}: {0} entries were copied and read back. The old folder stays as it is: {2}',
      folder,
      former,
    ),
  );
  return undefined;
}

async function resolveFolder(argument: unknown): Promise<string | undefined> {
  if (isProgramCall(argument)) return parseArguments(commandIds.moveLogFolder, moveLogFolderArguments, argument).folder;
  return askFolder(t('Folder for the Log'), t('Keep the Log Here'));
}
