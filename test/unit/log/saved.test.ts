import assert from 'node:assert/strict';
import { before, after, describe, it } from 'mocha';
import { throwAwayFolder } from '../../../scripts/throwAwayFolder.mjs';
import { bundleProgram, Child, startTogether } from '../../support/children.ts';
import { inLogFolder } from '../../support/logFolder.ts';
import { readAll } from '../../support/readLog.ts';

const rounds = 5;
const writers = 8;

describe('what was said to be saved', () => {
  const place = throwAwayFolder();
  let program = '';
  before(async () => void (program = await bundleProgram('writer', place.path)));
  after(() => place.remove());

  it(
    `survives the killing of ${rounds * writers} windows in the middle of their work`,
    inLogFolder(async (folder) => {
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
            // The word of the last one saved reaches us at the same point of a write each time; chance moves it.
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
            await child.kill();
          }),
        );
        for (const child of children) for (const id of child.said.slice(1)) saved.add(id);
        folder.check();
      }
      const { log, entries } = await readAll(folder);
      const read = new Set(entries.map((entry) => (entry.type === 'itemCaptured' ? entry.item : '')));
      assert.ok(saved.size >= rounds * writers, `only ${saved.size} were saved`);
      assert.deepEqual([...saved.difference(read)], []);
      // A window dies between two writes or after one, never within: there is no half line for the others to find.
      assert.deepEqual(log.quarantined, []);
    }),
  );

  it(
    'was synced to the last byte before it was said, and so was the name of a new file',
    inLogFolder(async (folder) => {
      const powerCut = await bundleProgram('powerCut', place.path);
      const child = new Child(powerCut, [folder.root, folder.storage(), '20']);
      await child.ended();
      const sizes = child.said.map((line) => /^([1-9]\d*) of (\d+), folder true$/.exec(line));
      assert.equal(sizes.length, 20);
      for (const [index, match] of sizes.entries())
        assert.ok(match !== null && match[1] === match[2], child.said[index]);
    }),
  );
});
