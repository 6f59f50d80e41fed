import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { contextKeys, pressKeyCommandId } from '../commandIds.ts';

/** Longer than VS Code takes to read a tree anew on a busy machine. */
const readLimitInMs = 1_000;
const pauseInMs = 5;

/** The argument of the keybindings in package.json. */
interface PressedKey {
  /** Id of the view that has the focus. */
  readonly view: string;
  readonly command: string;
}

/**
 * Lets a letter key act on the row of a tree that has the focus. VS Code tells extensions which row is selected, but not
 * which has the focus. So the keybinding selects that row alone, with `list.select`, and then calls the command here.
 * Selecting a row also opens it, so the keybinding first sets a context key, which disables the commands that do.
 *
 * The command is in no list of the manifest: VS Code would ask the extension host before its first call, and by then
 * the next key may have selected another row.
 *
 * @param views the trees by id
 */
export function registerRowKeys(views: Readonly<Record<string, vscode.TreeView<unknown>>>): vscode.Disposable {
  return vscode.commands.registerCommand(pressKeyCommandId, async ({ view, command }: PressedKey) => {
    const row = selectedRow(views[view]);
    void vscode.commands.executeCommand('setContext', contextKeys.isKeyPressed, false);
    await vscode.commands.executeCommand(command, await row);
  });
}

/**
 * The selected row. While VS Code reads a tree anew it tells of no selection, so that is waited for.
 *
 * @returns undefined if nothing is selected, or if another row was selected meanwhile
 */
async function selectedRow<T>(view: vscode.TreeView<T> | undefined): Promise<T | undefined> {
  if (view === undefined) return undefined;
  const end = performance.now() + readLimitInMs;
  const outdated = new AbortController();
  const subscription = view.onDidChangeSelection(() => outdated.abort());
  while (view.selection.length === 0 && !outdated.signal.aborted && performance.now() < end) {
    await setTimeout(pauseInMs);
  }
  subscription.dispose();
  return outdated.signal.aborted ? undefined : view.selection[0];
}
