import type * as vscode from 'vscode';
import { SelectionTracker } from './selectionTracker.ts';

/** The nodes of a tree that take keys, and the one that a key was pressed on last. */
export class KeyTargets<N extends { readonly key: string }, M extends N> {
  readonly tracker = new SelectionTracker<string>();
  readonly #nodes = new Map<string, M>();
  readonly #view: vscode.TreeView<N>;
  readonly #subscription: vscode.Disposable;

  constructor(view: vscode.TreeView<N>) {
    this.#view = view;
    this.#subscription = view.onDidChangeSelection(({ selection }) =>
      this.tracker.follow(selection.map(({ key }) => key)),
    );
  }

  /** Sets the nodes that the tree shows from now on. */
  show(nodes: Iterable<M>): void {
    this.#nodes.clear();
    for (const node of nodes) this.#nodes.set(node.key, node);
  }

  /** The node a key was just pressed on. Selects it alone, as a click would. */
  take(): M | undefined {
    const node = this.#nodes.get(this.tracker.take() ?? '');
    if (node !== undefined) {
      void this.tracker.selecting(node.key, this.#view.reveal(node, { select: true, focus: false }));
    }
    return node;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
