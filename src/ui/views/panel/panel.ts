import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Messages } from '../../../core/panel/protocol.ts';
import { buildSnapshot } from '../../../core/panel/snapshot.ts';
import { t } from '../../../core/text/translate.ts';
import type { Services } from '../../commandContext.ts';
import { contextValueOf } from '../waiting/contextValue.ts';
import { reportFailures } from '../../reportFailures.ts';
import { panelPage } from './page.ts';
import { parsePanelRequest } from './panelRequest.ts';
import { handleRequest } from './handleRequest.ts';

/** Holds one webview: gives it a page, sends it whole snapshots while it is seen, and does what it asks for. */
export class Panel {
  readonly #view: vscode.WebviewPanel;
  readonly #context: Services;
  readonly #subscriptions: { dispose(): unknown }[] = [];
  #isReady = false;
  #isSending = false;

  constructor(view: vscode.WebviewPanel, extension: vscode.Uri, context: Services) {
    this.#view = view;
    this.#context = context;
    const { webview } = view;
    const [scripts, media] = folders(extension);
    webview.options = { enableScripts: true, localResourceRoots: [scripts, media] };
    view.iconPath = new vscode.ThemeIcon('graph-scatter');
    this.#subscriptions.push(
      webview.onDidReceiveMessage((message: unknown) => this.#hear(message)),
      context.feed.onDidChange(() => this.#send()),
      view.onDidChangeViewState(() => {
        // What is hidden is thrown away, and says that it is ready when it shows again.
        if (!view.visible) this.#isReady = false;
      }),
    );
    webview.html = panelPage({
      source: webview.cspSource,
      nonce: randomBytes(16).toString('base64url'),
      script: webview.asWebviewUri(vscode.Uri.joinPath(scripts, 'panel.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(media, 'panel.css')).toString(),
      language: /^[\w-]+$/.test(vscode.env.language) ? vscode.env.language : 'en',
      title: t('Pacesetter'),
    });
  }

  reveal(): void {
    this.#view.reveal();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #hear(message: unknown): void {
    const request = parsePanelRequest(message);
    if (request === undefined) {
      this.#context.output.warn('the panel sent something that is not understood; it was dropped');
      return;
    }
    if (request.type === 'ready') {
      this.#isReady = true;
      this.#sendMessages();
      void this.#context.loaded.then(() => this.#send());
      return;
    }
    void reportFailures(request.type, this.#context.output, () => handleRequest(request, this.#context));
  }

  /** The panel cannot ask the editor for a translation; it gets all of them. */
  #sendMessages(): void {
    const messages = vscode.l10n.bundle;
    if (messages === undefined) return;
    this.#view.webview.postMessage({ type: 'messages', messages } satisfies Messages).then(undefined, () => undefined);
  }

  /** Changes that come together are one snapshot. */
  #send(): void {
    if (!this.#isReady || this.#isSending) return;
    this.#isSending = true;
    setImmediate(() => {
      this.#isSending = false;
      if (!this.#isReady) return;
      void reportFailures('panel', this.#context.output, async () => {
        const { feed } = this.#context;
        const snapshot = buildSnapshot(feed.board, feed.work, feed.policy(), vscode.env.language, contextValueOf);
        // A panel that was closed meanwhile receives nothing.
        this.#view.webview.postMessage(snapshot).then(undefined, () => undefined);
      });
    });
  }
}

function folders(extension: vscode.Uri): [vscode.Uri, vscode.Uri] {
  return [vscode.Uri.joinPath(extension, 'dist', 'webview'), vscode.Uri.joinPath(extension, 'media')];
}
