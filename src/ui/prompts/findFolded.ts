import type * as vscode from 'vscode';
import { foldedMatches } from '../../core/text/foldedMatches.ts';

/**
 * Lets a Quick Pick find its rows without accents and case too, and by words in any order. VS Code's own filter stays,
 * with its highlights; what it would hide is shown by `alwaysShow`. What is ticked stays ticked.
 */
export function findFolded<T extends vscode.QuickPickItem>(pick: vscode.QuickPick<T>): void {
  const rows = pick.items;
  const texts = rows.map(({ label, description, detail }) => [label, description, detail].join('\n'));
  let shown = '';
  pick.onDidChangeValue((typed) => {
    const found = new Set(foldedMatches(typed, texts));
    const now = [...found].join(' ');
    // The list is replaced only where that shows something else: a new one moves the focus to its first row.
    if (now === shown) return;
    shown = now;
    const ticked = new Set(pick.selectedItems.map((row) => pick.items.indexOf(row)));
    const items = rows.map((row, index) => (found.has(index) ? { ...row, alwaysShow: true } : row));
    pick.items = items;
    if (pick.canSelectMany) pick.selectedItems = items.filter((_, index) => ticked.has(index));
  });
}
