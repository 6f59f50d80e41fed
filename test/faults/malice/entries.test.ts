import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, it } from 'mocha';
import type { Entry } from '../../../src/core/entries/entry.ts';
import type { LogFolder } from '../../support/logFolder.ts';
import { fault } from '../../support/faultTable.ts';
import { captureOf, captures, lineOf, sealed } from '../../support/sampleEntries.ts';
import { windowProcesses } from '../../support/windowProcesses.ts';

/** The id of the machine with this private folder, once a window has run there. */
function deviceIn(place: LogFolder, machine?: string): string {
  return readFileSync(join(place.storage(machine), 'device'), 'utf8').trim();
}

/** The entries a machine has written. */
function written(place: LogFolder, device: string): (Entry & { readonly item: string; readonly title: string })[] {
  const lines = place.read(`${device}.jsonl`).toString().trimEnd().split('\n');
  return lines.map((line) => {
    const { crc, ...entry } = JSON.parse(line) as { crc: string };
    return entry as unknown as Entry & { item: string; title: string };
  });
}

describe('an entry that somebody made to harm a log', () => {
  const windowOn = windowProcesses();

  const misshapen: Readonly<Record<string, (number: number) => string>> = {
    'an unknown field nested 20,000 deep, the line present twice': (number) => {
      const line = sealed({ ...captureOf(number), v: 1, extra: 'DEEP' });
      const content = line.slice(0, line.lastIndexOf(',"crc"'));
      const nested = `${content}}`.replace('"DEEP"', `${'['.repeat(20_000)}${']'.repeat(20_000)}`);
      return sealedText(nested).repeat(2);
    },
    'the item “/x”': (number) => sealed({ v: 1, ...captureOf(number), item: '/x' }),
    'an id with a lone surrogate': (number) => sealed({ v: 1, ...captureOf(number), item: '\ud800' }),
    'an id of 10,000 characters': (number) => sealed({ v: 1, ...captureOf(number), item: 'x'.repeat(10_000) }),
    'a title of 400,000 characters': (number) => sealed({ v: 1, ...captureOf(number), title: 'x'.repeat(400_000) }),
    '80,000 people waiting': (number) =>
      sealed({ v: 1, ...captureOf(number), waiting: Array.from({ length: 80_000 }, (_, at) => `n${at}`) }),
  };

  it(
    'is set aside where no entry looks like it, and everything else goes on',
    fault('Whole lines with a right checksum that no entry looks like', async (place) => {
      const good = captures(6).map(lineOf);
      const bad = Object.values(misshapen).map((make, number) => make(100 + number));
      place.write('desk.jsonl', bad.map((line, at) => line + good[at]!).join(''));
      const window = windowOn(place.root, place.storage());
      const read = await window.refresh();
      assert.deepEqual([read.bug, read.items, read.quarantined], [undefined, good.length, bad.length + 1]);
      await window.capture('Budget');
      for (const wish of ['look', 'keep'] as const) assert.equal((await window.ask({ do: wish })).bug, undefined, wish);
      const restarted = await windowOn(place.root, place.storage()).refresh();
      assert.deepEqual([restarted.items, restarted.notices.length], [good.length + 1, 1]);
      return { with: Object.keys(misshapen).join('; '), lost: `0 of ${good.length + 1}`, said: read.notices[0]?.[0] };
    }),
  );

  it(
    'moves no clock: later edits win, can be taken back, and are read elsewhere',
    fault('Entries of the year 2100 and with the greatest clock there is', async (place) => {
      const window = windowOn(place.root, place.storage());
      const [id = ''] = await window.capture('Budget');
      const edit = { type: 'itemEdited', item: id, title: 'Taken over' };
      const envelope = { v: 1, device: 'eve', loggedAt: '2026-03-04T09:00:00.000Z' };
      const clocks = ['03bb2cc3d800-0000', 'e6ffffffffff-ffff'];
      place.write(
        'eve.jsonl',
        clocks.map((clock, at) => sealed({ ...envelope, id: `e${at}`, act: `a${at}`, clock, ...edit })).join(''),
      );
      const read = await window.refresh();
      assert.deepEqual([read.ahead, read.items], [2, 1]);
      assert.equal((await window.ask({ do: 'ask', intent: { type: 'edit', id, title: 'Mine' } })).refused, undefined);
      assert.equal((await window.ask({ do: 'ask', intent: { type: 'undo' } })).refused, undefined);
      assert.equal(
        (await window.ask({ do: 'ask', intent: { type: 'edit', id, title: 'Mine again' } })).refused,
        undefined,
      );
      for (const { clock } of written(place, deviceIn(place))) assert.ok(clock < '02', clock);
      const here = await window.refresh();
      const there = await windowOn(place.root, place.storage('desktop')).refresh();
      assert.deepEqual([there.entries, there.digest], [4, here.digest]);
      return { with: '2 entries', lost: '0 of 4', said: read.notices[0]?.[0] };
    }),
  );

  it(
    'replaces no entry under its id, whatever it says and wherever it stands, and both are kept',
    fault('Lines with the id of an entry and other content, in other files and with a lower clock', async (place) => {
      const window = windowOn(place.root, place.storage());
      await window.capture('Budget');
      const before = await window.refresh();
      const [own] = written(place, deviceIn(place));
      const forged = { ...own!, clock: '000000000001-0000', title: 'Forged' };
      place.write('0.jsonl', sealed(forged));
      place.write('eve.jsonl', sealed({ ...forged, device: 'eve' }));
      const read = await window.refresh();
      assert.deepEqual([read.digest, read.conflicts, read.notices.length], [before.digest, 1, 1]);
      const restarted = await windowOn(place.root, place.storage()).refresh();
      assert.deepEqual([restarted.digest, restarted.conflicts], [before.digest, 1]);
      return { with: '2 such lines', lost: '0 of 1', said: read.notices[0]?.[0] };
    }),
  );

  it(
    'takes nothing back that cannot be brought back',
    fault('Another machine undoes what it has not done, also in the name of this machine', async (place) => {
      const window = windowOn(place.root, place.storage());
      await window.capture('Budget');
      await window.capture('Room');
      const device = deviceIn(place);
      const before = await window.refresh();
      const undo = (at: number, by: string) => {
        const { act, clock, loggedAt } = written(place, device)[at]!;
        return sealed({
          v: 1,
          id: `u${at}`,
          clock,
          device: by,
          act: `u${at}`,
          type: 'actUndone',
          loggedAt,
          undoes: act,
        });
      };
      place.write('eve.jsonl', undo(0, 'eve') + undo(1, device));
      const read = await window.refresh();
      assert.deepEqual([read.items, read.takenBack.toSorted()], [0, ['u0', 'u1']]);
      const sentence = read.notices[0]?.[0];
      // What stands in another file is not this machine's last act: undo and redo do not touch it.
      assert.equal((await window.ask({ do: 'ask', intent: { type: 'redo' } })).refused, 'nothingToRedo');
      for (const by of ['u0', 'u1']) {
        const answer = await window.ask({ do: 'bringBack', undo: by });
        assert.deepEqual([answer.bug, answer.refused], [undefined, undefined]);
      }
      const after = await window.refresh();
      assert.deepEqual([after.digest, after.notices], [before.digest, []]);
      return { with: '2 undos', lost: '0 of 2', said: sentence };
    }),
  );

  it(
    'is no act of this machine where it only bears its id',
    fault('A line with the id of this machine in another file, newer than its last act', async (place) => {
      const window = windowOn(place.root, place.storage());
      const [id = ''] = await window.capture('Budget');
      await window.ask({ do: 'ask', intent: { type: 'edit', id, title: 'Larger budget' } });
      const device = deviceIn(place);
      const last = written(place, device).at(-1)!;
      const old = written(place, device)[0]!;
      // It belongs to the oldest act, so that undoing "the last one" would take that back.
      const forged = {
        ...last,
        id: 'forged',
        act: old.act,
        clock: last.clock.replace(/....$/, 'ffff'),
        title: 'Forged',
      };
      place.write('0.jsonl', sealed(forged));
      const before = await window.refresh();
      const undone = await window.ask({ do: 'ask', intent: { type: 'undo' } });
      assert.deepEqual([undone.refused, undone.items], [undefined, before.items]);
      assert.equal(written(place, device).at(-1)!.type, 'actUndone');
      assert.equal((written(place, device).at(-1) as unknown as { undoes: string }).undoes, last.act);
      return { with: '1 line', lost: '0 of 2' };
    }),
  );

  it(
    'does not become an act of this machine when what is missing is appended, or when the log is moved',
    fault('A file with undos in the name of this machine, which then disappears or is moved', async (place) => {
      const window = windowOn(place.root, place.storage());
      await window.capture('Budget');
      const device = deviceIn(place);
      const [own] = written(place, device);
      const forged = { v: 1, ...own!, id: 'forged', act: 'forged', type: 'actUndone', undoes: own!.act };
      place.write('eve.jsonl', sealed(forged));
      await window.refresh();
      place.remove('eve.jsonl');
      await window.refresh();
      const appended = await window.ask({ do: 'appendMissing' });
      assert.deepEqual([appended.bug, appended.takenBack], [undefined, ['forged']]);
      const restarted = await windowOn(place.root, place.storage()).refresh();
      assert.deepEqual([restarted.takenBack, restarted.notices.length], [['forged'], 1]);
      // In the target, the file has another content already, so that its lines are brought over one by one.
      const target = join(place.root, '..', 'moved');
      mkdirSync(join(target, 'log'), { recursive: true });
      for (const name of place.names()) writeFileSync(join(target, 'log', name), '');
      const moved = await window.ask({ do: 'move', to: target });
      assert.deepEqual([moved.bug, moved.failure, moved.takenBack], [undefined, undefined, ['forged']]);
      assert.equal(written(place, device).length, 1);
      return { with: '1 line', lost: '0 of 1', said: restarted.notices[0]?.[0] };
    }),
  );

  it(
    'of no known version makes its item read-only only until somebody says that it is to be ignored',
    fault('A line {"v":999,"item":…}', async (place) => {
      place.write('desk.jsonl', lineOf(captureOf(1)));
      place.write('eve.jsonl', `${lineOf(captureOf(2))}${sealed({ v: 999, item: 'item-1' })}`);
      const window = windowOn(place.root, place.storage());
      const decide = { do: 'ask', intent: { type: 'decide', id: 'item-1', outcome: 'Yes' } } as const;
      const refused = await window.ask(decide);
      assert.equal(refused.refused, 'newerItem');
      await window.ask({ do: 'ignoreNewer', file: place.path('eve.jsonl') });
      const decided = await window.ask(decide);
      assert.deepEqual([decided.refused, decided.notices], [undefined, []]);
      return { with: '1 line', lost: '0 of 3', said: refused.notices[0]?.[0] };
    }),
  );

  it(
    'hides nothing in its words',
    fault('Titles, names and notes with NUL, control characters and marks that turn the direction', async (place) => {
      const words = 'safe \u202egnp.exe\u0000\u0007\u2066x\u2069\ud800';
      const capture = {
        ...captureOf(1, words),
        waiting: [words],
        tags: [words],
        note: words,
        link: words,
        askedBy: words,
      };
      place.write('desk.jsonl', lineOf(capture));
      const window = windowOn(place.root, place.storage());
      await window.refresh();
      const seen = await window.ask({ do: 'look' });
      assert.deepEqual([seen.bug, seen.hidden, seen.items], [undefined, undefined, 1]);
      return { with: 'a line with all of them in 6 fields', lost: '0 of 1' };
    }),
  );
});

/** A text of JSON with its checksum. */
function sealedText(text: string): string {
  return `${text.slice(0, -1)},"crc":"${crc32(text).toString(16).padStart(8, '0')}"}\n`;
}
