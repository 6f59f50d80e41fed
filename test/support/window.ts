import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import type { BridgeConnection } from './bridgeServer.ts';
import { expect } from './expect.ts';
import type { Messages } from './messages.ts';

/** The colour themes that the extension is tested in: the id of each, and the class that the workbench then has. */
const themes = {
  light: { id: 'Light 2026', class: 'vs' },
  dark: { id: 'Dark 2026', class: 'vs-dark' },
  highContrast: { id: 'Default High Contrast', class: 'hc-black' },
  highContrastLight: { id: 'Default High Contrast Light', class: 'hc-light' },
} as const;

export type Theme = keyof typeof themes;

/** How a window reaches its extension host: the connection, and how to load a page and wait for the next connection. */
export interface ExtensionHost {
  readonly bridge: () => BridgeConnection | undefined;
  readonly load: (go: () => Promise<unknown>) => Promise<void>;
}

/** One window of a real VS Code, for a test to use as a person does. */
export class Window {
  readonly page: Page;
  readonly messages: Messages;
  readonly #extensionHost: ExtensionHost;

  constructor(page: Page, messages: Messages, extensionHost: ExtensionHost) {
    this.page = page;
    this.messages = messages;
    this.#extensionHost = extensionHost;
  }

  /** Goes to an address and waits until the extension is active. */
  async load(address: string): Promise<void> {
    await this.#extensionHost.load(() => this.page.goto(address));
  }

  /**
   * Reloads the window and waits until the extension is active again. By the command, as a person does: it saves the state
   * of the editors first, while a reload of the page restores what the browser happened to save last.
   */
  async reload(): Promise<void> {
    await this.#extensionHost.load(async () => {
      // The extension host ends before it can answer.
      void this.executeCommand('workbench.action.reloadWindow').catch(() => undefined);
      await this.page.waitForEvent('domcontentloaded');
    });
  }

  /** The prompt at the top: palette, Quick Pick or Input Box. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  /** The text field of the prompt. */
  get quickInputField(): Locator {
    return this.quickInput.locator('.quick-input-box input');
  }

  /** A row of the prompt, by the beginning of its accessible name; `which` is a selector it must match as well. */
  quickInputRow(name: string, which = '*'): Locator {
    const rows = this.quickInput.getByRole('option', { name: startingWith(name) });
    return rows.and(this.page.locator(which)).first();
  }

  /** Runs a command from the palette by its title, category included: "Pacesetter: Capture". */
  async runCommand(title: string): Promise<void> {
    await this.openPaletteAt(title);
    await this.quickInput
      .getByRole('option')
      .filter({ has: this.page.getByText(title, { exact: true }) })
      .first()
      .click();
  }

  /** Opens the palette and types a text to search for. */
  async openPalette(text: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInputField.fill(`>${text}`);
  }

  /**
   * Opens the palette with this command in it. VS Code offers what depends on the log a moment after the log changed, and
   * lists nothing more in a palette that is open already: then it is opened again.
   */
  async openPaletteAt(title: string): Promise<void> {
    for (let tries = 0; tries < 5; tries++) {
      await this.openPalette(title);
      const isOffered = this.quickInputRow(title).waitFor({ timeout: 3_000 });
      if (await isOffered.then(() => true).catch(() => false)) return;
      await this.page.keyboard.press('Escape');
      await this.quickInput.waitFor({ state: 'hidden' });
    }
    throw new Error(`The palette does not offer “${title}”.`);
  }

  /** Calls a command by its id, as another extension would. Its result must be JSON. */
  async executeCommand<T = unknown>(id: string, ...args: readonly unknown[]): Promise<T> {
    return (await this.#bridge().ask('command', id, ...args)) as T;
  }

  /** Changes a user setting and waits until it is changed. `undefined` restores its default. */
  async setSetting(name: string, value: unknown): Promise<void> {
    await this.#bridge().ask('setting', name, value);
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.setSetting('workbench.colorTheme', themes[theme].id);
    await this.page.locator(`.monaco-workbench.${themes[theme].class}`).waitFor();
  }

  /** The icon of a view container in the activity bar. */
  container(name: string): Locator {
    return this.page.locator('.part.activitybar').getByRole('tab', { name: startingWith(name) });
  }

  /** Shows a view container, by its name in the activity bar. */
  async openContainer(name: string): Promise<void> {
    const tab = this.container(name);
    // A click on what has just opened by itself closes it.
    await expect(async () => {
      if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
      await expect(tab).toHaveAttribute('aria-expanded', 'true', { timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
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

  /**
   * Points at an item of the status bar until its tooltip says this, with these links. A tooltip goes away when the focus
   * moves, as it does after a prompt was left: then the mouse comes again.
   */
  async expectTooltip(item: Locator, text: string, links: readonly string[] = []): Promise<void> {
    const tooltip = this.page.locator('.monaco-hover').filter({ hasText: text });
    const pointElsewhere = (): Promise<void> => this.page.mouse.move(640, 400);
    await expect(async () => {
      await pointElsewhere();
      await item.hover();
      await expect(tooltip).toBeVisible({ timeout: 3_000 });
      await expect(tooltip.getByRole('link')).toHaveText([...links], { timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
    await pointElsewhere();
    await tooltip.waitFor({ state: 'hidden' });
  }

  /** The notifications that are in sight. They go by themselves: only for looking at how a message is shown. */
  get toasts(): Locator {
    return this.page.locator('.notification-toast');
  }

  /** Fails, with their texts, when there are messages that no test expected. */
  async assertNoMessages(): Promise<void> {
    await this.commandsDone();
    assert.deepEqual(await this.messages.unexpected(), []);
  }

  /** A button of a message that came, however long ago: it is looked for in the list of notifications. */
  async messageButton(sentence: string | RegExp, name: string): Promise<Locator> {
    await this.executeCommand('notifications.showList');
    return this.messages.button(sentence, name);
  }

  /** Dismisses all messages, expected or not. */
  async clearMessages(): Promise<void> {
    if (this.#extensionHost.bridge() !== undefined) await this.executeCommand('notifications.clearAll');
    this.messages.forget();
  }

  /** Waits until VS Code has taken in what the extension host has asked it to do so far. */
  async commandsDone(): Promise<void> {
    // Any command of VS Code's own will do: it is answered after everything that was sent before it.
    if (this.#extensionHost.bridge() !== undefined)
      await this.executeCommand('setContext', 'pacesetter-tests.done', true);
  }

  /** The document of the panel. A webview is a frame in a frame. */
  get panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** The frame of the panel, to run scripts in, once its document has a `<main>`. */
  async panelFrame(): Promise<Frame> {
    const main = this.panel.locator('main');
    await main.waitFor();
    const frame = await (await main.elementHandle()).ownerFrame();
    assert.ok(frame, 'the panel closed while it was looked at');
    return frame;
  }

  /** Saves a picture of the window. Returns its file: out/screenshots/<name>.png. */
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

  #bridge(): BridgeConnection {
    const bridge = this.#extensionHost.bridge();
    assert.ok(bridge, 'this host was started with bridge: false, so nothing can be called inside it');
    return bridge;
  }
}

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)}`);
}
