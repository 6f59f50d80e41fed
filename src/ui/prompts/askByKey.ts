import * as vscode from 'vscode';
import { plainLabel } from '../../core/text/label.ts';
import { contextKeys } from '../commandIds.ts';
import { onDidPressLetter } from '../views/rowKeys.ts';
import { acceptSelected, type Answer, askIn, type Question } from './askIn.ts';

export interface KeyChoice<T> {
  /** One lower-case letter; pressing it answers at once. */
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

/**
 * Asks for one of a few by a single key; the arrows and Enter work as well. The letters are keybindings while the
 * question is open, so that VS Code finds them in every layout as it does in the trees. What is typed nevertheless (by an
 * input method, or before the keybindings are in force) counts if it is one of the letters.
 */
export function askByKey<T>(question: KeyQuestion<T>): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: T }>();
  let presses: vscode.Disposable | undefined;
  return askIn<T>(
    pick,
    question,
    (reply) => {
      pick.prompt = plainLabel(question.prompt);
      pick.items = question.choices.map(({ key, label, description, value }) => ({
        label: `${key}   ${plainLabel(label)}`,
        description: plainLabel(description ?? ''),
        value,
      }));
      const answer = (letter: string): boolean => {
        const choice = question.choices.find(({ key }) => key === letter);
        if (choice !== undefined) reply.finish({ type: 'given', value: choice.value });
        return choice !== undefined;
      };
      presses = onDidPressLetter(answer);
      pick.onDidChangeValue((typed) => {
        // Clear an unknown key: otherwise the next one would not match.
        if (!answer(typed.normalize('NFKC').toLowerCase())) pick.value = '';
      });
      pick.onDidAccept(() => acceptSelected(pick, reply));
      listenForLetters(true);
      pick.show();
    },
    () => {
      presses?.dispose();
      // It arrives before the next box is shown, in which letters are text.
      listenForLetters(false);
    },
  );
}

function listenForLetters(isOn: boolean): void {
  void vscode.commands.executeCommand('setContext', contextKeys.isReviewing, isOn);
}
