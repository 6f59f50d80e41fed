import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { EntryStore } from '../../../src/app/entryStore.ts';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { currentTurn, type Item } from '../../../src/core/items/item.ts';
import type { Intent } from '../../../src/core/rules/intents.ts';
import { isRefusal } from '../../../src/core/rules/refusal.ts';
import { ask, FrozenClock, openStore } from '../../support/entryStores.ts';
import { FakeGitHub } from '../../support/github/fakeGitHub.ts';
import type { PullHistory } from '../../support/github/history.ts';
import { isSame } from '../../support/github/history.ts';
import { randomPlay } from '../../support/github/play.ts';
import { pullStateAt } from '../../support/github/pullState.ts';
import { me, teams } from '../../support/github/randomHistory.ts';
import { readAll, record } from '../../support/github/refresh.ts';
import { searchTest } from '../../support/github/searchQuery.ts';
import { inLogFolder } from '../../support/logFolder.ts';
import { Random } from '../../support/random.ts';

let github: FakeGitHub;
before(async () => (github = await FakeGitHub.start({ teams })));
after(() => github.close());

const search = searchTest('is:open is:pr review-requested:@me', { login: me, teams });
const isMine = (of: { user: string } | { team: string }) =>
  'user' in of ? of.user === me : (teams[of.team]?.includes(me) ?? false);

/** When a review was last asked of the leader that GitHub waits for at this moment; undefined where it waits for none. */
function askedAt(pull: PullHistory, now: Date): string | undefined {
  const events = pull.events.filter(({ at }) => Date.parse(at) <= now.getTime());
  const states = Array.from({ length: events.length + 1 }, (_, count) =>
    pullStateAt({ ...pull, events: events.slice(0, count) }, now, teams),
  );
  const waits = states.map((state) => !state.isDraft && search(state));
  if (waits.at(-1) !== true) return undefined;
  const last = events.findLastIndex((event, index) => {
    if (!waits[index + 1]) return false;
    const isPending = event.type === 'requested' && states[index]!.requested.some((of) => isSame(of, event.of));
    return !waits[index] || (event.type === 'requested' && isMine(event.of) && !isPending);
  });
  return events[last]!.at;
}

/** What a person can do here about whose move it is, and whether they are done with it then. */
const isDoneBy = new Map<string, boolean>([
  ['itemSentBack', true],
  ['itemDecided', true],
  ['itemWithdrawn', true],
  ['itemReturned', false],
  ['itemReopened', false],
]);

/** Whether the leader closed it or sent it back here after that moment, and left it so. */
function isAnsweredSince({ history, withoutEffect }: Item, at: string): boolean {
  const last = history.findLast(
    (entry) =>
      isDoneBy.has(entry.type) && !('via' in entry && entry.via !== undefined) && !withoutEffect.includes(entry.id),
  );
  return last !== undefined && Date.parse(last.loggedAt) > Date.parse(at) && isDoneBy.get(last.type) === true;
}

const isMyMove = (item: Item) => item.closing === undefined && currentTurn(item) === undefined;
const isNewTitle = (entry: Entry) => entry.type === 'itemEdited' && entry.title !== undefined;
const askings = new Set(['itemCaptured', 'itemEdited', 'itemReturned', 'itemReopened']);

/** A leader who works here and on GitHub, and takes back what came from there now and then. */
class Leader {
  /** Of the pull requests whose asking was taken back: until when that was, or for good. */
  readonly tookBack = new Map<string, number>();

  constructor(
    readonly store: EntryStore,
    readonly random: Random,
    readonly seen: { recognised: number; answeredHere: number; came: number; redone: number },
  ) {}

  /** Now and then they undo the last acts and stop there, and may redo them when they come back. */
  async actOn(pulls: readonly PullHistory[]): Promise<void> {
    const { random, seen } = this;
    if (random.number(4) === 0) {
      for (let left = random.number(40); left > 0; left--) await this.#ask({ type: 'undo' });
      return;
    }
    if (random.number(2) === 0) while (!isRefusal(await ask(this.store, { type: 'redo' }))) seen.redone++;
    for (const pull of pulls) if (random.number(2) === 0) await this.act(pull);
  }

  standing({ id }: PullHistory): Item[] {
    return [...this.store.register.items.values()].filter(({ request }) => request?.key === id);
  }

  async act(pull: PullHistory): Promise<void> {
    const [item] = this.standing(pull);
    const { random } = this;
    if (item === undefined && random.number(3) > 0) {
      return this.#capture(pull, random.pick(['approval', 'approval', 'decision', 'dependency'] as const));
    }
    const id = item?.id ?? this.#linked(pull)?.id;
    if (id === undefined) return;
    switch (random.number(9)) {
      case 0:
      case 1:
        return this.#ask({ type: 'decide', id, outcome: 'yes' });
      case 2:
        return this.#ask({ type: 'withdraw', id, reason: 'no' });
      case 3:
      case 4:
        return this.#ask({ type: 'sendBack', id, question: 'why?' });
      case 5:
        return this.#ask({ type: 'markReturned', id });
      case 6:
        return this.#ask({ type: 'reopen', id, reason: 'again' });
      case 7:
        return this.#ask({ type: 'undo' });
      default:
        return this.#takeBack(pull, item);
    }
  }

  #linked({ number }: PullHistory): Item | undefined {
    return [...this.store.register.items.values()].find(({ link }) => link?.endsWith(`/pull/${number}`));
  }

  #capture({ repository, number }: PullHistory, kind: 'approval' | 'decision' | 'dependency'): Promise<void> {
    const link = `${github.address}/${repository}/pull/${number}`;
    return this.#ask({ type: 'capture', title: 'By hand', link, kind });
  }

  async #takeBack(pull: PullHistory, item: Item | undefined): Promise<void> {
    const outside = (item?.history ?? []).filter((entry) => 'via' in entry && entry.via !== undefined);
    if (item === undefined || outside.length === 0) return;
    const { act } = this.random.pick(outside);
    if (outside.some((entry) => entry.act === act && askings.has(entry.type) && !isNewTitle(entry))) {
      this.tookBack.set(pull.id, act === outside[0]!.act ? Infinity : this.store.today.clock.now().getTime());
    }
    await this.#ask({ type: 'takeBackRequest', id: item.id, act });
  }

  async #ask(intent: Intent): Promise<void> {
    await ask(this.store, intent);
  }

  /** GitHub says that it waits: it is the leader’s move here, or the leader answered here since it was asked. */
  check(pull: PullHistory, now: Date): void {
    const standing = this.standing(pull);
    const story = () => JSON.stringify([pull, now, standing], undefined, 1);
    assert.ok(standing.length <= 1, `twice: ${story()}`);
    const at = askedAt(pull, now);
    if (at === undefined || Date.parse(at) <= (this.tookBack.get(pull.id) ?? 0)) return;
    assert.equal(standing.length, 1, `lost: ${story()}`);
    const [item] = standing as [Item];
    assert.notEqual(item.kind, 'dependency');
    const isAnswered = isAnsweredSince(item, at);
    assert.equal(isMyMove(item), !isAnswered, `asked ${at}: ${story()}`);
    this.seen.came++;
    if (item.title === 'By hand') this.seen.recognised++;
    if (isAnswered) this.seen.answeredHere++;
  }
}

describe('a leader who acts here and on GitHub', () => {
  const seen = { recognised: 0, answeredHere: 0, came: 0, redone: 0 };
  for (let seed = 1; seed <= 8; seed++) {
    it(
      `has what GitHub says waits, once, unless answered here since (${seed})`,
      inLogFolder(async (place) => {
        const random = new Random(seed);
        const { pulls, moments } = randomPlay(random, 25, 24);
        const clock = new FrozenClock();
        const store = openStore(place.root, place.storage(), { clock });
        const leader = new Leader(store, random, seen);
        github.pulls = pulls;
        for (const now of moments) {
          github.now = clock.time = now;
          store.today.check();
          // Now and then the leader acts before anything was read of what happened there.
          if (random.number(3) > 0 || now === moments.at(-1)) {
            await record(store, await readAll(github, store));
            for (const pull of pulls) leader.check(pull, now);
            assert.equal(await record(store, await readAll(github, store)), 0, 'refreshed again');
          }
          // Nothing happens on GitHub in the middle of a second.
          clock.pass(500);
          await leader.actOn(pulls);
        }
        assert.deepEqual(store.register.conflicts, []);
      }),
    );
  }

  it('met enough of each', () => {
    assert.ok(
      seen.recognised > 100 && seen.answeredHere > 100 && seen.came > 300 && seen.redone > 100,
      JSON.stringify(seen),
    );
  });
});
