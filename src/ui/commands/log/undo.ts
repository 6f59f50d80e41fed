import type { Today } from '../../../app/clock.ts';
import { dayOfEntry } from '../../../core/entries/entry.ts';
import { type Act, lastActOf } from '../../../core/register/acts.ts';
import type { BoardSource } from '../../../core/register/register.ts';
import { sayDone } from '../../../core/rules/actText.ts';
import { sayWhen } from '../../../core/text/days.ts';
import { t } from '../../../core/text/translate.ts';
import { parseArguments, undoArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { pickOne } from '../../prompts/askChoice.ts';
import { isProgramCall } from '../../programCall.ts';
import { actAtOnceDone } from '../../views/rowKeys.ts';
import type { CommandContext } from '../../commandContext.ts';
import { answerUndone, type Undone, undoAct } from '../../undoMessages.ts';

/** An act older than this is undone only after a question: it is not what the person has just done. */
const oldInMinutes = 10;

/** Undoes the last act of this machine and shows what it was. */
export async function undo(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    parseArguments(commandIds.undo, undoArguments, argument);
    return resultOf(await undoAct(context.store));
  }
  // A letter may have been pressed just before: its act is the last one.
  await actAtOnceDone();
  await context.store.refresh();
  const { register, log, today } = context.store;
  const act = lastActOf(register, log.device.id);
  if (act !== undefined && !(await mayUndo(act, register, today))) return undefined;
  const undone = await undoAct(context.store, act?.id);
  void answerUndone(context.store, undone);
  return resultOf(undone);
}

function resultOf({ undone, act }: Undone): { undone: string; act: string } {
  return { undone, act };
}

async function mayUndo(act: Act, register: BoardSource, today: Today): Promise<boolean> {
  const [first] = act.entries;
  const now = today.clock.now();
  const age = now.getTime() - new Date(first?.loggedAt ?? now).getTime();
  // After the clock was set back an act can lie in the future; it counts as recent.
  if (first === undefined || age < oldInMinutes * 60_000) return true;
  const when = sayWhen(dayOfEntry(first), today.day, age);
  const isSure = await pickOne({
    title: t('Undo Last Change'),
    placeholder: t('The last change was made {0}. Undo it?', when),
    choices: [
      { label: t('Undo: {0}', sayDone(act, register)), description: when, value: true },
      { label: t('Leave it as it is'), value: false },
    ],
  });
  return isSure === true;
}
