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

const tables = { logs: adversarialLogs, 'files to import': adversarialFiles };
const kinds = Object.values(tables).flatMap((table) => Object.keys(table));

describe('ten times as many entries', function () {
  this.timeout(sized(1_200_000, 60_000));
  const counted = new Map(kinds.map((kind) => [kind, Promise.withResolvers<readonly Growth[]>()]));

  /** Counts the work on all kinds, several at a time and in the order in which the tests ask for it. */
  before(async () => {
    const folder = throwAwayFolder().path;
    const program = await bundleProgram('growth', folder);
    const left = counted.entries();
    const work = async (): Promise<void> => {
      for (const [kind, { resolve, reject, promise }] of left) {
        // A test that is not run does not ask for it.
        promise.catch(() => undefined);
        const child = new Child(program, [join(folder, String(kinds.indexOf(kind))), kind, String(few)], {
          node: exactly,
        });
        await child.ended().then(() => resolve(child.said.map((line) => JSON.parse(line) as Growth)), reject);
      }
    };
    for (let at = 0; at < availableParallelism(); at++) void work();
  });

  for (const [what, table] of Object.entries(tables)) {
    for (const kind of Object.keys(table)) {
      it(`take at most ${mostGrowth} times the work, in whatever order they arrive: ${kind}`, async () => {
        const parts = await counted.get(kind)!.promise;
        assert.ok(parts.length > 0 && parts.every(({ many }) => many > 0));
        assert.deepEqual(
          parts.filter((growth) => ratioOf(growth) > mostGrowth),
          [],
        );
      });
    }

    it(
      `take no more work than that, of all ${what} that were made to be slow`,
      fault(`Made to be slow: ${what} of ${few} and ${10 * few} entries`, async () => {
        const names = Object.keys(table);
        const parts = await Promise.all(
          names.map(async (kind) => (await counted.get(kind)!.promise).map((growth) => ({ kind, growth }))),
        );
        const { kind, growth } = parts.flat().toSorted((a, b) => ratioOf(b.growth) - ratioOf(a.growth))[0]!;
        const most = `${ratioOf(growth).toFixed(1)} times the work to ${growth.part}: ${kind}`;
        return { with: `${names.length} kinds; at most ${most}`, lost: '–' };
      }),
    );
  }
});

function ratioOf({ few, many }: Growth): number {
  return many / few;
}
