import type { Item } from '../../items/item.ts';
import { pullRequestOf } from '../../requests/pullRequest.ts';
import type { CapturedFact } from '../../rules/capture.ts';

/** The requests that came from the outside and wait, by the pull request they are about. */
export class WaitingRequests {
  readonly #byPullRequest = new Map<string, Item>();

  constructor(items: Iterable<Item>) {
    for (const item of items) {
      if (item.request === undefined || item.closing !== undefined || item.link === undefined) continue;
      const pullRequest = pullRequestOf(item.link);
      if (pullRequest !== undefined) this.#byPullRequest.set(pullRequest, item);
    }
  }

  /** The request that a new item would double. What somebody owes may be about the same pull request. */
  doubledBy({ kind, link }: CapturedFact): Item | undefined {
    const pullRequest = link === undefined || kind === 'dependency' ? undefined : pullRequestOf(link);
    return pullRequest === undefined ? undefined : this.#byPullRequest.get(pullRequest);
  }
}
