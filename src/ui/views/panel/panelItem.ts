import type { Board } from '../../../core/board/board.ts';
import { panelViewType } from '../../commandIds.ts';
import { RowNode } from '../waiting/nodes.ts';

/**
 * What VS Code hands to a command that was chosen in the panel's context menu is what the panel wrote beside the item.
 * Commands get the same node of the item as from the tree, so that they ask for the rest.
 *
 * @returns the argument itself when it comes from elsewhere
 */
export function panelTarget(argument: unknown, board: () => Board): unknown {
  if (typeof argument !== 'object' || argument === null) return argument;
  const { webview, pacesetterId } = argument as { readonly webview?: unknown; readonly pacesetterId?: unknown };
  if (webview !== panelViewType) return argument;
  const row = board().rows.find(({ id }) => id === pacesetterId);
  return row === undefined ? undefined : new RowNode(row);
}
