import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { Device } from '../../../src/log/device.ts';
import { bundleProgram, Child, startTogether } from '../../support/children.ts';
import { inLogFolder } from '../../support/logFolder.ts';

describe('the id of this machine', () => {
  it(
    'is one, however many windows start at the same moment for the first time',
    inLogFolder(async (place) => {
      const program = await bundleProgram('machine', place.storage('programs'));
      const windows = Array.from({ length: 8 }, () => new Child(program, [place.storage()]));
      await startTogether(windows);
      await Promise.all(windows.map((window) => window.ended()));
      const ids = new Set(windows.map(({ said }) => said[1]));
      assert.deepEqual([...ids], [Device.load(place.storage()).id]);
      assert.deepEqual(readdirSync(place.storage()), ['device']);
    }),
  );

  it(
    'is minted anew when its file lost its content in a crash, and never made of anything else found there',
    inLogFolder((place) => {
      const { id } = Device.load(place.storage());
      for (const content of ['', '\0'.repeat(37), '../../elsewhere', id.slice(1)]) {
        writeFileSync(join(place.storage(), 'device'), content);
        const fresh = Device.load(place.storage());
        assert.match(fresh.id, /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        assert.equal(Device.load(place.storage()).id, fresh.id);
      }
    }),
  );

  it(
    'is kept outside the log folder, with the folders it has written to',
    inLogFolder((place) => {
      const device = Device.load(place.storage());
      assert.equal(device.hasUsed(place.folder), false);
      device.rememberUse(place.folder);
      device.rememberUse(place.folder);
      assert.deepEqual([device.hasUsed(place.folder), device.hasUsed(place.root)], [true, false]);
      const [mark = '', ...others] = readdirSync(join(place.storage(), 'used'));
      assert.deepEqual(others, []);
      assert.equal(readFileSync(join(place.storage(), 'used', mark), 'utf8'), `${place.folder}\n`);
    }),
  );
});
