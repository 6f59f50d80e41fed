import { wallClock } from '../../src/app/clock.ts';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { throwAwayFolder } from '../../scripts/lib/throwAwayFolder.mjs';
import { bundleProgram, Child, startTogether } from '../support/children.ts';
import { fault, sized } from '../support/faultTable.ts';
import { contents, openStore } from '../support/entryStores.ts';
import { noticesIn } from '../support/notices.ts';

const windows = sized(8, 4);
const actsEach = sized(12_500, 250);

describe('several windows at once', () => {
  const place = throwAwayFolder();
  let program = '';
  before(async () => void (program = await bundleProgram('writer', place.path)));
  after(() => place.remove());

  for (const [machines, name] of [
    [['laptop'], 'one machine, one file'],
    [['laptop', 'desk'], 'two machines over one folder, a file each'],
  ] as const) {
    it(
      `lose nothing, and all read the same: ${name}`,
      fault(`Windows write at once: ${name}`, async (folder) => {
        const children = Array.from({ length: windows }, (_, number) => {
          const machine = machines[number % machines.length]!;
          return new Child(program, [folder.root, folder.storage(machine), `window ${number}`, String(actsEach)]);
        });
        await startTogether(children);
        await Promise.all(children.map((child) => child.ended()));
        const saved = children.flatMap((child) => child.said.slice(1));

        const reader = openStore(folder.root, folder.storage('laptop'), { clock: wallClock });
        await reader.refresh();
        assert.equal(saved.length, windows * actsEach);
        assert.deepEqual([...reader.register.items.keys()].toSorted(), saved.toSorted());
        assert.deepEqual([noticesIn(reader), reader.log.fileCount], [[], machines.length]);

        const elsewhere = openStore(folder.root, folder.storage('another machine'), { clock: wallClock });
        await elsewhere.refresh();
        assert.deepEqual(contents(elsewhere.register), contents(reader.register));
        const lost = saved.filter((id) => !elsewhere.register.items.has(id)).length;
        return { with: `${saved.length} appends by ${windows} processes`, lost: `${lost} of ${saved.length}` };
      }),
    );
  }
});
