import * as vscode from 'vscode';
import { saveFile } from '../../../files/savedFile.ts';
import type { Services } from '../../commandContext.ts';
import { askSavePath, type SaveQuestion } from '../../prompts/askPath.ts';

/** Opens a text as a document that is in no file yet: the person reads it, changes it, and saves it where they like. */
export async function openUntitled(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
}

/**
 * Saves a text or a picture where the person says, and nowhere else.
 *
 * @returns the path, or undefined when they left
 * @throws HumanError when it is not on this machine, cannot be written there, or lies in the folder of the log
 */
export async function askWhereAndSave(
  context: Services,
  question: SaveQuestion,
  content: string | Uint8Array,
): Promise<string | undefined> {
  const path = await askSavePath(question);
  if (path === undefined) return undefined;
  await saveFile(path, content, { logFolder: context.store.log.folder, overwrite: true });
  return path;
}
