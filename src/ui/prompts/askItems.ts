import * as vscode from 'vscode';
import type { BoardRow } from '../../core/board/row.ts';
import { rowDescription } from '../../core/items/itemText.ts';
import { plainLabel } from '../../core/text/label.ts';
import { t } from '../../core/text/translate.ts';
import { kindIcon } from '../views/kindIcon.ts';
import type { CommandContext } from '../commandContext.ts';
import type { Answer } from './askText.ts';

export interface ItemsQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly step?: { readonly at: number; readonly of: number } | undefined;
  readonly chosen: readonly string[];
  /** Captures another item and returns its id; undefined if cancelled. */
  readonly capture: () => Promise<string | undefined>;
}

type ItemPick = vscode.QuickPickItem & { readonly id: string };

/** Asks for any number of open items, or none. The selection is kept while another item is captured. */
export async function askItems(context: CommandContext, question: ItemsQuestion): Promise<Answer<readonly string[]>> {
  let chosen = [...question.chosen];
  for (;;) {
    const answer = await askOnce(context, question, chosen);
    if (answer.type !== 'capture') return answer;
    ({ chosen } = answer);
    const captured = await question.capture();
    if (captured !== undefined) chosen.push(captured);
  }
}

function askOnce(
  context: CommandContext,
  { title, prompt, step }: ItemsQuestion,
  chosen: readonly string[],
): Promise<Answer<readonly string[]> | { readonly type: 'capture'; readonly chosen: string[] }> {
  const { today, rows } = context.feed.board;
  const captureButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('add'),
    tooltip: t('Capture another item it depends on'),
  };
  const pick = vscode.window.createQuickPick<ItemPick>();
  pick.title = title;
  pick.placeholder = t('Type any part of it; Space or a click chooses, Enter goes on');
  pick.prompt = prompt;
  pick.step = step?.at;
  pick.totalSteps = step?.of;
  pick.ignoreFocusOut = true;
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.buttons = [vscode.QuickInputButtons.Back, captureButton];
  pick.items = rows
    .filter((row: BoardRow) => row.closing === undefined || chosen.includes(row.id))
    .map((row) => ({
      label: plainLabel(row.title),
      description: plainLabel(rowDescription(row, today)),
      iconPath: kindIcon(row),
      id: row.id,
    }));
  pick.selectedItems = pick.items.filter(({ id }) => chosen.includes(id));
  return new Promise((resolve) => {
    const ids = (): string[] => pick.selectedItems.map(({ id }) => id);
    const finish = (answer: Awaited<ReturnType<typeof askOnce>>): void => {
      resolve(answer);
      pick.dispose();
    };
    pick.onDidTriggerButton((button) =>
      finish(button === captureButton ? { type: 'capture', chosen: ids() } : { type: 'back' }),
    );
    pick.onDidHide(() => finish({ type: 'cancelled' }));
    pick.onDidAccept(() => finish({ type: 'given', value: ids() }));
    pick.show();
  });
}
