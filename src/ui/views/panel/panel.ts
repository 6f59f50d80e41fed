import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { buildItemSnapshot } from '../../../core/panel/itemSnapshot.ts';
import { buildPersonSnapshot } from '../../../core/panel/personSnapshot.ts';
import type { ItemSnapshot, Messages, PersonSnapshot, Snapshot } from '../../../core/panel/protocol.ts';
import { buildSnapshot } from '../../../core/panel/snapshot.ts';
import { titleOf } from '../../../core/items/codedText.ts';
import { mainName } from '../../../core/people/people.ts';
import { startOfText } from '../../../core/text/clean.ts';
import { sayName } from '../../../core/text/days.ts';
import { t } from '../../../core/text/translate.ts';
import type { PageSubject, Services } from '../../commandContext.ts';
import { contextValueOf } from '../waiting/contextValue.ts';
import { reportFailures } from '../../reportFailures.ts';
import { panelPage } from './page.ts';
import { parsePanelRequest } from './panelRequest.ts';
import { handleRequest } from './handleRequest.ts';

/**
 * Holds one webview, the panel or the tab of items and people: gives it a page, sends it whole snapshots while it is
 * seen, and does what it asks for.
 */
export class Panel {
  readonly #view: vscode.WebviewPanel;
  readonly #context: Services;
  readonly #subscriptions: { dispose(): unknown }[] = [];
  /** The item or the person of the tab; undefined in the panel. */
  #subject: PageSubject | undefined;
  #isReady = false;
  #isSending = false;

  constructor(view: vscode.WebviewPanel, extension: vscode.Uri, context: Services, subject?: PageSubject) {
    this.#view = view;
    this.#subject = subject;
    this.#context = context;
    const { webview } = view;
    const [scripts, media] = folders(extension);
    webview.options = { enableScripts: true, localResourceRoots: [scripts, media] };
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
      tab: subject === undefined ? 'panel' : 'page',
    });
    this.#name();
  }

  /** Shows another item, or a person, in the tab. */
  show(subject: PageSubject): void {
    this.#subject = subject;
    this.#name();
    this.#send();
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
    void reportFailures(request.type, this.#context.output, () =>
      handleRequest(request, this.#context, this.#subject === undefined ? 'panel' : 'page'),
    );
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
        this.#name();
        // A panel that was closed meanwhile receives nothing.
        this.#view.webview.postMessage(this.#snapshot()).then(undefined, () => undefined);
      });
    });
  }

  #snapshot(): Snapshot | ItemSnapshot | PersonSnapshot {
    const { feed, store } = this.#context;
    const { register } = store;
    const { language } = vscode.env;
    const { calendar } = feed.policy();
    const subject = this.#subject;
    if (subject === undefined) {
      return buildSnapshot(register, feed.board, feed.work, feed.policy(), language, contextValueOf);
    }
    return 'item' in subject
      ? buildItemSnapshot(register, feed.board, subject.item, calendar, language, contextValueOf)
      : buildPersonSnapshot(register, feed.board, feed.work, subject.person, calendar, language, contextValueOf);
  }

  /** Names the tab, and gives it its icon, after its item or its person. */
  #name(): void {
    const subject = this.#subject;
    this.#view.iconPath = new vscode.ThemeIcon(iconOf(subject));
    if (subject === undefined) return;
    const { items, people } = this.#context.store.register;
    if ('person' in subject) {
      this.#view.title = startOfText(sayName(mainName(people, subject.person)), 60);
      return;
    }
    const item = items.get(subject.item);
    if (item !== undefined) this.#view.title = startOfText(titleOf(item), 60);
  }
}

function iconOf(subject: PageSubject | undefined): string {
  if (subject === undefined) return 'graph-scatter';
  return 'item' in subject ? 'law' : 'person';
}

function folders(extension: vscode.Uri): [vscode.Uri, vscode.Uri] {
  return [vscode.Uri.joinPath(extension, 'dist', 'webview'), vscode.Uri.joinPath(extension, 'media')];
}
