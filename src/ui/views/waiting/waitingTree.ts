import * as vscode from 'vscode';
import type { Day } from '../../../core/time/day.ts';
import { overdueSentence } from '../../../core/figures/figureText.ts';
import { rowFacts, spokenRow } from '../../../core/items/itemText.ts';
import { cleanText } from '../../../core/text/clean.ts';
import { t } from '../../../core/text/translate.ts';
import { commandIds, waitingViewId } from '../../commandIds.ts';
import { kindIcon } from '../kindIcon.ts';
import { chooseRow } from '../rowKeys.ts';
import { TreeChanges } from '../treeChanges.ts';
import type { Services } from '../../commandContext.ts';
import { badgeAddress } from './ageBadges.ts';
import { contextValueOf } from './contextValue.ts';
import { noticesOf } from './notices.ts';
import { GroupNode, groupsOf, nextAfter, type Node, NoticeNode, RowNode, trailingGroups } from './nodes.ts';

/** The *Waiting on You* view: what waits, in the order of all views, and its badge. */
export class WaitingTree implements vscode.TreeDataProvider<Node> {
  readonly #changes: TreeChanges;
  readonly #view: vscode.TreeView<Node>;
  readonly #subscriptions: { dispose(): unknown }[];
  /** How many acts were followed. */
  #acts = 0;
  /** The key of what was clicked or opened last. While VS Code reads the tree anew, it knows no selection. */
  #selected: string | undefined;

  constructor(readonly context: Pick<Services, 'feed' | 'settings' | 'requests'>) {
    this.#changes = new TreeChanges(context.feed, context.requests.onDidChange);
    this.#view = vscode.window.createTreeView(waitingViewId, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      context.feed.onDidChange(() => this.#showBadge()),
      this.#view.onDidChangeSelection(({ selection: [node] }) => {
        if (node !== undefined) this.#selected = node.key;
      }),
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
    return this.#changes.read(() => [...noticesOf(this.context), ...this.#groups()]);
  }

  getParent(node: Node): Node | undefined {
    return node instanceof RowNode ? node.group : undefined;
  }

  /**
   * Follows an act on a row: what is returned, called after it, puts the focus on the row to go on with. Without it, VS
   * Code moves the focus along with the item into another group, or drops it.
   */
  follow(acted: RowNode): () => Promise<void> {
    const before = this.#groups();
    const act = ++this.#acts;
    const selected = this.#selected;
    return async () => {
      const next = nextAfter(acted, before, this.#groups());
      // A later act has begun, or another row was clicked or opened: the focus is where the person wants it. VS Code tells
      // extensions nothing of a focus that moves without the selection, as by an arrow key.
      const isElsewhere = ![acted.key, selected].includes(this.#selected);
      if (next === undefined || act !== this.#acts || isElsewhere || !this.#view.visible) return;
      // It may be gone by the time VS Code has read the tree.
      await this.#view.reveal(next, { select: true, focus: true }).then(undefined, () => undefined);
    };
  }

  /** Puts the keyboard on an item that waits; if it does not wait any more, on the first one that does. */
  async focusOn(id: string | undefined): Promise<void> {
    await vscode.commands.executeCommand(`${waitingViewId}.focus`);
    const rows = this.#groups().flatMap((group) => (trailingGroups.has(group.key) ? [] : group.rows));
    const node = rows.find(({ row }) => row.id === id) ?? rows[0];
    if (node !== undefined) await this.#view.reveal(node, { select: true, focus: true });
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node instanceof GroupNode) return groupItem(node);
    if (node instanceof NoticeNode) return noticeItem(node);
    return rowItem(node, this.context.feed.board.today);
  }

  /** Builds the tooltip when the pointer rests on an item, not for every row. */
  async resolveTreeItem(item: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
    if (!(node instanceof RowNode)) return item;
    const { itemTooltip } = await import('../tooltips.ts');
    item.tooltip = itemTooltip(node.row, this.context.feed.board.today);
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #groups(): GroupNode[] {
    return groupsOf(this.context.feed.board, this.context.settings.grouping);
  }

  #showBadge(): void {
    const { totals } = this.context.feed.board;
    this.#view.badge = totals.overdue > 0 ? { value: totals.overdue, tooltip: overdueSentence(totals) } : undefined;
  }
}

function groupItem({ key, label, description, person }: GroupNode): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, trailingGroups.has(key) ? Collapsed : Expanded);
  item.id = key;
  item.description = description;
  item.contextValue = person === undefined ? 'group' : 'group person';
  return item;
}

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
  item.description = rowFacts(row, today);
  item.accessibilityInformation = { label: spokenRow(row, today) };
  item.iconPath = kindIcon(row);
  item.resourceUri = badgeAddress(row);
  item.contextValue = contextValueOf(row);
  item.command = chooseRow(node, t('Open Item'), commandIds.openItem);
  return item;
}
