import type { OpenRow, PanelAct } from '../../core/panel/protocol.ts';

/** The letters of the tree, for an item that has the focus in the panel; undefined where the key means nothing here. */
export function actOfKey(event: KeyboardEvent, row: OpenRow): PanelAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const act = acts[event.key];
  return act !== undefined && isOffered(act, row) ? actFor(act, row) : undefined;
}

const acts: Readonly<Record<string, PanelAct>> = {
  d: 'decide',
  p: 'movePromise',
  w: 'changeWaiting',
  e: 'edit',
  s: 'sendBack',
  Delete: 'withdraw',
};

/** What closes it: deciding, clearing a dependency, or settling a hole. */
export function closingActOf({ offers }: OpenRow): 'decide' | 'clear' | 'settleClarity' | undefined {
  const words = offers.split(' ');
  if (words.includes('decidable')) return 'decide';
  if (words.includes('settleable')) return 'settleClarity';
  return words.includes('clearable') ? 'clear' : undefined;
}

function isOffered(act: PanelAct, { offers }: OpenRow): boolean {
  const words = offers.split(' ');
  return words.includes('open') && (act !== 'sendBack' || words.includes('mine'));
}

function actFor(act: PanelAct, row: OpenRow): PanelAct | undefined {
  return act === 'decide' ? closingActOf(row) : act;
}

/** What VS Code's own context menu is told about the item under the pointer. */
export function contextOfItem({ id, offers }: OpenRow): string {
  return JSON.stringify({ pacesetterItem: offers, pacesetterId: id, preventDefaultContextMenuItems: true });
}
