import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { EntryStore } from '../../../src/app/entryStore.ts';
import { followedRequests, recordRequests, type RequestChoice } from '../../../src/app/recordRequests.ts';
import type { Item } from '../../../src/core/items/item.ts';
import { historyLines } from '../../../src/core/reports/historyText.ts';
import type { RequestHistory } from '../../../src/core/requests/requestHistory.ts';
import type { IntentOf } from '../../../src/core/rules/intents.ts';
import { isRefusal } from '../../../src/core/rules/refusal.ts';
import { ask, FrozenClock, openStore, policy } from '../../support/entryStores.ts';
import { inLogFolder, type LogFolder } from '../../support/logFolder.ts';
import { is, renamed, requested, requestHistory, reviewed, team, type Told } from '../../support/requestHistory.ts';
import { whileInTimeZone } from '../../support/timeZone.ts';

const everything: RequestChoice = { withTeams: true, isLeftOut: () => false, connectedAt: '2026-03-01T00:00:00Z' };

/** Writes down what was read of these pull requests. */
async function record(
  store: EntryStore,
  histories: RequestHistory | readonly RequestHistory[],
  choice = everything,
): Promise<number> {
  const all = Array.isArray(histories) ? (histories as RequestHistory[]) : [histories as RequestHistory];
  const read = { login: 'lee', teams: ['acme/core'], histories: all };
  return recordRequests(store, read, choice);
}
const told = (...events: readonly Told[]): RequestHistory => requestHistory(events);
const itemsIn = (store: EntryStore): Item[] => [...store.register.items.values()];
const onlyItem = (store: EntryStore): Item => {
  const [item, ...others] = itemsIn(store);
  assert.ok(item !== undefined && others.length === 0, `${others.length + 1} items`);
  return item;
};
const historyOf = (store: EntryStore): string[] =>
  historyLines(onlyItem(store), store.today.day, policy.calendar, (id) => id).map(({ day, text }) => `${day}: ${text}`);
const titleAs = (title: string) => ({ ...told(requested()), title });

/** A store on a later day, so that everything here was logged late. */
const lateStore = (root: string, storage: string, at = '2026-03-20T12:00:00Z'): EntryStore =>
  openStore(root, storage, { clock: new FrozenClock(new Date(at)) });
const inLateStore = (run: (store: EntryStore, place: LogFolder) => Promise<void>) =>
  inLogFolder((place) => run(lateStore(place.root, place.storage()), place));

describe('a request from GitHub', () => {
  it(
    'is an approval, asked on the day it was asked there, with its delay in sight',
    inLateStore(async (store) => {
      assert.equal(await record(store, told(requested())), 1);
      const item = onlyItem(store);
      const { kind, title, askedOn, firstPromisedOn, target, askedBy, waiting, tags, link, loggedOn, request } = item;
      assert.deepEqual(
        { kind, title, askedOn, firstPromisedOn, target, askedBy, waiting, tags, link, loggedOn, request },
        {
          kind: 'approval',
          title: 'Rate limits',
          askedOn: '2026-03-02',
          firstPromisedOn: '2026-03-03',
          target: 1,
          askedBy: 'anna',
          waiting: ['anna'],
          tags: ['acme/shop'],
          link: 'https://github.com/acme/shop/pull/1',
          loggedOn: '2026-03-20',
          request: { via: 'github', system: 'github.com', key: 'PR_1', team: undefined, waitsThere: true },
        },
      );
    }),
  );

  it(
    'is told day by day as it happened there',
    inLateStore(async (store) => {
      const events = [
        requested(team),
        requested(),
        is('convertedToDraft'),
        is('readyForReview'),
        reviewed('commented'),
      ];
      await record(store, told(...events, requested(), reviewed('approved'), requested(), is('merged')));
      assert.deepEqual(historyOf(store), [
        'Mon 2 Mar: review requested, promised Tue 3 Mar (on GitHub)',
        'Tue 3 Mar: asked of you (on GitHub)',
        'Wed 4 Mar: sent back to Anna: back to draft (on GitHub)',
        'Thu 5 Mar: returned (on GitHub)',
        'Fri 6 Mar: sent back to Anna: commented (on GitHub)',
        'Sat 7 Mar: returned (on GitHub)',
        'Sun 8 Mar: decided on Sun 8 Mar: approved (on GitHub)',
        'Mon 9 Mar: reopened: review requested again (on GitHub)',
        'Tue 10 Mar: withdrawn: merged (on GitHub)',
      ]);
      const { closing, respondedOn, withoutEffect } = onlyItem(store);
      assert.deepEqual([closing?.on, respondedOn, withoutEffect], ['2026-03-10', '2026-03-06', []]);
    }),
  );

  it(
    'is on the day of the leader’s zone',
    inLogFolder(async (place) => {
      const late = { ...told(requested()), events: [{ ...told(requested()).events[0]!, at: '2026-03-02T23:30:00Z' }] };
      for (const [zone, day] of [
        ['America/New_York', '2026-03-02'],
        ['Europe/Berlin', '2026-03-03'],
        ['Pacific/Apia', '2026-03-03'],
      ] as const) {
        const history = { ...late, id: zone };
        const store = lateStore(place.root, place.storage());
        await whileInTimeZone(zone, () => record(store, history));
        const item = itemsIn(store).find(({ request }) => request?.key === zone);
        assert.equal(item?.askedOn, day, zone);
      }
    }),
  );

  it(
    'is written once, however many windows and machines learn of it, and as they learn more',
    inLogFolder(async (place) => {
      const here = place.storage();
      const stores = [here, here, place.storage('desktop')].map((storage) => lateStore(place.root, storage));
      const events = [requested(), reviewed('commented'), requested(), reviewed('approved')];
      for (let known = 1; known <= events.length; known++) {
        await Promise.all(stores.map((store) => record(store, told(...events.slice(0, known)))));
      }
      for (const store of stores) {
        await store.refresh();
        assert.deepEqual(
          onlyItem(store).history.map(({ type }) => type),
          ['itemCaptured', 'itemSentBack', 'itemReturned', 'itemDecided'],
        );
        assert.deepEqual(store.register.conflicts, []);
      }
    }),
  );

  it(
    'is told once where machines tell it in other zones and words',
    inLogFolder(async (place) => {
      const [one, other] = [place.storage(), place.storage('desktop')].map((storage) => lateStore(place.root, storage));
      assert.ok(one && other);
      const late = { ...told(requested()), events: [{ ...told(requested()).events[0]!, at: '2026-03-02T23:30:00Z' }] };
      await whileInTimeZone('America/New_York', () => record(one, late));
      const renamed = { ...late, title: 'Rate limits, again' };
      // A machine that has not seen the log of the other.
      const apart = lateStore(`${place.root}-apart`, place.storage('tablet'), '2026-03-20T13:00:00Z');
      await whileInTimeZone('Europe/Berlin', () => record(apart, renamed));
      one.register.add(apart.register.entries);
      assert.deepEqual([onlyItem(one).askedOn, one.register.conflicts], ['2026-03-02', []]);
      await record(other, renamed);
      assert.equal(onlyItem(other).title, 'Rate limits');
    }),
  );

  it(
    'is recognised in an item that was captured by hand with its link, which keeps its words',
    inLateStore(async (store) => {
      const link = 'https://GitHub.com/Acme/shop/pull/1/files?diff=split';
      const fields = { kind: 'approval', link, askedOn: '2026-03-05' } as const;
      await ask(store, { type: 'capture', title: 'Look at Anna’s change', ...fields });
      await record(store, told(requested(), reviewed('approved')));
      const { title, askedOn, firstAskedOn, askedBy, waiting, closing, request } = onlyItem(store);
      assert.deepEqual(
        [title, askedOn, firstAskedOn, askedBy, waiting, closing?.on, request?.key],
        ['Look at Anna’s change', '2026-03-02', '2026-03-05', 'anna', ['anna'], '2026-03-03', 'PR_1'],
      );
      assert.equal(await record(store, told(requested(), reviewed('approved'))), 0);
    }),
  );

  it(
    'keeps an earlier asked day and who waits, as the leader wrote them, and the author waits from then on, too',
    inLateStore(async (store) => {
      const fields = { link: 'https://github.com/acme/shop/pull/1', askedOn: '2026-02-26', waiting: ['Sam'] } as const;
      await ask(store, { type: 'capture', title: 'Anna’s change', ...fields });
      await record(store, told(requested()));
      const { askedOn, waitingSpells, kind, history } = onlyItem(store);
      assert.deepEqual([askedOn, kind], ['2026-02-26', 'decision']);
      assert.deepEqual(waitingSpells, [
        { name: 'Sam', from: undefined, to: undefined },
        { name: 'anna', from: '2026-03-02', to: undefined },
      ]);
      const { act } = history.at(-1)!;
      await ask(store, { type: 'takeBackRequest', id: history[0]!.item, act });
      assert.deepEqual(onlyItem(store).waiting, ['Sam']);
    }),
  );

  it(
    'finds an author who waits already, whatever the case of the name',
    inLateStore(async (store) => {
      await ask(store, { type: 'capture', title: 'Anna’s change', link: told().url, waiting: ['Anna'] });
      await record(store, told(requested()));
      assert.deepEqual(onlyItem(store).waiting, ['Anna']);
      assert.ok(onlyItem(store).history.every(({ type }) => type !== 'waitingChanged'));
    }),
  );

  it(
    'is not captured a second time by hand',
    inLateStore(async (store) => {
      await record(store, told(requested()));
      const pull = 'http://www.github.com/acme/shop/pull/1';
      const capture = (fields: Partial<IntentOf<'capture'>>) =>
        ask(store, { type: 'capture', title: 'Again', link: pull, ...fields });
      const refused = { refused: 'arrivedAlready', title: 'Rate limits' };
      assert.deepEqual(await capture({}), refused);
      assert.deepEqual(await capture({ kind: 'approval', link: `${pull}#discussion` }), refused);
      for (const other of [
        { link: `${pull}#discussion_r12` },
        { link: `${pull}/files` },
        { kind: 'dependency' },
        { owedBy: 'Sam' },
        { link: `${pull}2` },
      ] as const) {
        assert.ok(!isRefusal(await capture(other)), JSON.stringify(other));
      }
    }),
  );

  it(
    'is what undo and redo of the person pass over',
    inLateStore(async (store) => {
      await ask(store, { type: 'capture', title: 'Budget' });
      await record(store, told(requested()));
      assert.ok(!isRefusal(await ask(store, { type: 'undo' })));
      assert.equal(onlyItem(store).title, 'Rate limits');
      assert.deepEqual(await ask(store, { type: 'undo' }), { refused: 'nothingToUndo' });
      await record(store, told(requested(), reviewed('commented')));
      assert.ok(!isRefusal(await ask(store, { type: 'redo' })));
      assert.equal(itemsIn(store).length, 2);
    }),
  );

  it(
    'can be taken back event by event, from any machine, and stays so',
    inLateStore(async (store, place) => {
      const all = told(requested(), reviewed('approved'));
      await record(store, all);
      const other = lateStore(place.root, place.storage('desktop'));
      await other.refresh();
      const { id, history } = onlyItem(other);
      const approval = history.at(-1)!.act;
      assert.ok(!isRefusal(await ask(other, { type: 'takeBackRequest', id, act: approval })));
      await store.refresh();
      for (const each of [store, other]) {
        assert.equal(onlyItem(each).closing, undefined);
        assert.equal(await record(each, all), 0);
        assert.deepEqual(each.notices(), []);
      }
      assert.deepEqual(await ask(store, { type: 'takeBackRequest', id, act: approval }), { refused: 'changedSince' });
      assert.ok(!isRefusal(await ask(other, { type: 'undo' })));
      assert.equal(onlyItem(other).closing?.on, '2026-03-03');
    }),
  );

  it(
    'is gone for good where the asking itself was taken back',
    inLateStore(async (store) => {
      await record(store, told(requested()));
      const { id, history } = onlyItem(store);
      await ask(store, { type: 'takeBackRequest', id, act: history[0]!.act });
      assert.equal(await record(store, told(requested(), reviewed('approved'), requested())), 0);
      assert.deepEqual(itemsIn(store), []);
    }),
  );

  it(
    'says that it still waits there when it was closed here, and no disagreement where both closed it',
    inLateStore(async (store, place) => {
      await record(store, told(requested()));
      const { id } = onlyItem(store);
      await ask(store, { type: 'decide', id, outcome: 'yes' });
      assert.equal(onlyItem(store).request?.waitsThere, true);
      const other = lateStore(place.root, place.storage('desktop'));
      await record(other, told(requested(), reviewed('approved')));
      const { closing, request, disagreement } = onlyItem(other);
      assert.deepEqual([closing?.on, request?.waitsThere, disagreement], ['2026-03-20', false, undefined]);
    }),
  );

  it(
    'does not say that it waits there where what the leader did there was taken back here',
    inLateStore(async (store) => {
      await record(store, told(requested(), reviewed('approved')));
      const { id, history } = onlyItem(store);
      await ask(store, { type: 'takeBackRequest', id, act: history.at(-1)!.act });
      await ask(store, { type: 'decide', id, outcome: 'no' });
      const { closing, request } = onlyItem(store);
      assert.deepEqual([closing?.how === 'decided' && closing.outcome, request?.waitsThere], ['no', false]);
      await record(store, told(requested(), reviewed('approved'), requested()));
      assert.equal(onlyItem(store).request?.waitsThere, true);
    }),
  );

  it(
    'stays out where its team or repository is left out, unless it is known',
    inLateStore(async (store) => {
      const withoutTeams = { ...everything, withTeams: false };
      const leftOut = { ...everything, isLeftOut: (repository: string) => repository === 'acme/shop' };
      const ofTeam = told(requested(team));
      assert.deepEqual([await record(store, ofTeam, withoutTeams), await record(store, ofTeam, leftOut)], [0, 0]);
      await record(store, ofTeam);
      assert.equal(onlyItem(store).request?.team, 'acme/core');
      const answered = told(requested(team), reviewed('approved', 'sam', 'acme/core'));
      assert.equal(await record(store, answered, withoutTeams), 1);
      assert.equal(onlyItem(store).closing?.how, 'withdrawn');
      assert.equal(
        await record(store, told(requested(team), reviewed('approved', 'sam', 'acme/core'), requested()), leftOut),
        2,
      );
    }),
  );

  it(
    'arrives answered where it was asked since the connection, first or again, and not from before',
    inLateStore(async (store) => {
      const table: readonly (readonly [told: readonly Told[], from: string, isThere: boolean])[] = [
        [[requested(), reviewed('approved')], '02T10:00:00Z', true],
        [[requested(), reviewed('approved')], '02T10:00:01Z', false],
        [[requested(team), reviewed('commented')], '02T10:00:00Z', true],
        [[reviewed('approved'), reviewed('commented')], '01T00:00:00Z', false],
        [[requested({ user: 'sam' }), reviewed('approved')], '01T00:00:00Z', false],
        [[requested(), is('readyForReview'), reviewed('approved')], '03T10:00:00Z', true],
        [[requested(), reviewed('commented'), requested(), reviewed('approved')], '04T10:00:00Z', true],
        [[requested(), reviewed('commented'), requested(), reviewed('approved')], '04T10:00:01Z', false],
        [[requested(), requested(), reviewed('approved')], '03T00:00:00Z', true],
        [[requested(), reviewed('approved'), reviewed('changesRequested')], '04T00:00:00Z', false],
        [[requested(), reviewed('approved'), is('merged')], '03T00:00:00Z', false],
      ];
      for (const [at, [events, from, isThere]] of table.entries()) {
        const history = { ...told(...events), id: `PR_${at}` };
        const choice = { ...everything, connectedAt: `2026-03-${from}` };
        assert.equal((await record(store, history, choice)) > 0, isThere, `${at}`);
        // What waits arrives whenever it was asked.
        const waiting = { ...told(requested()), id: `PR_waiting_${at}`, isAskedOfViewer: true };
        assert.equal(await record(store, waiting, choice), 1);
      }
      const [first] = itemsIn(store);
      assert.deepEqual(
        [first?.askedOn, first?.closing?.on, first?.loggedOn],
        ['2026-03-02', '2026-03-03', '2026-03-20'],
      );
    }),
  );

  it(
    'has the title that it gets there, from that day on, which can be taken back like any other event',
    inLateStore(async (store) => {
      const events = [requested(), renamed('Rate limits'), renamed('Limits of rates'), is('merged')];
      const read = (count: number) => record(store, told(...events.slice(0, count)));
      // It had its title when it arrived.
      assert.deepEqual([await read(2), await read(3), await read(3)], [1, 1, 0]);
      assert.equal(onlyItem(store).title, 'Limits of rates');
      assert.equal(historyOf(store).at(-1), 'Wed 4 Mar: title “Limits of rates” (on GitHub)');
      const { id, history } = onlyItem(store);
      assert.deepEqual(await ask(store, { type: 'undo' }), { refused: 'nothingToUndo' });
      await ask(store, { type: 'takeBackRequest', id, act: history.at(-1)!.act });
      assert.deepEqual([onlyItem(store).title, await read(3)], ['Rate limits', 0]);
      const later = [...events, renamed('Caps')];
      assert.equal(await record(store, told(...later)), 2);
      const { title, closing } = onlyItem(store);
      assert.deepEqual([title, closing?.on], ['Caps', '2026-03-05']);
    }),
  );

  it(
    'keeps the title that the leader wrote, whichever machine reads another there and when',
    inLogFolder(async (place) => {
      const [here, there] = [lateStore(place.root, place.storage()), lateStore(place.root, place.storage('desktop'))];
      const events = [requested(), renamed('Limits of rates'), renamed('Caps')];
      await record(here, told(requested()));
      const { id } = onlyItem(here);
      await ask(here, { type: 'edit', id, title: 'Anna’s limits' });
      assert.equal(await record(here, told(...events)), 0);
      await ask(here, { type: 'undo' });
      assert.equal(await record(here, told(...events)), 2);
      assert.equal(onlyItem(here).title, 'Caps');
      await ask(here, { type: 'edit', id, title: 'Anna’s limits' });
      assert.equal(await record(there, told(...events, renamed('Caps, again'))), 0);
      // A machine that has not seen the edit.
      const apart = lateStore(`${place.root}-apart`, place.storage('tablet'), '2026-03-21T13:00:00Z');
      await record(apart, told(...events));
      await record(apart, told(...events, renamed('Caps, again')));
      here.register.add(apart.register.entries);
      const { title, withoutEffect } = onlyItem(here);
      assert.deepEqual([title, withoutEffect.length, here.register.conflicts], ['Anna’s limits', 1, []]);
    }),
  );

  it(
    'has the last of its titles, in whatever order machines that see nothing of each other write them down',
    inLogFolder(async (place) => {
      const on = (machine: string, day: number) =>
        lateStore(`${place.root}-${machine}`, place.storage(machine), `2026-03-${day}T12:00:00Z`);
      // The one that knows less writes later.
      const [one, other] = [on('laptop', 21), on('desktop', 20)];
      const first = told(requested());
      await record(one, first);
      await record(other, { ...first, title: 'B' });
      await record(other, told(requested(), renamed('B'), renamed('C')));
      await record(one, told(requested(), renamed('B')));
      for (const [to, from] of [
        [one, other],
        [other, one],
      ] as const) {
        to.register.add([...from.register.entries]);
        assert.equal(onlyItem(to).title, 'C');
      }
    }),
  );

  it(
    'keeps its words where it was captured by hand, whatever title it gets there',
    inLateStore(async (store) => {
      const link = 'https://github.com/acme/shop/pull/1';
      await ask(store, { type: 'capture', title: 'Anna’s change', kind: 'approval', link });
      await record(store, told(requested()));
      assert.equal(await record(store, told(requested(), renamed('Caps'))), 0);
      assert.equal(onlyItem(store).title, 'Anna’s change');
    }),
  );

  it(
    'is never more than text, whatever its title and names are',
    inLateStore(async (store, place) => {
      const long = '🦜'.repeat(5_000);
      const titles = [
        '\u202egnp.exe',
        '$(alert) <img src=x>',
        '=1+1',
        '__proto__',
        ' \n\t ',
        '\u0000',
        long,
        '{"crc":1}\n',
      ];
      const histories = titles.map((title, at) => ({
        ...titleAs(title),
        id: `PR_${at}`,
        author: title.slice(0, 200),
        repository: `acme/${title}`,
      }));
      assert.equal(await record(store, histories), titles.length);
      assert.equal(itemsIn(store).length, titles.length);
      // What they get later is read in the same way. The long one is the same as far as it is kept.
      const renamings = histories.map((history, at) => {
        const [event] = history.events;
        return { ...history, events: [event!, { ...event!, ...renamed(`${titles[at]}, too`), id: `later-${at}` }] };
      });
      assert.equal(await record(store, renamings), titles.length - 1);
      const read = lateStore(place.root, place.storage());
      await read.refresh();
      for (const { title, waiting } of itemsIn(read)) {
        assert.ok(title !== '' && title.length <= 300 && title.isWellFormed(), title);
        assert.doesNotMatch(title + waiting.join(''), /[\p{Cc}\p{Bidi_Control}]/u);
      }
      assert.deepEqual(read.notices(), []);
    }),
  );
});

describe('what is asked about again', () => {
  it(
    'is what is open here, and what was closed in the last thirty days',
    inLateStore(async (store) => {
      const closed = { ...told(requested(), reviewed('approved')), id: 'PR_2' };
      await record(store, [told(requested()), closed, { ...told(requested()), id: 'PR_3', host: 'ghe.acme.com' }]);
      const keys = (day: '2026-03-20' | '2026-04-03') => followedRequests(itemsIn(store), 'github.com', day);
      assert.deepEqual(keys('2026-03-20'), ['PR_1', 'PR_2']);
      assert.deepEqual(keys('2026-04-03'), ['PR_1']);
    }),
  );

  it(
    'is what was closed here and waits on GitHub as well, for as long as it does',
    inLateStore(async (store) => {
      await record(store, told(requested()));
      await ask(store, { type: 'decide', id: onlyItem(store).id, outcome: 'yes' });
      const keys = () => followedRequests(itemsIn(store), 'github.com', '2026-05-20');
      assert.deepEqual([onlyItem(store).closing?.on, keys()], ['2026-03-20', ['PR_1']]);
      await record(store, told(requested(), reviewed('approved')));
      assert.deepEqual(keys(), []);
    }),
  );
});
