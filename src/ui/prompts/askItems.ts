import * as vscode from 'vscode';
import { rowDescription } from '../../core/items/itemText.ts';
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
    pick.onDidTriggerButton((button) => {
      if (button === captureButton) give(pick.selectedItems, true);
    });
    pick.onDidChangeValue(() => (pick.prompt = prompt));
    pick.onDidAccept(() => {
      // Who types and presses Enter means what is highlighted, and not nothing.
      const isFound = pick.value.trim() !== '' && pick.selectedItems.length === 0;
      const picked = isFound ? pick.activeItems : pick.selectedItems;
      if (isFound && picked.length === 0)
        pick.prompt = t('Choose one with the arrow keys, or empty the box to go on without any.');
      else give(picked, false);
    });
    pick.show();
  });
}
