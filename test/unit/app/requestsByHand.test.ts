import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { EntryStore } from '../../../src/app/entryStore.ts';
import { recordRequests } from '../../../src/app/recordRequests.ts';
import { currentTurn, type Item } from '../../../src/core/items/item.ts';
import type { RequestHistory } from '../../../src/core/requests/requestHistory.ts';
import type { Intent, IntentOf } from '../../../src/core/rules/intents.ts';
import { isRefusal } from '../../../src/core/rules/refusal.ts';
import { ask, FrozenClock, openStore } from '../../support/entryStores.ts';
import { longAgo } from '../../support/github/refresh.ts';
import { inLogFolder, type LogFolder } from '../../support/logFolder.ts';
import { is, me, removed, requested, requestHistory, reviewed, team, type Told } from '../../support/requestHistory.ts';

const link = 'https://github.com/acme/shop/pull/1';

/** A leader at a day of March 2026, who reads on GitHub what has happened by then, one event a day from the 2nd on. */
class Leader {
  readonly #clock = new FrozenClock();
  readonly store: EntryStore;

  /** @param apart whether the machine has not seen the log of the others */
  constructor(place: LogFolder, machine?: string, apart = false) {
    const root = apart ? `${place.root}-apart` : place.root;
    this.store = openStore(root, place.storage(machine), { clock: this.#clock });
  }

  async on(day: number, intent: Intent): Promise<void> {
    this.#goTo(day);
    const done = await ask(this.store, intent);
    assert.ok(!isRefusal(done), JSON.stringify(done));
  }

  capturesOn(day: number, fields: Partial<IntentOf<'capture'>> = {}): Promise<void> {
    return this.on(day, { type: 'capture', title: 'By hand', kind: 'approval', link, ...fields });
  }

  /** @returns how many acts were new */
  readsOn(day: number, told: readonly Told[], rest: Partial<RequestHistory> = {}, withTeams = true): Promise<number> {
    this.#goTo(day);
    const read = { login: 'lee', teams: ['acme/core'], histories: [requestHistory(told, rest)] };
    return recordRequests(this.store, read, { withTeams, isLeftOut: () => false, connectedAt: longAgo });
  }

  get items(): Item[] {
    return [...this.store.register.items.values()];
  }

  get item(): Item {
    const [item, ...others] = this.items;
    assert.ok(item !== undefined && others.length === 0, `${others.length + 1} items`);
    return item;
  }

  #goTo(day: number): void {
    this.#clock.time = new Date(Date.UTC(2026, 2, day, 12));
    this.store.today.check();
  }
}

/** Where each item is: `Rate limits: mine`. */
const standing = ({ items }: Leader): string[] =>
  items
    .map((item) => {
      const turn = currentTurn(item);
      const where = item.closing?.how ?? (turn === undefined ? 'mine' : `theirs since ${turn.from.slice(-2)}`);
      return `${item.title}: ${where}`;
    })
    .toSorted();

describe('a request from GitHub beside what is done by hand', () => {
  const cases: readonly (readonly [string, (leader: Leader) => Promise<void>, readonly string[]])[] = [
    [
      'arrives as a new item where the capture that it was recognised in is undone',
      async (leader) => {
        await leader.capturesOn(5);
        await leader.readsOn(6, [requested()]);
        await leader.on(6, { type: 'undo' });
        assert.equal(await leader.readsOn(7, [requested()]), 1);
      },
      ['Rate limits: mine'],
    ],
    [
      'is the item of the capture once that is redone, and was one of its own meanwhile',
      async (leader) => {
        await leader.capturesOn(5);
        await leader.readsOn(6, [requested()]);
        await leader.on(6, { type: 'undo' });
        await leader.readsOn(7, [requested()]);
        assert.deepEqual(standing(leader), ['Rate limits: mine']);
        await leader.on(7, { type: 'redo' });
        assert.equal(await leader.readsOn(8, [requested()]), 0);
        assert.deepEqual(standing(leader), ['By hand: mine']);
        await leader.on(8, { type: 'undo' });
        assert.equal(await leader.readsOn(8, [requested()]), 0);
        assert.deepEqual(standing(leader), ['Rate limits: mine']);
        await leader.on(8, { type: 'redo' });
        await leader.readsOn(9, [requested(), reviewed('approved')]);
      },
      ['By hand: decided'],
    ],
    [
      'does not arrive again where its arrival after an undone capture was taken back',
      async (leader) => {
        await leader.capturesOn(5);
        await leader.readsOn(6, [requested()]);
        await leader.on(6, { type: 'undo' });
        await leader.readsOn(7, [requested()]);
        const { id, history } = leader.item;
        const { act } = history.find(({ type }) => type === 'itemCaptured')!;
        await leader.on(7, { type: 'takeBackRequest', id, act });
        assert.equal(await leader.readsOn(8, [requested()]), 0);
      },
      [],
    ],
    [
      'is recognised once more where it is captured again after that',
      async (leader) => {
        await leader.capturesOn(5);
        await leader.readsOn(6, [requested()]);
        await leader.on(6, { type: 'undo' });
        await leader.capturesOn(6, { title: 'Again' });
        await leader.readsOn(7, [requested()]);
      },
      ['Again: mine'],
    ],
    [
      'is an item of its own where the one with its link was closed before it was asked',
      async (leader) => {
        await leader.capturesOn(1);
        await leader.on(1, { type: 'decide', id: leader.item.id, outcome: 'yes' });
        await leader.readsOn(6, [requested()]);
      },
      ['By hand: decided', 'Rate limits: mine'],
    ],
    [
      'is recognised in what was closed here since it was asked',
      async (leader) => {
        await leader.capturesOn(4);
        await leader.on(5, { type: 'decide', id: leader.item.id, outcome: 'yes' });
        await leader.readsOn(6, [requested()]);
      },
      ['By hand: decided'],
    ],
    [
      'is recognised in the open item of two with its link',
      async (leader) => {
        await leader.capturesOn(3, { title: 'First round' });
        await leader.on(4, { type: 'decide', id: leader.item.id, outcome: 'yes' });
        await leader.capturesOn(5, { title: 'Second round' });
        await leader.readsOn(6, [requested(), reviewed('commented')]);
      },
      ['First round: decided', 'Second round: theirs since 03'],
    ],
    [
      'comes back where it was decided here and requested again since',
      async (leader) => {
        await leader.readsOn(2, [requested()]);
        await leader.on(3, { type: 'decide', id: leader.item.id, outcome: 'yes' });
        await leader.readsOn(6, [requested(), is('readyForReview'), reviewed('commented'), requested()]);
      },
      ['Rate limits: mine'],
    ],
    [
      'comes back where it was withdrawn here, and was a draft and ready since',
      async (leader) => {
        await leader.readsOn(2, [requested()]);
        await leader.on(2, { type: 'withdraw', id: leader.item.id, reason: 'no' });
        await leader.readsOn(6, [requested(), is('convertedToDraft'), is('readyForReview')]);
      },
      ['Rate limits: mine'],
    ],
    [
      'comes back where it was decided here and asked of the leader directly since',
      async (leader) => {
        await leader.readsOn(2, [requested(team)]);
        await leader.on(2, { type: 'decide', id: leader.item.id, outcome: 'yes' });
        await leader.readsOn(6, [requested(team), requested()]);
      },
      ['Rate limits: mine'],
    ],
    [
      'is the author’s where it was sent back here later',
      async (leader) => {
        await leader.capturesOn(2);
        await leader.on(20, { type: 'sendBack', id: leader.item.id, question: 'why?' });
        await leader.readsOn(21, [requested(), reviewed('commented'), requested()]);
      },
      ['By hand: theirs since 20'],
    ],
    [
      'stays decided where that was done here later',
      async (leader) => {
        await leader.capturesOn(2);
        await leader.on(10, { type: 'decide', id: leader.item.id, outcome: 'yes' });
        await leader.readsOn(12, [requested(), reviewed('approved'), requested()]);
      },
      ['By hand: decided'],
    ],
    [
      'is over where it was merged, although it was sent back here meanwhile',
      async (leader) => {
        await leader.readsOn(2, [requested()]);
        await leader.on(9, { type: 'sendBack', id: leader.item.id, question: 'why?' });
        await leader.readsOn(9, [requested(), is('merged')]);
      },
      ['Rate limits: withdrawn'],
    ],
    [
      'comes back where the team is asked again after an ending that GitHub does not name',
      async (leader) => {
        const [first, answered] = [requested(team), reviewed('approved', 'sam')];
        await leader.readsOn(2, [first]);
        await leader.readsOn(3, [first, answered], { reviewers: [] });
        assert.deepEqual(standing(leader), ['Rate limits: withdrawn']);
        await leader.readsOn(4, [first, answered, requested(team)], { reviewers: [team] });
      },
      ['Rate limits: mine'],
    ],
    [
      'comes back where teams count by now and one was asked all the time',
      async (leader) => {
        const told = [requested(team), requested(), removed()];
        await leader.readsOn(5, told, { reviewers: [team] }, false);
        assert.deepEqual(standing(leader), ['Rate limits: withdrawn']);
        await leader.readsOn(6, told, { reviewers: [team] });
        assert.equal(await leader.readsOn(7, told, { reviewers: [team] }), 0);
      },
      ['Rate limits: mine'],
    ],
    [
      'is none where a review that nobody asked for is dismissed',
      async (leader) => {
        const dismissed = { type: 'reviewDismissed', review: undefined, by: 'lee', verdict: 'approved' } as const;
        await leader.readsOn(4, [reviewed('approved'), dismissed]);
        assert.deepEqual(leader.items, []);
        await leader.readsOn(5, [reviewed('approved'), dismissed, requested(me)]);
        assert.equal(leader.item.askedOn, '2026-03-04');
      },
      ['Rate limits: mine'],
    ],
  ];
  for (const [name, live, expected] of cases) {
    it(
      name,
      inLogFolder(async (place) => {
        const leader = new Leader(place);
        await live(leader);
        assert.deepEqual(standing(leader), expected);
      }),
    );
  }

  it(
    'comes back as the leader’s move, and not held, where it was held and withdrawn here',
    inLogFolder(async (place) => {
      const leader = new Leader(place);
      await leader.readsOn(2, [requested()]);
      const { id } = leader.item;
      await leader.on(2, { type: 'deliberate', id, question: 'Is it safe?', until: '2026-03-20' });
      await leader.on(3, { type: 'withdraw', id, reason: 'no' });
      await leader.readsOn(6, [requested(), is('convertedToDraft'), is('readyForReview')]);
      assert.deepEqual(standing(leader), ['Rate limits: mine']);
      assert.equal(leader.item.deliberation, undefined);
      // The response stays.
      assert.equal(leader.item.respondedOn, '2026-03-02');
    }),
  );

  for (const fields of [
    { kind: 'dependency', owedBy: 'Sam' },
    { kind: 'decision', link: `${link}/files` },
    { kind: 'decision', link: `${link}#discussion_r12` },
  ] as const) {
    it(
      `is not recognised in a ${fields.kind} with the link ${'link' in fields ? fields.link : link}`,
      inLogFolder(async (place) => {
        const leader = new Leader(place);
        await leader.capturesOn(4, fields);
        await leader.readsOn(5, [requested(), reviewed('approved')]);
        assert.deepEqual(standing(leader), ['By hand: mine', 'Rate limits: decided']);
      }),
    );
  }

  it(
    'is followed in both items and damages nothing, where another machine had not read the capture',
    inLogFolder(async (place) => {
      const leader = new Leader(place);
      await leader.capturesOn(3);
      await leader.readsOn(4, [requested(), reviewed('commented')]);
      const apart = new Leader(place, 'desktop', true);
      await apart.readsOn(4, [requested(), reviewed('commented')]);
      leader.store.register.add(apart.store.register.entries);
      assert.deepEqual(leader.store.register.conflicts, []);
      assert.deepEqual(standing(leader), ['By hand: theirs since 03', 'Rate limits: theirs since 03']);
    }),
  );

  it(
    'arrives where the import that had brought it is undone, and once where that is done again',
    inLogFolder(async (place) => {
      const apart = new Leader(place, 'desktop', true);
      await apart.readsOn(4, [requested()]);
      const leader = new Leader(place);
      const marker = { type: 'entriesImported', from: 'log.json', count: 1, importedOn: '2026-03-04' } as const;
      await leader.store.act(() => [marker, ...apart.store.register.entries]);
      assert.equal(await leader.readsOn(5, [requested()]), 0);
      await leader.on(5, { type: 'undo' });
      assert.deepEqual(standing(leader), []);
      assert.equal(await leader.readsOn(6, [requested()]), 1);
      assert.equal(await leader.readsOn(7, [requested()]), 0);
      await leader.on(7, { type: 'redo' });
      assert.deepEqual(standing(leader), ['Rate limits: mine']);
      assert.deepEqual(leader.store.register.conflicts, []);
    }),
  );
});
