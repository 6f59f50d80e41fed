import { recordRequests } from '../../../src/app/recordRequests.ts';
import type { EntryStore } from '../../../src/app/entryStore.ts';
import type { RequestsRead } from '../../../src/core/requests/requestsRead.ts';
import { readRequests } from '../../../src/requests/gitHub.ts';
import type { Session } from '../../../src/requests/post.ts';
import { serverOf } from '../../../src/requests/server.ts';
import type { FakeGitHub } from './fakeGitHub.ts';

export type GitHubAccount = Omit<Session, 'signal'>;

/** The leader signed in to the fake. */
export function accountAt({ address, token, login }: FakeGitHub): GitHubAccount {
  return { ...serverOf(address), token, login };
}

/** Before everything that happens in a test. */
export const longAgo = '2000-01-01T00:00:00.000Z';

/** Reads with the real client all that waits, what was reviewed since, and what became of every request in the log. */
export function readAll(
  github: FakeGitHub,
  { register }: EntryStore,
  reviewedSince = new Date(longAgo),
): Promise<RequestsRead> {
  const known = [...register.items.values()].flatMap(({ request }) => (request === undefined ? [] : [request.key]));
  const session = { ...accountAt(github), signal: new AbortController().signal };
  return readRequests(session, { withTeams: true, known, reviewedSince });
}

/** Writes it down through the real store, as a window that leaves nothing out. */
export function record(store: EntryStore, read: RequestsRead, connectedAt = longAgo): Promise<number> {
  return recordRequests(store, read, { withTeams: true, isLeftOut: () => false, connectedAt });
}
