import type { Board } from '../../../core/board/board.ts';
import { readFileLink } from '../../../core/items/fileLink.ts';
import type { CommandContext } from '../../commandContext.ts';
import { Lens } from './lens.ts';

/** Registers the lens only while it is switched on and an open item links to a file. Otherwise no editor queries it. */
export class LazyCodeLens {
  readonly #context: Pick<CommandContext, 'feed' | 'settings'>;
  readonly #subscription: { dispose(): unknown };
  #lens: Lens | undefined;

  constructor(context: Pick<CommandContext, 'feed' | 'settings'>) {
    this.#context = context;
    // The feed also fires when a setting changes.
    this.#subscription = context.feed.onDidChange((board) => this.#update(board));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#close();
  }

  #update({ rows }: Board): void {
    const isOpen =
      this.#context.settings.isLensOn &&
      rows.some(({ closing, link }) => closing === undefined && link !== undefined && readFileLink(link) !== undefined);
    if (!isOpen) this.#close();
    else if (this.#lens === undefined) this.#lens = new Lens(this.#context.feed);
    else this.#lens.refresh();
  }

  #close(): void {
    this.#lens?.dispose();
    this.#lens = undefined;
  }
}
