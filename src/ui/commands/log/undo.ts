import type { Act } from '../../../core/register/register.ts';
import { type Known, sayAct } from '../../../core/rules/actText.ts';
import { sayAgo } from '../../../core/text/days.ts';
import { t } from '../../../core/text/translate.ts';
import { parseArguments, undoArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { askChoice } from '../../prompts/askChoice.ts';
import { isArgument } from '../../programCall.ts';
import type { Rooms } from '../../commandContext.ts';
import { answerUndone, type Undone, undoAct } from '../../undoMessages.ts';

/** An undo of something older than this asks first: it is not what the person has just done. */
const oldInMinutes = 10;

/** Takes back the last change of this machine and says which it was. */
export async function undo(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    parseArguments(commandIds.undo, undoArguments, argument);
    return resultOf(await undoAct(rooms.ledger));
  }
  await rooms.ledger.refresh();
  const { register, log, today } = rooms.ledger;
  const act = register.lastActOf(log.device.id);
  if (act !== undefined && !(await mayUndo(act, register, today.clock.now()))) return undefined;
  const undone = await undoAct(rooms.ledger, act?.id);
  void answerUndone(rooms.ledger, undone);
  return resultOf(undone);
}

function resultOf({ undone, act }: Undone): { undone: string; act: string } {
  return { undone, act };
}

async function mayUndo(act: Act, register: Known, now: Date): Promise<boolean> {
  const age = now.getTime() - new Date(act.entries[0]?.loggedAt ?? now).getTime();
  // An act from the future, of a clock that was put back, is no older than what was just done.
  if (age < oldInMinutes * 60_000) return true;
  const answer = await askChoice({
    title: t('Undo Last Change'),
    placeholder: t('The last change was made {0}. Undo it?', sayAgo(age)),
    choices: [
      { label: t('Undo: {0}', sayAct(act.entries, register)), description: sayAgo(age), value: true },
      { label: t('Leave it as it is'), value: false },
    ],
  });
  return answer.type === 'given' && answer.value;
}
