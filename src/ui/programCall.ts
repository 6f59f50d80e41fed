import type * as vscode from 'vscode';
import { TreeNode } from './views/waiting/nodes.ts';

/** Whether a command was called by a program, with an object of its own, and not from a menu, a key or the palette. */
export function isProgramCall(argument: unknown): boolean {
  return (
    argument !== undefined &&
    argument !== null &&
    argument !== keyTarget &&
    !(argument instanceof TreeNode) &&
    !(argument instanceof MenuTarget)
  );
}

/** What a menu of VS Code's own parts handed over: an editor, a terminal, a changed file. */
export class MenuTarget {
  /** @param file the file it was, where it was one */
  constructor(readonly file: vscode.Uri | undefined) {}
}

/** What our keybindings hand over: the item of the tree the key was pressed on is meant. The palette hands over nothing, and asks. */
export const keyTarget = 'key';
