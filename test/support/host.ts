import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { browserAdvice, browserProgram, launchBrowser } from '../../scripts/lib/browser.mjs';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import { throwAwayFolder } from '../../scripts/lib/throwAwayFolder.mjs';
import { startServer } from '../../scripts/lib/vscodeServer.mjs';
import { windowAddress } from '../../scripts/lib/windowAddress.mjs';
import { BridgeDoor, type BridgeEnd } from './bridgeEnd.ts';
import { Window, type Theme } from './window.ts';

export interface HostOptions {
  /** On top of the settings that keep a window calm. */
  readonly settings?: Record<string, unknown>;
  /** A packaged extension to install; otherwise the built checkout is installed. */
  readonly vsix?: string;
  /** Workspace Trust as people have it: folders open in Restricted Mode. Otherwise every folder is trusted. */
  readonly trust?: boolean;
  /** false: nothing but our extension is added to VS Code, and no command can be called from the test. */
  readonly bridge?: boolean;
}

export interface WindowOptions {
  /** `null` for a window without a folder; an empty folder of the host's own if left out. */
  readonly folder?: string | null;
  readonly theme?: Theme;
  readonly reducedMotion?: boolean;
}

/** How long a window may take until our extension is active in it. Several times what it takes. */
const windowLimitInMs = 60_000;

let browser: Promise<Browser> | undefined;
const running = new Set<Host>();
const viewport = { width: 1280, height: 800 };

/** A VS Code with a fresh profile: no windows yet, so there is time to put files into `globalStorage`. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const host = await Host.start(options);
  running.add(host);
  return host;
}

/** The windows that are open anywhere, to look at after a failure. */
export function openWindows(): readonly Window[] {
  return [...running].flatMap((host) => host.windows);
}

/** A window of a VS Code of its own, over an empty log. */
export async function windowOverEmptyLog(): Promise<Window> {
  return (await startHost()).openWindow();
}

/** Ends every VS Code that tests started; the next one finds the browser running. */
export async function closeHosts(): Promise<void> {
  for (const host of running) await host.close();
}

/** Ends everything that tests started. */
export async function closeAll(): Promise<void> {
  await closeHosts();
  await (await browser)?.close();
  browser = undefined;
}

/** A running VS Code. Its windows share one profile, as they do with people. */
export class Host {
  /** Where our extension keeps its files in this profile. */
  readonly globalStorage: string;
  /** An empty folder, for windows that need one. */
  readonly workspace: string;
  /** Where extensions are installed. */
  readonly extensionsFolder: string;
  readonly #parts: Parts;
  readonly #windows = new Set<Window>();

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.globalStorage = parts.server.globalStorage;
    this.extensionsFolder = parts.server.extensionsFolder;
    this.workspace = join(parts.folder.path, 'workspace');
    mkdirSync(this.workspace);
  }

  static async start({ settings = {}, vsix, trust = false, bridge = true }: HostOptions): Promise<Host> {
    browser ??= anyBrowser();
    const chromium = await browser;
    const folder = throwAwayFolder();
    const door = bridge ? new BridgeDoor(folder.path) : undefined;
    await door?.open();
    const server = await startServer({
      settings,
      trust,
      vsix,
      folders: [
        ...(vsix === undefined ? [copyOfOurs(folder.path)] : []),
        ...(bridge ? [join(projectFolder, 'test', 'support', 'bridge')] : []),
      ],
      env: door === undefined ? {} : { PACESETTER_BRIDGE: door.place },
    });
    const context = await chromium.newContext({ viewport, locale: 'en-US' });
    return new Host({ server, context, door, folder });
  }

  get windows(): readonly Window[] {
    return [...this.#windows].filter(({ page }) => !page.isClosed());
  }

  /** Opens a window and waits until our extension is active in it. One at a time. */
  async openWindow({ folder, theme, reducedMotion = false }: WindowOptions = {}): Promise<Window> {
    const { server, context, door } = this.#parts;
    const page = await context.newPage();
    if (reducedMotion) await page.emulateMedia({ reducedMotion: 'reduce' });
    let bridge: BridgeEnd | undefined;
    const window = new Window(page, {
      ask: () => bridge,
      load: async (go) => {
        const connected = door?.next(windowLimitInMs);
        await go();
        await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: windowLimitInMs });
        bridge = await connected;
      },
    });
    this.#windows.add(window);
    const place = folder === null ? undefined : (folder ?? this.workspace);
    await window.load(windowAddress(server.authority, { folder: place }));
    if (theme !== undefined) await window.setTheme(theme);
    return window;
  }

  async close(): Promise<void> {
    if (!running.delete(this)) return;
    const { server, context, door, folder } = this.#parts;
    await context.close();
    await server.stop();
    await door?.close();
    folder.remove();
  }
}

interface Parts {
  readonly server: Awaited<ReturnType<typeof startServer>>;
  readonly context: BrowserContext;
  readonly door: BridgeDoor | undefined;
  readonly folder: ReturnType<typeof throwAwayFolder>;
}

/**
 * What the extension needs to run, out of the built checkout. It is installed like any other: loaded as an extension under
 * development, VS Code would have to be in the mode in which it shows no notifications.
 */
function copyOfOurs(folder: string): string {
  const copy = join(folder, 'pacesetter');
  for (const part of ['package.json', 'package.nls.json', 'dist', 'media', 'l10n']) {
    const from = join(projectFolder, part);
    if (existsSync(from)) cpSync(from, join(copy, part), { recursive: true });
  }
  return copy;
}

async function anyBrowser(): Promise<Browser> {
  const program = await browserProgram();
  if (program === undefined) throw new Error(browserAdvice);
  return launchBrowser(program);
}
