import * as vscode from 'vscode';
import { HumanError } from '../../../core/humanError.ts';
import { itemLinkPath } from '../../../core/items/itemLink.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import { items, resolveRow } from '../../resolveRow.ts';
import { copyLinkArguments, parseArguments } from '../../arguments.ts';
import { commandIds, extensionId } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/** Copies a link to an item. Opening it in VS Code shows the page of the item and changes nothing. */
export async function copyLink(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const { id } = parseArguments(commandIds.copyLink, copyLinkArguments, argument);
    await context.loaded;
    if (!context.store.register.items.has(id)) {
      throw new HumanError(sayRefusal({ refused: 'unknownItem', id }, context.store.today.day));
    }
    return copy(id);
  }
  const row = await resolveRow(context, argument, items, t('Copy Link to Item'));
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
