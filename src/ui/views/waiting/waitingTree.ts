import * as vscode from 'vscode';
import type { Day } from '../../../core/time/day.ts';
import { overdueSentence } from '../../../core/figures/figureText.ts';
import { itemSentences } from '../../../core/items/itemSentences.ts';
import { rowDescription } from '../../../core/items/itemText.ts';
import { cleanText } from '../../../core/text/clean.ts';
import { escapeMarkdown } from '../../../core/text/markdown.ts';
import { t } from '../../../core/text/translate.ts';
import { commandIds, waitingViewId } from '../../commandIds.ts';
import { kindIcon } from '../kindIcon.ts';
import { chooseRow } from '../rowKeys.ts';
import { TreeChanges } from '../treeChanges.ts';
import type { Services } from '../../commandContext.ts';
import { badgeAddress } from './ageBadges.ts';
import { contextValueOf } from './contextValue.ts';
import { noticesOf } from './notices.ts';
import { GroupNode, groupsOf, type Node, NoticeNode, RowNode } from './nodes.ts';

/** The *Waiting on You* view: what waits, oldest hurt first, and its badge. */
export class WaitingTree implements vscode.TreeDataProvider<Node> {
  readonly #changes: TreeChanges;
  readonly #view: vscode.TreeView<Node>;
  readonly #subscriptions: { dispose(): unknown }[];

  constructor(readonly context: Pick<Services, 'feed' | 'settings'>) {
    this.#changes = new TreeChanges(context.feed);
    this.#view = vscode.window.createTreeView(waitingViewId, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      context.feed.onDidChange(() => this.#showBadge()),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) void context.feed.store?.refresh();
      }),
      this.#changes,
    ];
  }

  get onDidChangeTreeData(): vscode.Event<undefined> {
    return this.#changes.event;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node instanceof GroupNode) return [...node.rows];
    if (node !== undefined) return [];
    return this.#changes.read(() => [
      ...noticesOf(this.context),
      ...groupsOf(this.context.feed.board, this.context.settings.grouping),
    ]);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node instanceof GroupNode) return groupItem(node);
    if (node instanceof NoticeNode) return noticeItem(node);
    return rowItem(node, this.context.feed.board.today);
  }

  /** Builds the tooltip when the pointer rests on an item, not for every row. */
  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    if (node instanceof RowNode) {
      const [title = '', ...facts] = itemSentences(node.row, this.context.feed.board.today).map(escapeMarkdown);
      item.tooltip = new vscode.MarkdownString([`**${title}**`, ...facts].join('\n\n'));
    }
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #showBadge(): void {
    const { totals } = this.context.feed.board;
    this.#view.badge = totals.overdue > 0 ? { value: totals.overdue, tooltip: overdueSentence(totals) } : undefined;
  }
}

function groupItem({ key, label, description }: GroupNode): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, collapsed.has(key) ? Collapsed : Expanded);
  item.id = key;
  item.description = description;
  item.contextValue = 'group';
  return item;
}

/** Keys of the groups that start collapsed: nothing in them waits on the leader. */
const collapsed = new Set(['group handedOver', 'group recentlyClosed']);

function noticeItem({ sentence, command, commandArguments, details }: NoticeNode): vscode.TreeItem {
  // It may name a file, and others name the files of a shared folder.
  const item = new vscode.TreeItem(cleanText(sentence));
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = cleanText([sentence, ...details].join('\n'));
  item.contextValue = 'notice';
  item.command = { command, title: sentence, arguments: [...commandArguments] };
  return item;
}

function rowItem(node: RowNode, today: Day): vscode.TreeItem {
  const { row } = node;
  const item = new vscode.TreeItem(row.title);
  item.id = node.key;
  item.description = rowDescription(row, today);
  item.iconPath = kindIcon(row);
  item.resourceUri = badgeAddress(row);
  item.contextValue = contextValueOf(row);
  item.command = chooseRow(node, t('Open Item'), commandIds.openItem);
  return item;
}
