import type { Item } from '../items/item.ts';

/** The items whose link is a pull request, or a page of one, and that stand for no request yet; the first of each. */
export function itemsByPullRequest(items: Iterable<Item>): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    const pullRequest = item.link === undefined || item.request !== undefined ? undefined : pullRequestOf(item.link);
    if (pullRequest !== undefined && !found.has(pullRequest)) found.set(pullRequest, item);
  }
  return found;
}

/** `github.com/acme/shop/pull/12`, in lower case, from the address of any page of the pull request. */
export function pullRequestOf(address: string): string | undefined {
  const found = /^https?:\/\/(?:www\.)?(?<pull>[^/?#\s]+\/[^/?#\s]+\/[^/?#\s]+\/pull\/\d+)(?![^/?#])/iu.exec(
    address.trim(),
  );
  return found?.groups?.['pull']?.toLowerCase();
}
