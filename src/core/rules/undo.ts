import type { Redo, Undo } from '../intents.ts';
import type { RuleContext, Ruling } from './context.ts';

/** Takes back the last act of this machine that is still in force. What other machines did is theirs to undo. */
export function undo(intent: Undo, { register, device }: RuleContext): Ruling {
  const act = register.lastActOf(device);
  if (act === undefined) return { refused: 'nothingToUndo' };
  if (intent.act !== undefined && intent.act !== act.id) return { refused: 'changedSince' };
  for (const entry of act.entries) {
    if (entry.type === 'actUndone') continue;
    if ('item' in entry) {
      const item = register.items.get(entry.item);
      if (item?.readOnly === true) return { refused: 'newerItem', title: item.title };
    } else if ('assignment' in entry) {
      const assignment = register.assignments.get(entry.assignment);
      if (assignment?.readOnly === true) return { refused: 'newerItem', title: assignment.agreement.outcome ?? '' };
    }
  }
  return [{ type: 'actUndone', undoes: act.id }];
}

/** Brings back what the last undo of this machine took away; undoing an undo puts the act into force again. */
export function redo(intent: Redo, { register, device }: RuleContext): Ruling {
  const last = register.lastActOf(device, 'undosToo');
  return last?.id === intent.undo ? [{ type: 'actUndone', undoes: intent.undo }] : { refused: 'changedSince' };
}
