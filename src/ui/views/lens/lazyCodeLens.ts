import type { Board } from '../../../core/board/board.ts';
import { readFileLink } from '../../../core/items/fileLink.ts';
import type { CommandContext } from '../../commandContext.ts';
import type { Lens } from './lens.ts';

/**
 * Lets the lens in only while it is switched on and some open item points at a file. Until then it is not even loaded,
 * and no editor asks for it.
 */
export class LazyCodeLens {
  readonly #context: Pick<CommandContext, 'feed' | 'settings'>;
  readonly #subscription: { dispose(): unknown };
  #lens: Promise<Lens> | undefined;

  constructor(context: Pick<CommandContext, 'feed' | 'settings'>) {
    this.#context = context;
    // Of a change of a setting the feed hears as well.
    this.#subscription = context.feed.onDidChange((board) => this.#look(board));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#close();
  }

  #look({ rows }: Board): void {
    const isOpen =
      this.#context.settings.isLensOn &&
      rows.some(({ closing, link }) => closing === undefined && link !== undefined && readFileLink(link) !== undefined);
    if (!isOpen) this.#close();
    else if (this.#lens === undefined)
      this.#lens = import('./lens.ts').then(({ Lens }) => new Lens(this.#context.feed));
    else void this.#lens.then((lens) => lens.refresh());
  }

  #close(): void {
    void this.#lens?.then((lens) => lens.dispose());
    this.#lens = undefined;
  }
}
