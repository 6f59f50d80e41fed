import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { describe, it } from 'mocha';
import { BoardFeed } from '../../../src/app/boardFeed.ts';
import { Emitter } from '../../../src/app/emitter.ts';
import { Calendar } from '../../../src/core/time/calendar.ts';
import type { Policy } from '../../../src/core/policy.ts';
import { Register } from '../../../src/core/register/register.ts';
import { capture, feedOf, FrozenClock, openStore, policy } from '../../support/entryStores.ts';
import { captured, logged } from '../../support/facts.ts';
import { uncaughtWhile } from '../../support/uncaught.ts';
import { inLogFolder, type LogFolder } from '../../support/logFolder.ts';

async function feedOver(place: LogFolder) {
  const clock = new FrozenClock();
  const store = openStore(place.root, place.storage(), { clock });
  // The first read of an empty folder also fires an event.
  await store.refresh();
  const policyChanged = new Emitter();
  let current: Policy = policy;
  const feed = new BoardFeed(store.today, policyChanged.event, () => current);
  feed.follow(store);
  const publishedBoards: string[] = [];
  feed.onDidChange(({ today, rows }) =>
    publishedBoards.push([today, ...rows.map((row) => `${row.title} ${row.state}`)].join(', ')),
  );
  const setPolicy = (policy: Policy): void => {
    current = policy;
    policyChanged.fire();
  };
  return { clock, store, feed, publishedBoards, setPolicy };
}

describe('the board every view draws', () => {
  it(
    'is drawn again when something is saved, when the day turns and when the settings change',
    inLogFolder(async (place) => {
      const { clock, store, publishedBoards, setPolicy } = await feedOver(place);
      await capture(store, 'Budget'); // Promised for Friday.
      clock.pass(3 * 24 * 3_600_000);
      store.today.check();
      setPolicy({ ...policy, calendar: new Calendar({ weekdays: [6, 7], holidays: [] }) });
      assert.deepEqual(publishedBoards, [
        '2026-03-04, Budget waiting',
        '2026-03-07, Budget drifting',
        '2026-03-07, Budget drifting',
      ]);
    }),
  );

  it(
    'is of today for whoever looks, although nobody has noticed yet that the day turned',
    inLogFolder(async (place) => {
      const { clock, store, feed, publishedBoards } = await feedOver(place);
      await capture(store, 'Budget');
      const before = feed.board;
      assert.equal(feed.board, before);
      clock.pass(24 * 3_600_000);
      assert.deepEqual([feed.board.today, feed.board.rows[0]?.ageInDays], ['2026-03-05', 2]);
      assert.equal(publishedBoards.length, 2);
    }),
  );

  it(
    'is that of the last window until the log is read, and then that of the log',
    inLogFolder(async (place) => {
      const { store, feed, publishedBoards } = await feedOver(place);
      assert.deepEqual(feed.board.rows, []);
      const last = new Register();
      last.add(logged(captured({ title: 'Shown last' })));
      feed.showCached(last);
      await capture(store, 'Budget');
      assert.deepEqual(publishedBoards, ['2026-03-04, Shown last waiting', '2026-03-04, Budget waiting']);
    }),
  );

  it(
    'is left alone once it is disposed',
    inLogFolder(async (place) => {
      const { clock, store, feed, publishedBoards, setPolicy } = await feedOver(place);
      feed.dispose();
      await capture(store, 'Budget');
      clock.pass(24 * 3_600_000);
      store.today.check();
      setPolicy(policy);
      assert.deepEqual(publishedBoards, []);
    }),
  );

  it(
    'is heard of only after what prepares for it, and also when that fails',
    inLogFolder(async (place) => {
      await capture(openStore(place.root, place.storage()), 'Budget');
      const store = openStore(place.root, place.storage());
      const feed = feedOf(store);
      feed.follow(store);
      const order: string[] = [];
      feed.onDidChange(({ rows }) => order.push(`heard of ${rows.length}`));
      store.onWillChange(async () => {
        await setImmediate();
        order.push('prepared');
        throw new Error('a view broke');
      });
      const error = await uncaughtWhile(() => store.refresh());
      assert.equal((error as Error).message, 'a view broke');
      assert.deepEqual(order, ['prepared', 'heard of 1']);
      feed.dispose();
    }),
  );

  it(
    'is drawn with the day and the settings as they are, also when they changed while it was drawn',
    inLogFolder(async (place) => {
      await capture(openStore(place.root, place.storage()), 'Budget');
      const clock = new FrozenClock();
      const store = openStore(place.root, place.storage(), { clock });
      let current = policy;
      const feed = new BoardFeed(store.today, new Emitter().event, () => current);
      feed.follow(store);
      const turning = store.onWillChange(async () => {
        clock.pass(24 * 3_600_000);
        await setImmediate();
      });
      await store.refresh();
      turning.dispose();
      const waited = (): unknown[] => [feed.board.today, ...feed.board.rows.map((row) => row.workingDaysWaited)];
      assert.deepEqual(waited(), ['2026-03-05', 1]);
      store.onWillChange(async () => {
        current = { ...policy, calendar: new Calendar({ weekdays: [6, 7], holidays: [] }) };
      });
      await capture(store, 'Hiring');
      assert.deepEqual(waited(), ['2026-03-05', 0, 0]);
      feed.dispose();
    }),
  );
});
