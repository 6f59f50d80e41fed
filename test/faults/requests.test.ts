import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { FrozenClock, openStore } from '../support/entryStores.ts';
import { fault, sized } from '../support/faultTable.ts';
import { FakeGitHub } from '../support/github/fakeGitHub.ts';
import type { PullHistory } from '../support/github/history.ts';
import { connectWithin, expectedItems, loggedItems, randomPlay } from '../support/github/play.ts';
import { teams } from '../support/github/randomHistory.ts';
import { accountAt } from '../support/github/refresh.ts';
import { Random } from '../support/random.ts';
import { windowProcesses } from '../support/windowProcesses.ts';

const machines = ['laptop', 'laptop', 'laptop', 'desk', 'desk'];
const rounds = sized(200, 12);

/** A closed request is followed for 30 days, and a timeline that does not fit in one answer takes a call of its own. */
function isFollowedInOneCall({ openedAt, events }: PullHistory): boolean {
  return Date.parse(events.at(-1)!.at) - Date.parse(openedAt) < 30 * 86_400_000 && events.length <= 60;
}

describe('windows that read GitHub at once', () => {
  const openWindow = windowProcesses();
  let github: FakeGitHub;
  afterEach(() => github.close());

  it(
    'write each thing once and lose nothing, while everything there changes',
    fault('Windows of two machines read GitHub at once', async (place) => {
      const random = new Random(5);
      const { pulls, moments } = randomPlay(random, 150, rounds - 1);
      const play = connectWithin({ pulls: pulls.filter(isFollowedInOneCall).slice(0, 50), moments }, random);
      github = await FakeGitHub.start({ pulls: play.pulls, teams });
      const account = accountAt(github);
      const windows = machines.map((machine) => openWindow(place.root, place.storage(machine)));
      const connect = { do: 'connect', server: github.address, time: play.connectedAt.getTime() } as const;
      await Promise.all(windows.map((window) => window.ask(connect)));
      const answers = [];
      for (const [round, now] of play.moments.entries()) {
        github.now = now;
        await Promise.all(windows.map((window) => window.ask({ do: 'setClock', time: now.getTime() })));
        // The first search sees this moment, the last windows see the next one.
        const turn = github.queries.length + 3;
        github.onQuery = (number) => {
          if (number === turn) github.now = play.moments[round + 1] ?? now;
        };
        answers.push(...(await Promise.all(windows.map((window) => window.ask({ do: 'readGitHub', account })))));
      }
      for (const { failure, bug, calls = 0 } of answers) {
        assert.deepEqual([failure, bug], [undefined, undefined]);
        assert.ok(calls >= 1 && calls <= 2, `${calls} calls for ${play.pulls.length} requests`);
      }

      const clock = new FrozenClock(play.moments.at(-1));
      const reader = openStore(place.root, place.storage('reader'), { clock });
      await reader.refresh();
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
      const [logged, expected] = [loggedItems(reader.register), expectedItems(play, timeZone)];
      assert.deepEqual(logged, expected);
      assert.deepEqual([reader.register.items.size, reader.register.conflicts], [expected.size, []]);
      const lost = [...expected.keys()].filter((id) => !logged.has(id)).length;
      return {
        with: `${answers.length} refreshes by ${windows.length} processes`,
        lost: `${lost} of ${reader.register.entryCount}`,
      };
    }),
  );
});
