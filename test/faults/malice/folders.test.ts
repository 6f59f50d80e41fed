import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { describe, it } from 'mocha';
import { fault, sized } from '../../support/faultTable.ts';
import type { LogFolder } from '../../support/logFolder.ts';
import { Random } from '../../support/random.ts';
import { captures, lineOf } from '../../support/sampleEntries.ts';
import { windowProcesses } from '../../support/windowProcesses.ts';

const seed = Number(process.env['PACESETTER_SEED'] ?? '2026');
const secret = '-----BEGIN PRIVATE KEY-----\n';
const script = 'echo started\n';

/** What can have the name of a log file and is none, and how it is said. */
const kinds: Readonly<Record<string, { make: (place: LogFolder, path: string) => void | Promise<void>; is: string }>> =
  {
    'a link to a private key': { make: (place, path) => symlinkSync(outside(place, 'key'), path), is: 'a link' },
    'a link to a script that runs': {
      make: (place, path) => symlinkSync(outside(place, 'script'), path),
      is: 'a link',
    },
    'a link to nowhere': { make: (place, path) => symlinkSync(outside(place, 'nowhere'), path), is: 'a link' },
    'a link to itself': { make: (_, path) => symlinkSync(path, path), is: 'a link' },
    'a link to a device that never ends': { make: (_, path) => symlinkSync('/dev/zero', path), is: 'a link' },
    'a link to a folder': { make: (place, path) => symlinkSync(place.root, path), is: 'a link' },
    'a link to another file of the log': {
      make: (place, path) => symlinkSync(place.path('good-0.jsonl'), path),
      is: 'a link',
    },
    'a folder': { make: (_, path) => mkdirSync(path), is: 'a folder' },
    'a pipe': { make: (_, path) => void execFileSync('mkfifo', [path]), is: 'a pipe' },
    'a socket': {
      make: (_, path) =>
        new Promise((resolve) => {
          createServer().listen(path, resolve).unref();
        }),
      is: 'a socket',
    },
  };

function outside(place: LogFolder, name: string): string {
  return join(place.root, '..', name);
}

/** Every file below a folder, links not followed, with what is in it. */
function contentsBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() ? [readFileSync(join(entry.parentPath, entry.name), 'latin1')] : [],
  );
}

describe('a folder that somebody else can write into', () => {
  const windowOn = windowProcesses();

  it(
    'makes a window neither read, copy nor write anything outside its own files, and all of it is said',
    fault('Folders with files, links, pipes, sockets and folders, named like files of the log', async (place) => {
      if (process.platform === 'win32') return { untried: 'not on Windows' };
      const rounds = sized(60, 6);
      let [made, lost, sentence] = [0, 0, ''];
      for (let round = 0; round < rounds; round++) {
        const random = new Random(seed + round);
        rmSync(place.folder, { recursive: true, force: true });
        mkdirSync(place.folder, { recursive: true });
        writeFileSync(outside(place, 'key'), secret);
        writeFileSync(outside(place, 'script'), script);
        const good = captures(12).map(lineOf);
        for (let file = 0; file < 3; file++)
          writeFileSync(place.path(`good-${file}.jsonl`), good.slice(4 * file, 4 * file + 4).join(''));
        // Its own file may be one of them, too.
        const storage = place.storage(`laptop ${round}`);
        const window = windowOn(place.root, storage);
        await window.refresh();
        const own = `${readFileSync(join(storage, 'device'), 'utf8').trim()}.jsonl`;
        const names = ['a.jsonl', '.hidden.jsonl', '..jsonl', 'evil\u202elnosj.jsonl', own].filter(
          () => random.number(3) > 0,
        );
        const chosen = names.map((name) => ({ name, kind: random.pick(Object.keys(kinds)) }));
        for (const { name, kind } of chosen) await kinds[kind]!.make(place, place.path(name));
        made += chosen.length;

        const read = await window.refresh();
        assert.deepEqual([read.bug, read.items], [undefined, good.length], `seed ${seed + round}`);
        lost += good.length - read.items;
        // Three are said one by one, that of its own file among them, and then how many more there are.
        const sentences = read.notices.map(([text]) => text);
        const left = Math.max(0, chosen.length - 3);
        assert.equal(sentences.length, chosen.length - left + Math.min(left, 1), sentences.join(' '));
        if (left > 0) assert.match(sentences.at(-1)!, new RegExp(`^${left} more files? ha`));
        if (names.includes(own)) assert.ok(sentences[0]!.includes(own), sentences[0]);
        for (const said of sentences.slice(0, 3)) {
          const { kind } = chosen.find(({ name }) => said.includes(place.path(name)))!;
          assert.ok(said.includes(` is ${kinds[kind]!.is}`), `${kind}: ${said}`);
          sentence = said.replace(place.folder, '…').replace(own, '….jsonl');
        }
        const captured = await window.ask({ do: 'capture', titles: ['Budget'] });
        const isOwnTaken = names.includes(own);
        assert.equal(captured.bug, undefined);
        assert.equal(
          (captured.failure ?? '').endsWith('is a link, or not a file. Remove it and try again.'),
          isOwnTaken,
        );
        for (const wish of ['keep', 'look'] as const) {
          const { bug } = await window.ask({ do: wish });
          assert.equal(bug, undefined, `${wish}, seed ${seed + round}`);
        }
        const moved = await window.ask({ do: 'move', to: join(place.root, '..', `moved ${round}`) });
        assert.deepEqual([moved.bug, moved.failure], [undefined, undefined]);
        const forgotten = await window.ask({ do: 'forget', copyTo: join(place.root, '..', `copy ${round}`) });
        assert.deepEqual([forgotten.bug, forgotten.failure], [undefined, undefined]);

        assert.equal(readFileSync(outside(place, 'key'), 'utf8'), secret);
        assert.equal(readFileSync(outside(place, 'script'), 'utf8'), script);
        assert.ok(!existsSync(outside(place, 'nowhere')));
        const copies = [storage, join(place.root, '..', `moved ${round}`), join(place.root, '..', `copy ${round}`)];
        for (const folder of copies) {
          for (const content of contentsBelow(folder)) assert.ok(!content.includes('PRIVATE KEY'), folder);
        }
        await window.kill();
        place.forget();
      }
      return {
        with: `${rounds} folders, ${made} such names, seed ${seed}`,
        lost: `${lost} of ${12 * rounds}`,
        said: sentence,
      };
    }),
  );

  it(
    'has at most 1,000 files read, that of this machine in any case, and says how many are left',
    fault('Thousands of files and links in the folder, named before that of this machine', async (place) => {
      const first = windowOn(place.root, place.storage());
      await first.capture('Budget');
      await first.kill();
      const files = sized(20_000, 1_500);
      for (let file = 0; file < files; file++) {
        const path = place.path(`${String(file).padStart(5, '!')}.jsonl`);
        if (file % 2 === 0) writeFileSync(path, '');
        else symlinkSync(outside(place, 'key'), path);
      }
      place.forget();
      const window = windowOn(place.root, place.storage());
      const { items, notices } = await window.refresh();
      const sentence = notices.find(([text]) => text.startsWith('The log folder has '))?.[0];
      assert.deepEqual([items, sentence?.split(' ')[4]], [1, String(files - 1_000)]);
      await window.capture('Room');
      const { bug } = await window.ask({ do: 'keep' });
      const again = await windowOn(place.root, place.storage()).refresh();
      assert.deepEqual([bug, again.items], [undefined, 2]);
      return { with: `${files} names`, lost: '0 of 2', said: sentence?.replace(place.folder, '…') };
    }),
  );

  it(
    'has a hard link to a file of the log counted once',
    fault('A file of the log has a second name', async (place) => {
      place.write('desk.jsonl', captures(3).map(lineOf).join(''));
      linkSync(place.path('desk.jsonl'), place.path('again.jsonl'));
      const { items, entries, notices } = await windowOn(place.root, place.storage()).refresh();
      assert.deepEqual([items, entries, notices], [3, 3, []]);
      assert.equal(statSync(place.path('desk.jsonl')).nlink, 2);
      return { with: '3 entries', lost: '0 of 3' };
    }),
  );
});
