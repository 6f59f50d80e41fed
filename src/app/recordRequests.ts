import { setImmediate } from 'node:timers/promises';
import type { Item } from '../core/items/item.ts';
import { requestItems } from '../core/requests/pullRequest.ts';
import { isKnownRequest, type OutsideAct, requestActs } from '../core/requests/requestActs.ts';
import { isAskedSince } from '../core/requests/requestMoves.ts';
import type { RequestsRead } from '../core/requests/requestsRead.ts';
import { addDays, type Day } from '../core/time/day.ts';
import type { EntryStore } from './entryStore.ts';

/** What the leader wants to see of it. */
export interface RequestChoice {
  /** Whether what is asked of a team of the leader counts. */
  readonly withTeams: boolean;
  /** Whether requests in a repository, `acme/shop`, are left out. What has arrived is followed to its end. */
  readonly isLeftOut: (repository: string) => boolean;
  /** ISO 8601. What does not wait any more arrives only if it was asked since. */
  readonly connectedAt: string;
}

/**
 * Writes down what was learned from GitHub. Between two requests the extension host can do other work.
 *
 * @returns how many acts were new
 * @throws HumanError if the log could not be written; the next refresh writes what is missing
 */
export async function recordRequests(
  store: EntryStore,
  read: Pick<RequestsRead, 'login' | 'teams' | 'histories'>,
  choice: RequestChoice,
): Promise<number> {
  await store.refresh();
  const viewer = { login: read.login, teams: choice.withTeams ? read.teams : [] };
  const items = requestItems(store.register);
  const acts: OutsideAct[] = [];
  for (const history of read.histories) {
    const { register } = store;
    const context = { register, policy: store.policy(), idOf: (text: string) => store.ids.named(text), items };
    const arrives = (): boolean =>
      !choice.isLeftOut(history.repository) &&
      (history.isAskedOfViewer || isAskedSince(history, viewer, choice.connectedAt));
    if (isKnownRequest(history, context) || arrives()) acts.push(...requestActs(history, viewer, context));
    await setImmediate();
  }
  return acts.length === 0 ? 0 : store.record(acts);
}

/** How long a request that was closed here is still asked about, in calendar days. */
const followedInDays = 30;
/** How many of those that were closed here are asked about at once: the latest. */
const mostClosed = 50;

/** The node ids of the requests on this host that are still to be asked about: those open here or there, and lately closed. */
export function followedRequests(items: Iterable<Item>, host: string, today: Day): readonly string[] {
  const open: string[] = [];
  const closed: { readonly key: string; readonly on: Day }[] = [];
  for (const { request, closing } of items) {
    if (request?.system !== host) continue;
    if (closing === undefined || request.waitsThere) open.push(request.key);
    else if (closing.on >= addDays(today, -followedInDays)) closed.push({ key: request.key, on: closing.on });
  }
  const latest = closed.toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, mostClosed);
  return [...open, ...latest.map(({ key }) => key)];
}
