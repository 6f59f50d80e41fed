import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import type { BridgeEnd } from './bridgeEnd.ts';

/** The ids of VS Code's colour themes that the extension is looked at in, and the class the workbench then has. */
const themes = {
  light: { id: 'Light 2026', class: 'vs' },
  dark: { id: 'Dark 2026', class: 'vs-dark' },
  highContrast: { id: 'Default High Contrast', class: 'hc-black' },
  highContrastLight: { id: 'Default High Contrast Light', class: 'hc-light' },
} as const;

export type Theme = keyof typeof themes;

/** How a window reaches its extension host: whom to ask, and how to wait for the next one. */
export interface Inside {
  readonly ask: () => BridgeEnd | undefined;
  readonly load: (go: () => Promise<unknown>) => Promise<void>;
}

/** One window of a real VS Code, used as a person uses it. */
export class Window {
  readonly page: Page;
  readonly #inside: Inside;

  constructor(page: Page, inside: Inside) {
    this.page = page;
    this.#inside = inside;
  }

  /** Goes to an address and waits until our extension is active. */
  async load(address: string): Promise<void> {
    await this.#inside.load(() => this.page.goto(address));
  }

  /** Loads the window anew, as "Developer: Reload Window" does, and waits until our extension is active again. */
  async reload(): Promise<void> {
    await this.#inside.load(() => this.page.reload());
  }

  /**
   * Waits until the editors and their state, with this in it, are written down where a reload finds them: a window
   * in a browser does that every few seconds only, and not while the keyboard is in a webview.
   */
  async editorsWrittenDown(what: RegExp): Promise<void> {
    await this.executeCommand('workbench.action.focusStatusBar');
    // Not with `waitForFunction`: to that, the promise of an answer is a yes.
    await this.page.evaluate(
      `(async () => {
        const answer = (request) => new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const isWritten = async () => {
          for (const { name } of await indexedDB.databases()) {
            const database = await answer(indexedDB.open(name));
            try {
              for (const store of database.objectStoreNames) {
                const values = await answer(database.transaction(store).objectStore(store).getAll());
                if (values.some((value) => typeof value === 'string' && ${what}.test(value))) return true;
              }
            } finally {
              database.close();
            }
          }
          return false;
        };
        while (!(await isWritten())) await new Promise((resolve) => setTimeout(resolve, 250));
      })()`,
    );
  }

  /** The box at the top: palette, Quick Pick or Input Box. Use `waitFor()` or Playwright's own waiting, never a pause. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  /** Where one types in the box at the top. */
  get quickInputField(): Locator {
    return this.quickInput.locator('.quick-input-box input');
  }

  /** A row of the box at the top, by the beginning of what a screen reader says of it. */
  quickInputRow(name: string): Locator {
    return this.quickInput.getByRole('option', { name: startingWith(name) }).first();
  }

  /** Runs a command from the palette by its title, category included: "Pacesetter: Capture". */
  async runCommand(title: string): Promise<void> {
    await this.openPalette(title);
    await this.quickInput
      .getByRole('option')
      .filter({ has: this.page.getByText(title, { exact: true }) })
      .first()
      .click();
  }

  /** F1 and a text to look for; the palette stays open. */
  async openPalette(text: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInputField.fill(`>${text}`);
  }

  /** Calls a command by its id inside VS Code, as another extension would. What it returns has to be JSON. */
  async executeCommand<T = unknown>(id: string, ...args: readonly unknown[]): Promise<T> {
    return (await this.#ask().ask('command', id, ...args)) as T;
  }

  /** Changes a setting of the person (not of the folder); done when VS Code says so. `undefined` brings its default back. */
  async setSetting(name: string, value: unknown): Promise<void> {
    await this.#ask().ask('setting', name, value);
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.setSetting('workbench.colorTheme', themes[theme].id);
    await this.page.locator(`.monaco-workbench.${themes[theme].class}`).waitFor();
  }

  /** The icon of a view container in the activity bar. */
  container(name: string): Locator {
    return this.page.locator('.part.activitybar').getByRole('tab', { name: startingWith(name) });
  }

  /** Shows a view container by the name in the activity bar. */
  async openContainer(name: string): Promise<void> {
    const tab = this.container(name);
    if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
  }

  /** The rows of all trees, or of the tree of one view. */
  treeItems(view?: string): Locator {
    const within = view === undefined ? this.page : this.page.getByRole('tree', { name: startingWith(view) });
    return within.getByRole('treeitem');
  }

  /** An item of the status bar, by a part of its text. */
  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item').filter({ hasText: text });
  }

  /** The notifications that popped up and are still there. */
  get toasts(): Locator {
    return this.page.locator('.notification-toast');
  }

  /**
   * Waits until a notification says it: one that popped up, or what a screen reader was told of it. VS Code pops up no
   * more than three within 800 ms, and a test is faster than a person.
   */
  async isTold(sentence: string | RegExp): Promise<void> {
    const spoken = this.page.locator('.monaco-aria-container').getByText(sentence);
    await this.toasts.getByText(sentence).or(spoken).first().waitFor({ state: 'attached' });
  }

  /** Fails, with their texts, when notifications are there. */
  async assertNoToasts(): Promise<void> {
    assert.deepEqual(await this.toasts.allInnerTexts(), []);
  }

  /** The document in the panel (a webview lies in two frames), for looking things up in it. */
  get panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** The frame of the panel, for evaluating things in it, once its document has a `<main>`. */
  async panelFrame(): Promise<Frame> {
    const main = this.panel.locator('main');
    await main.waitFor();
    const frame = await (await main.elementHandle()).ownerFrame();
    assert.ok(frame, 'the panel closed while it was looked at');
    return frame;
  }

  /** Saves what is seen. Returns the file: out/screenshots/<name>.png. */
  async screenshot(name: string): Promise<string> {
    const folder = join(projectFolder, 'out', 'screenshots');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name.replaceAll(/[^\w.-]+/g, '-')}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  #ask(): BridgeEnd {
    const bridge = this.#inside.ask();
    assert.ok(bridge, 'this host was started with bridge: false, so nothing can be called inside it');
    return bridge;
  }
}

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)}`);
}
