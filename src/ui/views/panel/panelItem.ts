import type { Board } from '../../../core/board/board.ts';
import { panelViewType } from '../../commandIds.ts';
import { RowNode } from '../waiting/nodes.ts';

/**
 * Converts the argument of a command from the panel's context menu, which is the `data-vscode-context` of the row, into
 * the node that the tree would pass. So the command asks for the rest, as it does from the tree.
 *
 * @returns an argument from elsewhere unchanged; undefined if the item is not on the board any more
 */
export function panelTarget(argument: unknown, board: () => Board): unknown {
  if (typeof argument !== 'object' || argument === null) return argument;
  const { webview, pacesetterId } = argument as { readonly webview?: unknown; readonly pacesetterId?: unknown };
  if (webview !== panelViewType) return argument;
  const row = board().rows.find(({ id }) => id === pacesetterId);
  return row === undefined ? undefined : new RowNode(row);
}
