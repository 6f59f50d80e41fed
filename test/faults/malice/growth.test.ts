import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { throwAwayFolder } from '../../../scripts/lib/throwAwayFolder.mjs';
import { adversarialFiles } from '../../support/adversarialFiles.ts';
import { adversarialLogs } from '../../support/adversarialLogs.ts';
import { bundleProgram, Child } from '../../support/children.ts';
import { fault, sized } from '../../support/faultTable.ts';
import type { Growth } from '../../support/programs/growth.ts';

/** How many times the work ten times as many entries may take: n log n. */
const mostGrowth = 13;
const few = sized(3_000, 300);
/** Without them V8 puts functions into others, and counts fewer calls than there are. */
const exactly = ['--no-opt', '--no-maglev'];

describe('ten times as many entries', () => {
  let program = '';
  before(async () => void (program = await bundleProgram('growth', throwAwayFolder().path)));

  /** Counts the work on each kind, several at a time. Returns the greatest growth, in words. */
  async function greatestGrowth(kinds: readonly string[], folder: string): Promise<string> {
    const growths: { growth: number; words: string }[] = [];
    const left = kinds.entries();
    const work = async (): Promise<void> => {
      for (const [at, kind] of left) {
        const child = new Child(program, [join(folder, String(at)), kind, String(few)], { node: exactly });
        await child.ended();
        const parts = child.said.map((line) => JSON.parse(line) as Growth);
        assert.ok(parts.length > 0 && parts.every((part) => part.many > 0), kind);
        for (const { part, few: less, many } of parts) {
          growths.push({
            growth: many / less,
            words: `${(many / less).toFixed(1)} times the work to ${part}: ${kind}`,
          });
        }
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    const tooMuch = growths.filter(({ growth }) => growth > mostGrowth);
    assert.deepEqual(
      tooMuch.map(({ words }) => words),
      [],
    );
    return growths.toSorted((a, b) => b.growth - a.growth)[0]!.words;
  }

  const tables = { logs: adversarialLogs, 'files to import': adversarialFiles };
  for (const [what, kinds] of Object.entries(tables)) {
    it(
      `take at most ${mostGrowth} times the work, whatever they say and in whatever order they arrive: ${what}`,
      fault(`Made to be slow: ${what} of ${few} and ${10 * few} entries`, async (place) => {
        const names = Object.keys(kinds);
        const greatest = await greatestGrowth(names, place.root);
        return { with: `${names.length} kinds; at most ${greatest}`, lost: '–' };
      }),
    );
  }
});
