import { HumanError } from '../../core/humanError.ts';
import { sayRefusal } from '../../core/wording/refusals.ts';
import { t } from '../../core/wording/translate.ts';
import { itemMeant } from '../acting.ts';
import { openItemArguments, parseArguments } from '../arguments.ts';
import { commandIds } from '../ids.ts';
import { showItem } from '../pages.ts';
import { isArgument } from '../isArgument.ts';
import type { Rooms } from '../rooms.ts';

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
