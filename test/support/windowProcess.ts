import assert from 'node:assert/strict';
import { Child, type ChildOptions } from './children.ts';
import type { Answer, WindowRequest } from './programs/window.ts';

/** A window in a process of its own, which does what it is asked. */
export class WindowProcess {
  readonly #child: Child;
  #asked = 0;

  /** @param program the bundled `window` */
  constructor(program: string, root: string, storage: string, options?: ChildOptions) {
    this.#child = new Child(program, [root, storage], options);
  }

  /** @throws AssertionError when the process ends instead of answering */
  async ask(request: WindowRequest): Promise<Answer> {
    await this.#child.hasSaid(1);
    const number = ++this.#asked;
    this.#child.tell(JSON.stringify(request));
    await this.#child.hasSaid(number + 1);
    return JSON.parse(this.#child.said[number]!) as Answer;
  }

  /** Captures all of them in one act and returns the ids of the items. */
  async capture(...titles: string[]): Promise<readonly string[]> {
    const { ids, ...answer } = await this.ask({ do: 'capture', titles });
    assert.equal(ids.length, titles.length, JSON.stringify(answer));
    return ids;
  }

  refresh(): Promise<Answer> {
    return this.ask({ do: 'refresh' });
  }

  kill(): Promise<unknown> {
    return this.#child.kill();
  }
}
