/**
 * Lets a test outside call commands inside: connects to the test as soon as our extension is active, then answers its
 * requests, one JSON object a line. The test listens, not we: so each window announces itself by connecting, and no port
 * is opened that VS Code would offer to forward.
 */
import { connect } from 'node:net';
import process from 'node:process';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';

/** @type {Record<string, (...parts: any[]) => Thenable<unknown>>} */
const requests = {
  command: (id, ...args) => vscode.commands.executeCommand(id, ...args),
  setting: (name, value) => vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global),
};

/** @param {vscode.ExtensionContext} context */
export async function activate(context) {
  const place = process.env['PACESETTER_BRIDGE'];
  if (place === undefined) return;
  await vscode.extensions.getExtension('pacesetter-dev.pacesetter')?.activate();

  const socket = connect(place);
  context.subscriptions.push({ dispose: () => socket.destroy() });
  context.subscriptions.push(
    vscode.commands.registerCommand('pacesetter-tests.notify', (text) => vscode.window.showInformationMessage(text)),
    vscode.commands.registerCommand('pacesetter-tests.emptyPanel', () => openEmptyPanel()),
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

/** A webview panel with nothing in it, for a bench to compare with: no panel opens faster. */
function openEmptyPanel() {
  const panel = vscode.window.createWebviewPanel('empty', 'Empty', vscode.ViewColumn.Active, { enableScripts: true });
  panel.webview.html = '<!DOCTYPE html><html lang="en"><body><main></main></body></html>';
}
