import * as vscode from 'vscode';
import type { Answer } from './askText.ts';

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export interface ChoiceQuestion<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly choices: readonly (Choice<T> | Separator)[];
  readonly step?: { readonly at: number; readonly of: number } | undefined;
  readonly canGoBack?: boolean | undefined;
}

export interface Separator extends vscode.QuickPickItem {
  readonly kind: vscode.QuickPickItemKind.Separator;
}

/** Asks for one of a list, found by typing any part of what it shows. */
export function askChoice<T>(question: ChoiceQuestion<T>): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<Choice<T> | Separator>();
  pick.title = question.title;
  pick.placeholder = question.placeholder;
  pick.items = question.choices.map((choice) => ({ ...choice, label: escapeIcons(choice) }));
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
      if (chosen !== undefined && 'value' in chosen) finish({ type: 'given', value: chosen.value });
    });
    pick.show();
  });
}

/** Labels may hold people's words, and `$(name)` in them is text and not an icon; icons go in `iconPath`. */
function escapeIcons({ label }: vscode.QuickPickItem): string {
  return label.replaceAll('$(', String.raw`\$(`);
}
