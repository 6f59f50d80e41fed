import * as vscode from 'vscode';
import { itemViewType, panelViewType } from '../../commandIds.ts';
import type { Opener, PageSubject, Panels, Services } from '../../commandContext.ts';
import type { Panel } from './panel.ts';

interface Tab {
  readonly view: vscode.WebviewPanel;
  readonly content: Promise<Panel>;
}

/**
 * Opens the panel and the tab of items and people, of which there is one each, and restores them after a reload. Their
 * code is loaded when one opens.
 */
export class PanelHost implements Panels {
  readonly #extension: vscode.Uri;
  readonly #services: () => Promise<Services>;
  readonly #serializers: readonly vscode.Disposable[];
  #panel: Tab | undefined;
  #page: Tab | undefined;
  #openedFrom: Opener | undefined;
  /** What that tab shows, and what it showed before where that led on to it. */
  #shown: PageSubject | undefined;
  #before: PageSubject[] = [];

  /** @param focusList puts the keyboard on an item of the list */
  constructor(
    extension: vscode.Uri,
    services: () => Promise<Services>,
    readonly focusList: (id: string | undefined) => Promise<void>,
  ) {
    this.#extension = extension;
    this.#services = services;
    const restore = (type: string, deserialize: (view: vscode.WebviewPanel, state: unknown) => Promise<unknown>) =>
      vscode.window.registerWebviewPanelSerializer(type, {
        deserializeWebviewPanel: async (view, state) => void (await deserialize(view, state)),
      });
    this.#serializers = [
      restore(panelViewType, (view) => this.#attachPanel(view).content),
      restore(itemViewType, async (view, state) => {
        const { item, person } = (state ?? {}) as { readonly item?: unknown; readonly person?: unknown };
        if (typeof item === 'string') await this.#attachPage(view, { item });
        else if (typeof person === 'string') await this.#attachPage(view, { person });
        else view.dispose();
      }),
    ];
  }

  async openPanel(): Promise<void> {
    if (this.#panel !== undefined) {
      this.#panel.view.reveal();
      return;
    }
    const view = vscode.window.createWebviewPanel(panelViewType, 'Pacesetter', besideText(), tabOptions);
    await this.#attachPanel(view).content;
  }

  openItem(id: string, from?: Opener): Promise<void> {
    return this.#openPage({ item: id }, from);
  }

  openPerson(name: string, from?: Opener): Promise<void> {
    return this.#openPage({ person: name }, from);
  }

  async #openPage(subject: PageSubject, from: Opener | undefined): Promise<void> {
    if (from === 'page' && this.#shown !== undefined) this.#leave(this.#shown, subject);
    else {
      this.#before = [];
      this.#openedFrom = from;
    }
    await this.#show(subject, from);
  }

  /** Going on to what was shown before is going back to it, so that Esc does not walk in circles. */
  #leave(shown: PageSubject, next: PageSubject): void {
    const at = this.#before.findIndex((subject) => isSameSubject(subject, next));
    this.#before = at === -1 ? [...this.#before, shown] : this.#before.slice(0, at);
  }

  async #show(subject: PageSubject, from: Opener | undefined): Promise<void> {
    const preserveFocus = from === 'tree';
    if (this.#page !== undefined) {
      const { view, content } = this.#page;
      view.reveal(undefined, preserveFocus);
      this.#shown = subject;
      (await content).show(subject);
      return;
    }
    const where = { viewColumn: preserveFocus ? vscode.ViewColumn.Active : besideText(), preserveFocus };
    await this.#attachPage(vscode.window.createWebviewPanel(itemViewType, 'Pacesetter', where, tabOptions), subject);
  }

  async goBack(): Promise<void> {
    const before = this.#before.pop();
    if (before !== undefined) return this.#show(before, 'page');
    if (this.#openedFrom !== 'tree' && this.#panel !== undefined) this.#panel.view.reveal();
    else await this.focusList(this.#shown !== undefined && 'item' in this.#shown ? this.#shown.item : undefined);
  }

  dispose(): void {
    for (const serializer of this.#serializers) serializer.dispose();
  }

  #attachPanel(view: vscode.WebviewPanel): Tab {
    const tab = this.#fill(view);
    this.#panel = tab;
    view.onDidDispose(() => {
      if (this.#panel === tab) this.#panel = undefined;
    });
    return tab;
  }

  async #attachPage(view: vscode.WebviewPanel, subject: PageSubject): Promise<void> {
    const tab = this.#fill(view, subject);
    this.#page = tab;
    this.#shown = subject;
    view.onDidDispose(() => {
      if (this.#page === tab) this.#page = this.#shown = undefined;
    });
    await tab.content;
  }

  #fill(view: vscode.WebviewPanel, subject?: PageSubject): Tab {
    const fill = async (): Promise<Panel> => {
      const { Panel } = await import('./panel.ts');
      const panel = new Panel(view, this.#extension, await this.#services(), subject);
      view.onDidDispose(() => panel.dispose());
      return panel;
    };
    return { view, content: fill() };
  }
}

/** The group beside the text that is worked on; the active group where there is no text. */
function besideText(): vscode.ViewColumn {
  return vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}

const tabOptions = { enableScripts: true, enableFindWidget: true };

function isSameSubject(a: PageSubject, b: PageSubject): boolean {
  if ('item' in a) return 'item' in b && a.item === b.item;
  return 'person' in b && a.person === b.person;
}
