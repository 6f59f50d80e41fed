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

/** The argument from a menu of VS Code itself: of an editor, a terminal or a changed file. */
export class MenuTarget {
  /** @param file the file, if it was one */
  constructor(readonly file: vscode.Uri | undefined) {}
}

/**
 * The argument our keybindings pass: the command acts on the tree item the key was pressed on. The palette passes
 * nothing, so the command asks.
 */
export const keyTarget = 'key';
