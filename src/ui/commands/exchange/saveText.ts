import { existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { saveFile } from '../../../files/savedFile.ts';
import type { Services } from '../../commandContext.ts';

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
 * Saves a text or a picture where the person says, and nowhere else.
 *
 * @returns the path, or undefined when they left
 * @throws HumanError when it cannot be written there, or lies in the folder of the log
 */
export async function askWhereAndSave(
  context: Services,
  { title, name, filters }: SaveQuestion,
  content: string | Uint8Array,
): Promise<string | undefined> {
  const defaultUri = vscode.Uri.file(join(existingFolder(), name));
  const file = await vscode.window.showSaveDialog({ title, defaultUri, filters });
  if (file === undefined) return undefined;
  await saveFile(file.fsPath, content, { logFolder: context.store.log.folder, overwrite: true });
  return file.fsPath;
}

/** A folder the dialog can open in: one that is not there would leave it empty. */
function existingFolder(): string {
  return existsSync(homedir()) ? homedir() : tmpdir();
}
