import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { describe, it } from 'mocha';
import { Attempt } from '../../../src/app/ids.ts';
import { clockTime } from '../../../src/core/entries/hybridClock.ts';
import { isRefusal } from '../../../src/core/rules/refusal.ts';
import { ask, capture, contents, FrozenClock, openStore, titles } from '../../support/entryStores.ts';
import { inLogFolder, ownFile } from '../../support/logFolder.ts';
import { captureOf, captures, lineOf } from '../../support/sampleEntries.ts';

describe('the store', () => {
  it(
    'does one act after the other, however many are asked for at once',
    inLogFolder(async (place) => {
      const store = openStore(place.root, place.storage());
      const item = await capture(store, 'Budget');
      const answers = await Promise.all(
        ['yes', 'no', 'later'].map((outcome) => ask(store, { type: 'decide', id: item, outcome })),
      );
      assert.deepEqual(
        answers.map((answer) => isRefusal(answer) && answer.refused),
        [false, 'alreadyClosed', 'alreadyClosed'],
      );
      assert.deepEqual(store.register.items.get(item)?.closing, {
        how: 'decided',
        on: '2026-03-04',
        outcome: 'yes',
        because: undefined,
      });
    }),
  );

  it(
    'asks the rules with what other windows have written up to that moment',
    inLogFolder(async (place) => {
      const [here, there] = [openStore(place.root, place.storage()), openStore(place.root, place.storage())];
      const item = await capture(here, 'Budget');
      await ask(there, { type: 'decide', id: item, outcome: 'yes' });
      assert.deepEqual(await ask(here, { type: 'decide', id: item, outcome: 'no' }), {
        refused: 'alreadyClosed',
        title: 'Budget',
        on: '2026-03-04',
      });
      assert.deepEqual(contents(here.register), contents(there.register));
    }),
  );

  it(
    'takes in a long log in slices, between which everything else has its turn',
    inLogFolder(async (place) => {
      const entries = captures(9_000);
      place.write('other.jsonl', entries.map(lineOf).join(''));
      const store = openStore(place.root, place.storage());
      const entryCounts = new Set<number>();
      let isLoading = true;
      const observe = (): void => {
        entryCounts.add(store.register.entryCount);
        if (isLoading) setImmediate(observe);
      };
      observe();
      await store.refresh();
      isLoading = false;
      assert.equal(store.register.entryCount, entries.length);
      assert.ok(entryCounts.size > 4, `what others saw: ${[...entryCounts].join()}`);
    }),
  );

  it(
    'knows after an act what a window that opens then would know',
    inLogFolder(async (place) => {
      const store = openStore(place.root, place.storage());
      const item = await capture(store, 'Budget “é→漢🎯”\u2028\u0000');
      await ask(store, { type: 'edit', id: item, note: 'two\nlines', waiting: ['Ida', 'Max'] });
      await ask(store, { type: 'undo' });
      const readAfterRestart = openStore(place.root, place.storage());
      await readAfterRestart.refresh();
      assert.deepEqual(contents(readAfterRestart.register), contents(store.register));
      assert.deepEqual(readAfterRestart.register.items.get(item)?.waiting, []);
    }),
  );

  it(
    'writes nothing for a refusal or for what changes nothing',
    inLogFolder(async (place) => {
      const store = openStore(place.root, place.storage());
      const item = await capture(store, 'Budget');
      const before = place.read(ownFile(store.log));
      assert.ok(isRefusal(await ask(store, { type: 'capture', title: ' ' })));
      const same = await ask(store, { type: 'edit', id: item, title: 'Budget' });
      assert.deepEqual('facts' in same && same.facts, []);
      assert.deepEqual(place.read(ownFile(store.log)), before);
    }),
  );

  it(
    'saves a retry once, though the first try failed and the clock went on',
    inLogFolder(async (place) => {
      const clock = new FrozenClock();
      const store = openStore(place.root, place.storage(), { clock });
      const attempt = new Attempt(store.ids);
      renameSync(place.folder, `${place.folder} unplugged`);
      await assert.rejects(capture(store, 'Budget', attempt), { name: 'HumanError' });
      assert.deepEqual(titles(store), []);
      renameSync(`${place.folder} unplugged`, place.folder);
      clock.pass(60_000);
      const item = await capture(store, 'Budget', attempt);
      // Retrying an act that was saved is the same act and changes nothing.
      assert.equal(await capture(store, 'Budget', attempt), item);
      assert.deepEqual([titles(store), store.register.entryCount], [['Budget'], 1]);
    }),
  );

  it(
    'goes on after an act whose rules threw',
    inLogFolder(async (place) => {
      const store = openStore(place.root, place.storage());
      await assert.rejects(
        store.act(() => {
          throw new Error('a bug');
        }),
        { message: 'a bug' },
      );
      await capture(store, 'Budget');
      assert.deepEqual(titles(store), ['Budget']);
    }),
  );

  it(
    'tells that it changed when there is something new to know, a trouble among it, and only then',
    inLogFolder(async (place) => {
      const store = openStore(place.root, place.storage());
      await store.refresh();
      let changes = 0;
      store.onDidChange(() => changes++);
      const counted = async (): Promise<number> => {
        await store.refresh();
        return changes;
      };
      assert.equal(await counted(), 0);
      place.append('desk.jsonl', lineOf(captureOf(1)));
      assert.deepEqual([await counted(), await counted()], [1, 1]);
      place.append('desk.jsonl', 'garbage\n');
      assert.deepEqual([await counted(), await counted()], [2, 2]);
      place.append('copy of desk.jsonl', lineOf(captureOf(1)));
      assert.equal(await counted(), 2);
      place.remove('desk.jsonl');
      assert.deepEqual([await counted(), await counted()], [3, 3]);
    }),
  );

  it(
    'puts later acts later than all it has read, though the wall clock is behind or another machine ahead by less than a day',
    inLogFolder(async (place) => {
      const ahead = openStore(place.root, place.storage('desk'), {
        clock: new FrozenClock(new Date('2026-03-05T08:00:00Z')),
      });
      const item = await capture(ahead, 'Budget');
      const clock = new FrozenClock();
      const here = openStore(place.root, place.storage(), { clock });
      const clocks = [ahead.register.latestClock ?? ''];
      for (const title of ['First', 'Second', 'Third']) {
        await ask(here, { type: 'edit', id: item, title });
        clock.pass(-3_600_000);
        clocks.push(here.register.latestClock ?? '');
      }
      for (const [number, clock] of clocks.slice(1).entries()) assert.ok(clock > clocks[number]!, clocks.join(' '));
      assert.equal(here.register.items.get(item)?.title, 'Third');
      await ahead.refresh();
      assert.equal(ahead.register.items.get(item)?.title, 'Third');
    }),
  );

  it(
    'sets aside what is dated more than a day ahead, moves no clock by it, and takes it in when its day has come',
    inLogFolder(async (place) => {
      const clock = new FrozenClock(new Date('2026-03-06T13:00:00Z'));
      const ahead = openStore(place.root, place.storage('desk'), { clock });
      const item = await capture(ahead, 'Budget');
      const here = openStore(place.root, place.storage(), { clock });
      await here.refresh();
      assert.deepEqual(titles(here), ['Budget']);

      // The clock of this machine is set back: what is too far ahead now is set aside, as after a restart.
      clock.time = new Date('2026-03-04T12:00:00Z');
      await here.refresh();
      assert.deepEqual([titles(here), here.ahead.map(({ type }) => type)], [[], ['itemCaptured']]);
      const own = await capture(here, 'Room');
      assert.equal(clockTime(here.register.latestClock ?? ''), clock.time.getTime());
      assert.equal(isRefusal(await ask(here, { type: 'edit', id: item, title: 'Too early' })), true);

      clock.time = new Date('2026-03-05T13:00:00Z');
      await here.refresh();
      assert.deepEqual([titles(here), here.ahead], [['Budget', 'Room'], []]);
      await ask(here, { type: 'edit', id: own, title: 'Larger room' });
      const restarted = openStore(place.root, place.storage(), { clock });
      await restarted.refresh();
      assert.deepEqual(titles(restarted), ['Budget', 'Larger room']);
    }),
  );
});
