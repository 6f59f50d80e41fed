import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { isRefusal } from '../../../src/core/rules/refusal.ts';
import { sayHealth } from '../../../src/core/log/healthText.ts';
import { HumanError } from '../../../src/core/humanError.ts';
import { mostNames } from '../../../src/log/logFiles.ts';
import { ask, capture, contents, FrozenClock, titles } from '../../support/entryStores.ts';
import { inLogFolder, type LogFolder, ownFile } from '../../support/logFolder.ts';
import { captureOf, lineOf, newerLine, sealed } from '../../support/sampleEntries.ts';
import { noticesIn } from '../../support/notices.ts';
import { closedWindow, openWindow, otherRoot } from '../../support/logWindows.ts';

/** Writes and backs up a log of three items. Returns the name of its file. */
async function backedUpLog(place: LogFolder, machine = 'laptop'): Promise<string> {
  const { store, maintenance } = await openWindow(place, { machine });
  for (const title of ['One', 'Two', 'Three']) await capture(store, title);
  await maintenance.writeBackups();
  maintenance.dispose();
  return ownFile(store.log);
}

/** The first `count` lines of a file. */
function firstLines(place: LogFolder, file: string, count: number): string {
  return place
    .read(file)
    .toString()
    .split('\n')
    .slice(0, count)
    .map((line) => `${line}\n`)
    .join('');
}

describe('a log that lost something while no window was open', () => {
  const damages: Record<string, { damage: (place: LogFolder, file: string) => void; trouble: string }> = {
    'was rolled back to an older commit': {
      damage: (place, file) => place.write(file, firstLines(place, file, 1)),
      trouble: 'fileShrank',
    },
    'was emptied': { damage: (place, file) => place.write(file, ''), trouble: 'fileShrank' },
    'was removed': { damage: (place, file) => place.remove(file), trouble: 'fileGone' },
    'was replaced': {
      damage: (place, file) => place.write(file, 'something else\n'.repeat(500)),
      trouble: 'fileReplaced',
    },
  };
  for (const [name, { damage, trouble }] of Object.entries(damages)) {
    it(
      `and ${name} says so, shows all of it, and has all of it again once it is appended`,
      inLogFolder(async (place) => {
        const file = await backedUpLog(place);
        damage(place, file);
        const window = await openWindow(place);
        assert.deepEqual(
          window.store.log.troubles.map((each) => each.trouble),
          [trouble],
        );
        assert.deepEqual(titles(window.store), ['One', 'Three', 'Two']);
        const before = contents(window.store.register);
        assert.equal(
          (await window.maintenance.health()).missing,
          trouble === 'fileShrank' && name.includes('older') ? 2 : 3,
        );

        assert.ok((await window.maintenance.appendMissing()) >= 2);
        assert.deepEqual(window.store.log.troubles, []);
        await window.maintenance.writeBackups();
        // A machine without a backup finds everything in the log alone.
        const otherMachine = await openWindow(place, { machine: 'stranger' });
        assert.deepEqual(contents(otherMachine.store.register), before);
        const again = await openWindow(place);
        assert.deepEqual([again.store.log.troubles, (await again.maintenance.health()).missing], [[], 0]);
      }),
    );
  }

  it(
    'and is meant to be as it is, counts as it is from then on, also after a restart',
    inLogFolder(async (place) => {
      const file = await backedUpLog(place);
      place.write(file, firstLines(place, file, 1));
      const window = await openWindow(place);
      await window.maintenance.acceptAsItIs();
      assert.deepEqual([window.store.log.troubles, titles(window.store)], [[], ['One']]);
      await window.maintenance.writeBackups();
      const again = await openWindow(place);
      assert.deepEqual([again.store.log.troubles, titles(again.store)], [[], ['One']]);
    }),
  );

  it(
    'is whole again, without anybody’s doing, once the former file is back',
    inLogFolder(async (place) => {
      const file = await backedUpLog(place);
      const whole = place.read(file);
      place.write(file, firstLines(place, file, 1));
      const between = await openWindow(place);
      await between.maintenance.writeBackups();
      place.write(file, whole);
      const window = await openWindow(place);
      assert.deepEqual([window.store.log.troubles, titles(window.store)], [[], ['One', 'Three', 'Two']]);
      await window.maintenance.writeBackups();
      assert.equal((await window.maintenance.health()).mirror.isComplete, true);
    }),
  );

  it(
    'keeps the lines of a newer version too',
    inLogFolder(async (place) => {
      place.write('desk.jsonl', newerLine(1) + newerLine(2));
      const { maintenance } = await openWindow(place);
      await maintenance.writeBackups();
      place.write('desk.jsonl', newerLine(1));
      const window = await openWindow(place);
      assert.equal((await window.maintenance.health()).missing, 1);
      assert.equal(await window.maintenance.appendMissing(), 1);
      assert.equal(place.read(ownFile(window.store.log)).toString(), newerLine(2));
      assert.deepEqual(window.store.log.troubles, []);
    }),
  );

  it(
    'and was damaged in an old part, is found damaged and gets back what the damage hit',
    inLogFolder(async (place) => {
      const file = await backedUpLog(place);
      const bytes = place.read(file);
      bytes[bytes.indexOf('Two')] = 'X'.charCodeAt(0);
      place.write(file, bytes);
      const window = await openWindow(place);
      assert.deepEqual(titles(window.store), ['One', 'Three']);
      await window.store.withLog((log) => log.inspect());
      assert.deepEqual(titles(window.store), ['One', 'Three', 'Two']);
      assert.equal(window.store.log.troubles[0]?.trouble, 'fileReplaced');
      await window.maintenance.appendMissing();
      assert.deepEqual(window.store.log.troubles, []);
      const otherMachine = await openWindow(place, { machine: 'stranger' });
      assert.deepEqual(titles(otherMachine.store), ['One', 'Three', 'Two']);
    }),
  );

  it(
    'because its drive is not there, is shown from the copy, and nothing is created anew',
    inLogFolder(async (place) => {
      await backedUpLog(place);
      renameSync(place.root, `${place.root} away`);
      place.forget();
      const window = await openWindow(place);
      assert.deepEqual(titles(window.store), ['One', 'Three', 'Two']);
      assert.equal(window.store.log.troubles[0]?.trouble, 'folderMissing');
      await assert.rejects(capture(window.store, 'Four'), HumanError);
      assert.equal(existsSync(place.root), false);
      renameSync(`${place.root} away`, place.root);
      await window.store.refresh();
      assert.deepEqual([window.store.log.troubles, titles(window.store).length], [[], 3]);
    }),
  );
});

describe('the copies beside the log', () => {
  it(
    'are made by several windows at once as by one',
    inLogFolder(async (place) => {
      const windows = await Promise.all([openWindow(place), openWindow(place)]);
      for (let round = 0; round < 5; round++) {
        for (const { store } of windows) await capture(store, `Item ${round}`);
        await Promise.all(windows.map(({ maintenance }) => maintenance.writeBackups()));
      }
      const [{ store, maintenance }] = windows;
      const { mirror } = store.log;
      assert.deepEqual(
        readdirSync(mirror.folder).map((name) => readFileSync(join(mirror.folder, name), 'utf8')),
        [place.read(ownFile(store.log)).toString()],
      );
      assert.equal((await maintenance.health()).mirror.isComplete, true);
    }),
  );

  it(
    'are one a day, of the latest seven days',
    inLogFolder(async (place) => {
      const clock = new FrozenClock();
      const { store, maintenance } = await openWindow(place, { clock });
      for (let day = 0; day < 9; day++) {
        await capture(store, `Item ${day}`);
        await maintenance.writeBackups();
        await maintenance.writeBackups();
        clock.pass(24 * 3_600_000);
      }
      const { dailyCopies, copiesFolder } = await maintenance.health();
      assert.deepEqual(
        dailyCopies,
        [4, 5, 6, 7, 8, 9, 10].map((number) => `2026-03-${String(number + 2).padStart(2, '0')}`),
      );
      const copied = readFileSync(join(copiesFolder, '2026-03-12', ownFile(store.log)), 'utf8');
      assert.equal(copied, place.read(ownFile(store.log)).toString());
    }),
  );

  it(
    'show the next window what the last one showed, as long as the log is as it was',
    inLogFolder(async (place) => {
      const { store, maintenance } = await openWindow(place);
      await capture(store, 'Pick a vendor');
      await maintenance.writeBackups();
      const next = closedWindow(place);
      assert.deepEqual(
        [...(next.maintenance.readStartupCache()?.items.values() ?? [])].map(({ title }) => title),
        ['Pick a vendor'],
      );
      assert.equal(closedWindow(place, { version: '2' }).maintenance.readStartupCache(), undefined);
      await capture(store, 'Sign the lease');
      assert.equal(next.maintenance.readStartupCache(), undefined);
      await maintenance.writeBackups();
      assert.equal(next.maintenance.readStartupCache()?.items.size, 2);
      const kept = `${store.log.device.dataPath('board', store.log.folder)}.json`;
      writeFileSync(kept, readFileSync(kept, 'utf8').replace('Sign', 'Burn'));
      assert.equal(next.maintenance.readStartupCache(), undefined);
    }),
  );

  it(
    'give way to what was read as soon as it is',
    inLogFolder(async (place) => {
      await backedUpLog(place);
      const { maintenance, store } = closedWindow(place);
      const early = maintenance.readStartupCache();
      assert.ok(early);
      maintenance.feed.showCached(early);
      await maintenance.feed.ready;
      assert.deepEqual(maintenance.feed.board.rows.map(({ title }) => title).toSorted(), ['One', 'Three', 'Two']);
      assert.equal(store.register.entryCount, 0);
      await store.refresh();
      assert.equal(maintenance.feed.source, store.register);
    }),
  );
});

describe('moving the log', () => {
  it(
    'brings everything over, reads it back, and leaves the former folder as it is',
    inLogFolder(async (place) => {
      await backedUpLog(place);
      place.write('desk.jsonl', newerLine(1));
      const { store, maintenance } = await openWindow(place);
      const before = contents(store.register);
      const root = otherRoot(place);
      assert.equal(await maintenance.copyTo(root), 4);
      await maintenance.switchTo(root);
      assert.equal(store.log.root, root);
      assert.deepEqual(contents(store.register), before);
      assert.equal(store.log.newerLines, 1);
      await capture(store, 'Four');
      assert.deepEqual(titles((await openWindow(place, { root })).store).length, 4);
    }),
  );

  it(
    'joins a log that is there already, as with a second machine',
    inLogFolder(async (place) => {
      const root = otherRoot(place);
      const there = await openWindow(place, { root, machine: 'desktop' });
      await capture(there.store, 'Zero');
      await backedUpLog(place);
      const { store, maintenance } = await openWindow(place);
      await maintenance.copyTo(root);
      await maintenance.switchTo(root);
      assert.deepEqual(titles(store), ['One', 'Three', 'Two', 'Zero']);
    }),
  );

  it(
    'loses nothing that another window still writes to the former folder',
    inLogFolder(async (place) => {
      await backedUpLog(place);
      const [mover, other] = [await openWindow(place), await openWindow(place)];
      const root = otherRoot(place);
      await mover.maintenance.copyTo(root);
      await mover.maintenance.switchTo(root);
      // This window notices the move only now.
      await capture(other.store, 'Late');
      await other.maintenance.switchTo(root);
      assert.ok(titles(other.store).includes('Late'));
      await mover.store.refresh();
      assert.deepEqual(titles(mover.store), titles(other.store));
    }),
  );

  it(
    'to another log by the setting alone brings nothing over',
    inLogFolder(async (place) => {
      await backedUpLog(place);
      const { store, maintenance } = await openWindow(place);
      await maintenance.switchTo(otherRoot(place));
      assert.deepEqual(titles(store), []);
      await maintenance.switchTo(place.root);
      assert.equal(titles(store).length, 3);
    }),
  );

  it(
    'to where it is, is refused with a sentence',
    inLogFolder(async (place) => {
      await backedUpLog(place);
      const { maintenance } = await openWindow(place);
      await assert.rejects(maintenance.copyTo(place.root), /is already in /);
    }),
  );
});

describe('forgetting everything', () => {
  for (const keepsCopy of [true, false]) {
    it(
      `deletes the log and all that is beside it, in every window, and keeps ${keepsCopy ? 'a copy that can be taken back' : 'nothing when told so'}`,
      inLogFolder(async (place) => {
        const clock = new FrozenClock();
        const file = await backedUpLog(place);
        const whole = place.read(file);
        const [window, other] = [await openWindow(place, { clock }), await openWindow(place, { clock })];
        const { files, ownData } = window.maintenance.deletionPlan();
        assert.deepEqual(files, [place.path(file)]);
        assert.ok(
          ownData.every((path) => existsSync(path)),
          ownData.join(),
        );
        clock.pass(1_000);
        place.forget();
        const copyTo = join(place.root, '..', 'copy');
        const copies = await window.maintenance.forgetEverything(keepsCopy ? copyTo : undefined);
        assert.ok([...files, ...ownData].every((path) => !existsSync(path)));
        assert.deepEqual([titles(window.store), window.store.log.troubles], [[], []]);
        await other.store.refresh();
        await other.store.withLog(async () => undefined);
        await other.store.refresh();
        assert.deepEqual([titles(other.store), other.store.log.troubles], [[], []]);
        if (!keepsCopy) return;
        assert.deepEqual(
          copies.map((copy) => readFileSync(copy)),
          [whole],
        );
        cpSync(copies[0]!, place.path(file));
        await window.store.refresh();
        assert.equal(titles(window.store).length, 3);
      }),
    );
  }

  it(
    'deletes what is kept about where the log lay before, and drafts of a crash, and names a former log that is left',
    inLogFolder(async (place) => {
      const file = await backedUpLog(place);
      const former = place.folder;
      const { maintenance, store } = await openWindow(place);
      const draft = `${maintenance.startupCacheFile}.crashed`;
      writeFileSync(draft, 'private words');
      const kept = maintenance.deletionPlan().ownData;
      assert.ok(kept.includes(draft));
      for (const name of ['second', 'third']) {
        const root = join(otherRoot(place), name);
        await maintenance.copyTo(root);
        await maintenance.switchTo(root);
        await maintenance.writeBackups();
      }
      const plan = maintenance.deletionPlan();
      assert.deepEqual(plan.formerLogs.toSorted(), [former, join(otherRoot(place), 'second', 'log')].toSorted());
      assert.ok(kept.every((path) => plan.ownData.includes(path)));
      await maintenance.forgetEverything(undefined);
      assert.ok(plan.ownData.every((path) => !existsSync(path)));
      assert.ok(place.read(file).length > 0);
      assert.deepEqual([titles(store), store.log.troubles], [[], []]);
    }),
  );

  it(
    'copies and deletes files that are too many to be read as well',
    inLogFolder(async (place) => {
      const { store, maintenance } = await openWindow(place);
      await capture(store, 'Budget');
      const others = Array.from({ length: mostNames + 1 }, (_, file) => `!${file}.jsonl`);
      for (const name of others) writeFileSync(place.path(name), '');
      await maintenance.writeBackups();
      const { copiesFolder, dailyCopies } = await maintenance.health();
      assert.ok(existsSync(join(copiesFolder, dailyCopies.at(-1) ?? '', ownFile(store.log))));

      const copy = join(place.root, '..', 'copy');
      place.forget();
      await maintenance.forgetEverything(copy);
      assert.deepEqual(place.names(), []);
      assert.equal(readdirSync(copy).length, mostNames + 2);
    }),
  );

  it(
    'neither deletes nor copies what only has the name of a log file',
    inLogFolder(async (place) => {
      await backedUpLog(place);
      place.write('private.txt', 'private words');
      symlinkSync(place.path('private.txt'), place.path('link.jsonl'));
      mkdirSync(place.path('folder.jsonl'));
      const { maintenance } = await openWindow(place);
      await maintenance.copyTo(otherRoot(place));
      assert.ok(!readdirSync(join(otherRoot(place), 'log')).includes('link.jsonl'));
      const copy = join(place.root, '..', 'copy');
      place.forget();
      await maintenance.forgetEverything(copy);
      assert.ok(!readdirSync(copy).includes('link.jsonl'));
      assert.deepEqual(place.names(), ['folder.jsonl', 'link.jsonl', 'private.txt']);
    }),
  );

  it(
    'forgets nothing when the copy cannot be made',
    inLogFolder(async (place) => {
      await backedUpLog(place);
      const { maintenance, store } = await openWindow(place);
      const inTheWay = join(place.root, 'a file');
      writeFileSync(inTheWay, '');
      await assert.rejects(maintenance.forgetEverything(join(inTheWay, 'copy')));
      await store.refresh();
      assert.equal(titles(store).length, 3);
      assert.deepEqual(store.log.troubles, []);
    }),
  );
});

describe('the health of the log', () => {
  it(
    'is said in plain words, with what needs somebody first',
    inLogFolder(async (place) => {
      const file = await backedUpLog(place);
      place.write('desk.jsonl', `garbage\n${newerLine(1)}`);
      const { maintenance, store } = await openWindow(place);
      const lines = sayHealth(await maintenance.health(), store.today.day);
      assert.deepEqual(
        lines.filter(({ isTrouble }) => isTrouble).map(({ sentence, action }) => [sentence, action?.do]),
        [
          ['desk.jsonl, line 1: it is cut off, or not an entry at all', 'openLine'],
          ['1 line was written by a newer Pacesetter; it is kept. Update to see it.', 'update'],
          ['desk.jsonl, line 2: 1 line of a newer Pacesetter', 'openPlace'],
          ['If no newer Pacesetter wrote them, they block changes to items for no reason.', 'ignoreNewer'],
        ],
      );
      const calm = lines.filter(({ isTrouble }) => !isTrouble).map(({ sentence }) => sentence);
      assert.match(calm[0] ?? '', /^3 entries in 2 files$/);
      assert.match(calm.join('\n'), /^This machine: 3 entries, \d\.\d kB, the latest of /m);
      assert.match(calm.join('\n'), /^The copy on this machine, outside the log folder, is being updated\.$/m);
      await maintenance.writeBackups();
      const after = sayHealth(await maintenance.health(), store.today.day).map(({ sentence }) => sentence);
      assert.match(after.join('\n'), /^A full copy is on this machine, outside the log folder/m);
      assert.ok(place.names().includes(file));
    }),
  );

  it(
    'shows a few of many files with the same trouble in the view, lists 200, and says how many more there are',
    inLogFolder(async (place) => {
      const { maintenance, store } = await openWindow(place);
      await capture(store, 'Budget');
      renameSync(store.log.file, `${store.log.file}.away`);
      symlinkSync(place.path('nowhere'), store.log.file);
      for (let file = 0; file < 300; file++) symlinkSync(place.path('nowhere'), place.path(`!${file}.jsonl`));
      place.forget();
      await store.refresh();
      const notices = noticesIn(store);
      assert.deepEqual(
        notices.map(([sentence]) => sentence.split(/ is | has /)[0]),
        [
          'This machine’s log file',
          'Something with the name of a log file',
          'Something with the name of a log file',
          'A log file',
          '298 more files have such problems; Check Health of the Log lists them.',
        ],
      );
      assert.equal(notices.at(-1)?.[1], 'pacesetter.health');
      const lines = sayHealth(await maintenance.health(), store.today.day).map(({ sentence }) => sentence);
      assert.equal(
        lines.filter((sentence) => sentence.startsWith('Something with the name of a log file ')).length,
        199,
      );
      assert.ok(lines.includes('101 more like these are not listed.'));
      rmSync(store.log.file);
      renameSync(`${store.log.file}.away`, store.log.file);
    }),
  );

  it(
    'lists 200 of many files of the log, and says how many more there are',
    inLogFolder(async (place) => {
      const { maintenance, store } = await openWindow(place);
      for (let file = 0; file < 201; file++) place.append(`${file}.jsonl`, lineOf(captureOf(file)) + newerLine(file));
      const lines = sayHealth(await maintenance.health(), store.today.day);
      for (const [section, left] of [
        ['Needs you', 203],
        ['Location', 1],
      ] as const) {
        const said = lines.filter((line) => line.section === section).map(({ sentence }) => sentence);
        assert.ok(said.length <= 204, section);
        assert.ok(
          said.some((sentence) => sentence.startsWith(`${left} more like these `)),
          section,
        );
      }
    }),
  );

  it(
    'says where lines of a newer version stand, and leaves them out of account on this machine when told so',
    inLogFolder(async (place) => {
      await backedUpLog(place);
      place.write('desk.jsonl', lineOf(captureOf(7)) + sealed({ v: 999, item: 'item-7' }));
      const { maintenance, store } = await openWindow(place);
      const file = place.path('desk.jsonl');
      assert.equal(store.register.items.get('item-7')?.readOnly, true);
      assert.deepEqual((await maintenance.health()).newerFiles, [{ file, count: 1, lines: [2], isIgnored: false }]);

      await maintenance.ignoreNewer(file, true);
      assert.equal(store.register.items.get('item-7')?.readOnly, false);
      assert.deepEqual([store.log.newerLines, noticesIn(store)], [0, []]);
      const lines = sayHealth(await maintenance.health(), store.today.day);
      assert.ok(lines.some(({ action }) => action?.do === 'ignoreNewer' && !action.isIgnored));
      // Elsewhere they count as before.
      const elsewhere = await openWindow(place, { machine: 'desk' });
      assert.equal(elsewhere.store.register.items.get('item-7')?.readOnly, true);

      await maintenance.ignoreNewer(file, false);
      assert.equal(store.register.items.get('item-7')?.readOnly, true);
    }),
  );

  it(
    'says what stands twice under one id, what is dated ahead, and what another machine took back, with what to do',
    inLogFolder(async (place) => {
      const clock = new FrozenClock();
      const { maintenance, store } = await openWindow(place, { clock });
      const item = await capture(store, 'Budget');
      const [own] = store.register.entries as [Entry & { title: string }];
      const forged = { ...own, clock: '018000000000-0000', title: 'Forged' };
      const ahead = { ...captureOf(8), clock: '03bb2f570600-0000' };
      const undo = { type: 'actUndone', undoes: own.act } as const;
      const envelope = { id: 'undo', act: 'undo', device: 'desk', clock: own.clock, loggedAt: own.loggedAt };
      place.write(
        'desk.jsonl',
        [forged, ahead, { ...undo, ...envelope }].map((entry) => lineOf(entry as Entry)).join(''),
      );
      await store.refresh();
      assert.deepEqual(
        noticesIn(store).map(([sentence]) => sentence.split('.')[0]),
        [
          'Another machine undid 1 change that it had not made',
          '1 entry was overwritten by a line with the same id',
          '1 line is dated more than a day ahead of this machine’s clock; it counts when its day has come',
        ],
      );
      const health = await maintenance.health();
      const lines = sayHealth(health, store.today.day).filter(({ isTrouble }) => isTrouble);
      assert.deepEqual(
        lines.map(({ sentence, action }) => [action?.do, sentence]),
        [
          ['bringBack', 'Another machine undid what it had not done, Wed 4 Mar: Captured “Budget”'],
          ...[ownFile(store.log), 'desk.jsonl'].map((name) => [
            'openPlace',
            `${name}, line 1: lines with the id ${own.id} say different things. This counts: Captured “Budget”`,
          ]),
          [
            'openPlace',
            'desk.jsonl, line 2: it is dated more than a day ahead, and counts from Thu 31 Dec 2099. If this machine’s clock is wrong, set it right.',
          ],
        ],
      );
      assert.equal(store.register.items.size, 0);
      assert.ok(!isRefusal(await ask(store, { type: 'bringBack', undo: 'undo' })));
      assert.equal(store.register.items.get(item)?.title, 'Budget');
      assert.deepEqual((await maintenance.health()).takenBack, []);
    }),
  );

  it(
    'offers a line for git where the log lies in a repository, and writes it only when told',
    inLogFolder(async (place) => {
      await backedUpLog(place);
      const { maintenance } = await openWindow(place);
      assert.equal((await maintenance.health()).git, undefined);
      writeFileSync(join(place.root, '.git'), 'gitdir: elsewhere');
      assert.deepEqual((await maintenance.health()).git, {
        root: place.root,
        rule: '/log/*.jsonl merge=union -text',
        hasRule: false,
      });
      const attributes = join(place.root, '.gitattributes');
      assert.equal(existsSync(attributes), false);
      writeFileSync(attributes, '*.png binary');
      assert.equal(maintenance.allowMerges(), attributes);
      assert.equal(readFileSync(attributes, 'utf8'), '*.png binary\n/log/*.jsonl merge=union -text\n');
      assert.equal((await maintenance.health()).git?.hasRule, true);
      assert.equal(maintenance.allowMerges(), undefined);
      // Others write into the repository, and a link leads wherever they like.
      const target = join(place.root, 'elsewhere');
      for (const content of [undefined, 'kept']) {
        rmSync(attributes);
        symlinkSync(target, attributes);
        if (content !== undefined) writeFileSync(target, content);
        assert.throws(
          () => maintenance.allowMerges(),
          /^HumanError: Nothing was written to \.gitattributes in .*: link/,
        );
        assert.equal(existsSync(target) ? readFileSync(target, 'utf8') : undefined, content);
      }
    }),
  );
});
