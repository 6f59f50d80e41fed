import assert from 'node:assert/strict';
import { randomFillSync } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describe, it } from 'mocha';
import { inLogFolder, ownFile } from '../../support/logFolder.ts';
import { factsOf, openLog, readAll } from '../../support/readLog.ts';
import { captureOf, captures, lineOf } from '../../support/sampleEntries.ts';

const entries = captures(3);
const lines = entries.map((entry) => Buffer.from(lineOf(entry)));
const whole = Buffer.concat(lines);
const added = captureOf(99);

function lineOfByte(position: number): number {
  return whole.subarray(0, position).filter((byte) => byte === 10).length;
}

describe('a damaged line', () => {
  it(
    'is never taken for an entry: every byte, each with one bit flipped',
    inLogFolder(async (place) => {
      for (let position = 0; position < whole.length; position++) {
        const damaged = Buffer.from(whole);
        damaged[position]! ^= 1 << (position % 8);
        place.write('desk.jsonl', damaged);
        const { log, entries: read } = await readAll(place);
        const hit = lineOfByte(position);
        const others = entries.filter((_, number) => number !== hit);
        // A line feed that is lost glues two lines together; the second one is found again inside.
        assert.deepEqual(factsOf(read), others, `byte ${position}`);
        assert.equal(log.newerLines, 0);
        // Without its line feed the last line looks like one that is still being written.
        const isOver = position < whole.length - 1;
        assert.deepEqual(log.quarantined.at(0)?.line, isOver ? hit + 1 : undefined, `byte ${position}`);
        assert.ok(log.quarantined.length <= 2, `byte ${position}`);
      }
    }),
  );

  const tails: Record<string, (bytes: Buffer) => Buffer> = {
    NUL: (bytes) => bytes.fill(0),
    '0xFF': (bytes) => bytes.fill(0xff),
    random: (bytes) => randomFillSync(bytes),
  };
  for (const [name, damage] of Object.entries(tails)) {
    it(
      `costs nothing before it when the tail of the file becomes ${name}, and the next append is read`,
      inLogFolder(async (place) => {
        for (let length = 1; length <= 400; length += 3) {
          const log = openLog(place);
          const bytes = Buffer.from(whole);
          damage(bytes.subarray(bytes.length - length));
          place.write(ownFile(log), bytes);
          const { entries: read } = await log.append([added]);
          const untouched = entries.slice(0, lineOfByte(bytes.length - length));
          assert.deepEqual(factsOf(read).slice(0, untouched.length), untouched, `the last ${length} bytes`);
          assert.deepEqual(factsOf(read).at(-1), added, `the last ${length} bytes`);
          for (const entry of factsOf(read)) {
            assert.ok(
              [...entries, added].some((known) => isDeepStrictEqual(known, entry)),
              'an entry nobody wrote',
            );
          }
          assert.ok(log.quarantined.length > 0);
        }
      }),
    );
  }
});
