import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import process from 'node:process';
import { describe, it } from 'mocha';
import { fault } from '../support/faultTable.ts';
import type { LogFolder } from '../support/logFolder.ts';
import { captures, lineOf } from '../support/sampleEntries.ts';
import { readAfterRestart } from '../support/afterRestart.ts';
import { windowProcesses } from '../support/windowProcesses.ts';

/** What can have the name of a log file, other than a regular file. */
const obstacles: Readonly<Record<string, (place: LogFolder, path: string) => void | Promise<void>>> = {
  'a folder': (_, path) => {
    mkdirSync(path);
  },
  'a pipe': (_, path) => {
    execFileSync('mkfifo', [path]);
  },
  'a socket': (_, path) =>
    new Promise((resolve) => {
      const server = createServer().listen(path, resolve);
      server.unref();
    }),
  'a link to a device that never ends': (_, path) => symlinkSync('/dev/zero', path),
  'a link to a folder': (place, path) => symlinkSync(place.root, path),
  'a link to nowhere': (place, path) => symlinkSync(place.storage('nowhere'), path),
  'a link to itself': (_, path) => symlinkSync(path, path),
};

describe('what only has the name of a log file', () => {
  const windowOn = windowProcesses();

  it(
    'neither blocks nor hides the files beside it, is never opened, and is said',
    fault('Beside the files stands something else with such a name', async (place) => {
      if (process.platform === 'win32') return { untried: 'not on Windows' };
      place.write('desk.jsonl', captures(3).map(lineOf).join(''));
      const window = windowOn(place.root, place.storage());
      let said: string | undefined;
      for (const [index, [name, make]] of Object.entries(obstacles).entries()) {
        await make(place, place.path('x.jsonl'));
        await window.capture(`Beside ${name}`);
        const { items, notices } = await window.refresh();
        rmSync(place.path('x.jsonl'), { recursive: true, force: true });
        assert.equal(items, 4 + index, name);
        assert.equal(notices.length, 1, name);
        const [[sentence] = ['']] = notices;
        assert.match(
          sentence,
          /^Something with the name of a log file is a (?:link|folder|pipe|socket) and was not opened\. /,
          name,
        );
        said = sentence.replace(place.folder, '…');
      }
      const names = Object.keys(obstacles);
      const { items } = await readAfterRestart(place.root, place.storage());
      return { with: names.join(', '), lost: `${3 + names.length - items} of ${3 + names.length}`, said };
    }),
  );

  for (const [name, make] of Object.entries(obstacles)) {
    it(
      `is not written into in the belief that it is the log: ${name}`,
      fault(`In place of this machine's file stands ${name}`, async (place) => {
        if (process.platform === 'win32') return { untried: 'not on Windows' };
        const window = windowOn(place.root, place.storage());
        const saved = [...(await window.capture('Budget'))];
        const [own = ''] = place.names();
        const bytes = place.read(own);
        place.remove(own);
        await make(place, place.path(own));
        const answer = await window.ask({ do: 'capture', titles: ['Room'] });
        assert.match(answer.failure ?? '', /^Not saved: .* is a link, or not a file\. Remove it and try again\.$/);
        assert.deepEqual([answer.bug, answer.items >= 1], [undefined, true]);
        const refreshed = await window.refresh();
        assert.ok(refreshed.notices.length > 0, 'the loss of the file is said');
        // The obstacle is removed and the file comes back.
        rmSync(place.path(own), { recursive: true, force: true });
        writeFileSync(place.path(own), bytes);
        place.forget();
        saved.push(...(await window.ask({ do: 'retry' })).ids);
        const opened = await readAfterRestart(place.root, place.storage());
        assert.deepEqual([opened.items, opened.entries, opened.notices], [2, 2, []]);
        return {
          with: 'an attempt, a retry',
          lost: `${saved.length - opened.items} of ${saved.length}`,
          said: [answer.failure, ...refreshed.notices.map(([sentence]) => sentence)]
            .filter((sentence) => sentence !== undefined)
            .join(' ')
            .replaceAll(place.folder, '…')
            .replaceAll(own, '….jsonl'),
        };
      }),
    );
  }
});
