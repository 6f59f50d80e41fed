import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fault, sized } from '../support/faultTable.ts';
import { openStore } from '../support/entryStores.ts';
import { readAfterRestart } from '../support/afterRestart.ts';
import { windowProcesses } from '../support/windowProcesses.ts';

const day = 86_400_000;
const now = Date.parse('2026-03-04T12:00:00.000Z');

/** Times that the clock of a machine may show. Clocks are in UTC, so the time zone does not matter. */
const jumps: readonly number[] = [
  now,
  now - 300_000,
  now + 300_000,
  now - 365 * day,
  now + 3_650 * day,
  // Around the hours that daylight saving skips and repeats.
  Date.parse('2026-03-29T00:59:59.999Z'),
  Date.parse('2026-10-25T01:00:00.000Z'),
  Date.parse('2028-02-29T23:59:59.999Z'),
  Date.parse('9999-12-01T00:00:00.000Z'),
  // A machine with an empty clock battery.
  0,
];

describe('machines whose clocks jump', () => {
  const windowOn = windowProcesses();

  it(
    'agree on who was last: a later edit wins, whatever the clocks say',
    fault('The clocks of three machines jump before each edit, years back and ahead', async (place) => {
      const machines = ['laptop', 'desk', 'phone'];
      const windows = machines.map((machine) => windowOn(place.root, place.storage(machine)));
      const [first, ...others] = windows;
      await first!.ask({ do: 'setClock', time: now });
      const [id = ''] = await first!.capture('Budget');
      const edits = sized(1_500, 40);
      let overtaken = 0;
      for (let edit = 0; edit < edits; edit++) {
        const window = windows[Math.floor(Math.random() * windows.length)]!;
        await window.ask({ do: 'setClock', time: jumps[Math.floor(Math.random() * jumps.length)]! });
        const note = `edit ${edit}`;
        const answer = await window.ask({ do: 'ask', intent: { type: 'edit', id, note } });
        assert.deepEqual([answer.failure, answer.bug, answer.refused], [undefined, undefined, undefined]);
        if (edit % 10 !== 9 && edit < edits - 1) continue;
        const reader = openStore(place.root, place.storage('reader'));
        await reader.refresh();
        if (reader.register.items.get(id)?.note !== note) overtaken++;
      }
      assert.equal(overtaken, 0);
      const here = await first!.refresh();
      for (const other of others) assert.equal((await other.refresh()).digest, here.digest);
      const opened = await readAfterRestart(place.root, place.storage('laptop'));
      assert.deepEqual([opened.digest, opened.entries, opened.notices], [here.digest, edits + 1, []]);
      return {
        with: `${edits} edits, clocks from 1970 to 9999`,
        lost: `0 of ${edits + 1}; ${overtaken} later edits overtaken by an earlier one`,
      };
    }),
  );

  it(
    'are told to set them where no entry could have such a time',
    fault('The clock stands before 1970 or after 9999', async (place) => {
      const sentences = new Set<string>();
      for (const time of [Date.UTC(1938, 3, 24), Date.UTC(10_000, 1, 1)]) {
        const window = windowOn(place.root, place.storage());
        await window.ask({ do: 'setClock', time });
        const { failure, bug } = await window.ask({ do: 'capture', titles: ['Budget'] });
        assert.equal(bug, undefined);
        sentences.add(failure ?? '');
        await window.ask({ do: 'setClock', time: now });
        assert.equal((await window.ask({ do: 'retry' })).ids.length, 1);
      }
      return { with: '2 machines', lost: '0 of 2', said: [...sentences].join(' ') };
    }),
  );
});
