import * as vscode from 'vscode';
import type { Day } from '../../../core/time/day.ts';
import { formatNumber, t } from '../../../core/text/translate.ts';
import { assignmentDescription } from '../../../core/assignments/assignmentText.ts';
import { sayNearDay } from '../../../core/text/days.ts';
import { waitsOnLeader } from '../../../core/assignments/workBoard.ts';
import { assignmentsViewId, commandIds } from '../../commandIds.ts';
import type { CommandContext } from '../../commandContext.ts';
import { chooseRow } from '../rowKeys.ts';
import { TreeChanges } from '../treeChanges.ts';
import {
  assignmentContext,
  assignmentGroups,
  AssignmentNode,
  type AssignmentsNode,
  DraftNode,
  AssignmentGroupNode,
} from './nodes.ts';

/** The *Assignments* view: what was handed out, by owner, and how much of its time waited on the leader. */
export class AssignmentsTree implements vscode.TreeDataProvider<AssignmentsNode> {
  readonly #changes: TreeChanges;
  readonly #view: vscode.TreeView<AssignmentsNode>;
  readonly #subscriptions: { dispose(): unknown }[];

  constructor(readonly context: Pick<CommandContext, 'feed'>) {
    this.#changes = new TreeChanges(context.feed);
    this.#view = vscode.window.createTreeView(assignmentsViewId, { treeDataProvider: this });
    this.#subscriptions = [this.#view, this.#changes];
  }

  get onDidChangeTreeData(): vscode.Event<undefined> {
    return this.#changes.event;
  }

  async getChildren(node?: AssignmentsNode): Promise<AssignmentsNode[]> {
    if (node instanceof AssignmentGroupNode) return [...node.children];
    if (node !== undefined) return [];
    return this.#changes.read(() => assignmentGroups(this.context.feed.work));
  }

  getTreeItem(node: AssignmentsNode): vscode.TreeItem {
    const item = node instanceof AssignmentGroupNode ? ownerItem(node) : leafItem(node, this.context.feed.work.today);
    item.id = node.key;
    item.contextValue = assignmentContext(node);
    return item;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: AssignmentsNode): Promise<vscode.TreeItem> {
    if (!(node instanceof AssignmentNode)) return item;
    const { assignmentTooltip } = await import('../tooltips.ts');
    item.tooltip = assignmentTooltip(node.row, this.context.feed.work.today);
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function ownerItem({ label, children, isCollapsed }: AssignmentGroupNode): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, isCollapsed ? Collapsed : Expanded);
  item.description = formatNumber(children.length);
  return item;
}

function leafItem(node: AssignmentNode | DraftNode, today: Day): vscode.TreeItem {
  if (node instanceof DraftNode) {
    const { agreement, draftedOn } = node.row;
    const item = new vscode.TreeItem(agreement.outcome ?? t('Without an outcome yet'));
    item.description = t('kept {0}', sayNearDay(draftedOn, today));
    item.iconPath = new vscode.ThemeIcon('edit');
    item.command = chooseRow(node, t('Continue the draft'), commandIds.assign);
    return item;
  }
  const item = new vscode.TreeItem(node.row.agreement.outcome);
  item.description = assignmentDescription(node.row, today);
  item.iconPath = iconOf(node);
  item.command = chooseRow(node, t('Open Brief'), commandIds.openBrief);
  return item;
}

/** A warning colour if it is overdue or waits on the leader; the text next to it says the same. */
function iconOf({ row }: AssignmentNode): vscode.ThemeIcon {
  if (row.closing !== undefined) return new vscode.ThemeIcon(row.closing.result === 'met' ? 'pass' : 'error');
  const late = row.overdue || waitsOnLeader(row) ? new vscode.ThemeColor('list.warningForeground') : undefined;
  return new vscode.ThemeIcon('account', late);
}
