import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { saveFile } from '../../../files/savedFile.ts';
import type { CommandContext } from '../../commandContext.ts';

/** Opens a text as a document that is in no file yet: the person reads it, changes it, and saves it where they like. */
export async function openUntitled(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
}

export interface SaveQuestion {
  readonly title: string;
  /** What the file is called unless the person says otherwise. */
  readonly name: string;
  readonly filters: Record<string, string[]>;
}

/**
 * Saves a text only where the person says.
 *
 * @returns the path, or undefined when they left
 * @throws HumanError when it cannot be written there
 */
export async function askWhereAndSave(
  context: CommandContext,
  { title, name, filters }: SaveQuestion,
  text: string,
): Promise<string | undefined> {
  const defaultUri = vscode.Uri.file(join(homedir(), name));
  const file = await vscode.window.showSaveDialog({ title, defaultUri, filters });
  if (file === undefined) return undefined;
  await saveFile(file.fsPath, text, { logFolder: context.store.log.folder, overwrite: true });
  return file.fsPath;
}
