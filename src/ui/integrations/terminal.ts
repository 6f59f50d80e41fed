import * as vscode from 'vscode';

/**
 * The text selected in the active terminal; empty if none is. The stable API can only copy it, so it goes through the
 * clipboard, whose text is restored. Other content of the clipboard, such as a picture, is lost.
 */
export async function terminalSelection(): Promise<string> {
  const { clipboard } = vscode.env;
  const before = await clipboard.readText();
  // A text that nobody selects, to tell a copy of the same text from no copy.
  const sentinel = before === '' ? '' : '\u200b';
  if (sentinel !== '') await clipboard.writeText(sentinel);
  try {
    await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
    const selected = await clipboard.readText();
    return selected === sentinel ? '' : selected;
  } finally {
    if (before !== '') await clipboard.writeText(before);
  }
}
