import * as vscode from 'vscode';
import { panelViewType } from '../../commandIds.ts';
import type { Services } from '../../commandContext.ts';

/** Opens the panel, of which there is only one, and restores it after a reload. Its code is loaded when it opens. */
export class PanelHost {
  readonly #extension: vscode.Uri;
  readonly #services: () => Promise<Services>;
  readonly #serializer: vscode.Disposable;
  #panel: { reveal(): void } | undefined;

  constructor(extension: vscode.Uri, services: () => Promise<Services>) {
    this.#extension = extension;
    this.#services = services;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(panelViewType, {
      deserializeWebviewPanel: (view) => this.#attach(view),
    });
  }

  /** Opens the panel beside the active editor; if it is open already, reveals it. */
  async open(): Promise<void> {
    if (this.#panel !== undefined) {
      this.#panel.reveal();
      return;
    }
    const column = vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    const view = vscode.window.createWebviewPanel(panelViewType, 'Pacesetter', column, {
      enableScripts: true,
      enableFindWidget: true,
    });
    await this.#attach(view);
  }

  dispose(): void {
    this.#serializer.dispose();
  }

  async #attach(view: vscode.WebviewPanel): Promise<void> {
    const current = { reveal: () => view.reveal() };
    this.#panel = current;
    view.onDidDispose(() => {
      if (this.#panel === current) this.#panel = undefined;
    });
    const { Panel } = await import('./panel.ts');
    const panel = new Panel(view, this.#extension, await this.#services());
    view.onDidDispose(() => panel.dispose());
  }
}
