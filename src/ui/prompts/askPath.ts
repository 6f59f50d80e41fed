import { existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../../core/humanError.ts';
import { t } from '../../core/text/translate.ts';

/**
 * Asks for an existing file. Undefined if cancelled.
 *
 * @throws HumanError when it is not on this machine
 */
export function askFile(
  title: string,
  openLabel: string,
  filters: Record<string, string[]>,
): Promise<string | undefined> {
  return askPath({ title, openLabel, filters });
}

/**
 * Asks for an existing folder. Undefined if cancelled.
 *
 * @throws HumanError when it is not on this machine
 */
export function askFolder(title: string, openLabel: string): Promise<string | undefined> {
  return askPath({ title, openLabel, canSelectFiles: false, canSelectFolders: true });
}

export interface SaveQuestion {
  readonly title: string;
  /** What the file is called unless the person says otherwise. */
  readonly name: string;
  readonly filters: Record<string, string[]>;
}

/**
 * Asks where to save a file. The dialog itself asks whether an existing one may be replaced. Undefined if cancelled.
 *
 * @throws HumanError when it is not on this machine
 */
export async function askSavePath({ title, name, filters }: SaveQuestion): Promise<string | undefined> {
  const defaultUri = vscode.Uri.file(join(existingFolder(), name));
  const chosen = await vscode.window.showSaveDialog({ title, defaultUri, filters });
  return chosen && localPath(chosen);
}

async function askPath(options: vscode.OpenDialogOptions): Promise<string | undefined> {
  // VS Code opens the dialog in the workspace. Where that lies elsewhere, a place there would be refused.
  const isElsewhere = vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme !== 'file') === true;
  const from = isElsewhere ? { defaultUri: vscode.Uri.file(existingFolder()) } : {};
  const [chosen] = (await vscode.window.showOpenDialog({ ...from, ...options })) ?? [];
  return chosen && localPath(chosen);
}

/**
 * The path of a file or folder on this machine.
 *
 * @throws HumanError when it lies elsewhere (WSL, SSH, a container, a virtual folder): its path could be one of another
 * file here
 */
export function localPath({ scheme, authority, path, fsPath }: vscode.Uri): string {
  if (scheme === 'file') return fsPath;
  const where = authority === '' ? scheme : decodeURIComponent(authority);
  const name = path.split('/').findLast((part) => part !== '') ?? path;
  throw new HumanError(
    t(
      '“{0}” is in {1}, and Pacesetter reads and writes only on the machine that it runs on. Nothing was done. Choose a place on this machine, in a remote window with “Show Local”.',
      name,
      where,
    ),
  );
}

/** A folder the dialog can open in: one that is not there would leave it empty. */
function existingFolder(): string {
  return existsSync(homedir()) ? homedir() : tmpdir();
}
