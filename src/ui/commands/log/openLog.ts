import { existsSync, lstatSync } from 'node:fs';
import * as vscode from 'vscode';
import { HumanError } from '../../../core/humanError.ts';
import { t } from '../../../core/text/translate.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/** Opens this machine's file of the log as read-only text; or the file and line that a notice names. */
export async function openLog(context: CommandContext, argument: unknown): Promise<void> {
  const { file, line } = resolvePlace(context, argument);
  await showLogFile(file, line);
}

/**
 * Opens a file of the log as read-only text.
 * @throws HumanError if it is missing, or something else than a file
 */
export async function showLogFile(file: string, line: number | undefined): Promise<void> {
  if (!existsSync(file))
    throw new HumanError(t('Nothing has been logged on this machine yet, so there is no file to open.'));
  if (!lstatSync(file).isFile()) throw new HumanError(t('{0} is not a file, and was not opened.', file));
  const editor = await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: true });
  // A log is never edited: an editor would write the whole file back, over what was appended meanwhile.
  await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
  if (line === undefined) return;
  const at = new vscode.Position(line - 1, 0);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
}

/** Shows the log folder in the system's file manager. */
export async function revealLogFolder(context: CommandContext): Promise<void> {
  await revealInFileManager(context.store.log.folder);
}

/**
 * Shows a folder in the file manager. A window in a browser has none; there, the path is copied.
 * @throws HumanError if the folder is missing
 */
export async function revealInFileManager(folder: string): Promise<void> {
  if (!existsSync(folder)) throw new HumanError(t('The folder {0} is missing. Is its drive connected?', folder));
  const reveal = 'revealFileInOS';
  if ((await vscode.commands.getCommands(true)).includes(reveal)) {
    await vscode.commands.executeCommand(reveal, vscode.Uri.file(folder));
    return;
  }
  await vscode.env.clipboard.writeText(folder);
  void sayInformation(t('There is no file manager to show {0} in here, so its path was copied.', folder));
}

/** Opens only lines that the log has quarantined, by index: an argument is never used as a path. */
function resolvePlace({ store }: CommandContext, argument: unknown): { file: string; line?: number } {
  const index = typeof argument === 'number' ? argument : undefined;
  const quarantined = index === undefined ? undefined : store.log.quarantined[index];
  return quarantined === undefined ? { file: store.log.file } : { file: quarantined.file, line: quarantined.line };
}
