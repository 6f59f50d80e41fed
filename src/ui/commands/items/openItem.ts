import { HumanError } from '../../../core/humanError.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import { itemMeant } from '../../performIntent.ts';
import { openItemArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { showItem } from '../../views/pages.ts';
import { isArgument } from '../../programCall.ts';
import type { Rooms } from '../../commandContext.ts';

/** Shows everything that is known about one item, as a page that keeps itself current. */
export async function openItem(rooms: Rooms, argument: unknown): Promise<unknown> {
  const id = isArgument(argument)
    ? parseArguments(commandIds.openItem, openItemArguments, argument).id
    : (await itemMeant(rooms, argument, t('Open Item'), () => true))?.id;
  if (id === undefined) return undefined;
  await rooms.loaded;
  const item = rooms.ledger.register.items.get(id);
  if (item === undefined) {
    throw new HumanError(sayRefusal({ refused: 'unknownItem', id }, rooms.ledger.today.day));
  }
  await showItem(item);
  return { id };
}
