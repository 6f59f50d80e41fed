import { v5, v7 } from 'uuid';
import type { Entry, Fact } from '../core/entries/entry.ts';

/** Where ids come from. */
export interface Ids {
  /** Time-ordered and never the same twice. */
  fresh(): string;
  /** Always the same for the same text: what is imported twice, here or on another machine, is one item. */
  named(text: string): string;
}

const importNamespace = 'b0f2a1de-6d3c-5b0e-9b57-0c1f4b8a7e21';

export const uuids: Ids = {
  fresh: () => v7(),
  named: (text) => v5(text, importNamespace),
};

/** What was asked of the disk for an act, although the disk then reported a failure. */
export interface Begun {
  readonly facts: readonly Fact[];
  readonly entries: readonly Entry[];
}

/** The ids of one act. After a failed append the same act asks again and gets the same ids, so nothing is doubled. */
export class Attempt {
  readonly #given: string[] = [];
  #next = 0;
  /**
   * Set when an append failed and part of it reached the log all the same: a disk that ran full in the middle, a sync
   * that failed. Trying again finishes that; asking the rules anew would see half of it done and give its ids to others.
   */
  begun: Begun | undefined;

  constructor(readonly ids: Ids) {}

  again(): void {
    this.#next = 0;
  }

  id(): string {
    return (this.#given[this.#next++] ??= this.ids.fresh());
  }
}
