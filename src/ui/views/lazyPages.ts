import * as vscode from 'vscode';
import { pageScheme } from '../commandIds.ts';
import type { Services } from '../commandContext.ts';
import type { Pages } from './pages.ts';

/** Registers the read-only pages with VS Code. What writes them is loaded when the first page is opened. */
export class LazyPages implements vscode.TextDocumentContentProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registration: vscode.Disposable;
  #pages: Promise<Pages> | undefined;

  constructor(readonly services: () => Promise<Services>) {
    // Registered last: VS Code reads `onDidChange` when it registers the provider.
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(pageScheme, this);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    this.#pages ??= this.#load().catch((error: unknown) => {
      this.#pages = undefined;
      throw error;
    });
    return (await this.#pages).textOf(uri);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
    void this.#pages?.then((pages) => pages.dispose());
  }

  async #load(): Promise<Pages> {
    const { Pages } = await import('./pages.ts');
    return new Pages(await this.services(), this.#changed);
  }
}
