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

/** Reads with the real client all that waits, and what became of every request in the log. */
export function readAll(github: FakeGitHub, { register }: EntryStore): Promise<RequestsRead> {
  const known = [...register.items.values()].flatMap(({ request }) => (request === undefined ? [] : [request.key]));
  return readRequests({ ...accountAt(github), signal: new AbortController().signal }, { withTeams: true, known });
}

/** Writes it down through the real store, as a window that leaves nothing out. */
export function record(store: EntryStore, read: RequestsRead): Promise<number> {
  return recordRequests(store, read, { withTeams: true, isLeftOut: () => false });
}
