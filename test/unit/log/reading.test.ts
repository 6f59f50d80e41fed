import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inLogFolder, type LogFolder } from '../../support/logFolder.ts';
import { factsOf, openLog, readAll } from '../../support/readLog.ts';
import { captureOf, captures, lineOf, sealed } from '../../support/sampleEntries.ts';

const entries = captures(3);
const [first = '', second = '', third = ''] = entries.map(lineOf);
const whole = first + second + third;
const megabyte = 1 << 20;

async function reads(place: LogFolder, content: string | Uint8Array) {
  place.write('desk.jsonl', content);
  const { log, entries: read } = await readAll(place);
  return { read: factsOf(read), bad: log.quarantined.map(({ line, reason }) => `${line} ${reason}`), log };
}

describe('reading a log', () => {
  const harmless: Record<string, string> = {
    'a byte order mark': `\uFEFF${whole}`,
    'line breaks of Windows': whole.replaceAll('\n', '\r\n'),
    'blank lines': `\n\n${first}\n  \r\n${second}\t\n${third}\n`,
  };
  for (const [name, content] of Object.entries(harmless)) {
    it(
      `takes ${name} as it comes`,
      inLogFolder(async (place) => {
        const { read, bad } = await reads(place, content);
        assert.deepEqual([read, bad], [entries, []]);
      }),
    );
  }

  const spoiled: Record<string, readonly [string | Buffer, readonly string[]]> = {
    'garbage in the middle': [`${first}Remember the milk\n${second}${third}`, ['2 notJson']],
    'JSON of something else': [
      `${first}[]\n3\n{"v":1}\n${second}${third}`,
      ['2 noChecksum', '3 noChecksum', '4 noChecksum'],
    ],
    'bytes that are no text': [
      Buffer.concat([Buffer.from(first), Buffer.from([0xff, 0xfe, 10]), Buffer.from(second + third)]),
      ['2 notUtf8'],
    ],
    'merge markers': [
      `<<<<<<< HEAD\n${first}||||||| base\n=======\n${second}>>>>>>> other\n${third}`,
      ['1 mergeMarker', '3 mergeMarker', '4 mergeMarker', '6 mergeMarker'],
    ],
    'an edited line': [`${first}${first.replace('2026-03-04', '2026-03-05')}${second}${third}`, ['2 wrongChecksum']],
    'a whole line that is no entry': [
      `${first}${sealed({ v: 1, type: 'itemDecided' })}${second}${third}`,
      ['2 wrongShape'],
    ],
    'a whole line glued behind the start of another': [
      `${first}${second.slice(0, 80)}${second}${third}`,
      ['2 wrongChecksum'],
    ],
    'an entry that would change what objects are': [
      `${first}${sealed({ v: 1, type: '__proto__', __proto__: null, ['constructor']: { polluted: true } })}${second}${third}`,
      [],
    ],
    'a line over a megabyte': [`${first}${'x'.repeat(3 * megabyte)}\n${second}${third}`, ['2 tooLong']],
  };
  for (const [name, [content, reasons]] of Object.entries(spoiled)) {
    it(
      `uses all other lines when it meets ${name}, and says where`,
      inLogFolder(async (place) => {
        const { read, bad, log } = await reads(place, content);
        assert.deepEqual([read, bad], [entries, reasons]);
        assert.deepEqual(log.troubles, []);
        assert.ok(log.quarantined.every(({ file }) => file === place.path('desk.jsonl')));
      }),
    );
  }

  it(
    'finds every line of a log larger than what is read at once, wherever the border falls',
    inLogFolder(async (place) => {
      // Shifts the lines byte by byte, so that the buffer boundary falls on every byte of a line, four-byte characters
      // included.
      for (let shift = 0; shift < 24; shift++) {
        const many = Array.from({ length: 200 }, (_, number) =>
          captureOf(number, `${number === 0 ? 'x'.repeat(shift) : ''}${'🎯é漢'.repeat(60)}`),
        );
        const { read, bad } = await reads(place, many.map(lineOf).join(''));
        assert.deepEqual([read, bad], [many, []], `shifted by ${shift}`);
      }
    }),
  );

  it(
    'reads a line as long as may be, and refuses the next longer one',
    inLogFolder(async (place) => {
      // No entry of this version is that long, but one of a newer version may be.
      const newer = (length: number) => sealed({ v: 2, text: 'x'.repeat(length) });
      const empty = Buffer.byteLength(newer(0));
      assert.equal(Buffer.byteLength(newer(megabyte - empty)), megabyte);
      const whole = await reads(place, first + newer(megabyte - empty) + second);
      assert.deepEqual([whole.read, whole.bad, whole.log.newerLines], [entries.slice(0, 2), [], 1]);
      const { read, bad } = await reads(place, first + newer(megabyte - empty + 1) + second);
      assert.deepEqual([read, bad], [entries.slice(0, 2), ['2 tooLong']]);
    }),
  );

  it(
    'goes on behind an endless line that arrives in pieces',
    inLogFolder(async (place) => {
      place.append('desk.jsonl', first);
      const log = openLog(place);
      const read = (await log.catchUp()).entries;
      for (let piece = 0; piece < 5; piece++) {
        place.append('desk.jsonl', 'y'.repeat(700_000));
        read.push(...(await log.catchUp()).entries);
      }
      place.append('desk.jsonl', `\n${second}`);
      read.push(...(await log.catchUp()).entries);
      assert.deepEqual(factsOf(read), entries.slice(0, 2));
      assert.deepEqual(
        log.quarantined.map(({ line, reason }) => [line, reason]),
        [[2, 'tooLong']],
      );
    }),
  );

  it(
    'goes on where it stopped, over every file there is',
    inLogFolder(async (place) => {
      place.append('desk.jsonl', first);
      const log = openLog(place);
      assert.deepEqual(factsOf((await log.catchUp()).entries), [entries[0]]);
      assert.deepEqual((await log.catchUp()).entries, []);
      place.append('desk.jsonl', second);
      place.append('desk (conflicted copy).jsonl', third);
      place.append('notes.txt', 'not a log');
      assert.deepEqual(factsOf((await log.catchUp()).entries), [entries[2], entries[1]]);
      assert.deepEqual([log.fileCount, log.bytes], [2, Buffer.byteLength(whole)]);
    }),
  );

  it(
    'waits for the rest of a line that is being written, in the middle of a character too',
    inLogFolder(async (place) => {
      const log = openLog(place);
      const bytes = Buffer.from(whole);
      const read = [];
      for (const byte of bytes) {
        place.append('desk.jsonl', Buffer.of(byte));
        read.push(...(await log.catchUp()).entries);
      }
      assert.deepEqual([factsOf(read), log.quarantined, log.troubles], [entries, [], []]);
    }),
  );
});
