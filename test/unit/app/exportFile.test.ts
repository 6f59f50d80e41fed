import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { checkFolder, writeExport } from '../../../src/app/exportFile.ts';
import { HumanError } from '../../../src/core/humanError.ts';

describe('writing an export', () => {
  let place = '';
  let logFolder = '';
  beforeEach(() => {
    place = realpathSync(mkdtempSync(join(tmpdir(), 'pacesetter-export-')));
    logFolder = join(place, 'log');
    mkdirSync(logFolder);
    writeFileSync(join(logFolder, 'desk.jsonl'), 'the log\n');
  });
  afterEach(() => rmSync(place, { recursive: true }));

  async function isRefused(work: Promise<void>, sentence: RegExp): Promise<void> {
    await assert.rejects(work, (error) => error instanceof HumanError && sentence.test(error.message));
  }

  it('puts the text into the file that was named, and nothing beside it', async () => {
    await writeExport(join(place, 'a.json'), 'text', { logFolder });
    assert.equal(readFileSync(join(place, 'a.json'), 'utf8'), 'text');
    assert.deepEqual(readdirSync(place).toSorted(), ['a.json', 'log']);
  });

  it('leaves a file that is there as it is, unless that may be overwritten', async () => {
    const file = join(place, 'a.json');
    writeFileSync(file, 'before');
    await isRefused(writeExport(file, 'after', { logFolder }), /is there already\. Name another file/);
    assert.equal(readFileSync(file, 'utf8'), 'before');
    await writeExport(file, 'after', { logFolder, overwrite: true });
    assert.equal(readFileSync(file, 'utf8'), 'after');
  });

  it('never writes into the folder of the log, by whatever way it is reached', async () => {
    symlinkSync(logFolder, join(place, 'elsewhere'));
    symlinkSync(join(logFolder, 'desk.jsonl'), join(place, 'innocent.json'));
    const ways = ['log/desk.jsonl', 'log/new.json', 'elsewhere/new.jsonl', 'x/../log/new.json', 'innocent.json'];
    mkdirSync(join(place, 'x'));
    for (const way of ways) {
      const write = writeExport(`${place}/${way}`, 'x', { logFolder, overwrite: true });
      await isRefused(write, /is in the folder of the log/);
    }
    await isRefused(checkFolder(join(place, 'elsewhere'), logFolder), /is in the folder of the log/);
    assert.deepEqual(readdirSync(logFolder), ['desk.jsonl']);
    assert.equal(readFileSync(join(logFolder, 'desk.jsonl'), 'utf8'), 'the log\n');
  });

  it('says in a sentence what stands in the way', async () => {
    await isRefused(writeExport('a.json', 'x', { logFolder }), /does not say where it is\. Give the whole path/);
    await isRefused(writeExport(join(place, 'no', 'a.json'), 'x', { logFolder }), /could not be written: /);
    await isRefused(checkFolder(join(place, 'no'), logFolder), /is no folder/);
    await isRefused(checkFolder('records', logFolder), /Give the whole path/);
  });
});
