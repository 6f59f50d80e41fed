import * as vscode from 'vscode';
import { panelViewType } from '../../commandIds.ts';
import type { CommandContext } from '../../commandContext.ts';

/** Opens the one panel there is, and brings it back after a reload. All that is behind it is loaded when it opens. */
export class PanelHost {
  readonly #extension: vscode.Uri;
  readonly #context: () => CommandContext;
  readonly #serializer: vscode.Disposable;
  #panel: { reveal(): void } | undefined;

  constructor(extension: vscode.Uri, context: () => CommandContext) {
    this.#extension = extension;
    this.#context = context;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(panelViewType, {
      deserializeWebviewPanel: (view) => this.#fill(view),
    });
  }

  /** Beside what is being edited; where it is open already, it comes to the front. */
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
    await this.#fill(view);
  }

  dispose(): void {
    this.#serializer.dispose();
  }

  async #fill(view: vscode.WebviewPanel): Promise<void> {
    const filling = { reveal: () => view.reveal() };
    this.#panel = filling;
    view.onDidDispose(() => {
      if (this.#panel === filling) this.#panel = undefined;
    });
    const { Panel } = await import('./panel.ts');
    const panel = new Panel(view, this.#extension, this.#context());
    view.onDidDispose(() => panel.dispose());
  }
}
