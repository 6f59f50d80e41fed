import { join } from 'node:path';
import * as vscode from 'vscode';
import { RequestsConnection } from '../../../app/requestsConnection.ts';
import type { LogMaintenance } from '../../../app/logMaintenance.ts';
import { HumanError } from '../../../core/humanError.ts';
import { counted, t } from '../../../core/text/translate.ts';
import { forgetArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import { drafts } from '../../prompts/drafts.ts';
import { pickOne } from '../../prompts/askChoice.ts';
import { askFolder } from '../../prompts/askPath.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/**
 * Deletes the whole log and all of this machine's backups of it. A person is asked twice, is shown what is deleted, and
 * can keep a copy.
 */
export async function forgetEverything(context: CommandContext, argument: unknown): Promise<unknown> {
  await context.loaded;
  const { maintenance } = context;
  await context.store.refresh();
  const copyTo = isProgramCall(argument)
    ? copyFolderIn(parseArguments(commandIds.forgetEverything, forgetArguments, argument).copyTo, context)
    : await askTwice(context);
  if (copyTo === cancelled) return undefined;
  let copies: string[];
  try {
    copies = await maintenance.forgetEverything(copyTo);
  } catch (error) {
    throw new HumanError(t('Nothing was deleted: the copy could not be made ({0}).', (error as Error).message), {
      cause: error,
    });
  }
  drafts.clear();
  // Otherwise the next refresh would write down again what was deleted.
  new RequestsConnection(context.settings.storage).remove();
  if (isProgramCall(argument)) return { copies };
  void sayInformation(
    copyTo === undefined ? t('All data is deleted.') : t('All data is deleted. The copy is in {0}.', copyTo),
  );
  return undefined;
}

const cancelled = Symbol('cancelled');

async function askTwice(context: CommandContext): Promise<string | undefined | typeof cancelled> {
  const isCopied = await pickOne({
    title: t('Delete All Data'),
    placeholder: t('To bring a copy back, put its files into a log folder.'),
    choices: [
      { label: t('Keep a copy in a folder of yours'), detail: t('You are asked for the folder.'), value: true },
      { label: t('Keep no copy'), detail: t('Nothing can be brought back then.'), value: false },
    ],
  });
  if (isCopied === undefined) return cancelled;
  let copyTo: string | undefined;
  if (isCopied) {
    const folder = await askFolder(t('Folder for the Copy'), t('Keep the Copy Here'));
    copyTo = copyFolderIn(folder, context);
    if (copyTo === undefined) return cancelled;
  }
  const forget = t('Delete All Data');
  const detail = deletionDetail(context, context.maintenance.deletionPlan(), copyTo);
  const sure = await vscode.window.showWarningMessage(t('Delete all data?'), { modal: true, detail }, forget);
  return sure === forget ? copyTo : cancelled;
}

function copyFolderIn(folder: string | undefined, { store }: CommandContext): string | undefined {
  if (folder === undefined) return undefined;
  const time = store.today.clock.now().toISOString().slice(0, 19).replaceAll(':', '-');
  return join(folder, `pacesetter-log-${time}`);
}

function deletionDetail(
  { store }: CommandContext,
  { files, ownData, formerLogs }: ReturnType<LogMaintenance['deletionPlan']>,
  copyTo: string | undefined,
): string {
  const others = store.log.files.filter(({ isOwn }) => !isOwn).length;
  return [
    counted(store.register.entryCount, '{0} log entry is deleted:', '{0} log entries are deleted:'),
    ...files,
    ...(others > 0
      ? [counted(others, '{0} of these files is another machine’s.', '{0} of these files are other machines’.')]
      : []),
    '',
    t('This goes too; it is what this machine keeps about the log:'),
    ...ownData,
    '',
    ...(formerLogs.length > 0
      ? [t('The log was moved. Its old files are still there, and you can delete them yourself:'), ...formerLogs, '']
      : []),
    t('GitHub is disconnected, if it was connected.'),
    copyTo === undefined ? t('No copy is kept.') : t('A copy is kept in {0}.', copyTo),
  ].join('\n');
}
