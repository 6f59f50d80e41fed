import { v5, v7 } from 'uuid';
import type { Entry, Fact } from '../core/entries/entry.ts';

/** Source of ids. */
export interface Ids {
  /** A new id: time-ordered and unique. */
  fresh(): string;
  /** The same id for the same text: what is imported twice, here or on another machine, is one item. */
  named(text: string): string;
}

const importNamespace = 'b0f2a1de-6d3c-5b0e-9b57-0c1f4b8a7e21';

export const uuids: Ids = {
  fresh: () => v7(),
  named: (text) => v5(text, importNamespace),
};

/** What an act tried to write when the append failed after part of it had reached the log. */
export interface UnfinishedAct {
  readonly facts: readonly Fact[];
  readonly entries: readonly Entry[];
}

/** The ids of one act. A retry after a failed append gets the same ids, so that nothing is duplicated. */
export class Attempt {
  readonly #issued: string[] = [];
  #next = 0;
  /**
   * Set when an append failed although part of it reached the log: the disk ran full in the middle, or the sync failed.
   * A retry writes the same entries again. Applying the rules again would see half of the act done and give its ids to
   * other facts.
   */
  begun: UnfinishedAct | undefined;

  constructor(readonly ids: Ids) {}

  /** Starts a retry: {@link id} returns the same ids again. */
  again(): void {
    this.#next = 0;
  }

  id(): string {
    return (this.#issued[this.#next++] ??= this.ids.fresh());
  }
}
