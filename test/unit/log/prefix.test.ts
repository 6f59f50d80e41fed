import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inLogFolder, ownFile } from '../../support/logFolder.ts';
import { factsOf, openLog } from '../../support/readLog.ts';
import { captureOf, captures, lineOf } from '../../support/sampleEntries.ts';

const entries = captures(2);
const lines = entries.map((entry) => Buffer.from(lineOf(entry)));
const whole = Buffer.concat(lines);
const added = captureOf(99);

/** How many of the lines lie whole before this byte; a line that lacks nothing but its line feed counts as well. */
function linesBefore(cut: number): number {
  let [count, end] = [0, 0];
  for (const line of lines) {
    end += line.length;
    if (end - 1 <= cut) count++;
  }
  return count;
}

describe('a log cut off at any byte', () => {
  it(
    'is a log: the next append goes in, and exactly the whole lines and the new one are read',
    inLogFolder(async (place) => {
      for (let cut = 0; cut <= whole.length; cut++) {
        const log = openLog(place);
        place.write(ownFile(log), whole.subarray(0, cut));
        const { entries: read } = await log.append([added]);
        assert.deepEqual(factsOf(read), [...entries.slice(0, linesBefore(cut)), added], `cut at ${cut}`);
        const torn = cut > 0 && whole[cut - 1] !== 10 && whole[cut] !== 10 && cut < whole.length;
        assert.equal(log.quarantined.length, torn ? 1 : 0, `cut at ${cut}`);
        if (torn) assert.equal(log.quarantined[0]?.line, linesBefore(cut) + 1);
      }
    }),
  );

  it(
    'is not complained about while nobody has gone on writing',
    inLogFolder(async (place) => {
      place.write('desk.jsonl', whole.subarray(0, whole.length - 1));
      const log = openLog(place);
      assert.deepEqual(factsOf((await log.catchUp()).entries), entries.slice(0, -1));
      assert.deepEqual([log.quarantined, log.troubles], [[], []]);
      place.write('desk.jsonl', whole);
      assert.deepEqual(factsOf((await log.catchUp()).entries), entries.slice(-1));
      assert.deepEqual([log.quarantined, log.bytes], [[], whole.length]);
    }),
  );
});
