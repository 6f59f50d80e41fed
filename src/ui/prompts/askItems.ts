import * as vscode from 'vscode';
import { rowDescription } from '../../core/items/itemText.ts';
import { firstMatch } from '../../core/text/foldedMatches.ts';
import { plainLabel } from '../../core/text/label.ts';
import { t } from '../../core/text/translate.ts';
import { kindIcon } from '../views/kindIcon.ts';
import type { CommandContext } from '../commandContext.ts';
import { findFolded } from './findFolded.ts';
import { type Answer, askIn, type Question } from './askIn.ts';

export interface ItemsQuestion extends Pick<Question, 'title' | 'step'> {
  readonly prompt: string;
  readonly chosen: readonly string[];
  /** Captures another item and returns its id; undefined if cancelled. */
  readonly capture: () => Promise<string | undefined>;
}

/** Asks for any number of open items, or none. The selection is kept while another item is captured. */
export async function askItems(context: CommandContext, question: ItemsQuestion): Promise<Answer<readonly string[]>> {
  let chosen = [...question.chosen];
  for (;;) {
    const answer = await askOnce(context, question, chosen);
    if (answer.type !== 'given') return answer;
    if (!answer.value.isCapturing) return { type: 'given', value: answer.value.chosen };
    ({ chosen } = answer.value);
    const captured = await question.capture();
    if (captured !== undefined) chosen.push(captured);
  }
}

function askOnce(
  context: CommandContext,
  { title, prompt, step }: ItemsQuestion,
  chosen: readonly string[],
): Promise<Answer<{ readonly chosen: string[]; readonly isCapturing: boolean }>> {
  const { today, rows } = context.feed.board;
  const captureButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('add'),
    tooltip: t('Capture another item it depends on'),
  };
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly id: string }>();
  const placeholder = t('Type to find one, Enter takes it; Space or a click ticks several');
  return askIn(pick, { title, placeholder, step, canGoBack: true }, ({ finish }) => {
    pick.prompt = prompt;
    pick.canSelectMany = true;
    pick.matchOnDescription = true;
    pick.buttons = [...pick.buttons, captureButton];
    pick.items = rows
      .filter((row) => row.closing === undefined || chosen.includes(row.id))
      .map((row) => ({
        label: plainLabel(row.title),
        description: plainLabel(rowDescription(row, today)),
        iconPath: kindIcon(row),
        id: row.id,
      }));
    findFolded(pick);
    pick.selectedItems = pick.items.filter(({ id }) => chosen.includes(id));
    const give = (picked: readonly { readonly id: string }[], isCapturing: boolean): void =>
      finish({ type: 'given', value: { chosen: picked.map(({ id }) => id), isCapturing } });
    const texts = pick.items.map(({ label, description }) => `${label}\n${description}`);
    /** What Enter takes of what was typed: nothing is ticked, and VS Code highlights no row of its own here. */
    const found = (): (typeof pick.items)[number] | undefined => {
      if (pick.selectedItems.length > 0) return undefined;
      return pick.activeItems[0] ?? pick.items[firstMatch(pick.value, texts) ?? -1];
    };
    const say = (): void => {
      const item = pick.value.trim() === '' ? undefined : found();
      pick.prompt = item === undefined ? prompt : `${prompt} ${t('Enter takes “{0}”.', item.label)}`;
    };
    pick.onDidChangeValue(say);
    pick.onDidChangeActive(say);
    pick.onDidChangeSelection(say);
    pick.onDidTriggerButton((button) => {
      if (button === captureButton) give(pick.selectedItems, true);
    });
    pick.onDidAccept(() => {
      const isTyped = pick.value.trim() !== '' && pick.selectedItems.length === 0;
      const item = isTyped ? found() : undefined;
      if (isTyped && item === undefined) pick.prompt = t('Nothing is found. Empty the box to go on without any.');
      else give(item === undefined ? pick.selectedItems : [item], false);
    });
    pick.show();
  });
}
