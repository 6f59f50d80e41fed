import assert from 'node:assert/strict';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { fault, sized } from '../support/faultTable.ts';
import { tryPrivileged } from '../support/privileges.ts';
import { readAfterRestart } from '../support/afterRestart.ts';
import { windowProcesses } from '../support/windowProcesses.ts';

const rows = Array.from({ length: 24 }, (_, number) => `Row ${number} ${'x'.repeat(280)}`);

describe('a disk that runs full', () => {
  const windowOn = windowProcesses();

  it(
    'is said, wherever in a line the space ends; a retry with the same ids finishes the act, each fact once',
    fault('The disk runs full within an act of 24 entries; then space is freed', async (place) => {
      mkdirSync(place.root, { recursive: true });
      if (!tryPrivileged('mount', '-t', 'tmpfs', '-o', 'size=4m', 'pacesetter-test', place.root)) {
        return { untried: 'mounting is not permitted here' };
      }
      try {
        const filler = join(place.root, 'filler');
        const window = windowOn(place.root, place.storage());
        const saved: string[] = [];
        const tries = sized(120, 5);
        let [short, torn, sentence] = [0, 0, ''];
        for (let number = 0; number < tries; number++) {
          // Shifts the end of the page, and so of the free space, relative to the lines.
          const padding = Array.from(
            { length: 1 + (number % 7) },
            (_, at) => `${number} ${'y'.repeat(1 + ((number * 331 + at) % 250))}`,
          );
          saved.push(...(await window.capture(...padding)));
          place.check();
          const { bsize, bfree } = statfsSync(place.root);
          // Leaves the rest of the file's last page and at most one more page: never room for all 24.
          writeFileSync(filler, Buffer.alloc(bsize * (bfree - (number % 2))));
          const before = await window.refresh();
          const failed = await window.ask({ do: 'capture', titles: rows });
          assert.match(failed.failure ?? '', /^Not saved: the disk is full\. Free some space and try again\./);
          const landed = failed.entries - before.entries;
          assert.ok(landed < rows.length, `${landed} rows were whole`);
          if (landed > 0) {
            sentence = failed.failure ?? '';
            assert.ok(sentence.includes(`${landed} of ${rows.length} entries are in the log already`), sentence);
            short++;
          }
          const stillFull = await window.ask({ do: 'retry' });
          assert.match(stillFull.failure ?? '', /^Not saved: the disk is full\./);
          place.check();
          rmSync(filler);

          const done = await window.ask({ do: 'retry' });
          assert.deepEqual([done.failure, done.ids.length], [undefined, rows.length]);
          saved.push(...done.ids);
          const opened = await readAfterRestart(place.root, place.storage());
          assert.deepEqual([opened.ids.toSorted(), opened.entries], [saved.toSorted(), saved.length]);
          torn = opened.quarantined;
          assert.equal(opened.notices.length, torn > 0 ? 1 : 0);
        }
        assert.ok(short > 0, 'no write was cut short');
        // One undo takes back all 24: they are one act, whatever the number of writes.
        await window.ask({ do: 'ask', intent: { type: 'undo' } });
        assert.equal((await window.refresh()).items, saved.length - rows.length);
        return {
          with: `${tries} times on a small tmpfs, ${short} of them a short write that left whole lines, ${torn} torn lines`,
          lost: `0 of ${saved.length} after the retry, 0 doubled`,
          said: sentence,
        };
      } finally {
        place.forget();
        await windowOn.close();
        assert.ok(tryPrivileged('umount', place.root));
      }
    }),
  );
});
