import type { PanelAct } from './protocol.ts';

/** An act on an item, and when it is offered. */
export interface ItemAct {
  readonly act: PanelAct;
  /** It is offered when the item's offers hold one of these words, as in the `when` clauses of the menus. */
  readonly needs: readonly string[];
  /** The key that does it, in the tree, the panel and on the page of an item. */
  readonly letter?: string;
}

/** The acts on an item, the usual ones first. */
export const itemActs: readonly ItemAct[] = [
  { act: 'decide', needs: ['decidable'], letter: 'd' },
  { act: 'clear', needs: ['clearable'], letter: 'd' },
  { act: 'settleClarity', needs: ['settleable'], letter: 'd' },
  { act: 'confirmDefault', needs: ['defaultDue'] },
  { act: 'answerCheck', needs: ['checkable'] },
  { act: 'deliberate', needs: ['mine'], letter: 'h' },
  { act: 'sendBack', needs: ['mine'], letter: 's' },
  { act: 'markReturned', needs: ['sentBack', 'handedOver'] },
  { act: 'acknowledge', needs: ['unanswered'], letter: 'a' },
  { act: 'movePromise', needs: ['mine', 'sentBack'], letter: 'p' },
  { act: 'changeWaiting', needs: ['open'], letter: 'w' },
  { act: 'chase', needs: ['clearable'], letter: 'c' },
  { act: 'block', needs: ['open'], letter: 'b' },
  { act: 'unblock', needs: ['blocked'] },
  { act: 'verifyBlocker', needs: ['blocked'] },
  { act: 'handOver', needs: ['mine', 'sentBack'] },
  { act: 'stateDefault', needs: ['decidable'] },
  { act: 'dropDefault', needs: ['defaulted', 'defaultDue'] },
  { act: 'setCheckDay', needs: ['awaited'] },
  { act: 'edit', needs: ['open', 'closed'], letter: 'e' },
  { act: 'reopen', needs: ['reopenable'] },
  { act: 'withdraw', needs: ['open'], letter: 'x' },
];

/** The acts that an item offers, the usual ones first. */
export function actsOf({ offers }: { readonly offers: string }): readonly ItemAct[] {
  const words = offers.split(' ');
  return itemActs.filter(({ needs }) => needs.some((word) => words.includes(word)));
}
