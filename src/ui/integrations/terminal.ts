import * as vscode from 'vscode';

/**
 * The text selected in the active terminal; empty when none is. There is no other way in the stable API than to copy
 * it, so it goes through the clipboard, whose text is put back. What is no text there, such as a picture, is lost.
 */
export async function terminalSelection(): Promise<string> {
  const { clipboard } = vscode.env;
  const before = await clipboard.readText();
  // Something that nobody selected, to tell a copy of the same text from no copy.
  const nothing = before === '' ? '' : '\u200b';
  if (nothing !== '') await clipboard.writeText(nothing);
  try {
    await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
    const selected = await clipboard.readText();
    return selected === nothing ? '' : selected;
  } finally {
    if (before !== '') await clipboard.writeText(before);
  }
}
