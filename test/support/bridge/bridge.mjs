/**
 * Lets a test outside VS Code call commands inside it. Connects to the test once our extension is active, then answers
 * its requests, one JSON object per line. The test listens and this side connects, so that each window announces itself
 * and VS Code sees no open port that it would offer to forward.
 */
import { subscribe } from 'node:diagnostics_channel';
import { connect } from 'node:net';
import process from 'node:process';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';

/**
 * Stack of every connection that code in this process opens, our extension included. Node publishes on these channels
 * whichever of its modules is used.
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

/** An empty webview panel: the lower bound that a bench compares with. */
function openEmptyPanel() {
  const panel = vscode.window.createWebviewPanel('empty', 'Empty', vscode.ViewColumn.Active, { enableScripts: true });
  panel.webview.html = '<!DOCTYPE html><html lang="en"><body><main></main></body></html>';
}

const wallClock = Date;
let daysPassed = 0;

/** Moves the clock of this process forward by one day. Our extension notices as it does at midnight. */
function passDay() {
  daysPassed++;
  const now = () => wallClock.now() + daysPassed * 86_400_000;
  globalThis.Date = new Proxy(wallClock, {
    construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

/**
 * A workspace without a disk, as on vscode.dev: one empty folder.
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
