import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { describe, it } from 'mocha';
import { sayTrouble } from '../../../src/core/log/troubleText.ts';
import { capture, openStore, titles } from '../../support/entryStores.ts';
import { inLogFolder } from '../../support/logFolder.ts';
import { factsOf, openLog, readAll } from '../../support/readLog.ts';
import { lineLimit } from '../../../src/log/fileReader.ts';
import { captureOf, captures, lineOf } from '../../support/sampleEntries.ts';

const lines = captures(3).map(lineOf);
const whole = lines.join('');

describe('a file of the log', () => {
  it(
    'that disappears is missed aloud, its items stay, and all is well when it is back',
    inLogFolder(async (place) => {
      place.write('desk.jsonl', whole);
      const store = openStore(place.root, place.storage());
      await store.refresh();
      place.remove('desk.jsonl');
      await store.refresh();
      const file = place.path('desk.jsonl');
      assert.deepEqual(store.log.troubles, [{ trouble: 'fileGone', file }]);
      assert.equal(
        sayTrouble(store.log.troubles[0]!),
        `A log file has disappeared. What was read of it is still shown. Append what is missing, or put it back: ${file}.`,
      );
      assert.equal(store.register.items.size, 3);
      place.write('desk.jsonl', whole + lineOf(captureOf(3)));
      await store.refresh();
      assert.deepEqual([store.log.troubles, store.register.items.size], [[], 4]);
    }),
  );

  it(
    'that becomes shorter is reported, its items stay, and other lines do not make up for those it lost',
    inLogFolder(async (place) => {
      place.write('desk.jsonl', whole);
      const store = openStore(place.root, place.storage());
      await store.refresh();
      const shorter = whole.slice(0, lines[0]!.length);
      place.write('desk.jsonl', shorter);
      await store.refresh();
      const [from, to] = [Buffer.byteLength(whole), Buffer.byteLength(shorter)];
      const shrank = [{ trouble: 'fileShrank', file: place.path('desk.jsonl'), from, to }];
      assert.deepEqual([store.log.troubles, store.register.items.size], [shrank, 3]);

      // Growth past the old size with other lines does not clear the fault.
      place.append('desk.jsonl', [5, 6, 7, 8].map((number) => lineOf(captureOf(number))).join(''));
      await store.refresh();
      const replaced = [{ trouble: 'fileReplaced', file: place.path('desk.jsonl') }];
      assert.deepEqual([store.log.troubles, store.register.items.size], [replaced, 7]);
    }),
  );

  it(
    'that became shorter is no longer reported once the longer one is back',
    inLogFolder(async (place) => {
      const log = openLog(place);
      for (const content of [whole, lines[0]!, '', whole]) {
        place.write('desk.jsonl', content);
        await log.catchUp();
        assert.deepEqual(
          log.troubles.map(({ trouble }) => trouble),
          content === whole ? [] : ['fileShrank'],
        );
      }
    }),
  );

  const kinds: Record<string, string> = {
    'of the same length': [7, 8, 9].map((number) => lineOf(captureOf(number))).join(''),
    'that is longer': [5, 6, 7, 8, 9].map((number) => lineOf(captureOf(number))).join(''),
    'that differs in an old line only': whole.replace('Item 0', 'Item 5'),
  };
  for (const [name, other] of Object.entries(kinds)) {
    it(
      `that is replaced by one ${name} is reported until all that was ever read of it is there again`,
      inLogFolder(async (place) => {
        place.write('desk.jsonl', whole);
        const store = openStore(place.root, place.storage());
        await store.refresh();
        const file = place.path('desk.jsonl');
        const more = lineOf(captureOf(20));
        let minute = 0;
        for (const [content, trouble] of [
          [other, 'fileReplaced'],
          [other + more, 'fileReplaced'],
          [whole, 'fileShrank'],
          [other, 'fileShrank'],
          [other + more + whole, undefined],
        ] as const) {
          place.write('desk.jsonl', content);
          // Sets the time a minute later: file systems have coarse timestamps.
          utimesSync(file, new Date(), new Date(Date.now() + ++minute * 60_000));
          for (let look = 0; look < 3; look++) {
            await store.refresh();
            const troubles = store.log.troubles.map((each) => [each.trouble, 'file' in each && each.file]);
            assert.deepEqual(troubles, trouble === undefined ? [] : [[trouble, file]], `${minute}, look ${look}`);
          }
          for (const { item } of captures(3) as { item?: string }[]) assert.ok(store.register.items.has(item!));
        }
      }),
    );
  }

  it(
    'that was only touched, or replaced by a copy, is not reported, and no line of it counts twice',
    inLogFolder(async (place) => {
      place.write('desk.jsonl', `${whole}garbage\n`);
      const log = openLog(place);
      await log.catchUp();
      for (const minute of [1, 2]) {
        utimesSync(place.path('desk.jsonl'), new Date(), new Date(Date.now() + minute * 60_000));
        await log.catchUp();
        assert.deepEqual([log.troubles, log.quarantined.length], [[], 1]);
      }
    }),
  );

  it(
    'that is replaced by another one of any size is read from its start',
    inLogFolder(async (place) => {
      const others = [10, 11, 12].map((number) => captureOf(number));
      place.write('desk.jsonl', whole);
      const log = openLog(place);
      await log.catchUp();
      place.write('other', others.map(lineOf).join('') + lines.join(''));
      place.forget();
      renameSync(place.path('other'), place.path('desk.jsonl'));
      assert.deepEqual(factsOf((await log.catchUp()).entries), [...others, ...captures(3)]);
      assert.deepEqual([log.troubles, log.quarantined], [[], []]);
    }),
  );

  it(
    'that is a link is neither read nor written, wherever it leads',
    inLogFolder(async (place) => {
      const log = openLog(place);
      place.write('kept.txt', whole);
      for (const target of ['kept.txt', 'nowhere.txt']) {
        symlinkSync(place.path(target), log.file);
        await assert.rejects(log.append([captureOf(3)]), { name: 'NoFileError', code: 'ELOOP', is: 'link' });
        assert.deepEqual((await log.catchUp()).entries, []);
        assert.deepEqual(log.troubles, [{ trouble: 'noFile', file: log.file, is: 'link', isOwn: true }]);
        rmSync(log.file);
      }
      assert.equal(place.read('kept.txt').toString(), whole);
      assert.equal(existsSync(place.path('nowhere.txt')), false);
    }),
  );

  it(
    'is only ever a file: folders, pipes and links of that name neither block nor count, and are said',
    inLogFolder(async (place) => {
      place.write('desk.jsonl', whole);
      mkdirSync(place.path('folder.jsonl'));
      symlinkSync(place.path('nowhere'), place.path('link.jsonl'));
      place.write('key', 'private');
      symlinkSync(place.path('key'), place.path('key.jsonl'));
      if (process.platform !== 'win32') execFileSync('mkfifo', [place.path('pipe.jsonl')]);
      const { log, entries } = await readAll(place);
      assert.deepEqual([entries.length, log.fileCount], [3, 1]);
      const expected = [
        ['folder.jsonl', 'folder'],
        ['key.jsonl', 'link'],
        ['link.jsonl', 'link'],
        ...(process.platform === 'win32' ? [] : [['pipe.jsonl', 'pipe']]),
      ].map(([name = '', is]) => ({ trouble: 'noFile', file: place.path(name), is, isOwn: false }));
      const byFile = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : 1);
      assert.deepEqual((log.troubles as readonly { file: string }[]).toSorted(byFile), expected);
    }),
  );

  it(
    'of another machine is read up to 300 MB, the smaller files first, and it is said until there is room for it',
    inLogFolder(async (place) => {
      const [first = '', second = '', third = ''] = lines;
      place.write('c.jsonl', third);
      for (const [name, line, size] of [
        ['a.jsonl', first, 8_000_000_000],
        ['b.jsonl', second, 400_000_000],
      ] as const) {
        writeFileSync(place.path(name), line);
        truncateSync(place.path(name), size);
      }
      const store = openStore(place.root, place.storage());
      await store.refresh();
      const most = 300_000_000;
      const cut = () => store.log.troubles.map((each) => [each.trouble, 'file' in each && each.file]);
      for (let look = 0; look < 2; look++) {
        assert.deepEqual(cut(), [
          ['fileTooLarge', place.path('b.jsonl')],
          ['fileTooLarge', place.path('a.jsonl')],
        ]);
        assert.ok(store.log.bytes > most - lineLimit && store.log.bytes <= most, `${store.log.bytes} bytes`);
        assert.deepEqual([store.log.quarantinedLines, store.register.items.size], [1, 2]);
        await store.refresh();
      }
      await capture(store, 'Budget');
      rmSync(place.path('b.jsonl'));
      await store.refresh();
      await store.refresh();
      assert.equal(store.register.items.size, 4);
      assert.deepEqual(cut()[0], ['fileTooLarge', place.path('a.jsonl')]);
      rmSync(place.path('a.jsonl'));
      place.forget();
      await store.refresh();
      assert.ok(!cut().flat().includes('fileTooLarge'));
    }),
  );

  it(
    'that a folder takes the place of has disappeared',
    inLogFolder(async (place) => {
      place.write('desk.jsonl', whole);
      const log = openLog(place);
      await log.catchUp();
      place.remove('desk.jsonl');
      mkdirSync(place.path('desk.jsonl'));
      await log.catchUp();
      const file = place.path('desk.jsonl');
      assert.deepEqual(log.troubles, [
        { trouble: 'noFile', file, is: 'folder', isOwn: false },
        { trouble: 'fileGone', file },
      ]);
    }),
  );
});

describe('the log folder', () => {
  it(
    'is made at the first use and never again: a drive that is not there must not look like an empty log',
    inLogFolder(async (place) => {
      const store = openStore(place.root, place.storage());
      await capture(store, 'Budget');
      renameSync(place.root, `${place.root} unplugged`);

      const readAfterRestart = openStore(place.root, place.storage());
      await readAfterRestart.refresh();
      assert.deepEqual(readAfterRestart.log.troubles, [{ trouble: 'folderMissing', folder: place.folder }]);
      await assert.rejects(capture(readAfterRestart, 'Room'), {
        name: 'HumanError',
        message: `Not saved: ${place.folder} is missing. Bring the folder or its drive back and try again.`,
      });
      await store.refresh();
      assert.deepEqual([titles(store), titles(readAfterRestart)], [['Budget'], []]);

      renameSync(`${place.root} unplugged`, place.root);
      await readAfterRestart.refresh();
      assert.deepEqual([titles(readAfterRestart), readAfterRestart.log.troubles], [['Budget'], []]);
    }),
  );

  it(
    'that is no folder at all is reported with what the system says',
    inLogFolder(async (place) => {
      const log = openLog(place);
      renameSync(place.folder, `${place.folder} aside`);
      writeFileSync(place.folder, '');
      await log.catchUp();
      assert.deepEqual(log.troubles, [{ trouble: 'folderUnreadable', folder: place.folder, code: 'ENOTDIR' }]);
      place.forget();
      renameSync(place.folder, `${place.folder} file`);
      renameSync(`${place.folder} aside`, place.folder);
    }),
  );
});
