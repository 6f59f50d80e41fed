import * as vscode from 'vscode';

/**
 * Shows the view and the panel in the first window of a profile. The extension itself opens neither unasked.
 * @param {vscode.ExtensionContext} context
 */
export async function activate({ globalState }) {
  if (globalState.get('opened') === true) return;
  await globalState.update('opened', true);
  await vscode.commands.executeCommand('pacesetter.waiting.focus');
  await vscode.commands.executeCommand('pacesetter.openPanel');
}
