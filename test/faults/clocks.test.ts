import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fault, sized } from '../support/faultTable.ts';
import { FrozenClock, openStore } from '../support/entryStores.ts';
import { readAfterRestart } from '../support/afterRestart.ts';
import { windowProcesses } from '../support/windowProcesses.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse('2026-03-04T12:00:00.000Z');

/** Moments that pass one after the other. Clocks are in UTC, so the time zone does not matter. */
const moments: readonly number[] = [
  now,
  // Around the hours that daylight saving skips and repeats.
  Date.parse('2026-03-29T00:59:59.999Z'),
  Date.parse('2026-10-25T01:00:00.000Z'),
  Date.parse('2028-02-29T23:59:59.999Z'),
  Date.parse('9998-12-01T00:00:00.000Z'),
];
/** How wrong the clock of a machine may be for its lines to be taken in by every other one. */
const jumps: readonly number[] = [0, -300_000, 300_000, -3 * hour, 3 * hour, -11 * hour, 11 * hour];

describe('machines whose clocks jump', () => {
  const windowOn = windowProcesses();

  it(
    'agree on who was last: a later edit wins, whatever the clocks say within a day',
    fault('The clocks of three machines jump before each edit, by up to half a day back and ahead', async (place) => {
      const machines = ['laptop', 'desk', 'phone'];
      const windows = machines.map((machine) => windowOn(place.root, place.storage(machine)));
      const [first, ...others] = windows;
      await first!.ask({ do: 'setClock', time: now });
      const [id = ''] = await first!.capture('Budget');
      const edits = sized(1_500, 40);
      let overtaken = 0;
      const clock = new FrozenClock();
      for (let edit = 0; edit < edits; edit++) {
        const window = windows[Math.floor(Math.random() * windows.length)]!;
        const moment = moments[Math.floor((edit * moments.length) / edits)]!;
        const time = moment + jumps[Math.floor(Math.random() * jumps.length)]!;
        await window.ask({ do: 'setClock', time });
        const note = `edit ${edit}`;
        const answer = await window.ask({ do: 'ask', intent: { type: 'edit', id, note } });
        assert.deepEqual([answer.failure, answer.bug, answer.refused], [undefined, undefined, undefined]);
        if (edit % 10 !== 9 && edit < edits - 1) continue;
        clock.time = new Date(moment);
        const reader = openStore(place.root, place.storage('reader'), { clock });
        await reader.refresh();
        if (reader.register.items.get(id)?.note !== note) overtaken++;
      }
      assert.equal(overtaken, 0);
      for (const window of windows) await window.ask({ do: 'setClock', time: moments.at(-1)! });
      const here = await first!.refresh();
      for (const other of others) assert.equal((await other.refresh()).digest, here.digest);
      const opened = await readAfterRestart(place.root, place.storage('laptop'), clock);
      assert.deepEqual([opened.digest, opened.entries, opened.notices], [here.digest, edits + 1, []]);
      return {
        with: `${edits} edits, clocks from 2026 to 9998`,
        lost: `0 of ${edits + 1}; ${overtaken} later edits overtaken by an earlier one`,
      };
    }),
  );

  it(
    'do not drag the others along: what is dated more than a day ahead is said, and counts when its day has come',
    fault('The clock of one machine is days to millennia ahead, and that of another starts at 1970', async (place) => {
      const [here, ahead, behind] = ['laptop', 'desk', 'phone'].map((machine) =>
        windowOn(place.root, place.storage(machine)),
      );
      await here!.ask({ do: 'setClock', time: now });
      await here!.capture('Budget');
      let written = 0;
      for (const later of [2 * day, 400 * day, Date.parse('9999-12-01T00:00:00.000Z') - now]) {
        await ahead!.ask({ do: 'setClock', time: now + later });
        await ahead!.capture(`Written ${later / day} days ahead`);
        written++;
      }
      await here!.capture('Room');
      const looking = await here!.refresh();
      const sentence = `${written} lines are dated more than a day ahead of this machine’s clock; they count when their day has come. If the clock is wrong, set it right.`;
      assert.deepEqual([looking.items, looking.notices], [2, [[sentence, 'pacesetter.health']]]);

      await behind!.ask({ do: 'setClock', time: 0 });
      const lost = await behind!.refresh();
      assert.deepEqual([lost.items, lost.notices.length], [0, 1]);
      await behind!.ask({ do: 'setClock', time: now });
      assert.equal((await behind!.refresh()).digest, looking.digest);

      await here!.ask({ do: 'setClock', time: now + 2 * day });
      assert.equal((await here!.refresh()).items, 3);
      const clock = new FrozenClock(new Date('9999-12-02T00:00:00.000Z'));
      const opened = await readAfterRestart(place.root, place.storage(), clock);
      assert.deepEqual([opened.items, opened.notices], [2 + written, []]);
      return {
        with: `${written} lines ahead`,
        lost: `${2 + written - opened.items} of ${2 + written}`,
        said: sentence,
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
