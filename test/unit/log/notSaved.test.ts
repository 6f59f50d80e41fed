import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { Attempt } from '../../../src/app/ids.ts';
import type { Ledger } from '../../../src/app/ledger.ts';
import { appendFailure } from '../../../src/core/wording/troubles.ts';
import { ask, capture, contents, openLedger, titles } from '../../support/ledgers.ts';
import { inLogFolder, type LogFolder, ownFile } from '../../support/logFolder.ts';
import { captureOf } from '../../support/sampleEntries.ts';

const readOnly = (folder: string) => `Not saved: ${folder} cannot be written to. Allow writing there and try again.`;
const diskFull = 'Not saved: the disk is full. Free some space and try again.';

/** Runs a program of the system that needs rights; false when there are none. */
function may(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Takes the right to write from somebody whom permissions bind, and from root by other means; undefined if it cannot. */
function makeReadOnly(path: string): (() => void) | undefined {
  if (process.getuid?.() !== 0) {
    chmodSync(path, 0o500);
    return () => chmodSync(path, 0o700);
  }
  return may('chattr', '+i', path) ? () => void may('chattr', '-i', path) : undefined;
}

/** A retry succeeds, and leaves the register as if there had been no failure. */
async function savesOnRetry(ledger: Ledger, title: string, attempt: Attempt): Promise<void> {
  const before = ledger.register.entryCount;
  await capture(ledger, title, attempt);
  assert.equal(titles(ledger).filter((known) => known === title).length, 1);
  assert.ok(ledger.register.entryCount <= before + 1);
}

describe('what could not be saved', () => {
  for (const what of ['folder', 'file'] as const) {
    it(
      `because the ${what} is read-only is said in a sentence, changes nothing, and goes in later`,
      inLogFolder(async (place, test) => {
        const ledger = openLedger(place.root, place.storage());
        if (what === 'file') await capture(ledger, 'Budget');
        place.check();
        const release = makeReadOnly(what === 'file' ? ledger.log.file : place.folder);
        if (release === undefined) return test.skip();
        const before = contents(ledger.register);
        const attempt = new Attempt(ledger.ids);
        try {
          await assert.rejects(capture(ledger, 'Room', attempt), {
            name: 'HumanError',
            message: readOnly(place.folder),
          });
          assert.deepEqual(contents(ledger.register), before);
        } finally {
          release();
        }
        await savesOnRetry(ledger, 'Room', attempt);
      }),
    );
  }

  it(
    'because something else has the name of the file is said, changes nothing, and goes in later',
    inLogFolder(async (place) => {
      const ledger = openLedger(place.root, place.storage());
      mkdirSync(ledger.log.file);
      const attempt = new Attempt(ledger.ids);
      await assert.rejects(capture(ledger, 'Room', attempt), {
        name: 'HumanError',
        message: /could not be written \(EISDIR/,
      });
      assert.equal(ledger.register.entryCount, 0);
      rmSync(ledger.log.file, { recursive: true });
      await savesOnRetry(ledger, 'Room', attempt);
    }),
  );

  it(
    'because the disk is full is said, and a retry finishes what was half written, each fact once',
    inLogFolder(async (place, test) => {
      mkdirSync(place.root, { recursive: true });
      if (!may('mount', '-t', 'tmpfs', '-o', 'size=64k', 'pacesetter-test', place.root)) return test.skip();
      try {
        await onAFullDisk(place);
      } finally {
        place.forget();
        assert.ok(may('umount', place.root));
      }
    }),
  );

  it('says what to do, whatever the file system answers', () => {
    const said = (code: string | undefined) => appendFailure(code, '/log', 'EIO: i/o error');
    for (const code of ['ENOSPC', 'EDQUOT']) assert.equal(said(code), diskFull);
    for (const code of ['EACCES', 'EPERM', 'EROFS']) assert.equal(said(code), readOnly('/log'));
    assert.match(said('ENOENT'), /^Not saved: \/log is missing\. Bring the folder or its drive back and try again\./);
    for (const code of ['EBUSY', 'EAGAIN'])
      assert.match(said(code), /^Not saved: another program has locked the log in \/log\./);
    for (const code of ['EIO', undefined])
      assert.match(said(code), /could not be written \(EIO: i\/o error\)\. Try again\./);
  });

  it(
    'because nobody could read it back is a bug, and stays out of the log',
    inLogFolder(async (place) => {
      const { log } = openLedger(place.root, place.storage());
      const unreadable = [
        { ...captureOf(1), title: '' },
        { ...captureOf(1), clock: 'e70000000000-0000' },
        captureOf(1, 'x'.repeat(1 << 20)),
      ];
      for (const entry of unreadable) await assert.rejects(log.append([captureOf(0), entry]), RangeError);
      assert.deepEqual(place.names(), []);
    }),
  );
});

async function onAFullDisk(place: LogFolder): Promise<void> {
  const ledger = openLedger(place.root, place.storage());
  await capture(ledger, 'Budget');
  // Room for the end of this page and one more; the act below needs two and a half.
  writeFileSync(place.path('filler'), Buffer.alloc(64 * 1024 - 2 * 4096));
  const attempt = new Attempt(ledger.ids);
  const facts = (names: readonly string[]) =>
    names.map((name) => ({ type: 'itemCaptured' as const, item: name, title: name + 'x'.repeat(900) }));
  const wanted = Array.from({ length: 8 }, (_, number) => `row-${number}`);
  /** As an import rules: what is already there is not captured again. */
  const importAll = () =>
    ledger.act(
      ({ register, today }) =>
        facts(wanted.filter((name) => !register.items.has(name))).map((fact) => ({
          ...fact,
          kind: 'decision',
          askedOn: today,
          promisedOn: today,
        })),
      attempt,
    );
  await assert.rejects(importAll(), ({ name, message }: Error) => {
    assert.equal(name, 'HumanError');
    assert.match(
      message,
      /^Not saved: the disk is full\..* \d+ of 8 entries are in the log already; trying again adds/,
    );
    return true;
  });
  const landed = ledger.register.items.size - 1;
  assert.ok(landed > 0 && landed < wanted.length, `${landed} rows were whole`);
  place.check();
  rmSync(place.path('filler'));
  place.forget();

  const done = await importAll();
  assert.equal('facts' in done && done.facts.length, wanted.length);
  const restarted = openLedger(place.root, place.storage());
  await restarted.refresh();
  assert.deepEqual(contents(restarted.register), contents(ledger.register));
  assert.equal(ledger.register.items.size, wanted.length + 1);
  assert.equal(ledger.register.entryCount, wanted.length + 1);
  // One undo takes all of it back: it is one act.
  await ask(ledger, { type: 'undo' });
  assert.deepEqual(titles(ledger), ['Budget']);
  assert.ok(place.read(ownFile(ledger.log)).length > 0);
}
