import * as vscode from 'vscode';
import type { Ledger } from '../../app/ledger.ts';
import type { Item } from '../../core/item.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Act } from '../../core/register.ts';
import { rule } from '../../core/rules/rule.ts';
import { HumanError } from '../../core/humanError.ts';
import { sayAct, sayUndone } from '../../core/wording/acts.ts';
import { sayRefusal } from '../../core/wording/refusals.ts';
import { t } from '../../core/wording/translate.ts';
import { parseArguments, undoArguments } from '../arguments.ts';
import { commandIds } from '../ids.ts';
import { askChoice } from '../prompts/askChoice.ts';
import { isArgument } from '../isArgument.ts';
import type { Rooms } from '../rooms.ts';
import { sayInformation } from '../say.ts';

/** An undo of something older than this asks first: it is not what the person has just done. */
const oldInMinutes = 10;

/** Takes back the last change of this machine and says which it was. */
export async function undo(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    parseArguments(commandIds.undo, undoArguments, argument);
    return undoAct(rooms.ledger);
  }
  await rooms.ledger.refresh();
  const { register, log, today } = rooms.ledger;
  const act = register.lastActOf(log.device.id);
  if (act !== undefined && !(await mayUndo(act, register.items, today.clock.now()))) return undefined;
  const undone = await undoAct(rooms.ledger, act?.id);
  void sayInformation(undone.undone);
  return undone;
}

async function mayUndo(act: Act, items: ReadonlyMap<string, Item>, now: Date): Promise<boolean> {
  const loggedAt = new Date(act.entries[0]?.loggedAt ?? now);
  if (now.getTime() - loggedAt.getTime() < oldInMinutes * 60_000) return true;
  const answer = await askChoice({
    title: t('Undo Last Change'),
    placeholder: t('The last change was made {0}. Undo it?', loggedAt.toLocaleString(vscode.env.language)),
    choices: [
      { label: t('Undo: {0}', sayAct(act.entries, items)), value: true },
      { label: t('Leave it as it is'), value: false },
    ],
  });
  return answer.type === 'given' && answer.value;
}

/** Takes back this act, or the last one, without asking. @throws HumanError with the sentence of the refusal */
export async function undoAct(ledger: Ledger, act?: string): Promise<{ undone: string; act: string }> {
  let undone: { undone: string; act: string } | undefined;
  const answer = await ledger.act((context) => {
    const ruling = rule({ type: 'undo', act }, context);
    const last = context.register.lastActOf(context.device);
    if (!isRefusal(ruling) && last !== undefined) {
      undone = { undone: sayUndone(last.entries, context.register.items), act: last.id };
    }
    return ruling;
  });
  if (isRefusal(answer) || undone === undefined) {
    throw new HumanError(sayRefusal(isRefusal(answer) ? answer : { refused: 'nothingToUndo' }, ledger.today.day));
  }
  return undone;
}
