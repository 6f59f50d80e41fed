import * as vscode from 'vscode';
import { isWebAddress } from '../../../core/text/webAddress.ts';
import { HumanError } from '../../../core/humanError.ts';
import { t } from '../../../core/text/translate.ts';
import { openRequestArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import type { CommandContext } from '../../commandContext.ts';
import { isProgramCall } from '../../programCall.ts';
import { items, resolveRow } from '../../resolveRow.ts';

/** Opens a request where it was asked, in the browser. */
export async function openRequest(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const { id } = parseArguments(commandIds.openRequest, openRequestArguments, argument);
    await context.loaded;
    return openLinkOf(context, id);
  }
  const row = await resolveRow(context, argument, items, t('Open on GitHub'), {
    matches: ({ request }) => request !== undefined,
  });
  return row === undefined ? undefined : openLinkOf(context, row.id);
}

/** @throws HumanError if the item has no web address */
async function openLinkOf({ store }: CommandContext, id: string): Promise<{ id: string }> {
  const link = store.register.items.get(id)?.link;
  if (link === undefined || !isWebAddress(link)) throw new HumanError(t('This item has no link to a page on the web.'));
  await vscode.env.openExternal(vscode.Uri.parse(link, true));
  return { id };
}
