import * as vscode from 'vscode';
import { plainLabel } from '../core/text/label.ts';

/** Shows a message in answer to what the person just did. Returns the button they chose. */
export function sayInformation(sentence: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(plainLabel(sentence), ...buttons);
}

/** Shows what could not be done. Returns the button the person chose. */
export function sayError(sentence: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(plainLabel(sentence), ...buttons);
}
