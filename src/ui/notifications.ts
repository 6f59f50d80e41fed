import * as vscode from 'vscode';
import { plainLabel } from '../core/text/label.ts';

/** Tells the person something, as the answer to what they just did. Returns the button they chose. */
export function sayInformation(sentence: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(plainLabel(sentence), ...buttons);
}

/** Tells the person what could not be done. Returns the button they chose. */
export function sayError(sentence: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(plainLabel(sentence), ...buttons);
}
