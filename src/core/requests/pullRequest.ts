import type { ItemKind } from '../entries/itemFacts.ts';
import { isOutside } from '../entries/sameEntry.ts';
import type { Item } from '../items/item.ts';
import type { Register } from '../register/register.ts';

/** The items of a log that have to do with pull requests. */
export interface RequestItems {
  /** Those that stand for a request, by {@link requestKey}. */
  readonly standing: ReadonlyMap<string, readonly Item[]>;
  /** Those that were captured by hand and could be a review that is asked, by the pull request in their link. */
  readonly captured: ReadonlyMap<string, readonly Item[]>;
  /** The ids of those that a request was recognised in and whose capture was undone, by {@link requestKey}. */
  readonly undone: ReadonlyMap<string, string>;
}

type Source = Pick<Register, 'items' | 'unsorted' | 'isEntryInForce'>;

export function requestItems(source: Source): RequestItems {
  const [standing, captured] = [new Map<string, Item[]>(), new Map<string, Item[]>()];
  for (const item of source.items.values()) {
    if (item.request !== undefined) {
      add(standing, requestKey({ host: item.request.system, id: item.request.key }), item);
      continue;
    }
    const pullRequest = reviewOf(item);
    if (pullRequest !== undefined) add(captured, pullRequest, item);
  }
  return { standing, captured, undone: undoneItems(source) };
}

/** Of several for one request the one with the lowest id, so that all machines agree. */
function undoneItems(source: Source): ReadonlyMap<string, string> {
  const undone = new Map<string, string>();
  for (const entry of source.unsorted) {
    if (entry.type !== 'itemEdited' || !isOutside(entry) || source.items.has(entry.item)) continue;
    const { sourceSystem: host, sourceKey: id, item } = entry;
    if (host === undefined || id === undefined || !source.isEntryInForce(entry)) continue;
    const key = requestKey({ host, id });
    if (item < (undone.get(key) ?? '\uffff')) undone.set(key, item);
  }
  return undone;
}

export function requestKey({ host, id }: { readonly host: string; readonly id: string }): string {
  return `${host} ${id}`;
}

/** Those that came from the outside and are open. The items are looked at when the requests are: most captures need none. */
export function* openRequests(items: Iterable<Item>): Generator<Item> {
  for (const item of items) if (item.request !== undefined && item.closing === undefined) yield item;
}

/** Which of these requests something captured now would be, if that arrived by itself. */
export function requestThere(captured: Reviewable, requests: Iterable<Item>): Item | undefined {
  const pullRequest = reviewOf(captured);
  if (pullRequest === undefined) return undefined;
  for (const request of requests) {
    if (request.link !== undefined && pullRequestOf(request.link) === pullRequest) return request;
  }
  return undefined;
}

interface Reviewable {
  readonly kind: ItemKind;
  readonly link: string | undefined;
}

/**
 * The pull request whose review this is. An approval may lead to any page of it. A decision, which is what a capture
 * without a kind is, leads to the pull request itself: one about a file or a comment in it is a question of its own.
 */
function reviewOf({ kind, link }: Reviewable): string | undefined {
  if (link === undefined || (kind !== 'approval' && kind !== 'decision')) return undefined;
  return kind === 'approval' || /\/pull\/\d+\/?(?:\?[^#]*)?$/u.test(link.trim()) ? pullRequestOf(link) : undefined;
}

/** `github.com/acme/shop/pull/12`, in lower case, from the address of any page of the pull request. */
export function pullRequestOf(address: string): string | undefined {
  const found = /^https?:\/\/(?:www\.)?(?<pull>[^/?#\s]+\/[^/?#\s]+\/[^/?#\s]+\/pull\/\d+)(?![^/?#])/iu.exec(
    address.trim(),
  );
  return found?.groups?.['pull']?.toLowerCase();
}

function add(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
