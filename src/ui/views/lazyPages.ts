import * as vscode from 'vscode';
import type { BoardFeed } from '../../app/boardFeed.ts';
import { pageScheme } from '../commandIds.ts';
import type { Pages } from './pages.ts';

/** Registers the read-only pages with VS Code. What writes them is loaded when the first page is opened. */
export class LazyPages implements vscode.TextDocumentContentProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registration: vscode.Disposable;
  #pages: Promise<Pages> | undefined;

  constructor(readonly feed: BoardFeed) {
    // Registered last: VS Code reads `onDidChange` when it registers the provider.
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(pageScheme, this);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    this.#pages ??= import('./pages.ts').then(({ Pages }) => new Pages(this.feed, this.#changed));
    return (await this.#pages).textOf(uri);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
    void this.#pages?.then((pages) => pages.dispose());
  }
}
