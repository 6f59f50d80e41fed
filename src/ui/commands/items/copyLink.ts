import * as vscode from 'vscode';
import { HumanError } from '../../../core/humanError.ts';
import { itemLinkPath } from '../../../core/items/itemLink.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import { itemMeant } from '../../performIntent.ts';
import { copyLinkArguments, parseArguments } from '../../arguments.ts';
import { commandIds, extensionId } from '../../commandIds.ts';
import { isArgument } from '../../programCall.ts';
import type { Rooms } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/** Copies a link that shows the page of an item in the VS Code it is opened in, and changes nothing there. */
export async function copyLink(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const { id } = parseArguments(commandIds.copyLink, copyLinkArguments, argument);
    await rooms.loaded;
    if (!rooms.ledger.register.items.has(id)) {
      throw new HumanError(sayRefusal({ refused: 'unknownItem', id }, rooms.ledger.today.day));
    }
    return copy(id);
  }
  const row = await itemMeant(rooms, argument, t('Copy Link to Item'), () => true);
  if (row === undefined) return undefined;
  const copied = await copy(row.id);
  void sayInformation(t('Copied a link to “{0}”.', row.title));
  return copied;
}

async function copy(id: string): Promise<{ id: string; link: string }> {
  const link = `${vscode.env.uriScheme}://${extensionId}${itemLinkPath(id)}`;
  await vscode.env.clipboard.writeText(link);
  return { id, link };
}
