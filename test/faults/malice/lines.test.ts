import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fault, sized } from '../../support/faultTable.ts';
import { type HostileLine, hostileLines } from '../../support/hostileLines.ts';
import { Random } from '../../support/random.ts';
import { windowProcesses } from '../../support/windowProcesses.ts';

const seed = Number(process.env['PACESETTER_SEED'] ?? '2026');

describe('lines that somebody made who knows the format', () => {
  const windowOn = windowProcesses();

  it(
    'stop no other line, and each that is set aside is said',
    fault('Lines of every type, each spoiled in one place, over three files', async (place) => {
      const rounds = sized(20, 2);
      const perRound = sized(10_000, 1_500);
      const total = { entry: 0, bad: 0, newer: 0, ahead: 0, copy: 0, forged: 0 };
      let longest = 0;
      let sentences: string[] = [];
      for (let round = 0; round < rounds; round++) {
        const random = new Random(seed + round);
        const lines = hostileLines(perRound, seed + round, random);
        // What is forged stands anywhere but in the file of the machine it says it is of.
        const fileOf = ({ device }: HostileLine) => (random.number(4) === 0 ? 'copy' : device);
        const files = Map.groupBy(lines, (line) => (line.fate === 'forged' ? 'nobody' : fileOf(line)));
        for (const [name, ofFile] of files) {
          place.append(`${round}-${name}.jsonl`, ofFile.map(({ text }) => text).join(''));
        }
        for (const name of place.names()) if (!name.startsWith(`${round}-`)) place.remove(name);
        place.forget();
        // A log of its own for each round: entries have the same ids in all of them.
        const window = windowOn(place.root, place.storage(`laptop ${round}`));
        const read = await window.refresh();
        const counts = { ...total };
        for (const fate of Object.keys(counts) as HostileLine['fate'][]) {
          counts[fate] = lines.filter((line) => line.fate === fate).length;
          total[fate] += counts[fate];
        }
        const forgedIds = new Set(
          lines.flatMap(({ fate, text }) => (fate === 'forged' ? [/"id":"[^"]*"/.exec(text)?.[0]] : [])),
        );
        assert.deepEqual(
          [read.bug, read.entries, read.quarantined, read.newerLines, read.ahead, read.conflicts],
          [undefined, counts.entry, counts.bad, counts.newer, counts.ahead, forgedIds.size],
          `seed ${seed + round}`,
        );
        sentences = read.notices.map(([sentence]) => sentence);
        for (const say of [
          /^[\d,]+ lines of the log could not be read/,
          /^[\d,]+ lines were written by a newer Pacesetter/,
          /^[\d,]+ lines are dated more than a day ahead/,
          /^[\d,]+ entries were overwritten by lines with the same ids/,
        ]) {
          assert.ok(
            sentences.some((sentence) => say.test(sentence)),
            `${String(say)}: ${sentences.join(' ')}`,
          );
        }
        longest = Math.max(longest, read.longestBlockInMs);
        for (const wish of ['look', 'keep'] as const) {
          const { bug, failure, hidden } = await window.ask({ do: wish });
          assert.deepEqual([bug, failure, hidden], [undefined, undefined, undefined], `${wish}, seed ${seed + round}`);
        }
        const [saved = ''] = await window.capture('Budget');
        assert.ok(saved !== '');
        place.check();
        assert.equal(
          place.names().filter((name) => !name.startsWith(`${round}-`)).length,
          1,
          'only its own file is new',
        );
        await window.kill();
      }
      return {
        with: `${Object.values(total).reduce((sum, count) => sum + count, 0)} lines, ${total.bad} of them no entries, ${total.newer} of a newer version, ${total.ahead} dated ahead, ${total.forged} under the ids of others, seed ${seed}; longest block ${longest} ms`,
        lost: `0 of ${total.entry}`,
        said: sentences.join(' '),
      };
    }),
  );
});
