import type * as vscode from 'vscode';
import { Pointer } from './selectionTracker.ts';

/** The nodes of a tree that keys can be pressed on, and which of them one was pressed on last. */
export class Pointed<N extends { readonly key: string }, M extends N> {
  readonly #pointer = new Pointer<string>();
  readonly #nodes = new Map<string, M>();
  readonly #view: vscode.TreeView<N>;
  readonly #subscription: vscode.Disposable;

  constructor(view: vscode.TreeView<N>) {
    this.#view = view;
    this.#subscription = view.onDidChangeSelection(({ selection }) =>
      this.#pointer.follow(selection.map(({ key }) => key)),
    );
  }

  /** What the tree shows from now on. */
  show(nodes: Iterable<M>): void {
    this.#nodes.clear();
    for (const node of nodes) this.#nodes.set(node.key, node);
  }

  /** The node a key was just pressed on; leaves that as the only one selected, as a click would. */
  take(): M | undefined {
    const node = this.#nodes.get(this.#pointer.take() ?? '');
    if (node !== undefined) {
      void this.#pointer.selecting(node.key, this.#view.reveal(node, { select: true, focus: false }));
    }
    return node;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
