import type { OpenRow, PanelAct } from '../../core/panel/protocol.ts';
import { letterOfKey } from './letterOfKey.ts';

/** The action of a key on a focused item, with the same letters as in the tree; undefined for any other key. */
export function actionForKey(event: KeyboardEvent, row: OpenRow): PanelAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined;
  const act = acts[event.key === 'Delete' ? event.key : (letterOfKey(event) ?? '')];
  return act !== undefined && isAllowed(act, row) ? actFor(act, row) : undefined;
}

const acts: Readonly<Record<string, PanelAct>> = {
  d: 'decide',
  p: 'movePromise',
  w: 'changeWaiting',
  e: 'edit',
  s: 'sendBack',
  Delete: 'withdraw',
};

/** The action that closes the item: decide, clear (dependency) or settle (clarity); undefined if none is allowed. */
export function closingActOf({ offers }: OpenRow): 'decide' | 'clear' | 'settleClarity' | undefined {
  const words = offers.split(' ');
  if (words.includes('decidable')) return 'decide';
  if (words.includes('settleable')) return 'settleClarity';
  return words.includes('clearable') ? 'clear' : undefined;
}

function isAllowed(act: PanelAct, { offers }: OpenRow): boolean {
  const words = offers.split(' ');
  return words.includes('open') && (act !== 'sendBack' || words.includes('mine'));
}

function actFor(act: PanelAct, row: OpenRow): PanelAct | undefined {
  return act === 'decide' ? closingActOf(row) : act;
}

/** Context of an item for the `when` clauses of VS Code's context menu (`data-vscode-context`). */
export function contextOfItem({ id, offers }: OpenRow): string {
  return JSON.stringify({ pacesetterItem: offers, pacesetterId: id, preventDefaultContextMenuItems: true });
}
