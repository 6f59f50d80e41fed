import * as vscode from 'vscode';
import type { BoardFeed } from '../../../app/boardFeed.ts';
import type { BoardRow } from '../../../core/board/row.ts';
import { sayAge, shortAge } from '../../../core/items/itemText.ts';

const scheme = 'pacesetter-item';

/** The URI by which a tree row is decorated. It cannot be opened. */
export function badgeAddress({ id }: Pick<BoardRow, 'id'>): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${encodeURIComponent(id)}` });
}

/**
 * Shows the age of each open item at the right edge of the tree, where it stays visible however long the title and
 * narrow the view. The exact figures follow the title.
 */
export class AgeBadges implements vscode.FileDecorationProvider {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: { dispose(): unknown }[];
  #rows: ReadonlyMap<string, BoardRow> = new Map();

  constructor(feed: BoardFeed) {
    this.#subscriptions = [
      vscode.window.registerFileDecorationProvider(this),
      feed.onDidChange(({ rows }) => {
        this.#rows = new Map(rows.map((row) => [row.id, row]));
        this.#changed.fire(undefined);
      }),
      this.#changed,
    ];
  }

  readonly onDidChangeFileDecorations = this.#changed.event;

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (uri.scheme !== scheme) return undefined;
    const row = this.#rows.get(uri.path.slice(1));
    if (row === undefined || row.closing !== undefined) return undefined;
    // No colour: VS Code would colour the title too, and after an absence every row would have one.
    return new vscode.FileDecoration(shortAge(row.ageInDays), sayAge(row.ageInDays));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
