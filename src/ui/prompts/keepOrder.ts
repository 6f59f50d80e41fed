import type * as vscode from 'vscode';

/**
 * Keeps our order where VS Code would sort the best matches to the top. `sortByLabel` is not in the stable API;
 * if it is ignored, only the order of the matches changes.
 */
export function keepOrder<T extends vscode.QuickPickItem>(pick: vscode.QuickPick<T> & { sortByLabel?: boolean }): void {
  pick.sortByLabel = false;
}
