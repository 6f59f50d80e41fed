import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { throwAwayFolder } from '../../../scripts/lib/throwAwayFolder.mjs';
import { readRecordFolder } from '../../../src/files/recordFolder.ts';

describe('a folder of decision records', () => {
  it('has its records read, and no link followed out of it', async () => {
    const place = throwAwayFolder();
    try {
      const folder = join(place.path, 'decisions');
      mkdirSync(folder);
      writeFileSync(join(place.path, 'private.md'), '# Private');
      writeFileSync(join(folder, '0002-own.md'), '# Own');
      symlinkSync(join(place.path, 'private.md'), join(folder, '0001-link.md'));
      assert.deepEqual((await readRecordFolder(folder)).files, [
        { name: '0001-link.md', key: '0001-link.md', text: undefined, fault: { fault: 'notAFile' } },
        { name: '0002-own.md', key: '0002-own.md', text: '# Own', fault: undefined },
      ]);
    } finally {
      place.remove();
    }
  });
});
