import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { describe, it } from 'mocha';
import { wallClock } from '../../../src/app/clock.ts';
import { FolderWatch } from '../../../src/log/folderWatch.ts';
import { bundleProgram, Child, startTogether } from '../../support/children.ts';
import { openStore } from '../../support/entryStores.ts';
import { inLogFolder, type LogFolder } from '../../support/logFolder.ts';
import { captureOf, captures, lineOf } from '../../support/sampleEntries.ts';

const never = 1 << 30;

/** A window that refreshes on every event of its watch. Tests can wait for its state. */
function openWatchedWindow(place: LogFolder, pollInMs: number, isNeeded = () => true) {
  const store = openStore(place.root, place.storage(), { clock: wallClock });
  const changes = new EventTarget();
  store.onDidChange(() => changes.dispatchEvent(new Event('changed')));
  const watch = new FolderWatch(place.folder, () => void store.refresh(), isNeeded, pollInMs);
  return {
    store,
    async has(items: number): Promise<void> {
      while (store.register.items.size < items) await once(changes, 'changed');
      assert.equal(store.register.items.size, items);
    },
    async is(trouble: string | undefined): Promise<void> {
      while (store.log.troubles[0]?.trouble !== trouble) await once(changes, 'changed');
    },
    stop: () => watch.dispose(),
  };
}

describe('the watch over the folder', () => {
  it(
    'notices what other windows append, without polling',
    inLogFolder(async (place) => {
      const program = await bundleProgram('writer', place.storage('programs'));
      const window = openWatchedWindow(place, never);
      const child = new Child(program, [place.root, place.storage(), 'other window', '20']);
      await startTogether([child]);
      await window.has(20);
      window.stop();
      await child.ended();
    }),
  );

  it(
    'goes on when files are put in place by renaming, as sync tools do',
    inLogFolder(async (place) => {
      const window = openWatchedWindow(place, never);
      for (let number = 0; number < 5; number++) {
        place.append(
          'arriving.tmp',
          captures(number + 1)
            .map(lineOf)
            .join(''),
        );
        renameSync(place.path('arriving.tmp'), place.path('desk.jsonl'));
        await window.has(number + 1);
      }
      window.stop();
    }),
  );

  it(
    'finds by polling what nothing reports: a folder that is deleted and comes back',
    inLogFolder(async (place) => {
      const window = openWatchedWindow(place, 20);
      place.append('desk.jsonl', lineOf(captureOf(0)));
      await window.has(1);
      rmSync(place.folder, { recursive: true });
      await window.is('folderMissing');
      mkdirSync(place.folder);
      place.append('desk.jsonl', captures(2).map(lineOf).join(''));
      await window.has(2);
      assert.deepEqual(window.store.log.troubles, []);
      place.append('desk.jsonl', lineOf(captureOf(2)));
      await window.has(3);
      window.stop();
    }),
  );

  it(
    'rests while nobody looks, and when it is disposed',
    inLogFolder(async (place) => {
      let asked = 0;
      let events = 0;
      const enough = new EventTarget();
      const watch = new FolderWatch(
        place.path('not there'),
        () => events++,
        () => {
          if (++asked === 3) enough.dispatchEvent(new Event('asked'));
          return false;
        },
        5,
      );
      // The watch timer does not keep the process alive, so this one does until the watch has polled.
      const alive = setInterval(() => undefined, 1_000);
      await once(enough, 'asked');
      clearInterval(alive);
      watch.dispose();
      assert.equal(events, 0);
    }),
  );
});
