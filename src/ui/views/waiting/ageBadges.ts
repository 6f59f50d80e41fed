import * as vscode from 'vscode';
import type { BoardFeed } from '../../../app/boardFeed.ts';
import type { BoardRow } from '../../../core/board/row.ts';
import { sayAge, shortAge } from '../../../core/items/itemText.ts';

const scheme = 'pacesetter-item';

/** The address a row of the tree is decorated by. It names nothing that could be opened. */
export function badgeAddress({ id }: Pick<BoardRow, 'id'>): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${id}` });
}

/**
 * The age of each open item at the right edge of the tree, where it stays in sight however long the title and however
 * narrow the view. The exact figures stand beside the title.
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
    // No colour: it would reach the title as well, and the way back after an absence is no wall of colour.
    return new vscode.FileDecoration(shortAge(row.ageInDays), sayAge(row.ageInDays));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
