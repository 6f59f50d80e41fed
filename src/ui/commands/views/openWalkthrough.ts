import * as vscode from 'vscode';
import { extensionId, walkthroughId } from '../../commandIds.ts';

/** Opens the walkthrough, which has five steps. Nothing but this command opens it. */
export async function openWalkthrough(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${walkthroughId}`, false);
}
