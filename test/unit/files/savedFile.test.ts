import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { isRoot, tryPrivileged } from '../../support/privileges.ts';
import { checkFolder, saveFile } from '../../../src/files/savedFile.ts';
import { HumanError } from '../../../src/core/humanError.ts';

describe('a file that is saved where somebody said', () => {
  let folder: string;
  let log: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pacesetter-saved-'));
    log = join(folder, 'log');
    mkdirSync(log);
    writeFileSync(join(log, 'device.jsonl'), 'the log\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const refusal = (path: string, overwrite = true): Promise<string> =>
    refusalOf(saveFile(path, 'text', { logFolder: log, overwrite }));
  const refusalOf = async (work: Promise<void>): Promise<string> => {
    try {
      await work;
    } catch (error) {
      assert.ok(error instanceof HumanError, String(error));
      return error.message;
    }
    return 'saved';
  };

  it('is written there, over what was there', async () => {
    const file = join(folder, 'ledger.md');
    await saveFile(file, 'one “é” 🎯\n', { logFolder: log, overwrite: false });
    assert.equal(readFileSync(file, 'utf8'), 'one “é” 🎯\n');
    await saveFile(file, 'two\n', { logFolder: log, overwrite: true });
    assert.equal(readFileSync(file, 'utf8'), 'two\n');
    assert.deepEqual(readdirSync(folder).toSorted(), ['ledger.md', 'log']);
  });

  it('leaves what was there as it is unless that may be overwritten', async () => {
    const file = join(folder, 'ledger.md');
    writeFileSync(file, 'before');
    assert.match(await refusal(file, false), /already exists\. Name another file/);
    assert.equal(readFileSync(file, 'utf8'), 'before');
  });

  it('is never written into the log, whatever leads there', async () => {
    symlinkSync(log, join(folder, 'way'));
    symlinkSync(join(log, 'device.jsonl'), join(folder, 'ledger.md'));
    const paths = [
      join(log, 'device.jsonl'),
      join(log, 'new.md'),
      join(folder, 'other', '..', 'log', 'new.md'),
      join(folder, 'way', 'new.md'),
      join(folder, 'ledger.md'),
      log,
    ];
    for (const path of paths) assert.match(await refusal(path), /is in the log folder/, path);
    assert.match(await refusalOf(checkFolder(join(folder, 'way'), log)), /is in the log folder/);
    assert.equal(readFileSync(join(log, 'device.jsonl'), 'utf8'), 'the log\n');
    assert.ok(!existsSync(join(log, 'new.md')));
  });

  it('is not written through a link that leads nowhere, nor to a pipe', async function () {
    symlinkSync(join(log, 'new.jsonl'), join(folder, 'ledger.md'));
    symlinkSync(join(folder, 'elsewhere.md'), join(folder, 'dangling.md'));
    for (const name of ['ledger.md', 'dangling.md']) {
      for (const overwrite of [true, false]) {
        assert.match(await refusal(join(folder, name), overwrite), /is a link that leads nowhere, or no ordinary file/);
      }
    }
    assert.deepEqual(readdirSync(folder).toSorted(), ['dangling.md', 'ledger.md', 'log']);
    assert.deepEqual(readdirSync(log), ['device.jsonl']);
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    assert.match(await refusal(join(folder, 'pipe.md')), /no ordinary file/);
  });

  it('can be read by nobody else when it is new, and keeps its permissions when it is there', async function () {
    if (process.platform === 'win32') this.skip();
    const file = join(folder, 'ledger.md');
    const permissions = () => statSync(file).mode & 0o777;
    await saveFile(file, 'one', { logFolder: log, overwrite: false });
    assert.equal(permissions(), 0o600);
    chmodSync(file, 0o644);
    await saveFile(file, 'two', { logFolder: log, overwrite: true });
    assert.deepEqual([permissions(), readFileSync(file, 'utf8')], [0o644, 'two']);
  });

  it('may lie beside the log, under a name that begins alike', async () => {
    assert.equal(await refusal(join(folder, 'log.md')), 'saved');
  });

  it('is refused with one sentence when the place is none', async () => {
    assert.match(await refusal('ledger.md'), /^“ledger.md” does not say where it is\. Give/);
    assert.match(await refusal(''), /does not say where/);
    assert.match(await refusal(join(folder, 'none', 'ledger.md')), /^Not saved: the folder of .* does not exist\.$/);
    assert.match(await refusal(folder), /is a folder\. Name a file in it\.$/);
    assert.match(
      await refusalOf(checkFolder(join(folder, 'none'), log)),
      /is not a folder\. Choose one that exists\.$/,
    );
    assert.match(await refusalOf(checkFolder('records', log)), /Give the full path/);
    assert.equal(await refusalOf(checkFolder(folder, log)), 'saved');
  });

  it('is refused with one sentence when it may not be written', async function () {
    const file = join(folder, 'ledger.md');
    writeFileSync(file, 'kept');
    chmodSync(file, 0o400);
    // Permissions do not restrict root, but an immutable file does.
    if (isRoot && !tryPrivileged('chattr', '+i', file)) return this.skip();
    try {
      assert.match(await refusal(file), /cannot be written to/);
      assert.equal(readFileSync(file, 'utf8'), 'kept');
    } finally {
      if (isRoot) tryPrivileged('chattr', '-i', file);
    }
  });
});
