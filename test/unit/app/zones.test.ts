import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../src/core/board/board.ts';
import { slipsOf } from '../../../src/core/board/promise.ts';
import { historyLines } from '../../../src/core/reports/historyText.ts';
import { isRefusal } from '../../../src/core/rules/refusal.ts';
import { ask, capture, FrozenClock, openStore, policy } from '../../support/entryStores.ts';
import { inLogFolder } from '../../support/logFolder.ts';
import { enterTimeZone, whileInTimeZone } from '../../support/timeZone.ts';

/** A day on record in one zone, and the day before in the other, a moment later or after the clock was put back. */
const trips: readonly (readonly [from: string, at: string, to: string, then: string])[] = [
  ['Pacific/Auckland', '2026-11-25T19:00:00Z', 'America/Los_Angeles', '2026-11-25T19:30:00Z'],
  ['Asia/Tokyo', '2026-11-26T00:00:00Z', 'America/Los_Angeles', '2026-11-26T00:05:00Z'],
  ['Australia/Sydney', '2026-11-25T21:00:00Z', 'UTC', '2026-11-25T21:01:00Z'],
  ['Europe/Berlin', '2026-10-27T23:30:00Z', 'America/New_York', '2026-10-28T00:00:00Z'],
  // The clock is put back an hour, soon after midnight.
  ['Europe/Berlin', '2026-11-24T23:10:00Z', 'Europe/Berlin', '2026-11-24T22:15:00Z'],
];

describe('a leader who travels', () => {
  for (const [from, at, to, then] of trips) {
    it(
      `finds and closes in ${to} at ${then} what came up in ${from} at ${at}, on either machine`,
      inLogFolder(async (place) => {
        const leave = enterTimeZone(from);
        try {
          const clock = new FrozenClock(new Date(at));
          const there = openStore(place.root, place.storage('laptop'), { clock });
          const names = ['Open', 'Decided', 'Sent back', 'Handed over'];
          const [open = '', decided = '', sentBack = '', handedOver = ''] = await Promise.all(
            names.map((name) => capture(there, name)),
          );
          await ask(there, { type: 'decide', id: decided, outcome: 'yes' });
          await ask(there, { type: 'sendBack', id: sentBack, question: 'Which?' });
          await ask(there, { type: 'handOver', id: handedOver, to: 'ray' });

          enterTimeZone(to);
          clock.time = new Date(then);
          for (const machine of ['laptop', 'desk']) {
            const here = openStore(place.root, place.storage(machine), { clock });
            await here.refresh();
            const board = () => buildBoard(here.register.items, here.today.day, policy);
            const shown = () => Object.fromEntries(board().rows.map(({ title, state }) => [title, state]));
            assert.ok(here.today.day < (here.register.items.get(open)?.askedOn ?? ''));
            const expected = {
              Open: 'waiting',
              Decided: 'closed',
              'Sent back': 'sentBack',
              'Handed over': 'handedOver',
            };
            assert.deepEqual(shown(), expected);
            assert.deepEqual(
              board().rows.map(({ ageInDays }) => ageInDays),
              [1, 1, 1, 1],
            );
            assert.ok(!isRefusal(await ask(here, { type: 'withdraw', id: open, reason: 'gone' })));
            assert.equal(shown()['Open'], 'closed');
            assert.ok(!isRefusal(await ask(here, { type: 'markReturned', id: sentBack })));
            assert.equal(shown()['Sent back'], 'waiting');
            for (let act = 0; act < 2; act++) assert.ok(!isRefusal(await ask(here, { type: 'undo' })));
            assert.deepEqual(shown(), expected);
            assert.ok(!isRefusal(await ask(here, { type: 'redo' })));
            assert.equal(shown()['Open'], 'closed');
            assert.ok(!isRefusal(await ask(here, { type: 'undo' })));
          }
        } finally {
          leave();
        }
      }),
    );
  }

  it(
    'reads in Berlin on which day it was done in New York, and that nothing was logged late',
    inLogFolder(async (place) => {
      await whileInTimeZone('America/New_York', async () => {
        // Wednesday, 21 October, 20:30: in Berlin it is Thursday.
        const clock = new FrozenClock(new Date('2026-10-22T00:30:00.000Z'));
        const there = openStore(place.root, place.storage('laptop'), { clock });
        const id = await capture(there, 'Pick a vendor');
        const moved = { type: 'movePromise', id, promisedOn: '2026-10-30', reason: 'no price' } as const;
        assert.ok(!isRefusal(await ask(there, moved)));
        assert.ok(!isRefusal(await ask(there, { type: 'decide', id, outcome: 'the cheaper one' })));
      });
      await whileInTimeZone('Europe/Berlin', async () => {
        const clock = new FrozenClock(new Date('2026-10-22T08:00:00.000Z'));
        const here = openStore(place.root, place.storage('desk'), { clock });
        await here.refresh();
        const { day } = here.today;
        const { rows } = buildBoard(here.register.items, day, policy);
        assert.deepEqual(
          rows.map(({ logDelayInDays, slips }) => [logDelayInDays, slips]),
          [[0, 1]],
        );
        const [item] = here.register.items.values();
        const lines = historyLines(item!, day, policy.calendar, String).map(({ day, text }) => `${day}: ${text}`);
        assert.deepEqual(lines, [
          'Wed 21 Oct: captured, promised Fri 23 Oct',
          'Wed 21 Oct: promise moved to Fri 30 Oct: no price',
          'Wed 21 Oct: decided on Wed 21 Oct: the cheaper one',
        ]);
        assert.equal(slipsOf(item!, policy.calendar)[0]?.on, '2026-10-21');
      });
    }),
  );
});
