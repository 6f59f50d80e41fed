import assert from 'node:assert/strict';
import process from 'node:process';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import type { EntryStore } from '../../../src/app/entryStore.ts';
import { FrozenClock, openStore } from '../../support/entryStores.ts';
import { FakeGitHub } from '../../support/github/fakeGitHub.ts';
import { expectedItems, loggedItems, type Play, randomPlay } from '../../support/github/play.ts';
import { teams } from '../../support/github/randomHistory.ts';
import { readAll, record } from '../../support/github/refresh.ts';
import { inLogFolder, LogFolder } from '../../support/logFolder.ts';
import { Random } from '../../support/random.ts';

/** PACESETTER_HISTORIES=2000 tries that many, which takes minutes. */
const histories = Number(process.env['PACESETTER_HISTORIES'] ?? 150);
const atOnce = 50;
const looks = 24;

let github: FakeGitHub;
beforeEach(async () => (github = await FakeGitHub.start({ teams })));
afterEach(() => github.close());

/** Lets each moment of the play come, on the server and here. */
async function* momentsOf({ pulls, moments }: Play, clock: FrozenClock, stores: readonly EntryStore[]) {
  github.pulls = pulls;
  for (const now of moments) {
    github.now = clock.time = now;
    for (const { today } of stores) today.check();
    yield now;
  }
}

async function storeThatSaw(play: Play, place: LogFolder): Promise<EntryStore> {
  const clock = new FrozenClock();
  const store = openStore(place.root, place.storage(), { clock });
  for await (const _ of momentsOf(play, clock, [store])) await record(store, await readAll(github, store));
  return store;
}

for (const zone of ['America/Los_Angeles', 'Europe/Berlin', 'Pacific/Kiritimati']) {
  describe(`requests from GitHub, as seen in ${zone}`, () => {
    const usual = process.env['TZ'];
    before(() => void (process.env['TZ'] = zone));
    after(() => {
      if (usual === undefined) delete process.env['TZ'];
      else process.env['TZ'] = usual;
    });

    for (let from = 0; from < histories; from += atOnce) {
      it(
        `come to the days that are calculated from their histories another way: ${from + 1} to ${from + atOnce}`,
        inLogFolder(async (place) => {
          const play = randomPlay(new Random(from), atOnce, looks);
          const { register } = await storeThatSaw(play, place);
          const [logged, expected] = [loggedItems(register), expectedItems(play, zone)];
          for (const pull of play.pulls) {
            assert.deepEqual(logged.get(pull.id), expected.get(pull.id), JSON.stringify(pull, undefined, 1));
          }
          assert.deepEqual([logged.size, expected.size > atOnce / 3], [expected.size, true]);
        }),
      );
    }
  });
}

describe('refreshes', () => {
  for (const seed of [1, 2, 3]) {
    it(
      `come to the same whoever makes them when, how often, in what order and in what parts (${seed})`,
      inLogFolder(async (place) => {
        const random = new Random(seed);
        const play = randomPlay(random, 40, 12);
        const plain = new LogFolder();
        const once = await storeThatSaw(play, plain);

        const clock = new FrozenClock();
        const stores = ['laptop', 'laptop', 'laptop', 'desk', 'attic'].map((machine) =>
          openStore(place.root, place.storage(machine), { clock }),
        );
        const answers: Awaited<ReturnType<typeof readAll>>[] = [];
        for await (const _ of momentsOf(play, clock, stores)) {
          const reader = random.pick(stores);
          await reader.refresh();
          answers.push(await readAll(github, reader));
          await Promise.all(
            stores.map(async (store) => {
              // The newest answer comes to somebody at least; old ones come late, and not whole.
              const late = random.pick(answers);
              const histories = late.histories.filter(() => random.number(2) === 0).toReversed();
              await record(store, { ...late, histories });
              if (random.number(2) === 0 || store === stores[0]) await record(store, answers.at(-1)!);
            }),
          );
        }
        const reader = openStore(place.root, place.storage('reader'), { clock });
        await reader.refresh();
        assert.deepEqual(loggedItems(reader.register), loggedItems(once.register));
        assert.deepEqual([...reader.register.items.keys()].toSorted(), [...once.register.items.keys()].toSorted());
        assert.deepEqual([reader.register.entryCount, reader.register.conflicts], [once.register.entryCount, []]);
        plain.end();
      }),
    );
  }
});
