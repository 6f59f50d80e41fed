import * as vscode from 'vscode';
import { plainLabel } from '../../core/text/label.ts';
import { findFolded } from './findFolded.ts';
import { acceptSelected, type Answer, askIn, type Question } from './askIn.ts';

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export interface ChoiceQuestion<T> extends Question {
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
}

/** Asks for one of a list, which is filtered by any part of its text, without accents and case. */
export function askChoice<T>(question: ChoiceQuestion<T>): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  return askIn<T>(pick, question, (reply) => {
    pick.items = question.choices.map((choice) => ({ ...choice, ...plain(choice) }));
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    findFolded(pick);
    pick.onDidAccept(() => acceptSelected(pick, reply));
    pick.show();
  });
}

/** Texts may hold people's words, so icons are not rendered in them; our icons go in `iconPath`. */
function plain({
  label,
  description,
  detail,
}: vscode.QuickPickItem): Pick<vscode.QuickPickItem, 'label' | 'description' | 'detail'> {
  return {
    label: plainLabel(label),
    ...(description === undefined ? {} : { description: plainLabel(description) }),
    ...(detail === undefined ? {} : { detail: plainLabel(detail) }),
  };
}
