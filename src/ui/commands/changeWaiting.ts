import { Attempt } from '../../app/ids.ts';
import { tidyList } from '../../core/limits.ts';
import { namesWithout } from '../../core/names.ts';
import { sayPeople } from '../../core/wording/days.ts';
import { t } from '../../core/wording/translate.ts';
import { act, itemMeant, tryAct } from '../acting.ts';
import { changeWaitingArguments, parseArguments } from '../arguments.ts';
import { commandIds } from '../ids.ts';
import { askText } from '../prompts/askText.ts';
import { joinNames, splitNames } from '../prompts/splitNames.ts';
import { isArgument } from '../isArgument.ts';
import type { Rooms } from '../rooms.ts';

/** Changes who waits. In the prompt the whole list is there to be edited. */
export async function changeWaiting(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const intent = parseArguments(commandIds.changeWaiting, changeWaitingArguments, argument);
    await act(rooms, { type: 'changeWaiting', ...intent });
    return { id: intent.id };
  }
  const row = await itemMeant(rooms, argument, t('Change Who Waits'), ({ readOnly }) => !readOnly);
  if (row === undefined) return undefined;
  const attempt = new Attempt(rooms.ledger.ids);
  const answer = await askText({
    title: t('Who waits for “{0}”?', row.title),
    prompt: t('Names, with commas between them (or semicolons). Take a name out, and that person no longer waits.'),
    placeholder: t('anna, sam'),
    value: joinNames(row.waiting),
    preview: (text) => {
      const names = tidyList(splitNames(text));
      return {
        type: 'info',
        sentence: names.length === 0 ? t('Nobody is named') : t('Waiting: {0}', sayPeople(names)),
      };
    },
    // Against the list that was shown, so that a name another window has added meanwhile stays.
    accept: (text) => {
      const names = tidyList(splitNames(text));
      const [add, remove] = [namesWithout(names, row.waiting), namesWithout(row.waiting, names)];
      return tryAct(rooms, { type: 'changeWaiting', id: row.id, add, remove }, attempt);
    },
  });
  return answer.type === 'given' ? { id: row.id } : undefined;
}
