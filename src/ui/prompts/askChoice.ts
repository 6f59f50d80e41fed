import * as vscode from 'vscode';
import { plainLabel } from '../../core/text/label.ts';
import { sayInformation } from '../notifications.ts';
import { findFolded } from './findFolded.ts';
import { acceptSelected, type Answer, askIn, type Question } from './askIn.ts';

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
  /** A heading above it, which the choices after it stand under too. */
  readonly heading?: string | undefined;
}

export interface ChoiceQuestion<T> extends Question {
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
  /** The answer so far: Enter keeps it. Otherwise the first choice is highlighted. */
  readonly current?: T | undefined;
}

/** Asks for one of a list, which is filtered by any part of its text, without accents and case. */
export function askChoice<T>(question: ChoiceQuestion<T>): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  return askIn<T>(pick, question, (reply) => {
    pick.items = question.choices.flatMap(({ heading, ...choice }) => [
      ...(heading === undefined ? [] : [headingOf<T>(heading)]),
      { ...choice, ...plain(choice) },
    ]);
    const current = pick.items.find(({ kind, value }) => kind === undefined && value === question.current);
    if (question.current !== undefined && current !== undefined) pick.activeItems = [current];
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    findFolded(pick);
    pick.onDidAccept(() => acceptSelected(pick, reply));
    pick.show();
  });
}

/**
 * Asks for one of a list where nothing comes before or after. Undefined if cancelled.
 *
 * @param none what to say instead where the list is empty
 */
export async function pickOne<T>(question: ChoiceQuestion<T>, none?: string): Promise<T | undefined> {
  if (none !== undefined && question.choices.length === 0) {
    void sayInformation(none);
    return undefined;
  }
  const answer = await askChoice(question);
  return answer.type === 'given' ? answer.value : undefined;
}

/** A line that cannot be chosen, so it has no value. */
function headingOf<T>(label: string): Choice<T> {
  return { label: plainLabel(label), kind: vscode.QuickPickItemKind.Separator } as Choice<T>;
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
