import * as vscode from 'vscode';
import { plainLabel } from '../../core/text/label.ts';
import type { Answer } from './askText.ts';

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export interface ChoiceQuestion<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
  readonly step?: { readonly at: number; readonly of: number } | undefined;
  readonly canGoBack?: boolean | undefined;
}

/** Asks for one of a list, which is filtered by any part of its text. */
export function askChoice<T>(question: ChoiceQuestion<T>): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.title = question.title;
  pick.placeholder = question.placeholder;
  pick.items = question.choices.map((choice) => ({ ...choice, ...plain(choice) }));
  pick.step = question.step?.at;
  pick.totalSteps = question.step?.of;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  if (question.canGoBack === true) pick.buttons = [vscode.QuickInputButtons.Back];

  return new Promise((resolve) => {
    const finish = (answer: Answer<T>): void => {
      resolve(answer);
      pick.dispose();
    };
    pick.onDidTriggerButton(() => finish({ type: 'back' }));
    pick.onDidHide(() => finish({ type: 'cancelled' }));
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems[0];
      if (chosen !== undefined) finish({ type: 'given', value: chosen.value });
    });
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
