import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { EntryStore } from '../../../src/app/entryStore.ts';
import { RequestsConnection } from '../../../src/app/requestsConnection.ts';
import { sayTroubleThere } from '../../../src/core/requests/refreshText.ts';
import type { RequestTrouble } from '../../../src/core/requests/requestsRead.ts';
import { readRequests } from '../../../src/requests/gitHub.ts';
import { RequestFailure } from '../../../src/requests/post.ts';
import { FrozenClock, openStore } from '../../support/entryStores.ts';
import { FakeGitHub } from '../../support/github/fakeGitHub.ts';
import type { Fault } from '../../support/github/faults.ts';
import type { PullHistory } from '../../support/github/history.ts';
import { accountAt, longAgo, readAll, record } from '../../support/github/refresh.ts';
import { inLogFolder, type LogFolder, ownFile } from '../../support/logFolder.ts';

const pause =
  /^GitHub asks Pacesetter to wait until (?:\w+ \d+ \w+ )?\d?\d:\d\d; (?:last read 12:00|only a part was read)$/;
const reviewedSince = new Date(longAgo);
/** What goes wrong, and what the view says. */
const faults: Readonly<Record<string, readonly [Fault, RegExp]>> = {
  'refuses the sign-in': [{ status: 401 }, line('GitHub: you are signed out. Connect GitHub again')],
  'forbids it': [{ status: 403 }, line('GitHub refused to answer (403)')],
  'forbids it for a time': [{ status: 403, retryAfter: 120 }, pause],
  'forbids it until the next hour': [{ status: 403, resetAt: new Date(Date.now() + 300_000) }, pause],
  'says that it is too much': [{ status: 429 }, pause],
  'says that it is too much for a time': [{ status: 429, retryAfter: 120 }, pause],
  'is broken': [{ status: 502 }, line('GitHub did not answer (502)')],
  'breaks off in the middle': ['cut', line('GitHub’s answer could not be read')],
  'is behind a page that asks for a sign-in': ['html', line('GitHub’s answer could not be read')],
  'hangs up': ['reset', line('GitHub cannot be reached')],
  'answers with errors alone': ['errors', line('GitHub could not answer the query')],
  'never answers': ['hang', line('GitHub did not answer in time')],
};

function line(sentence: string): RegExp {
  return new RegExp(`^${sentence.replaceAll(/[()]/g, String.raw`\$&`)}; (?:last read 12:00|only a part was read)$`);
}

describe('a GitHub that', () => {
  let github: FakeGitHub;
  const clock = new FrozenClock();
  beforeEach(async () => (github = await FakeGitHub.start({ now: clock.now(), pulls: asked(60) })));
  afterEach(() => github.close());

  const storeIn = (place: LogFolder) => openStore(place.root, place.storage(), { clock });
  const refresh = async (store: EntryStore) => record(store, await readAll(github, store));
  const read = (store: EntryStore, timeoutInMs: number) => {
    const session = { ...accountAt(github), signal: new AbortController().signal, timeoutInMs };
    const known = [...store.register.items.values()].map(({ request }) => request!.key);
    return readRequests(session, { withTeams: true, known, reviewedSince });
  };
  const said = (why: RequestTrouble) => sayTroubleThere(why, clock.now(), '2026-03-04');
  const failAt = (call: number, fault: Fault) => {
    const number = github.queries.length + call;
    github.onQuery = (now) => void (now === number && github.faults.push(fault));
  };

  for (const [what, [fault, sentence]] of Object.entries(faults)) {
    it(
      `${what} is said, changes nothing that was not read, and is mended by the next refresh`,
      inLogFolder(async (place) => {
        const store = storeIn(place);
        await refresh(store);
        assert.equal(store.register.items.size, 60);
        const bytes = place.read(ownFile(store.log));
        github.pulls = asked(62).toReversed();
        // Long enough for the call before the one that hangs, on a busy machine.
        const timeoutInMs = fault === 'hang' ? 2_000 : 60_000;
        failAt(1, fault);
        const error = await read(store, timeoutInMs).then(String, (error: unknown) => error);
        assert.ok(error instanceof RequestFailure, String(error));
        // The error can be logged and shown: whatever is in it.
        assert.ok(!inspect(error, { depth: Infinity, showHidden: true }).includes(github.token));
        assert.match(said(error.why), sentence);
        assert.deepEqual([store.register.items.size, place.read(ownFile(store.log)).equals(bytes)], [60, true]);

        // Two that are new are on the first page.
        failAt(2, fault);
        const part = await read(store, timeoutInMs);
        await record(store, part);
        assert.match(said({ ...part.stoppedBy!, isPart: true }), sentence);
        assert.equal(store.register.items.size, 62);
        github.pulls = asked(63);
        await refresh(store);
        assert.equal(store.register.items.size, 63);
      }),
    );
  }

  it(
    'answers for all but one is read as far as it goes; the one keeps what is known of it until it is back',
    inLogFolder(async (place) => {
      const store = storeIn(place);
      github.faults.push('errorsBesideData');
      const read = await readAll(github, store);
      await record(store, read);
      assert.deepEqual([read.unread, store.register.items.size], [1, 59]);
      github.pulls = asked(60, [{ type: 'reviewed', at: '2026-03-04T11:00:00Z', by: 'mia', state: 'APPROVED' }]);
      failAt(2, 'errorsBesideData');
      await refresh(store);
      assert.equal(closed(store), 59);
      await refresh(store);
      assert.equal(closed(store), 60);
    }),
  );

  for (const fault of ['reviewedFails', 'reviewedMissing', 'errorsBesideData'] as const) {
    it(
      `cannot say all that was reviewed (${fault}) is read as far as it goes, and asked again as far back`,
      inLogFolder(async (place) => {
        const store = storeIn(place);
        const connection = new RequestsConnection(place.storage());
        const noon = (day: number) => new Date(`2026-03-${String(day).padStart(2, '0')}T12:00:00Z`);
        const agreed = { provider: 'github-enterprise', server: github.address } as const;
        const connected = connection.write(agreed, new Date('2026-03-02T08:00:00Z'));
        github.pulls = [
          ...asked(2),
          ...asked(1, [{ type: 'reviewed', at: '2026-03-04T11:00:00Z', by: 'mia', state: 'APPROVED' }]).map((pull) => ({
            ...pull,
            id: 'PR_between',
          })),
        ];
        const refreshOn = async (day: number) => {
          github.now = noon(day);
          const read = await readAll(github, store, connection.reviewedSince(connected, github.now));
          await record(store, read, connected.connectedAt);
          if (read.isReviewedRead) connection.noteRead(connected, github.now);
          return [store.register.items.size, closed(store), read.isReviewedRead, read.stoppedBy?.trouble];
        };
        github.faults.push(fault);
        const isPart = fault !== 'errorsBesideData';
        assert.deepEqual(await refreshOn(4), [isPart ? 2 : 1, 0, false, isPart ? 'failed' : undefined]);
        // Long after the day that is searched again anyway.
        assert.deepEqual(await refreshOn(9), [3, 1, true, undefined]);
        assert.deepEqual(connection.reviewedSince(connected, noon(9)), noon(8));
      }),
    );
  }

  it(
    'has a clock a day ahead is believed: what it dates tomorrow is on the board and new today',
    inLogFolder(async (place) => {
      github.now = new Date('2026-03-05T12:00:00Z');
      github.pulls = asked(1).map((pull) => ({
        ...pull,
        events: [{ type: 'requested', at: '2026-03-05T11:00:00Z', of: { user: 'mia' } }],
      }));
      const store = storeIn(place);
      await refresh(store);
      const [item] = store.register.items.values();
      assert.deepEqual([item?.askedOn, store.today.day], ['2026-03-05', '2026-03-04']);
    }),
  );
});

/** Pull requests that are asked of Mia since the 2nd, and more that happened to each. */
function asked(count: number, more: PullHistory['events'] = []): readonly PullHistory[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `PR_${index}`,
    number: index + 1,
    title: `Change ${index}`,
    repository: 'acme/shop',
    author: 'ann',
    openedAt: '2026-03-02T08:00:00Z',
    events: [{ type: 'requested', at: '2026-03-02T09:00:00Z', of: { user: 'mia' } }, ...more],
  }));
}

function closed({ register }: EntryStore): number {
  return [...register.items.values()].filter(({ closing }) => closing !== undefined).length;
}
