import assert from 'node:assert/strict';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { throwAwayFolder } from '../../scripts/lib/throwAwayFolder.mjs';
import { bundleProgram, Child, startTogether } from '../support/children.ts';
import { fault, sized } from '../support/faultTable.ts';
import type { LogFolder } from '../support/logFolder.ts';
import { captureOf, captures, lineOf } from '../support/sampleEntries.ts';
import { readAfterRestart } from '../support/afterRestart.ts';
import { windowProcesses } from '../support/windowProcesses.ts';

interface Harm {
  /** Damages the file, which holds `bytes`. */
  readonly harm: (place: LogFolder, file: string, bytes: Buffer) => void;
  readonly said: RegExp;
}

const harms: Readonly<Record<string, Harm>> = {
  deleted: { harm: (_, file) => rmSync(file), said: /has disappeared\. .* put it back/ },
  'moved out of the folder': {
    harm: (place, file) => renameSync(file, join(place.root, 'aside')),
    said: /has disappeared\. .* put it back/,
  },
  'cut off in the middle': {
    harm: (_, file, bytes) => truncateSync(file, Math.floor(bytes.length / 2)),
    said: /became shorter, .* put the longer one back/,
  },
  emptied: { harm: (_, file) => truncateSync(file), said: /became shorter, .* put the longer one back/ },
  'replaced by another log': {
    harm: (place, file) => {
      writeFileSync(join(place.root, 'other'), captures(30).map(lineOf).join(''));
      renameSync(join(place.root, 'other'), file);
    },
    // It depends on which of the two is longer.
    said: /(?:was replaced|became shorter), .* put the (?:former file|longer one) back/,
  },
  'changed in its old part': {
    harm: (_, file, bytes) => writeFileSync(file, bytes.toString().replace('Item 0', 'Item X')),
    said: /was replaced, or changed in its old part\. .* put the former file back/,
  },
};

describe('a file of the log', () => {
  const windowOn = windowProcesses();

  for (const [name, { harm, said }] of Object.entries(harms)) {
    it(
      `that is ${name} while windows run is missed aloud, and nothing is lost once it is back`,
      fault(`A file is ${name} while two windows run and go on writing`, async (place) => {
        const [laptop, desk] = [
          windowOn(place.root, place.storage('laptop')),
          windowOn(place.root, place.storage('desk')),
        ];
        const rounds = sized(10, 1);
        const saved = new Set<string>();
        let sentence = '';
        await laptop.capture('Item 0');
        const [own = ''] = place.names();
        const file = place.path(own);
        for (let round = 0; round < rounds; round++) {
          for (const id of await laptop.capture(`Item 1 of ${round}`, `Item 2 of ${round}`)) saved.add(id);
          // The watch of a window makes it read its own entries as well.
          await laptop.refresh();
          const known = (await desk.refresh()).items;
          const bytes = readFileSync(file);
          place.forget();
          harm(place, file, bytes);
          for (const window of [laptop, desk]) {
            const alarmed = await window.refresh();
            assert.ok(alarmed.items >= known, 'what was read stays');
            const [alarm = ''] = alarmed.notices.find(([sentence]) => said.test(sentence)) ?? [];
            assert.match(alarm, said, JSON.stringify(alarmed.notices));
            sentence = alarm;
          }
          // Both go on. One of them appends to whatever now has the name of its file.
          const harmed = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
          for (const window of [laptop, desk]) {
            for (const id of await window.capture(`Meanwhile ${round}`)) saved.add(id);
            await window.refresh();
          }
          const grown = readFileSync(file);
          assert.ok(grown.subarray(0, harmed.length).equals(harmed), 'nothing of it was rewritten');
          // Put back by hand, followed by what was written meanwhile.
          writeFileSync(file, Buffer.concat([bytes, grown.subarray(harmed.length)]));
          if (name.startsWith('replaced')) appendFileSync(file, harmed);
          for (const window of [laptop, desk]) {
            const calm = await window.refresh();
            const unread = calm.notices.filter(([sentence]) => !/could not be read; /.test(sentence));
            assert.deepEqual(unread, [], 'all is well again');
          }
        }
        const opened = await readAfterRestart(place.root, place.storage('laptop'));
        const here = await laptop.refresh();
        assert.equal(here.digest, opened.digest);
        const extra = name.startsWith('replaced') ? 30 : 0;
        const lost = saved.size + 1 + extra - opened.items;
        assert.equal(lost, 0);
        return {
          with: `${rounds} ${rounds === 1 ? 'time' : 'times'}, ${saved.size + 1} entries`,
          lost: `${lost} of ${saved.size + 1} once it was put back`,
          said: sentence.replaceAll(place.folder, '…').replaceAll(own, '….jsonl'),
        };
      }),
    );
  }
});

describe('a file of the log that grew', () => {
  const windowOn = windowProcesses();

  it(
    'is missed aloud also when its old part was changed at the same time',
    fault('A file is changed in its old part, and a line is appended, between two looks', async (place) => {
      place.write('desk.jsonl', captures(30).map(lineOf).join(''));
      const window = windowOn(place.root, place.storage());
      await window.refresh();
      await window.ask({ do: 'keep' });
      const changed = place.read('desk.jsonl').toString().replace('Item 0', 'Item X');
      place.write('desk.jsonl', changed + lineOf(captureOf(31)));
      await window.refresh();
      // Every window does this by itself shortly after each change. For a small log it checks the whole file.
      await window.ask({ do: 'keep' });
      const { items, notices } = await window.refresh();
      // The changed entry is reported as missing, and its line can no longer be read.
      assert.deepEqual([items, notices.length], [31, 2]);
      assert.match(notices[1]![0], /1 line of the log could not be read/);
      assert.match(notices[0]![0], /was replaced, or changed in its old part/);
      return { with: '30 entries', lost: '0 of 31', said: notices[0]![0] };
    }),
  );
});

describe('a log folder', () => {
  const windowOn = windowProcesses();

  it(
    'that goes and comes back is missed aloud, takes nothing meanwhile, and is never begun anew',
    fault('The folder disappears (a drive that is not mounted) and comes back', async (place) => {
      const window = windowOn(place.root, place.storage());
      const saved = [...(await window.capture('Budget'))];
      const rounds = sized(50, 2);
      let sentence = '';
      for (let round = 0; round < rounds; round++) {
        place.check();
        assert.equal((await window.refresh()).items, saved.length);
        renameSync(place.root, `${place.root} unplugged`);
        const gone = await window.refresh();
        [[sentence] = ['']] = gone.notices;
        assert.equal(
          sentence,
          `The log folder is missing: ${place.folder}. Bring it or its drive back; no new one is made.`,
        );
        assert.equal(gone.items, saved.length);
        const failed = await window.ask({ do: 'capture', titles: [`Room ${round}`] });
        assert.match(failed.failure ?? '', /is missing\. Bring the folder or its drive back and try again\.$/);
        // Nor does a window that opens now treat it as a first start.
        const late = windowOn(place.root, place.storage());
        const blank = await late.ask({ do: 'capture', titles: ['Nowhere'] });
        assert.match(blank.failure ?? '', /is missing\. Bring the folder/);
        assert.ok(!existsSync(place.root));
        renameSync(`${place.root} unplugged`, place.root);
        for (const again of [window, late]) saved.push(...(await again.ask({ do: 'retry' })).ids);
        await late.kill();
      }
      const opened = await readAfterRestart(place.root, place.storage());
      assert.deepEqual([opened.items, opened.entries, opened.notices], [saved.length, saved.length, []]);
      return {
        with: `${rounds} times, a window that runs and one that opens meanwhile`,
        lost: `${saved.length - opened.items} of ${saved.length}`,
        said: sentence.replaceAll(place.folder, '…/log'),
      };
    }),
  );

  it(
    'that is another and empty one all of a sudden is not taken for the truth',
    fault('The folder is empty all of a sudden, as a sync client may leave it', async (place) => {
      const [laptop, desk] = [
        windowOn(place.root, place.storage('laptop')),
        windowOn(place.root, place.storage('desk')),
      ];
      const saved = [...(await laptop.capture('Budget')), ...(await desk.capture('Room'))];
      await laptop.refresh();
      renameSync(place.folder, `${place.folder} aside`);
      mkdirSync(place.folder);
      place.forget();
      const { items, notices } = await laptop.refresh();
      assert.deepEqual([items, notices.length], [2, 2]);
      for (const [sentence] of notices) assert.match(sentence, /has disappeared\. What was read of it is still shown/);
      saved.push(...(await laptop.capture('Meanwhile')));
      // What was written meanwhile becomes one more file in the restored folder.
      for (const name of place.names()) renameSync(place.path(name), `${place.folder} aside/while away.jsonl`);
      rmSync(place.folder, { recursive: true });
      renameSync(`${place.folder} aside`, place.folder);
      place.forget();
      const opened = await readAfterRestart(place.root, place.storage('laptop'));
      assert.deepEqual([opened.items, opened.notices], [saved.length, []]);
      return {
        with: 'two files, one entry written meanwhile',
        lost: `${saved.length - opened.items} of ${saved.length} once they were back`,
        said: notices[0]![0].replace(/[^ ]*\/([^/ ]*)\.jsonl/, '….jsonl'),
      };
    }),
  );
});

describe('a file that is moved aside under the hands of its writers', () => {
  const programs = throwAwayFolder();
  let program = '';
  before(async () => void (program = await bundleProgram('writer', programs.path)));
  after(() => programs.remove());

  it(
    'takes every saved entry along or leaves it to the next one',
    fault('The file is moved aside at random moments while windows write into it', async (place) => {
      const writers = Array.from(
        { length: 4 },
        (_, number) => new Child(program, [place.root, place.storage(), `window ${number}`, '1000000']),
      );
      await startTogether(writers);
      const moves = sized(200, 8);
      const aside = place.storage('aside');
      mkdirSync(aside);
      for (let move = 0; move < moves; move++) {
        const [first] = writers;
        await first!.hasSaid(first!.said.length + 1 + Math.floor(Math.random() * 3));
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
        for (const name of readdirSync(place.folder)) renameSync(place.path(name), join(aside, `${move}.jsonl`));
      }
      await Promise.all(writers.map((writer) => writer.kill()));
      const saved = writers.flatMap(({ said }) => said.slice(1));
      for (const name of readdirSync(aside)) renameSync(join(aside, name), place.path(name));
      const { items, notices } = await readAfterRestart(place.root, place.storage());
      const text = place.names().map((name) => place.read(name).toString());
      const lost = saved.filter((id) => !text.some((part) => part.includes(id)));
      assert.deepEqual([lost, notices], [[], []]);
      assert.ok(items >= saved.length);
      return {
        with: `${moves} moves under 4 writers, ${saved.length} saved entries in ${place.names().length} pieces`,
        lost: `${lost.length} of ${saved.length}`,
      };
    }),
  );
});
