/**
 * Runs commands for a test: connects to it as soon as the extension is active, then answers its requests, one JSON object
 * a line. The test is the server, so the connection says that the window is ready, and VS Code finds no port to forward.
 */
import { subscribe } from 'node:diagnostics_channel';
import { connect } from 'node:net';
import process from 'node:process';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';

/**
 * The stack of each connection that was opened in this process, by any extension. Node reports them on these channels,
 * whichever module is used.
 * @type {string[]}
 */
const connections = [];
for (const channel of ['net.client.socket', 'udp.socket']) {
  subscribe(channel, () => connections.push(new Error(channel).stack ?? channel));
}

/** @type {Record<string, (...parts: any[]) => Thenable<unknown>>} */
const requests = {
  command: (id, ...args) => vscode.commands.executeCommand(id, ...args),
  setting: (name, value) => vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global),
};

/** @param {vscode.ExtensionContext} context */
export async function activate(context) {
  const place = process.env['PACESETTER_BRIDGE'];
  if (place === undefined) return;
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('memfs', emptyFolder, { isReadonly: true }));
  await vscode.extensions.getExtension('pacesetter-dev.pacesetter')?.activate();

  const socket = connect(place);
  context.subscriptions.push({ dispose: () => socket.destroy() });
  context.subscriptions.push(
    vscode.commands.registerCommand('pacesetter-tests.notify', (text) => vscode.window.showInformationMessage(text)),
    vscode.commands.registerCommand('pacesetter-tests.emptyPanel', () => openEmptyPanel()),
    vscode.commands.registerCommand('pacesetter-tests.workspace', () =>
      String(vscode.workspace.workspaceFolders?.[0]?.uri),
    ),
    vscode.commands.registerCommand('pacesetter-tests.connections', () => connections),
    vscode.commands.registerCommand('pacesetter-tests.passDay', () => passDay()),
  );
  /** @param {object} message */
  const send = (message) => socket.write(`${JSON.stringify(message)}\n`);
  send({ ready: process.pid });
  createInterface({ input: socket }).on('line', (line) => {
    const { id, request, parts } = JSON.parse(line);
    Promise.resolve(requests[request]?.(...parts)).then(
      (result) => send({ id, result }),
      (error) => send({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}

/** Opens an empty webview panel, for a bench to compare with: no panel opens faster. */
function openEmptyPanel() {
  const panel = vscode.window.createWebviewPanel('empty', 'Empty', vscode.ViewColumn.Active, { enableScripts: true });
  panel.webview.html = '<!DOCTYPE html><html lang="en"><body><main></main></body></html>';
}

const wallClock = Date;
let daysPassed = 0;

/** Sets the clock of this process one day ahead. The extension notices it as it does at midnight. */
function passDay() {
  daysPassed++;
  const now = () => wallClock.now() + daysPassed * 86_400_000;
  globalThis.Date = new Proxy(wallClock, {
    construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

/**
 * A virtual workspace, as in vscode.dev: one empty folder.
 * @type {vscode.FileSystemProvider}
 */
const emptyFolder = {
  onDidChangeFile: new vscode.EventEmitter().event,
  watch: () => new vscode.Disposable(() => undefined),
  stat(uri) {
    if (uri.path !== '/project') throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  },
  readDirectory: () => [],
  readFile: (uri) => refuse(uri),
  createDirectory: (uri) => refuse(uri),
  writeFile: (uri) => refuse(uri),
  delete: (uri) => refuse(uri),
  rename: (uri) => refuse(uri),
};

/**
 * @param {vscode.Uri} uri
 * @returns {never}
 */
function refuse(uri) {
  throw vscode.FileSystemError.NoPermissions(uri);
}
