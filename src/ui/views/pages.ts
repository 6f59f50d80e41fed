import { titleOf } from '../../core/items/codedText.ts';
import * as vscode from 'vscode';
import type { Item } from '../../core/items/item.ts';
import type { AssignmentRow } from '../../core/assignments/workBoard.ts';
import { dayOf } from '../../core/time/day.ts';
import { cycleTimes, paceOf } from '../../core/figures/pace.ts';
import { titlesIn } from '../../core/register/titles.ts';
import { checkClarity } from '../../core/clarity/check.ts';
import { clarityContext } from '../../core/rules/assign.ts';
import { briefText } from '../../core/reports/brief.ts';
import { startOfText } from '../../core/text/clean.ts';
import { itemPageText } from '../../core/reports/itemPage.ts';
import { t } from '../../core/text/translate.ts';
import { pageScheme } from '../commandIds.ts';
import type { Services } from '../commandContext.ts';

type PageContext = Pick<Services, 'store' | 'feed'>;

const reports = new Map<string, string>();
const assignmentQuery = 'assignment=';

/** URI of the page of an item. Only the query identifies it; the name before `.md` is what the tab shows. */
function itemPage(item: Pick<Item, 'id' | 'title' | 'clarity'>): vscode.Uri {
  return vscode.Uri.from({
    scheme: pageScheme,
    path: `/${pageName(titleOf(item))}.md`,
    query: `item=${encodeURIComponent(item.id)}`,
  });
}

/** Shows the page of an item in the active editor group. */
export async function showItem(item: Pick<Item, 'id' | 'title' | 'clarity'>): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', itemPage(item));
}

/** URI of the brief of an assignment. */
export function briefPage(id: string, outcome: string): vscode.Uri {
  return vscode.Uri.from({
    scheme: pageScheme,
    path: `/${pageName(outcome)}.md`,
    query: `assignment=${encodeURIComponent(id)}`,
  });
}

/** A title as the name of a page or a file, of at most 60 characters that cannot lead into another folder. */
export function pageName(title: string): string {
  return (
    startOfText(
      title
        .replace(/[^\p{L}\p{N} ,.'()-]/gu, ' ')
        .trim()
        .replace(/^\.+/, ''),
      60,
    ) || t('Item')
  );
}

/** Shows a page in the group to the side; if a preview is active already, in the active group. */
export async function showBeside(page: vscode.Uri): Promise<void> {
  const activeInput = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const isToSide = activeInput !== undefined && !isPreview(activeInput);
  await vscode.commands.executeCommand(isToSide ? 'markdown.showPreviewToSide' : 'markdown.showPreview', page);
}

/** The brief of an assignment as Markdown. */
export function briefOf({ store, feed }: PageContext, row: AssignmentRow): string {
  const { register } = store;
  const findings = checkClarity(row.agreement, clarityContext({ register, policy: feed.policy() }));
  return briefText(row, feed.work.today, titlesIn(register), findings);
}

/** Stores a report in memory and returns its URI. A new report of the same name replaces the old one. */
export function reportPage(name: string, text: string): vscode.Uri {
  reports.set(name, text);
  return vscode.Uri.from({ scheme: pageScheme, path: `/${name}.md`, query: 'report' });
}

/** How many pages are kept up to date: more than anybody keeps open. */
const maxTracked = 50;

/**
 * Provides the read-only pages: an item as it is now, a brief, or a report. An open page is updated when its subject
 * changes.
 */
export class Pages {
  readonly #subscriptions: readonly { dispose(): unknown }[];
  /** URIs of the requested pages, the latest last. */
  readonly #provided = new Map<string, vscode.Uri>();

  /** @param changed fired with the address of each open page whose text may have changed */
  constructor(
    readonly context: PageContext,
    readonly changed: vscode.EventEmitter<vscode.Uri>,
  ) {
    this.#subscriptions = [
      context.feed.onDidChange(() => this.#refresh()),
      // The log may have changed after the text was provided and before VS Code knows the document.
      vscode.workspace.onDidOpenTextDocument((document) => {
        const { uri } = document;
        if (uri.scheme === pageScheme && document.getText() !== this.textOf(uri)) this.changed.fire(uri);
      }),
    ];
  }

  /** The text of a page, in Markdown. */
  textOf(uri: vscode.Uri): string {
    this.#remember(uri);
    if (uri.query === 'report') return reports.get(uri.path.slice(1, -'.md'.length)) ?? '';
    if (uri.query.startsWith(assignmentQuery)) return this.#brief(uri.query.slice(assignmentQuery.length));
    const { store, feed } = this.context;
    const item = store.register.items.get(uri.query.slice('item='.length));
    if (item === undefined) return t('This item is not in the log any more: its capture was undone.');
    const { board } = feed;
    const row = board.rows.find(({ id }) => id === item.id);
    return itemPageText({
      item,
      row,
      pace: row?.closing === undefined && row !== undefined ? paceOf(row, cycleTimes(board)) : undefined,
      today: board.today,
      dayOfLogging: (entry) => dayOf(new Date(entry.loggedAt)),
      titleOf: titlesIn(store.register),
    });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #brief(id: string): string {
    const row = this.context.feed.work.assignments.find((assignment) => assignment.id === id);
    return row === undefined
      ? t('This assignment is not in the log any more: handing it out was undone.')
      : briefOf(this.context, row);
  }

  #remember(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#provided.delete(key);
    this.#provided.set(key, uri);
    for (const oldest of this.#provided.keys()) if (this.#provided.size > maxTracked) this.#provided.delete(oldest);
  }

  #refresh(): void {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    const dropped: vscode.Uri[] = [];
    for (const [key, uri] of this.#provided) {
      if (open.has(key)) this.changed.fire(uri);
      else dropped.push(uri);
    }
    // VS Code closes the document of a preview after some minutes, and then ignores change events for it.
    if (dropped.some(isPreviewed)) void vscode.commands.executeCommand('markdown.preview.refresh');
  }
}

function isPreview(input: unknown): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview');
}

/** Whether a Markdown preview of the page is open. Only the title of a preview tells which page it shows. */
function isPreviewed({ path }: vscode.Uri): boolean {
  const name = path.slice(1);
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input, label }) => isPreview(input) && label.includes(name)),
  );
}
