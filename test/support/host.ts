import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from '@playwright/test';
import { browserAdvice, browserProgram, launchBrowser } from '../../scripts/lib/browser.mjs';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import { throwAwayFolder } from '../../scripts/lib/throwAwayFolder.mjs';
import { startServer } from '../../scripts/lib/vscodeServer.mjs';
import { windowAddress } from '../../scripts/lib/windowAddress.mjs';
import { type BridgeConnection, BridgeServer } from './bridgeServer.ts';
import type { BurstLink } from './burstLink.ts';
import { Messages } from './messages.ts';
import { Window, type Theme } from './window.ts';

export interface HostOptions {
  /** Added to the settings that keep a window calm. */
  readonly settings?: Record<string, unknown>;
  /** A packaged extension to install; otherwise the built checkout is installed. */
  readonly vsix?: string;
  /** Folders of further extensions to install. */
  readonly extensions?: readonly string[];
  /** true: Workspace Trust is on, as by default, and folders open in Restricted Mode. Otherwise all are trusted. */
  readonly trust?: boolean;
  /** false: VS Code has no extension but ours, and the test cannot call commands. */
  readonly bridge?: boolean;
}

export interface WindowOptions {
  /** `null` for a window without a folder. Default: an empty folder of the host. */
  readonly folder?: string | null;
  readonly theme?: Theme;
  /** The connection to the server, for a test to slow down. */
  readonly link?: BurstLink;
}

/** How long a window may take until the extension is active in it. Several times what it takes. */
const windowLimitInMs = 60_000;

let browser: Promise<Browser> | undefined;
const running = new Set<Host>();
const viewport = { width: 1280, height: 800 };

/** The palette stays open when a view or a page that is drawn at this moment takes the keyboard. */
const testSettings = { 'workbench.quickOpen.closeOnFocusLost': false };

/** Starts a VS Code with a fresh profile and no window, so that a test can first put files into `globalStorage`. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const host = await Host.start(options);
  running.add(host);
  return host;
}

/** The open windows of all hosts. */
export function openWindows(): readonly Window[] {
  return [...running].flatMap((host) => host.windows);
}

/** Opens a window in a new VS Code, with an empty log. */
export async function windowOverEmptyLog(): Promise<Window> {
  return (await startHost()).openWindow();
}

/** Ends every VS Code that tests started, and keeps the browser for the next one. */
export async function closeHosts(): Promise<void> {
  for (const host of running) await host.close();
}

/** Ends everything that tests started. */
export async function closeAll(): Promise<void> {
  await closeHosts();
  await (await browser)?.close();
  browser = undefined;
}

/** A running VS Code. Its windows share one profile. */
export class Host {
  /** The folder of the extension's files in this profile. */
  readonly globalStorage: string;
  /** An empty folder, for windows that need one. */
  readonly workspace: string;
  /** The folder that extensions are installed in. */
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

  static async start({
    settings = {},
    vsix,
    extensions = [],
    trust = false,
    bridge = true,
  }: HostOptions): Promise<Host> {
    browser ??= launchAnyBrowser();
    const chromium = await browser;
    const folder = throwAwayFolder();
    const bridgeServer = bridge ? new BridgeServer(folder.path) : undefined;
    await bridgeServer?.open();
    const server = await startServer({
      settings: { ...testSettings, ...settings },
      trust,
      vsix,
      folders: [
        ...extensions,
        ...(vsix === undefined ? [copyOfExtension(folder.path)] : []),
        ...(bridge ? [join(projectFolder, 'test', 'support', 'bridge')] : []),
      ],
      env: bridgeServer === undefined ? {} : { PACESETTER_BRIDGE: bridgeServer.path },
    });
    // While a prompt or a menu fades out it is still there, and takes no key and no click.
    const context = await chromium.newContext({ viewport, locale: 'en-US', reducedMotion: 'reduce' });
    return new Host({ server, context, bridgeServer, folder });
  }

  get windows(): readonly Window[] {
    return [...this.#windows].filter(({ page }) => !page.isClosed());
  }

  /** Opens a window and waits until the extension is active in it. Open one at a time. */
  async openWindow({ folder, theme, link }: WindowOptions = {}): Promise<Window> {
    const { server, context, bridgeServer } = this.#parts;
    const page = await context.newPage();
    await link?.join(page);
    let connection: BridgeConnection | undefined;
    const window = new Window(page, await Messages.record(page), {
      bridge: () => connection,
      load: async (go) => {
        const connected = bridgeServer?.next(windowLimitInMs);
        await go();
        await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: windowLimitInMs });
        connection = await connected;
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
    const { server, context, bridgeServer, folder } = this.#parts;
    await context.close();
    await server.stop();
    await bridgeServer?.close();
    folder.remove();
  }
}

interface Parts {
  readonly server: Awaited<ReturnType<typeof startServer>>;
  readonly context: BrowserContext;
  readonly bridgeServer: BridgeServer | undefined;
  readonly folder: ReturnType<typeof throwAwayFolder>;
}

/**
 * Copies what the extension needs to run from the built checkout. It is then installed like any other extension: to load
 * it as one under development, VS Code must be in the mode in which it shows no notifications.
 */
function copyOfExtension(folder: string): string {
  const copy = join(folder, 'pacesetter');
  for (const part of ['package.json', 'package.nls.json', 'dist', 'media', 'l10n']) {
    const from = join(projectFolder, part);
    if (existsSync(from)) cpSync(from, join(copy, part), { recursive: true });
  }
  return copy;
}

async function launchAnyBrowser(): Promise<Browser> {
  const program = await browserProgram();
  if (program === undefined) throw new Error(browserAdvice);
  return launchBrowser(program);
}
