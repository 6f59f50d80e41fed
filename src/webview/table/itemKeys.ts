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

/** How many rows a key goes on in a list; undefined for any other key. */
export function stepOfKey(event: KeyboardEvent, rowCount: number, page: number): number | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -rowCount,
    End: rowCount,
  };
  return steps[event.key];
}

/** Goes from row to row of a list with the keys of the table, and stays on the same button of each. */
export function walkList(event: KeyboardEvent): void {
  const rows = [...(event.currentTarget as Element).children];
  const step = stepOfKey(event, rows.length, 10);
  const index = rows.findIndex((row) => row.contains(event.target as Node));
  if (step === undefined || index < 0) return;
  event.preventDefault();
  const buttonsOf = (row: number): HTMLElement[] => [...(rows[row]?.querySelectorAll('button') ?? [])];
  const place = buttonsOf(index).indexOf(event.target as HTMLElement);
  const buttons = buttonsOf(Math.max(0, Math.min(rows.length - 1, index + step)));
  (buttons[place] ?? buttons[0])?.focus();
}

/** Context of an item for the `when` clauses of VS Code's context menu (`data-vscode-context`). */
export function contextOfItem({ id, offers }: { readonly id: string; readonly offers: string }): string {
  return JSON.stringify({ pacesetterItem: offers, pacesetterId: id, preventDefaultContextMenuItems: true });
}
