import * as vscode from 'vscode';
import { priorityDescription } from '../../../core/assignments/assignmentText.ts';
import { t } from '../../../core/text/translate.ts';
import { commandIds, prioritiesViewId } from '../../commandIds.ts';
import type { CommandContext } from '../../commandContext.ts';
import { Reordering } from '../../programCall.ts';
import { chooseRow } from '../rowKeys.ts';
import { TreeChanges } from '../treeChanges.ts';
import { PriorityNode } from './nodes.ts';

/** MIME type of a dragged line; only this view accepts it. */
const dragType = 'application/vnd.code.tree.pacesetter.priorities';

/** The *Priorities* view: the ranked list, reordered by drag or by keyboard. */
export class PrioritiesTree
  implements vscode.TreeDataProvider<PriorityNode>, vscode.TreeDragAndDropController<PriorityNode>
{
  readonly dragMimeTypes = [dragType];
  readonly dropMimeTypes = [dragType];
  readonly #changes: TreeChanges;
  readonly #view: vscode.TreeView<PriorityNode>;
  readonly #subscriptions: { dispose(): unknown }[];

  constructor(readonly context: Pick<CommandContext, 'feed'>) {
    this.#changes = new TreeChanges(context.feed);
    this.#view = vscode.window.createTreeView(prioritiesViewId, {
      treeDataProvider: this,
      dragAndDropController: this,
    });
    this.#subscriptions = [this.#view, context.feed.onDidChange(() => this.#showCount()), this.#changes];
  }

  get onDidChangeTreeData(): vscode.Event<undefined> {
    return this.#changes.event;
  }

  async getChildren(node?: PriorityNode): Promise<PriorityNode[]> {
    if (node !== undefined) return [];
    return this.#changes.read(() => this.context.feed.work.priorities.map((row) => new PriorityNode(row)));
  }

  getTreeItem(node: PriorityNode): vscode.TreeItem {
    const { row, key } = node;
    const item = new vscode.TreeItem(`${row.rank}  ${row.title}`);
    item.id = key;
    item.description = priorityDescription(row);
    item.contextValue = 'priority';
    item.command = chooseRow(node, row.title);
    if (row.isPastLimit) {
      item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    }
    return item;
  }

  handleDrag([node]: readonly PriorityNode[], data: vscode.DataTransfer): void {
    if (node !== undefined) data.set(dragType, new vscode.DataTransferItem(node.key));
  }

  /**
   * Dropped on a line, it takes that place; dropped below all lines, it becomes the last. The command asks for the
   * rest.
   */
  async handleDrop(target: PriorityNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const id: unknown = data.get(dragType)?.value;
    const ids = this.context.feed.work.priorities.map((row) => row.id);
    if (typeof id !== 'string' || !ids.includes(id) || target?.key === id) return;
    const to = target === undefined ? ids.length - 1 : ids.indexOf(target.key);
    const others = ids.filter((other) => other !== id);
    const order = [...others.slice(0, to), id, ...others.slice(to)];
    await vscode.commands.executeCommand(commandIds.rankPriorities, new Reordering(order));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #showCount(): void {
    const { priorities, priorityLimit } = this.context.feed.work;
    this.#view.description = priorities.length === 0 ? '' : t('{0} of {1}', priorities.length, priorityLimit);
  }
}
