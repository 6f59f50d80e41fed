import * as vscode from 'vscode';
import { Finder } from '../../../core/board/find.ts';
import { allNames } from '../../../core/people/people.ts';
import type { BoardRow } from '../../../core/board/row.ts';
import { rowDescription, sayKind } from '../../../core/items/itemText.ts';
import { saySearchable } from '../../../core/items/jumpText.ts';
import { plainLabel } from '../../../core/text/label.ts';
import { t } from '../../../core/text/translate.ts';
import { jumpArguments, parseArguments } from '../../arguments.ts';
import { type CommandId, commandIds } from '../../commandIds.ts';
import { RowTarget, isProgramCall } from '../../programCall.ts';
import { isMine, isOpen } from '../../rowCommand.ts';
import { kindIcon } from '../../views/kindIcon.ts';
import type { CommandContext } from '../../commandContext.ts';
import { keepOrder } from '../../prompts/keepOrder.ts';

/** How many rows are shown at once; typing more finds the others. */
const shownAtOnce = 100;

type Row = vscode.QuickPickItem & { readonly row?: BoardRow };
type Button = vscode.QuickInputButton & { readonly command: CommandId };

/**
 * Finds any item, open or closed, by words of its title, people, tags, kind or link, and opens its page. A program gets
 * the matches.
 */
export async function jump(context: CommandContext, argument: unknown): Promise<unknown> {
  await context.loaded;
  const { rows } = context.feed.board;
  if (!isProgramCall(argument)) return jumpAmong(context, rows);
  const { text } = parseArguments(commandIds.jump, jumpArguments, argument);
  const found = finderOf(context, rows).find(text);
  return { found: found.map(({ id, title, state }) => ({ id, title, state })) };
}

function finderOf({ store }: CommandContext, rows: readonly BoardRow[]): Finder {
  return new Finder(
    rows,
    ({ kind }) => sayKind(kind),
    (name) => allNames(store.register.people, name),
  );
}

/** Lets a person find one of these items and opens its page. */
export async function jumpAmong(context: CommandContext, rows: readonly BoardRow[]): Promise<unknown> {
  const chosen = await askWhere(context, finderOf(context, rows));
  if (chosen === undefined) return undefined;
  if (chosen.command === undefined) await context.panels.openItem(chosen.row.id);
  else await vscode.commands.executeCommand(chosen.command, new RowTarget(chosen.row.id));
  return { id: chosen.row.id };
}

interface Chosen {
  readonly row: BoardRow;
  /** The command of the button that was pressed; undefined for Enter, which opens the page. */
  readonly command?: CommandId;
}

/** Builds rows only for the first matches of the typed text, so that 10,000 items take no longer than 100. */
function askWhere({ feed }: CommandContext, finder: Finder): Promise<Chosen | undefined> {
  const { today } = feed.board;
  const pick = vscode.window.createQuickPick<Row>();
  pick.title = t('Jump to Item');
  pick.placeholder = t('Any words of a title, a person, a tag or a kind; Enter opens the page');
  keepOrder(pick);
  const show = (): void => {
    const found = finder.find(pick.value);
    const items: Row[] = found.slice(0, shownAtOnce).map((row) => ({
      label: plainLabel(row.title),
      description: plainLabel(rowDescription(row, today)),
      detail: plainLabel(saySearchable(row)),
      iconPath: kindIcon(row),
      buttons: buttonsOf(row),
      // The finder filters, by words in any order; VS Code must not filter again.
      alwaysShow: true,
      row,
    }));
    pick.items = items;
    pick.prompt = sayRest(found.length, items.length);
  };
  return new Promise((resolve) => {
    const finish = (chosen: Chosen | undefined): void => {
      resolve(chosen);
      pick.dispose();
    };
    pick.onDidChangeValue(show);
    pick.onDidHide(() => finish(undefined));
    pick.onDidTriggerItemButton(({ item, button }) => {
      if (item.row !== undefined) finish({ row: item.row, command: (button as Button).command });
    });
    pick.onDidAccept(() => {
      const [active] = pick.activeItems;
      // On Enter right after a letter, VS Code may still report a row of the former list; the first of this one is
      // meant.
      const row = (active !== undefined && pick.items.includes(active) ? active : pick.items[0])?.row;
      if (row !== undefined) finish({ row });
    });
    show();
    pick.show();
  });
}

function sayRest(found: number, shown: number): string | undefined {
  if (found === 0) return t('No item contains all of these words.');
  return found > shown ? t('{0} of {1} are shown; type more to find the others.', shown, found) : undefined;
}

/** Buttons for the most common commands that can be run on the item now. */
function buttonsOf(row: BoardRow): Button[] {
  return [
    ...(isOpen(row) ? [closingButton(row)] : []),
    ...(isMine(row)
      ? [
          buttonFor(commandIds.movePromise, 'calendar', t('Move the promise')),
          buttonFor(commandIds.sendBack, 'reply', t('Send back')),
        ]
      : []),
    buttonFor(commandIds.copyLink, 'link', t('Copy a link')),
  ];
}

function closingButton({ kind }: BoardRow): Button {
  switch (kind) {
    case 'decision':
    case 'approval':
      return buttonFor(commandIds.decide, 'check', t('Decide'));
    case 'dependency':
      return buttonFor(commandIds.clear, 'check', t('Clear'));
    case 'clarity':
      return buttonFor(commandIds.settleClarity, 'check', t('Settle'));
    default:
      return kind satisfies never;
  }
}

function buttonFor(command: CommandId, icon: string, tooltip: string): Button {
  return { command, tooltip, iconPath: new vscode.ThemeIcon(icon) };
}
