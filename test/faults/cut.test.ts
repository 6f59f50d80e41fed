import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fault, sized } from '../support/faultTable.ts';
import { inLogFolder, ownFile } from '../support/logFolder.ts';
import { factsOf, openLog } from '../support/readLog.ts';
import { captureOf, captures, lineOf } from '../support/sampleEntries.ts';
import { noticesIn } from '../support/notices.ts';
import { seededEntries } from '../support/seededEntries.ts';

const added = captureOf(99);

describe('a log cut off at any byte', () => {
  it(
    'is a log: the next append goes in, and exactly the whole lines and the new one are read',
    fault('The file ends at any byte, as after a crash, and is then appended to', async (place) => {
      const entries = sized([...captures(2), ...seededEntries(40)], captures(2));
      const lines = entries.map((entry) => Buffer.from(lineOf(entry)));
      const whole = Buffer.concat(lines);
      // A line that lacks only its line feed is complete.
      const ends = lines.map((_, number) => Buffer.concat(lines.slice(0, number + 1)).length - 1);
      const sentences = new Set<string>();
      let torn = 0;
      for (let cut = 0; cut <= whole.length; cut++) {
        const log = openLog(place);
        place.write(ownFile(log), whole.subarray(0, cut));
        const { entries: read } = await log.append([added]);
        const before = ends.filter((end) => end <= cut).length;
        assert.deepEqual(factsOf(read), [...entries.slice(0, before), added], `cut at ${cut}`);
        const isTorn = cut > 0 && whole[cut - 1] !== 10 && whole[cut] !== 10 && cut < whole.length;
        assert.equal(log.quarantined.length, isTorn ? 1 : 0, `cut at ${cut}`);
        for (const [sentence] of noticesIn({ log })) sentences.add(sentence);
        if (!isTorn) continue;
        assert.equal(log.quarantined[0]?.line, before + 1);
        torn++;
      }
      assert.equal(sentences.size, 1);
      return {
        with: `${whole.length + 1} cuts through ${lines.length} lines, ${torn} of them inside a line`,
        lost: '0 whole lines, 0 appended ones; the torn line itself is set aside',
        said: [...sentences].join(' '),
      };
    }),
  );

  it(
    'is not complained about while nobody has gone on writing',
    inLogFolder(async (place) => {
      const entries = captures(2);
      const whole = Buffer.from(entries.map(lineOf).join(''));
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
