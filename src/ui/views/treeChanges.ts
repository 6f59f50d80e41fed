import * as vscode from 'vscode';
import type { BoardFeed } from '../../app/boardFeed.ts';
import type { Event } from '../../app/emitter.ts';
import { contextKeys } from '../commandIds.ts';

/**
 * Tells VS Code when a tree changed, but not while VS Code reads the tree for the first time. A change that arrives
 * together with the roots would be lost: VS Code keeps those roots, which its extension host has forgotten by then, and
 * shows groups without children. VS Code guards later readings itself.
 */
export class TreeChanges {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: readonly { dispose(): void }[];
  /** VS Code has what it read first. */
  #isRead = false;
  /** The board changed since it was read. */
  #isStale = false;

  /** @param others what else changes the tree */
  constructor(
    readonly feed: BoardFeed,
    ...others: readonly Event<void>[]
  ) {
    const change = (): void => {
      this.#isStale = true;
      this.#tell();
    };
    this.#subscriptions = [feed.onDidChange(change), ...others.map((event) => event(change))];
  }

  /** For `onDidChangeTreeData`. */
  readonly event = this.#changed.event;

  /** Reads the roots of the tree once there is a board. Changes during the first reading are told after it. */
  async read<N>(roots: () => N[]): Promise<N[]> {
    await this.feed.ready;
    this.#isStale = false;
    try {
      return roots();
    } finally {
      // By then they are on their way.
      if (!this.#isRead) setImmediate(() => void this.#arrived());
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  /** VS Code answers any of its own commands after it has taken in what was sent before. This one changes nothing. */
  async #arrived(): Promise<void> {
    await vscode.commands.executeCommand('setContext', contextKeys.isRunning, true);
    this.#isRead = true;
    if (this.#isStale) this.#tell();
  }

  #tell(): void {
    if (this.#isRead) this.#changed.fire(undefined);
  }
}
