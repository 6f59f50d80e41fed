import * as vscode from 'vscode';
import { extensionId, walkthroughId } from '../../commandIds.ts';

/** The five steps of VS Code's own welcome page for this extension. Never opened by anything but this. */
export async function openWalkthrough(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${walkthroughId}`, false);
}
