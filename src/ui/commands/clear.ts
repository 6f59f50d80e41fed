import { Attempt } from '../../app/ids.ts';
import { t } from '../../core/wording/translate.ts';
import { act, itemMeant, tryAct } from '../acting.ts';
import { clearArguments, parseArguments } from '../arguments.ts';
import { commandIds } from '../ids.ts';
import { askText } from '../prompts/askText.ts';
import { isArgument } from '../isArgument.ts';
import type { Rooms } from '../rooms.ts';

/** Closes a dependency: it is no longer in the way. A note may say how. */
export async function clear(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const intent = parseArguments(commandIds.clear, clearArguments, argument);
    await act(rooms, { type: 'clear', ...intent });
    return { id: intent.id };
  }
  const row = await itemMeant(
    rooms,
    argument,
    t('Clear Dependency'),
    ({ closing, kind, readOnly }) => closing === undefined && kind === 'dependency' && !readOnly,
  );
  if (row === undefined) return undefined;
  const attempt = new Attempt(rooms.ledger.ids);
  const answer = await askText({
    title: t('Clear “{0}”', row.title),
    prompt: t('How was it cleared? Enter without a word leaves it out.'),
    accept: (note) => tryAct(rooms, { type: 'clear', id: row.id, note }, attempt),
  });
  return answer.type === 'given' ? { id: row.id } : undefined;
}
