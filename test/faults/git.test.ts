import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { fault, type Outcome, sized, type Untried } from '../support/faultTable.ts';
import { hasGit, Repository } from '../support/git.ts';
import type { LogFolder } from '../support/logFolder.ts';
import { wallClock } from '../../src/app/clock.ts';
import { openStore } from '../support/entryStores.ts';
import { noticesIn } from '../support/notices.ts';
import { digestOf, readAfterRestart } from '../support/afterRestart.ts';
import { windowProcesses } from '../support/windowProcesses.ts';

describe('a log in a git repository', () => {
  const windowOn = windowProcesses();

  const withGit =
    (body: (place: LogFolder) => Promise<Outcome>) =>
    (place: LogFolder): Promise<Outcome> | Untried =>
      hasGit() ? body(place) : { untried: 'git is not installed' };

  for (const [name, flags] of [
    ['as it comes', []],
    ['with line breaks of Windows in one of the clones', ['--config', 'core.autocrlf=true']],
  ] as const) {
    it(
      `merges by itself, ${name}: each machine has its own file`,
      fault(
        `Two machines write and exchange their log over git, ${name}`,
        withGit(async (place) => {
          const origin = Repository.init(place.storage('origin.git'), '--bare');
          const first = origin.clone(place.storage('clone of laptop'));
          const laptop = windowOn(first.folder, place.storage('laptop'));
          const saved = [...(await laptop.capture('The first'))];
          first.commitAll('begin');
          first.git('push', '--quiet', 'origin', 'main');
          const second = origin.clone(place.storage('clone of desk'), ...flags);
          const desk = windowOn(second.folder, place.storage('desk'));
          const exchanges = sized(30, 1);
          for (let round = 0; round < exchanges; round++) {
            // Both write before either reads the other's entries.
            for (const [machine, window] of Object.entries({ laptop, desk })) {
              for (let number = 0; number < 3; number++)
                saved.push(...(await window.capture(`${machine} ${round}.${number}`)));
              await window.ask({ do: 'ask', intent: { type: 'edit', id: saved[0]!, note: `${machine} ${round}` } });
            }
            for (const clone of [first, second]) {
              clone.commitAll(`round ${round}`);
              clone.git('pull', '--quiet', '--no-rebase', '--no-edit', 'origin', 'main');
              clone.git('push', '--quiet', 'origin', 'main');
            }
          }
          first.git('pull', '--quiet', '--no-rebase', '--no-edit', 'origin', 'main');
          const [here, there] = [await laptop.refresh(), await desk.refresh()];
          assert.deepEqual([here.digest, here.items], [there.digest, saved.length]);
          assert.deepEqual([here.notices, there.notices], [[], []]);
          return {
            with: `${exchanges} commits, merges and pushes each, ${here.entries} entries`,
            lost: `${saved.length - here.items} of ${saved.length}`,
          };
        }),
      ),
    );
  }

  const merges: Record<string, { readonly attributes?: string; readonly style?: string }> = {
    'merge=union': { attributes: 'log/*.jsonl merge=union\n' },
    'conflict markers left in the file': { style: 'merge' },
    'conflict markers with the common part (diff3)': { style: 'diff3' },
  };
  for (const [name, { attributes, style }] of Object.entries(merges)) {
    it(
      `of which two branches went on in the same file keeps the entries of both: ${name}`,
      fault(
        `Two branches append to the same file, then merge: ${name}`,
        withGit(async (place) => {
          const trunk = Repository.init(place.storage('trunk'));
          if (attributes !== undefined) writeFileSync(join(trunk.folder, '.gitattributes'), attributes);
          if (style !== undefined) trunk.git('config', 'merge.conflictStyle', style);
          const window = windowOn(trunk.folder, place.storage('laptop'));
          const saved = [...(await window.capture('The first', 'The second'))];
          trunk.commitAll('begin');
          const branches = sized(25, 1);
          let markers = 0;
          for (let round = 0; round < branches; round++) {
            trunk.git('switch', '--quiet', '--create', `branch-${round}`);
            saved.push(...(await window.capture(`Branch ${round} “é→漢🎯”`)));
            saved.push(...(await window.capture(`Branch ${round} again`)));
            trunk.commitAll(`branch ${round}`);
            trunk.git('switch', '--quiet', 'main');
            saved.push(...(await window.capture(`Main ${round}`)));
            trunk.commitAll(`main ${round}`);
            const isClean = trunk.tryGit('merge', '--quiet', '--no-edit', `branch-${round}`);
            assert.equal(isClean, attributes !== undefined);
            // A person who has not noticed the conflict goes on and commits the file as it is.
            saved.push(...(await window.capture(`After ${round}`)));
            trunk.commitAll(`merged ${round}`);
            if (!isClean) markers += style === 'diff3' ? 4 : 3;
          }
          const opened = await readAfterRestart(trunk.folder, place.storage('laptop'));
          assert.equal(opened.items, saved.length);
          assert.equal(opened.quarantined, markers);
          const [sentence] = opened.notices[0] ?? [];
          if (markers > 0) assert.match(sentence ?? '', /^\d+ lines of the log could not be read; they are kept/);
          assert.equal(opened.notices.length, markers > 0 ? 1 : 0);
          // The window that stayed open has seen the file change and has all entries as well.
          const here = await window.refresh();
          assert.deepEqual([here.digest, here.notices], [opened.digest, opened.notices]);
          return {
            with: `${branches} merges${markers > 0 ? `, ${markers} markers` : ''}, a window open all the time`,
            lost: `${saved.length - opened.items} of ${saved.length}`,
            said: sentence,
          };
        }),
      ),
    );
  }

  it(
    'of which an older commit is checked out while it is read raises an alarm, and loses nothing once it is back',
    fault(
      'An older commit is checked out while windows read and write, then the newest again',
      withGit(async (place) => {
        const clone = Repository.init(place.storage('clone'));
        const writer = windowOn(clone.folder, place.storage('laptop'));
        const reader = windowOn(clone.folder, place.storage('desk'));
        const saved: string[] = [];
        for (let commit = 0; commit < 5; commit++) {
          saved.push(...(await writer.capture(`Item ${commit}`, `Item ${commit} too`)));
          clone.commitAll(`commit ${commit}`);
        }
        await reader.refresh();
        const checkouts = sized(200, 3);
        let [sentence, reads] = ['', 0];
        for (let checkout = 0; checkout < checkouts; checkout++) {
          const older = `main~${1 + (checkout % 4)}`;
          // The reader refreshes while git is at work.
          const work = { isDone: false };
          const checkedOut = clone.gitMeanwhile('checkout', '--quiet', older).then(() => (work.isDone = true));
          do {
            assert.equal((await reader.refresh()).items, saved.length);
            reads++;
          } while (!work.isDone);
          await checkedOut;
          for (const window of [reader, writer]) {
            const alarmed = await window.refresh();
            assert.equal(alarmed.items, saved.length, 'what was read stays');
            assert.equal(alarmed.notices.length, 1, JSON.stringify(alarmed));
            [sentence] = alarmed.notices[0]!;
            assert.match(sentence, /became shorter|was replaced/);
          }
          clone.git('checkout', '--quiet', 'main');
          for (const window of [reader, writer]) {
            const calm = await window.refresh();
            assert.deepEqual([calm.items, calm.notices], [saved.length, []]);
          }
        }
        // What is written on top of the older commit becomes a branch.
        clone.git('checkout', '--quiet', '-b', 'older', 'main~2');
        saved.push(...(await writer.capture('Written on the older commit')));
        clone.commitAll('older, and on');
        clone.git('checkout', '--quiet', 'main');
        writeFileSync(join(clone.folder, '.gitattributes'), 'log/*.jsonl merge=union\n');
        clone.commitAll('merge lines');
        clone.git('merge', '--quiet', '--no-edit', 'older');
        const [opened, here] = [await readAfterRestart(clone.folder, place.storage('laptop')), await writer.refresh()];
        assert.deepEqual([opened.items, opened.notices], [saved.length, []]);
        assert.deepEqual([here.digest, here.notices], [opened.digest, []]);
        return {
          with: `${checkouts} checkouts and ${reads} looks meanwhile, one entry written on top of an older one and merged`,
          lost: `${saved.length - opened.items} of ${saved.length}`,
          said: sentence,
        };
      }),
    ),
  );
});

describe('the files of two machines', () => {
  const windowOn = windowProcesses();

  it(
    'say the same in any order, any number of copies and any split',
    fault('The lines of two machines are shuffled, doubled and split over files', async (place) => {
      const laptop = windowOn(place.root, place.storage('laptop'));
      const desk = windowOn(place.root, place.storage('desk'));
      const saved: string[] = [];
      for (let number = 0; number < 20; number++) {
        for (const window of [laptop, desk]) {
          saved.push(...(await window.capture(`Item ${number}`)));
          const id = saved[Math.floor(Math.random() * saved.length)]!;
          await window.ask({ do: 'ask', intent: { type: 'edit', id, note: `note ${number}` } });
        }
        await desk.ask({ do: 'ask', intent: { type: 'decide', id: saved[number]!, outcome: 'Yes' } });
      }
      await laptop.ask({ do: 'ask', intent: { type: 'undo' } });
      const { digest, entries } = await desk.refresh();
      await Promise.all([laptop.kill(), desk.kill()]);
      const lines = place.names().flatMap((name) => readFileSync(place.path(name), 'utf8').trimEnd().split('\n'));
      assert.equal(lines.length, entries);

      const arrangements = sized(100, 2);
      for (let arrangement = 0; arrangement < arrangements; arrangement++) {
        const elsewhere = place.storage(`arranged ${arrangement}`);
        const reader = openStore(elsewhere, place.storage('laptop'), { clock: wallClock });
        const some = lines.filter(() => Math.random() < 0.3);
        const shuffled = [...lines, ...some, ...some]
          .map((line) => ({ line, order: Math.random() }))
          .toSorted((a, b) => a.order - b.order);
        for (const [index, { line }] of shuffled.entries()) {
          const name = `part ${Math.floor(Math.random() * 5)} (conflicted copy).jsonl`;
          appendFileSync(join(elsewhere, 'log', name), `${line}\n`);
          // Also read in the middle.
          if (index % 60 === 0) await reader.refresh();
        }
        await reader.refresh();
        assert.deepEqual([digestOf(reader.register), reader.register.entryCount], [digest, entries]);
        assert.deepEqual(noticesIn(reader), []);
        assert.ok(readdirSync(join(elsewhere, 'log')).length > 1);
      }
      return { with: `${arrangements} arrangements of ${entries} entries`, lost: `0 of ${entries}, nothing differs` };
    }),
  );
});
