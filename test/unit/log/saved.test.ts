import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { throwAwayFolder } from '../../../scripts/lib/throwAwayFolder.mjs';
import { bundleProgram, Child } from '../../support/children.ts';
import { inLogFolder } from '../../support/logFolder.ts';

describe('what was said to be saved', () => {
  const place = throwAwayFolder();
  after(() => place.remove());

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
