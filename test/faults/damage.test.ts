import assert from 'node:assert/strict';
import { randomFillSync } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describe, it } from 'mocha';
import { fault, sized } from '../support/faultTable.ts';
import { ownFile } from '../support/logFolder.ts';
import { factsOf, openLog, readAll } from '../support/readLog.ts';
import { captureOf, captures, lineOf } from '../support/sampleEntries.ts';
import { noticesIn } from '../support/notices.ts';
import { seededEntries } from '../support/seededEntries.ts';

const entries = sized([...captures(3), ...seededEntries(9)], captures(3));
const whole = Buffer.from(entries.map(lineOf).join(''));
const added = captureOf(99);

function lineOfByte(position: number): number {
  return whole.subarray(0, position).filter((byte) => byte === 10).length;
}

describe('a damaged line', () => {
  it(
    'is never taken for an entry, whichever bit of it has flipped',
    fault('A bit flips', async (place) => {
      let flips = 0;
      let sentence = '';
      for (let position = 0; position < whole.length; position++) {
        // One bit of each byte, a different one each time. At full size, every bit.
        for (const bit of sized([0, 1, 2, 3, 4, 5, 6, 7], [position % 8])) {
          const damaged = Buffer.from(whole);
          damaged[position]! ^= 1 << bit;
          place.write('desk.jsonl', damaged);
          const { log, entries: read } = await readAll(place);
          const hit = lineOfByte(position);
          // A lost line feed joins two lines. The second is recovered.
          const others = entries.filter((_, number) => number !== hit);
          assert.deepEqual(factsOf(read), others, `byte ${position}, bit ${bit}`);
          assert.equal(log.newerLines, 0);
          // Without its line feed the last line looks like a write in progress.
          const isOver = position < whole.length - 1;
          assert.deepEqual(log.quarantined.at(0)?.line, isOver ? hit + 1 : undefined, `byte ${position}, bit ${bit}`);
          assert.ok(log.quarantined.length <= 2, `byte ${position}, bit ${bit}`);
          sentence = noticesIn({ log })[0]?.[0] ?? sentence;
          flips++;
        }
      }
      return {
        with: `${flips} flips, ${sized('each bit', 'one bit')} of each of ${whole.length} bytes`,
        lost: '0 other lines, 0 taken for another entry; the line itself is set aside',
        said: sentence,
      };
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
      fault(`The tail of the file becomes ${name}, and is then appended to`, async (place) => {
        const longest = sized(whole.length, 400);
        let tried = 0;
        let sentence = '';
        for (let length = 1; length <= longest; length += sized(1, 3)) {
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
          sentence = noticesIn({ log })[0]![0];
          tried++;
        }
        return {
          with: `${tried} lengths up to ${longest} bytes`,
          lost: '0 lines before it, 0 appended ones, 0 taken for an entry',
          said: sentence,
        };
      }),
    );
  }
});
