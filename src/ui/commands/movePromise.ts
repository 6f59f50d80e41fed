import { Attempt } from '../../app/ids.ts';
import type { Day } from '../../core/day.ts';
import { isRefusal } from '../../core/refusal.ts';
import { rule } from '../../core/rules/rule.ts';
import { sayDay } from '../../core/wording/days.ts';
import { sayRefusal } from '../../core/wording/refusals.ts';
import { t } from '../../core/wording/translate.ts';
import { act, itemMeant, tryAct } from '../acting.ts';
import { movePromiseArguments, parseArguments } from '../arguments.ts';
import { commandIds } from '../ids.ts';
import { askDay } from '../prompts/askDay.ts';
import { askSteps } from '../prompts/askSteps.ts';
import { askText } from '../prompts/askText.ts';
import { isArgument } from '../isArgument.ts';
import type { Rooms } from '../rooms.ts';

/** Moves the promise to another day, with the reason. The first promise stays on record. */
export async function movePromise(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const intent = parseArguments(commandIds.movePromise, movePromiseArguments, argument);
    await act(rooms, { type: 'movePromise', ...intent });
    return { id: intent.id };
  }
  const row = await itemMeant(
    rooms,
    argument,
    t('Move the Promise'),
    ({ closing, readOnly }) => closing === undefined && !readOnly,
  );
  if (row === undefined) return undefined;

  const title = t('Move the promise of “{0}”', row.title);
  const attempt = new Attempt(rooms.ledger.ids);
  let promisedOn: Day = row.promisedOn;
  let words = '';
  const done = await askSteps([
    (step) =>
      askDay(rooms, {
        title,
        step,
        value: words,
        prompt: t('Promised {0}. Which day now?', sayDay(row.promisedOn, rooms.ledger.today.day)),
        lean: 'future',
        accept: async (day) => {
          promisedOn = day;
          words = day;
          const ruling = rooms.ledger.consider((context) =>
            rule({ type: 'movePromise', id: row.id, promisedOn, reason: '…' }, context),
          );
          return isRefusal(ruling) ? sayRefusal(ruling, rooms.ledger.today.day) : undefined;
        },
      }),
    (step) =>
      askText({
        title,
        step,
        canGoBack: true,
        prompt: t('Reason: why does it move?'),
        accept: (reason) => tryAct(rooms, { type: 'movePromise', id: row.id, promisedOn, reason }, attempt),
      }),
  ]);
  return done ? { id: row.id } : undefined;
}
