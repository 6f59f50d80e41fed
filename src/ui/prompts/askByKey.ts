import * as vscode from 'vscode';
import { plainLabel } from '../../core/text/label.ts';
import type { Answer } from './askText.ts';

export interface KeyChoice<T> {
  /** One lower-case letter; typing it answers at once. */
  readonly key: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly value: T;
}

export interface KeyQuestion<T> {
  readonly title: string;
  /** What the answer is about. */
  readonly prompt: string;
  readonly placeholder: string;
  readonly choices: readonly KeyChoice<T>[];
  readonly canGoBack: boolean;
}

/** Asks for one of a few by a single key; the arrows and Enter work as well. */
export function askByKey<T>(question: KeyQuestion<T>): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: T }>();
  pick.title = question.title;
  pick.prompt = plainLabel(question.prompt);
  pick.placeholder = question.placeholder;
  pick.ignoreFocusOut = true;
  pick.items = question.choices.map(({ key, label, description, value }) => ({
    label: `${key}   ${plainLabel(label)}`,
    description: plainLabel(description ?? ''),
    value,
  }));
  if (question.canGoBack) pick.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const finish = (answer: Answer<T>): void => {
      resolve(answer);
      pick.dispose();
    };
    pick.onDidChangeValue((typed) => {
      const choice = question.choices.find(({ key }) => key === typed.toLowerCase());
      if (choice !== undefined) finish({ type: 'given', value: choice.value });
      // Clear an unknown key: otherwise the next one would not match.
      else pick.value = '';
    });
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems[0];
      if (chosen !== undefined) finish({ type: 'given', value: chosen.value });
    });
    pick.onDidTriggerButton(() => finish({ type: 'back' }));
    pick.onDidHide(() => finish({ type: 'cancelled' }));
    pick.show();
  });
}
