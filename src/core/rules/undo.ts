import { titleOf } from '../items/codedText.ts';
import type { Redo, Undo } from './intents.ts';
import type { Refusal } from './refusal.ts';
import type { Act, Register } from '../register/register.ts';
import type { RuleContext, Ruling } from './context.ts';

/** Takes back the last act of this machine that is still in force. What other machines did is theirs to undo. */
export function undo(intent: Undo, { register, device }: RuleContext): Ruling {
  const act = register.lastActOf(device);
  if (act === undefined) return { refused: 'nothingToUndo' };
  if (intent.act !== undefined && intent.act !== act.id) return { refused: 'changedSince' };
  return refusalOfNewer(act, register) ?? [{ type: 'actUndone', undoes: act.id }];
}

/** Brings back what this machine undid last; undoing an undo puts the act into force again. */
export function redo(intent: Redo, { register, device }: RuleContext): Ruling {
  const undone = register.lastUndoneBy(device);
  if (intent.undo !== undefined && intent.undo !== undone?.by) return { refused: 'changedSince' };
  if (undone === undefined) return { refused: 'nothingToRedo' };
  return refusalOfNewer(undone.act, register) ?? [{ type: 'actUndone', undoes: undone.by }];
}

/** What a newer version wrote about is not changed here, whichever way. */
function refusalOfNewer({ entries }: Act, register: Register): Refusal | undefined {
  for (const entry of entries) {
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
