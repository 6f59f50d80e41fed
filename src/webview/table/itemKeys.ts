import { actOfLetterOn } from '../../core/panel/acts.ts';
import type { PanelAct } from '../../core/panel/protocol.ts';
import { letterOfKey } from './letterOfKey.ts';

/** The act of a key on an item, with the same letters as in the tree; undefined for any other key. */
export function actionForKey(event: KeyboardEvent, item: { readonly offers: string }): PanelAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined;
  // As in the tree, Delete withdraws too.
  const letter = event.key === 'Delete' ? 'x' : letterOfKey(event);
  return letter === undefined ? undefined : actOfLetterOn(item, letter);
}

/** Context of an item for the `when` clauses of VS Code's context menu (`data-vscode-context`). */
export function contextOfItem({ id, offers }: { readonly id: string; readonly offers: string }): string {
  return JSON.stringify({ pacesetterItem: offers, pacesetterId: id, preventDefaultContextMenuItems: true });
}
