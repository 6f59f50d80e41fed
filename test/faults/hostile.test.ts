import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { describe, it } from 'mocha';
import { fault, sized } from '../support/faultTable.ts';
import { captureOf, lineOf } from '../support/sampleEntries.ts';
import { windowProcesses } from '../support/windowProcesses.ts';

const megabyte = 1 << 20;
/** Memory limits in MB: the heap that Node may use, and the peak that the whole process may reach. */
const heapInMB = 128;
const limitInMB = 300;

interface Hostile {
  readonly what: string;
  readonly write: (handle: number) => void;
  /** How many of its lines cannot be read. */
  readonly bad: number;
  /** Whether it is larger than what is read of the files of other machines. */
  readonly isTooLarge?: true;
  readonly leftOut?: string;
}

function fill(handle: number, piece: string, megabytes: number): void {
  const bytes = Buffer.alloc(megabyte, piece);
  for (let written = 0; written < megabytes; written++) writeSync(handle, bytes);
}

const long = sized(100, 100);
const huge = sized(280, 256);
const tooLarge = sized(1_024, 400);
const blanks = sized(100, 1);
const hostiles: readonly Hostile[] = [
  { what: `A line of ${long} MB`, write: (handle) => fill(handle, 'y', long), bad: 1 },
  {
    what: `A line of ${long} MB that begins like an entry`,
    write: (handle) => fill(handle, '{"v":1,"id":"', long),
    bad: 1,
  },
  {
    what: `A file of ${huge} MB without a line in it`,
    write: (handle) => ftruncateSync(handle, huge * megabyte),
    bad: 1,
  },
  {
    what: `A file of ${tooLarge} MB without a line in it`,
    write: (handle) => ftruncateSync(handle, tooLarge * megabyte),
    bad: 1,
    isTooLarge: true,
  },
  {
    what: `A file with ${(blanks * megabyte).toLocaleString('en')} blank lines`,
    write: (handle) => fill(handle, '\n', blanks),
    bad: 0,
  },
  {
    what: 'A file with 1,048,576 unreadable lines of two bytes',
    write: (handle) => fill(handle, 'x\n', 2),
    bad: 1_048_576,
  },
  {
    what: 'A file with the same entry over and over, 256 MB',
    write: (handle) => {
      const line = lineOf(captureOf(3, 'x'.repeat(1_000)));
      for (let written = 0; written < 256 * megabyte; written += 100 * line.length) writeSync(handle, line.repeat(100));
    },
    bad: 0,
    leftOut: 'every copy is held until the file is read to its end, so memory grows with the file',
  },
];

describe('a hostile file', () => {
  const windowOn = windowProcesses();

  for (const { what, write, bad, isTooLarge, leftOut } of hostiles) {
    it(
      `neither freezes the window nor fills its memory: ${what}`,
      fault(
        what,
        async (place) => {
          mkdirSync(place.folder, { recursive: true });
          const handle = openSync(place.path('desk.jsonl'), 'w');
          writeSync(handle, lineOf(captureOf(1)));
          write(handle);
          closeSync(handle);
          place.append('desk.jsonl', `\n${lineOf(captureOf(2))}`);
          const window = windowOn(place.root, place.storage(), { node: [`--max-old-space-size=${heapInMB}`] });
          const read = await window.refresh();
          const lost = isTooLarge ? 1 : 0;
          assert.deepEqual([read.quarantined, read.items >= 2 - lost], [bad, true]);
          const sentences = read.notices.map(([sentence]) => sentence);
          assert.equal(sentences.length, (bad === 0 ? 0 : 1) + lost);
          if (isTooLarge) assert.match(sentences[0]!, /^Only the first 300 MB of a log file are read: /);
          if (bad > 0) assert.match(sentences.at(-1)!, /^[\d,]+ lines? of the log could not be read; /);
          assert.ok(read.peakMemoryInMB < limitInMB, `${read.peakMemoryInMB} MB`);
          // The time of a slice depends on the machine. That long work is done in slices does not.
          assert.ok(read.turns >= read.cpuTimeInMs / 250, `${read.turns} turns in ${read.cpuTimeInMs} ms`);
          const saved = await window.capture('Budget');
          assert.equal((await window.refresh()).items, read.items + saved.length);
          return {
            with: `longest block ${read.longestBlockInMs} ms, at most ${read.peakMemoryInMB} MB of memory`,
            lost: `${lost} of 3 entries around it`,
            said: sentences.length === 0 ? undefined : sentences.join(' '),
          };
        },
        leftOut,
      ),
    );
  }
});
