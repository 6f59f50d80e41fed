import * as vscode from 'vscode';
import type { BoardFeed } from '../app/boardFeed.ts';
import type { Item } from '../core/item.ts';
import { dayOf } from '../core/day.ts';
import { itemPageText } from '../core/wording/page.ts';
import { t } from '../core/wording/translate.ts';
import { pageScheme } from './ids.ts';

const reports = new Map<string, string>();

/** Address of the page of an item. Only the query says which; the name before `.md` is what the tab shows. */
export function itemPage({ id, title }: Pick<Item, 'id' | 'title'>): vscode.Uri {
  const name =
    title
      .replace(/[^\p{L}\p{N} ,.'()-]/gu, ' ')
      .trim()
      .slice(0, 60) || t('Item');
  return vscode.Uri.from({ scheme: pageScheme, path: `/${name}.md`, query: `item=${id}` });
}

/** Puts a report where it can be opened; one that is written again under the same name replaces the old. */
export function reportPage(name: string, text: string): vscode.Uri {
  reports.set(name, text);
  return vscode.Uri.from({ scheme: pageScheme, path: `/${name}.md`, query: 'report' });
}

/** Writes the read-only pages: an item as it stands now, or a report. Each page follows what it shows while open. */
export class Pages implements vscode.TextDocumentContentProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: { dispose(): unknown }[];

  constructor(readonly feed: BoardFeed) {
    this.#subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(pageScheme, this),
      feed.onDidChange(() => this.#refresh()),
      this.#changed,
    ];
  }

  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    if (uri.query === 'report') return reports.get(uri.path.slice(1, -'.md'.length)) ?? '';
    const item = this.feed.ledger.register.items.get(uri.query.slice('item='.length));
    if (item === undefined) return t('This item is not in the log any more: its capture was undone.');
    const row = this.feed.board.rows.find(({ id }) => id === item.id);
    return itemPageText(item, row, this.feed.board.today, (entry) => dayOf(new Date(entry.loggedAt)));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #refresh(): void {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === pageScheme) this.#changed.fire(uri);
  }
}
