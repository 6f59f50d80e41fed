import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { throwAwayFolder } from '../../scripts/lib/throwAwayFolder.mjs';
import { bundleProgram, Child, startTogether } from '../support/children.ts';
import { fault, sized } from '../support/faultTable.ts';
import { readAfterRestart } from '../support/afterRestart.ts';

const rounds = sized(30, 2);
const writers = 8;

describe('what was said to be saved', () => {
  const place = throwAwayFolder();
  let program = '';
  before(async () => void (program = await bundleProgram('writer', place.path)));
  after(() => place.remove());

  it(
    `survives the killing of ${rounds * writers} windows in the middle of their work`,
    fault('Windows are killed (kill -9) at random moments while they write', async (folder) => {
      const saved = new Set<string>();
      for (let round = 0; round < rounds; round++) {
        const children = Array.from({ length: writers }, (_, writer) => {
          // Every other window belongs to a second machine that shares the folder.
          const machine = folder.storage(writer % 2 === 0 ? 'laptop' : 'desk');
          return new Child(program, [folder.root, machine, `${round}.${writer}`, '1000000']);
        });
        await startTogether(children);
        await Promise.all(
          children.map(async (child) => {
            await child.hasSaid(2 + Math.floor(Math.random() * 8));
            // Messages of saved entries arrive at the same point of a write each time. A random delay varies that
            // point.
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
            await child.kill();
          }),
        );
        for (const child of children) for (const id of child.said.slice(1)) saved.add(id);
        folder.check();
      }
      const { ids, notices } = await readAfterRestart(folder.root, folder.storage());
      const lost = saved.difference(new Set(ids));
      assert.ok(saved.size >= rounds * writers, `only ${saved.size} were saved`);
      assert.deepEqual([...lost], []);
      // A kill falls between two writes or after one, never within one. So there is no partial line to report.
      assert.deepEqual(notices, []);
      return {
        with: `${rounds * writers} kills of ${writers} writers at a time on two machines' files`,
        lost: `${lost.size} of ${saved.size} saved`,
      };
    }),
  );
});
