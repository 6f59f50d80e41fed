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

  /** The request that a new item would double. A decision about a file or a comment in it is a question of its own. */
  doubledBy({ kind, link = '' }: CapturedFact): Item | undefined {
    const isReview = kind === 'approval' || (kind === 'decision' && /\/pull\/\d+\/?(?:\?[^#]*)?$/u.test(link.trim()));
    const pullRequest = isReview ? pullRequestOf(link) : undefined;
    return pullRequest === undefined ? undefined : this.#byPullRequest.get(pullRequest);
  }
}
