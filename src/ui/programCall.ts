import type * as vscode from 'vscode';

/**
 * Whether a command was called by a program, with an object of its own. Programs get a result or an error. What a person
 * clicked, dragged or pressed a key on is one of the classes below; they are asked for the rest, as from the palette.
 */
export function isProgramCall(argument: unknown): boolean {
  const isOfPerson =
    argument instanceof RowTarget ||
    argument instanceof PersonTarget ||
    argument instanceof MenuTarget ||
    argument instanceof Reordering;
  return argument !== undefined && argument !== null && !isOfPerson;
}

/** The item, assignment, draft or priority a person pointed at, in a tree or in the panel, by mouse or by key. */
export class RowTarget {
  /** @param isInTree whether it was in a tree, which keeps the keyboard */
  constructor(
    readonly id: string,
    readonly isInTree = false,
  ) {}
}

/** The person whose name somebody pointed at, in a tree or in the panel. */
export class PersonTarget {
  /** @param isInTree whether it was in a tree, which keeps the keyboard */
  constructor(
    readonly name: string,
    readonly isInTree = false,
  ) {}
}

/** The argument from a menu of VS Code itself: of an editor, a terminal or a changed file. */
export class MenuTarget {
  /** @param file the file, if it was one */
  constructor(readonly file: vscode.Uri | undefined) {}
}

/** An order of the priorities made by dragging; what it displaces is still to be asked. */
export class Reordering {
  constructor(readonly order: readonly string[]) {}
}
