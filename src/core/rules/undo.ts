import { titleOf } from '../items/codedText.ts';
import type { IntentOf } from './intents.ts';
import { isOutside } from '../entries/sameEntry.ts';
import { changeable } from './changeable.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { type Act, lastActOf, lastUndoneBy } from '../register/acts.ts';
import type { Register } from '../register/register.ts';
import type { RuleContext, Ruling } from './context.ts';
import { takenBackByOthers } from './takenBack.ts';

/** Undoes the last act of this machine in force. Acts of other machines are undone there. */
export function undo(intent: IntentOf<'undo'>, { register, device }: RuleContext): Ruling {
  const act = lastActOf(register, device);
  if (act === undefined) return { refused: 'nothingToUndo' };
  if (intent.act !== undefined && intent.act !== act.id) return { refused: 'changedSince' };
  return refusalOfNewer(act, register) ?? [{ type: 'actUndone', undoes: act.id }];
}

/** Undoes the last undo of this machine, which puts the act back into force. */
export function redo(intent: IntentOf<'redo'>, { register, device }: RuleContext): Ruling {
  const undone = lastUndoneBy(register, device);
  if (intent.undo !== undefined && intent.undo !== undone?.by) return { refused: 'changedSince' };
  if (undone === undefined) return { refused: 'nothingToRedo' };
  return refusalOfNewer(undone.act, register) ?? [{ type: 'actUndone', undoes: undone.by }];
}

/** Takes an act of the outside about the item out of force, whichever machine wrote it down. */
export function takeBackRequest({ id, act }: IntentOf<'takeBackRequest'>, { register }: RuleContext): Ruling {
  const item = changeable(register, id);
  if (isRefusal(item)) return item;
  const isThere = item.history.some((entry) => entry.act === act && isOutside(entry));
  return isThere ? [{ type: 'actUndone', undoes: act }] : { refused: 'changedSince' };
}

/** Undoes what another machine took back although it had not done it. */
export function bringBack(intent: IntentOf<'bringBack'>, { register, device }: RuleContext): Ruling {
  const isThere = takenBackByOthers(register, device).some(({ by }) => by === intent.undo);
  return isThere ? [{ type: 'actUndone', undoes: intent.undo }] : { refused: 'changedSince' };
}

/** Refuses an act about an item or an assignment that a newer version wrote about. */
function refusalOfNewer({ entries, takesBack = [] }: Act, register: Register): Refusal | undefined {
  for (const entry of [...entries, ...takesBack]) {
    if (entry.type === 'actUndone') continue;
    if ('item' in entry) {
      const item = register.items.get(entry.item);
      if (item?.readOnly === true) return { refused: 'newerItem', title: titleOf(item) };
    } else if ('assignment' in entry) {
      const assignment = register.assignments.get(entry.assignment);
      if (assignment?.readOnly === true) return { refused: 'newerItem', title: assignment.agreement.outcome ?? '' };
    }
  }
  return undefined;
}
