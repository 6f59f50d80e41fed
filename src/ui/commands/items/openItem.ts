import { HumanError } from '../../../core/humanError.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import { items, resolveRow } from '../../resolveRow.ts';
import { openItemArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall, RowTarget } from '../../programCall.ts';
import type { CommandContext } from '../../commandContext.ts';

/** Shows everything known about one item, as a page that stays up to date. */
export async function openItem(context: CommandContext, argument: unknown): Promise<unknown> {
  const id = isProgramCall(argument)
    ? parseArguments(commandIds.openItem, openItemArguments, argument).id
    : (await resolveRow(context, argument, items, t('Open Item')))?.id;
  if (id === undefined) return undefined;
  await context.loaded;
  if (!context.store.register.items.has(id)) {
    throw new HumanError(sayRefusal({ refused: 'unknownItem', id }, context.store.today.day));
  }
  await context.panels.openItem(id, argument instanceof RowTarget && argument.isInTree ? 'tree' : undefined);
  return { id };
}
