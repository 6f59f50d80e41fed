import assert from 'node:assert/strict';
import process from 'node:process';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import type { EntryStore } from '../../../src/app/entryStore.ts';
import { type Connected, RequestsConnection } from '../../../src/app/requestsConnection.ts';
import type { RequestsRead } from '../../../src/core/requests/requestsRead.ts';
import { FrozenClock, openStore } from '../../support/entryStores.ts';
import { FakeGitHub } from '../../support/github/fakeGitHub.ts';
import {
  type ConnectedPlay,
  connectWithin,
  expectedItems,
  loggedItems,
  randomPlay,
  wasFoundWaiting,
} from '../../support/github/play.ts';
import { teams } from '../../support/github/randomHistory.ts';
import { readAll, record } from '../../support/github/refresh.ts';
import { inLogFolder, LogFolder } from '../../support/logFolder.ts';
import { Random } from '../../support/random.ts';
import { enterTimeZone } from '../../support/timeZone.ts';

/** PACESETTER_HISTORIES=2000 tries that many, which takes minutes. */
const histories = Number(process.env['PACESETTER_HISTORIES'] ?? 150);
const atOnce = 50;
/** How often somebody looks: with few looks, much is asked and answered between two of them. */
const looks = [4, 12, 24];

let github: FakeGitHub;
beforeEach(async () => (github = await FakeGitHub.start({ teams })));
afterEach(() => github.close());

/** Lets each moment of the play come, on the server and here. */
async function* momentsOf({ pulls, moments }: ConnectedPlay, clock: FrozenClock, stores: readonly EntryStore[]) {
  github.pulls = pulls;
  for (const now of moments) {
    github.now = clock.time = now;
    for (const { today } of stores) today.check();
    yield now;
  }
}

/** A machine on which the leader connects GitHub, and which looks since its last time. */
class Machine {
  readonly #connection: RequestsConnection;
  readonly #connected: Connected;

  constructor(
    readonly store: EntryStore,
    storage: string,
    { connectedAt }: ConnectedPlay,
  ) {
    this.#connection = new RequestsConnection(storage);
    this.#connected = this.#connection.write({ provider: 'github-enterprise', server: github.address }, connectedAt);
  }

  read(): Promise<RequestsRead> {
    return readAll(github, this.store, this.#connection.reviewedSince(this.#connected, github.now));
  }

  async write(read: RequestsRead): Promise<void> {
    await record(this.store, read, this.#connected.connectedAt);
  }

  /** Once all of it is written down, on whichever machine. */
  note({ isReviewedRead }: RequestsRead): void {
    if (isReviewedRead) this.#connection.noteRead(this.#connected, github.now);
  }
}

async function storeThatSaw(play: ConnectedPlay, place: LogFolder): Promise<EntryStore> {
  const clock = new FrozenClock();
  const store = openStore(place.root, place.storage(), { clock });
  const machine = new Machine(store, place.storage(), play);
  for await (const _ of momentsOf(play, clock, [store])) {
    const read = await machine.read();
    await machine.write(read);
    machine.note(read);
  }
  return store;
}

for (const zone of ['America/Los_Angeles', 'Europe/Berlin', 'Pacific/Kiritimati']) {
  describe(`requests from GitHub, as seen in ${zone}`, () => {
    let leave: () => void;
    before(() => (leave = enterTimeZone(zone)));
    after(() => leave());

    let [between, unknown] = [0, 0];
    for (let from = 0; from < histories; from += atOnce) {
      it(
        `come to the days that are calculated from their histories another way: ${from + 1} to ${from + atOnce}`,
        inLogFolder(async (place) => {
          const random = new Random(from);
          const play = connectWithin(randomPlay(random, atOnce, random.pick(looks)), random);
          const { register } = await storeThatSaw(play, place);
          const [logged, expected] = [loggedItems(register), expectedItems(play, zone)];
          for (const pull of play.pulls) {
            assert.deepEqual(logged.get(pull.id), expected.get(pull.id), JSON.stringify(pull, undefined, 1));
          }
          assert.deepEqual([logged.size, expected.size > atOnce / 3], [expected.size, true]);
          unknown += atOnce - expected.size;
          between += play.pulls.filter((pull) => expected.has(pull.id) && !wasFoundWaiting(pull, play.moments)).length;
        }),
      );
    }

    it('are there where they were asked and answered between two refreshes, and not from before the connection', () => {
      assert.ok(between > histories / 20 && unknown > histories / 20, `${between} and ${unknown} of ${histories}`);
    });
  });
}

describe('refreshes', () => {
  for (const seed of [1, 2, 3]) {
    it(
      `come to the same whoever makes them when, how often, in what order and in what parts (${seed})`,
      inLogFolder(async (place) => {
        const random = new Random(seed);
        const play = connectWithin(randomPlay(random, 40, random.pick(looks)), random);
        const plain = new LogFolder();
        const once = await storeThatSaw(play, plain);

        const clock = new FrozenClock();
        const machines = ['laptop', 'laptop', 'laptop', 'desk', 'attic'].map((name) => {
          const storage = place.storage(name);
          return new Machine(openStore(place.root, storage, { clock }), storage, play);
        });
        const stores = machines.map(({ store }) => store);
        const answers: RequestsRead[] = [];
        for await (const _ of momentsOf(play, clock, stores)) {
          const reader = random.pick(machines);
          await reader.store.refresh();
          const answer = await reader.read();
          answers.push(answer);
          await Promise.all(
            machines.map(async (machine) => {
              // The newest answer comes to somebody at least; old ones come late, and not whole.
              const late = random.pick(answers);
              const histories = late.histories.filter(() => random.number(2) === 0).toReversed();
              await machine.write({ ...late, histories });
              if (random.number(2) === 0 || machine === machines[0]) await machine.write(answer);
            }),
          );
          reader.note(answer);
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
