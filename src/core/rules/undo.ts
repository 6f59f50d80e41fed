import type { Undo } from '../intents.ts';
import type { RuleContext, Ruling } from './context.ts';

/** Takes back the last act of this machine that is still in force. What other machines did is theirs to undo. */
export function undo(intent: Undo, { register, device }: RuleContext): Ruling {
  const act = register.lastActOf(device);
  if (act === undefined) return { refused: 'nothingToUndo' };
  if (intent.act !== undefined && intent.act !== act.id) return { refused: 'changedSince' };
  for (const entry of act.entries) {
    if (entry.type === 'actUndone') continue;
    const item = register.items.get(entry.item);
    if (item?.readOnly === true) return { refused: 'newerItem', title: item.title };
  }
  return [{ type: 'actUndone', undoes: act.id }];
}
