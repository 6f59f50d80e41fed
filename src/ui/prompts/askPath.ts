import * as vscode from 'vscode';

/** Asks for an existing file. Undefined if cancelled. */
export function askFile(
  title: string,
  openLabel: string,
  filters: Record<string, string[]>,
): Promise<string | undefined> {
  return askPath({ title, openLabel, filters });
}

/** Asks for an existing folder. Undefined if cancelled. */
export function askFolder(title: string, openLabel: string): Promise<string | undefined> {
  return askPath({ title, openLabel, canSelectFiles: false, canSelectFolders: true });
}

async function askPath(options: vscode.OpenDialogOptions): Promise<string | undefined> {
  return (await vscode.window.showOpenDialog(options))?.[0]?.fsPath;
}
