import * as vscode from 'vscode';
import type { BoardRow } from '../../core/board/row.ts';

/**
 * The icon of an item: a shape for each kind, others for what is asked on GitHub of the leader or of a team, and others
 * while it is held or blocked. Overdue adds a colour; the text next to it says the same.
 */
export function kindIcon(
  row: Pick<BoardRow, 'kind' | 'overdue' | 'closing' | 'state' | 'blockedBy' | 'request'>,
): vscode.ThemeIcon {
  const colour = row.overdue ? new vscode.ThemeColor('list.warningForeground') : undefined;
  if (row.closing !== undefined)
    return new vscode.ThemeIcon(row.closing.how === 'withdrawn' ? 'circle-slash' : 'check');
  if (row.blockedBy.length > 0) return new vscode.ThemeIcon('lock', colour);
  if (row.state === 'deliberating') return new vscode.ThemeIcon('debug-pause', colour);
  if (row.request !== undefined) {
    return new vscode.ThemeIcon(row.request.team === undefined ? 'git-pull-request' : 'organization', colour);
  }
  switch (row.kind) {
    case 'decision':
      return new vscode.ThemeIcon('law', colour);
    case 'approval':
      return new vscode.ThemeIcon('verified', colour);
    case 'dependency':
      return new vscode.ThemeIcon('link', colour);
    case 'clarity':
      return new vscode.ThemeIcon('question', colour);
    default:
      return row.kind satisfies never;
  }
}
