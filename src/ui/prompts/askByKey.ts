import * as vscode from 'vscode';
import { plainLabel } from '../../core/text/label.ts';
import { acceptSelected, type Answer, askIn, type Question } from './askIn.ts';

export interface KeyChoice<T> {
  /** One lower-case letter; typing it answers at once. */
  readonly key: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly value: T;
}

export interface KeyQuestion<T> extends Question {
  /** What the answer is about. */
  readonly prompt: string;
  readonly choices: readonly KeyChoice<T>[];
}

/** Asks for one of a few by a single key; the arrows and Enter work as well. */
export function askByKey<T>(question: KeyQuestion<T>): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: T }>();
  return askIn<T>(pick, question, (reply) => {
    pick.prompt = plainLabel(question.prompt);
    pick.items = question.choices.map(({ key, label, description, value }) => ({
      label: `${key}   ${plainLabel(label)}`,
      description: plainLabel(description ?? ''),
      value,
    }));
    pick.onDidChangeValue((typed) => {
      const choice = question.choices.find(({ key }) => key === typed.toLowerCase());
      if (choice !== undefined) reply.finish({ type: 'given', value: choice.value });
      // Clear an unknown key: otherwise the next one would not match.
      else pick.value = '';
    });
    pick.onDidAccept(() => acceptSelected(pick, reply));
    pick.show();
  });
}
