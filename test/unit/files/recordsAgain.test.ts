import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { throwAwayFolder } from '../../../scripts/lib/throwAwayFolder.mjs';
import type { EntryStore } from '../../../src/app/entryStore.ts';
import { planRecordImport, type RecordImportPlan } from '../../../src/core/exchange/madr/planRecordImport.ts';
import { planRecords } from '../../../src/core/exchange/madr/planRecords.ts';
import type { Item } from '../../../src/core/items/item.ts';
import { lastActOf } from '../../../src/core/register/acts.ts';
import { isRefusal } from '../../../src/core/rules/refusal.ts';
import { sayUndone } from '../../../src/core/rules/actText.ts';
import type { Day } from '../../../src/core/time/day.ts';
import { readRecordFolder } from '../../../src/files/recordFolder.ts';
import { saveFile } from '../../../src/files/savedFile.ts';
import { ask, openStore, policy } from '../../support/entryStores.ts';

describe('a real folder of records', () => {
  let place: ReturnType<typeof throwAwayFolder>;
  let store: EntryStore;
  let folder: string;
  beforeEach(async () => {
    place = throwAwayFolder();
    folder = join(place.path, 'shop', 'docs', 'adr');
    store = openStore(join(place.path, 'log root'), join(place.path, 'machine'));
    await store.refresh();
    mkdirSync(folder, { recursive: true });
    write(
      '../../.git/config',
      '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://me:secret@github.com/Acme/Shop.git\n',
    );
    write(
      '0001-vendor.md',
      '# 1. Pick a vendor\n\nDate: 2026-01-05\n\n## Status\n\nAccepted\n\n## Decision\n\nThe cheap one.\n',
    );
    write('0002-queue.md', '# 2. Use a queue\n\nDate: 2026-01-06\n\n## Status\n\nRejected\n\n## Decision\n\nRabbit.\n');
    write('0003-db.md', '# 3. Use X\n\nDate: 2026-01-07\n\n## Status\n\nSuperseded by ADR-4\n\n## Decision\n\nX.\n');
    write('0004-next.md', '# 4. Use Y\n\nDate: 2026-01-08\n\n## Status\n\nProposed\n\n## Decision\n\nY.\n');
  });
  afterEach(() => {
    place.remove();
  });

  function write(name: string, text: string): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }

  function edit(name: string, from: string, to: string): void {
    const text = readFileSync(join(folder, name), 'utf8');
    assert.ok(text.includes(from));
    write(name, text.replace(from, to));
  }

  async function plan(more: object = {}, from = folder, into = store): Promise<RecordImportPlan> {
    const { files, repository } = await readRecordFolder(from);
    const { register, today, ids } = into;
    return planRecordImport(files, {
      folderName: 'adr',
      sourceSystem: repository.system,
      register,
      today: today.day,
      policy,
      idFor: (key) => ids.named(key),
      ...more,
    });
  }

  /** Added, corrected, unchanged, left, refused. */
  async function importAll(more: object = {}, from = folder, into = store): Promise<string> {
    const planned = await plan(more, from, into);
    assert.ok(!isRefusal(await into.act(() => planned.facts)));
    const { added, corrected, unchanged, left, refused } = planned;
    return [added, corrected, unchanged, left.length, refused.length].join(' ');
  }

  async function exportAll(to = folder): Promise<string[]> {
    mkdirSync(to, { recursive: true });
    const { files, repository } = await readRecordFolder(to, true);
    const planned = planRecords(store.register.items.values(), files, repository.system, policy.calendar);
    for (const { name, text } of planned.files) {
      await saveFile(join(to, name), text, { logFolder: store.log.folder, overwrite: false });
    }
    return planned.files.map(({ name }) => name);
  }

  function items(of = store): Item[] {
    return [...of.register.items.values()].toSorted((a, b) => (a.title < b.title ? -1 : 1));
  }

  function inShort(of = store): string[] {
    return items(of).map(({ title, askedOn, firstPromisedOn, closing }) =>
      [title, askedOn, firstPromisedOn, closing?.on, closing?.isEstimated === true ? 'estimated' : ''].join(' ').trim(),
    );
  }

  it('comes in once, with where each file lies', async () => {
    assert.equal(await importAll(), '3 0 0 0 1');
    assert.equal(await importAll(), '0 0 3 0 1');
    assert.deepEqual(
      items().map(({ sourceSystem, sourceKey }) => `${sourceSystem} ${sourceKey}`),
      ['0001-vendor', '0003-db', '0002-queue'].map((name) => `github.com/acme/shop docs/adr/${name}.md`),
    );
  });

  it('gets nothing written for what is there, and keeps the statuses elsewhere', async () => {
    await importAll();
    const before = readdirSync(folder);
    assert.deepEqual(await exportAll(), []);
    assert.deepEqual(readdirSync(folder), before);
    const elsewhere = join(place.path, 'elsewhere');
    assert.equal((await exportAll(elsewhere)).length, 3);
    assert.deepEqual(await exportAll(elsewhere), []);
    const statuses = readdirSync(elsewhere).map(
      (name) => /^status: (.*)$/m.exec(readFileSync(join(elsewhere, name), 'utf8'))?.[1],
    );
    assert.deepEqual(statuses, ['accepted', 'Rejected', 'Superseded by ADR-4']);

    // Into the log it came from, and into an empty one: no difference.
    assert.equal(await importAll({}, elsewhere), '0 0 3 0 0');
    const empty = openStore(join(place.path, 'other root'), join(place.path, 'other machine'));
    await empty.refresh();
    assert.equal(await importAll({}, elsewhere, empty), '3 0 0 0 0');
    const plain = (of: EntryStore) => items(of).map(({ history: _, loggedOn: _l, target: _t, ...item }) => item);
    assert.deepEqual(plain(empty), plain(store));
  });

  it('corrects what an import left as it was, in one act that one undo takes back', async () => {
    await importAll();
    const before = inShort();
    edit('0001-vendor.md', 'Date: 2026-01-05', 'Date: 2026-02-05');
    edit('0002-queue.md', 'Use a queue', 'Use no queue');
    edit('0003-db.md', '\nX.\n', '\nX, the new one.\n');
    assert.equal(await importAll(), '0 3 0 0 1');
    assert.deepEqual(inShort(), [
      'Pick a vendor 2026-02-05 2026-02-05 2026-02-05',
      'Use X 2026-01-07 2026-01-07 2026-01-07',
      'Use no queue 2026-01-06 2026-01-06 2026-01-06',
    ]);
    assert.equal(items().find(({ title }) => title === 'Use X')?.closing?.how, 'decided');
    assert.match(JSON.stringify(items().map(({ closing }) => closing)), /X, the new one/);
    assert.equal(await importAll(), '0 0 3 0 1', 'nothing is corrected twice');
    assert.deepEqual(await exportAll(), []);

    const last = lastActOf(store.register, store.log.device.id);
    assert.equal(sayUndone(last ?? { id: '', entries: [] }, store.register), 'Undone: Corrected 3 imported items');
    await ask(store, { type: 'undo' });
    assert.deepEqual(inShort(), before);
    await ask(store, { type: 'redo' });
    assert.equal(items().length, 3);
    await ask(store, { type: 'undo' });
    await ask(store, { type: 'undo' });
    assert.deepEqual(items(), [], 'the import is one act as well');
  });

  it('corrects again what it corrected before, and follows a file that moved', async () => {
    await importAll();
    edit('0001-vendor.md', 'Date: 2026-01-05', 'Date: 2026-02-05');
    await importAll();
    renameSync(join(folder, '0001-vendor.md'), join(folder, '0009-vendor.md'));
    assert.equal(await importAll(), '0 1 2 0 1');
    edit('0009-vendor.md', 'Pick a vendor', 'Pick the vendor');
    edit('0009-vendor.md', 'Date: 2026-02-05', 'Date: 2026-02-06');
    assert.equal(await importAll(), '0 1 2 0 1');
    assert.deepEqual(inShort()[0], 'Pick the vendor 2026-02-06 2026-02-06 2026-02-06');
    assert.equal(items()[0]?.sourceKey, 'docs/adr/0009-vendor.md');
  });

  it('leaves what the leader changed since, and says so', async () => {
    await importAll();
    const id = items()[0]!.id;
    await ask(store, { type: 'edit', id, title: 'Pick our vendor' });
    edit('0001-vendor.md', 'Date: 2026-01-05', 'Date: 2026-02-05');
    const planned = await plan();
    assert.deepEqual([planned.left, planned.corrected, planned.facts], [['0001-vendor.md'], 0, []]);
    assert.equal(await importAll(), '0 0 2 1 1');
    assert.equal(inShort()[0], 'Pick our vendor 2026-01-05 2026-01-05 2026-01-05');
    assert.deepEqual(await exportAll(), [], 'its file is there under another title');
  });

  it('leaves what a newer version wrote about', async () => {
    await importAll();
    store.register.add([], [items()[0]!.id]);
    edit('0001-vendor.md', 'Date: 2026-01-05', 'Date: 2026-02-05');
    assert.deepEqual((await plan()).left, ['0001-vendor.md']);
  });

  it('leaves what the leader decided here, where its record says something else', async () => {
    const captured = await ask(store, { type: 'capture', title: 'Pick a colour' });
    assert.ok(!isRefusal(captured) && captured.facts[0]?.type === 'itemCaptured');
    await ask(store, { type: 'decide', id: captured.facts[0].item, outcome: 'Blue' });
    const [name = ''] = await exportAll();
    assert.equal(await importAll(), '3 0 1 0 1');
    edit(name, 'Chosen option: "Blue"', 'Chosen option: "Red"');
    assert.deepEqual((await plan()).left, [name]);
  });

  it('knows a copy of a file, and a file of another repository', async () => {
    await importAll();
    write('0008-copy.md', readFileSync(join(folder, '0001-vendor.md'), 'utf8'));
    assert.equal(await importAll(), '0 0 4 0 1');
    // The same title on the same day, and another decision: nothing is dropped.
    edit('0008-copy.md', 'The cheap one.', 'The dear one.');
    assert.equal(await importAll(), '1 0 3 0 1');
    assert.equal(await importAll(), '0 0 4 0 1');
    rmSync(join(folder, '0008-copy.md'));
    const fork = join(place.path, 'fork', 'adr');
    mkdirSync(fork, { recursive: true });
    writeFileSync(join(fork, '1.md'), readFileSync(join(folder, '0001-vendor.md')));
    assert.equal(await importAll({}, fork), '0 0 1 0 0');
    assert.equal(items()[0]?.sourceKey, 'docs/adr/0001-vendor.md');
  });

  it('takes another decision under the same path for another one', async () => {
    await importAll();
    write(
      '0001-vendor.md',
      '# 1. Name the product\n\nDate: 2026-02-05\n\n## Status\n\nAccepted\n\n## Decision\n\nBlue.\n',
    );
    assert.equal(await importAll(), '1 0 2 0 1');
    assert.equal(await importAll(), '0 0 3 0 1');
    assert.equal(items().length, 4);
  });

  it('gives a record without a day the day it came into version control, or one for all, as estimated', async () => {
    for (const name of ['0001-vendor.md', '0002-queue.md'])
      edit(name, /Date: [\d-]+\n/.exec(readFileSync(join(folder, name), 'utf8'))![0], '');
    const first = await plan();
    assert.deepEqual([first.added, first.refused.filter(({ reason }) => reason.refused === 'noDay').length], [1, 2]);
    const firstSeen = new Map<string, Day>([['0001-vendor.md', '2025-11-02']]);
    assert.equal(await importAll({ firstSeen, undatedOn: '2025-12-31' }), '3 0 0 0 1');
    assert.deepEqual(inShort(), [
      'Pick a vendor 2025-11-02 2025-11-02 2025-11-02 estimated',
      'Use X 2026-01-07 2026-01-07 2026-01-07',
      'Use a queue 2025-12-31 2025-12-31 2025-12-31 estimated',
    ]);
    assert.equal(await importAll(), '0 0 3 0 1', 'known by its file, without asking again');
    write('0002-queue.md', `---\ndate: 2026-01-06\n---\n${readFileSync(join(folder, '0002-queue.md'), 'utf8')}`);
    assert.equal(await importAll(), '0 1 2 0 1');
    assert.equal(inShort()[2], 'Use a queue 2026-01-06 2026-01-06 2026-01-06');
  });

  it('reads a date whose order the folder proves, and asks for the order where it does not', async () => {
    edit('0001-vendor.md', '2026-01-05', '05/02/2026');
    assert.equal((await plan()).refused[0]?.reason.refused, 'ambiguousDay');
    const monthFirst = await plan({ dayOrder: 'monthFirst' });
    assert.equal(monthFirst.refused[0]?.reason.refused, 'closedInFuture', '2 May is still to come');
    assert.equal((await plan({ dayOrder: 'dayFirst' })).added, 3);
    edit('0003-db.md', '2026-01-07', '20/01/2026');
    await importAll();
    assert.equal(inShort()[0], 'Pick a vendor 2026-02-05 2026-02-05 2026-02-05');
  });

  it('is decoded whatever its encoding, and read through the folders below', async () => {
    const text = '# Café für alle\n\nDate: 2026-01-05\n\n## Status\n\nAccepted\n\n## Decision\n\nJa, „gut“.\n';
    const windows = Buffer.from(text.replace('„', '\u0084').replace('“', '\u0093'), 'latin1');
    const utf16 = Buffer.from(text.replace('Café', 'Cafe 16').replaceAll(/[„“]/g, ''), 'utf16le');
    writeFileSync(join(folder, '0005-w.md'), windows);
    writeFileSync(join(folder, '0006-u.md'), Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]));
    writeFileSync(
      join(folder, '0007-u.md'),
      Buffer.from(text.replace('Café', 'Cafe 16b').replaceAll(/[„“]/g, ''), 'utf16le'),
    );
    writeFileSync(join(folder, '0008-b.md'), Buffer.from([0, 1, 2, 3, 0, 0]));
    writeFileSync(join(folder, '0009-long.md'), 'x'.repeat(400_000));
    write('below/0010-deep.md', text.replace('Café', 'Tee'));
    const flat = await plan();
    assert.deepEqual(
      flat.refused.map(
        ({ file, reason }) => `${file} ${reason.refused === 'file' ? reason.fault.fault : reason.refused}`,
      ),
      ['0004-next.md notDecided', '0008-b.md notText', '0009-long.md tooBig'],
    );
    await importAll();
    assert.ok(
      items().some(
        ({ title, closing }) =>
          title === 'Café für alle' && closing?.how === 'decided' && closing.outcome === 'Ja, „gut“.',
      ),
    );
    assert.ok(
      items().some(({ title }) => title === 'Cafe 16 für alle') &&
        items().some(({ title }) => title === 'Cafe 16b für alle'),
    );
    assert.equal(JSON.stringify(items()).includes('\ufffd'), false);
    const read = await readRecordFolder(folder);
    assert.equal(read.below, 1);
    assert.ok(
      (await readRecordFolder(folder, true)).files.some(
        ({ name, key }) => name === 'below/0010-deep.md' && key === 'docs/adr/below/0010-deep.md',
      ),
    );
  });

  it('says what else is in a folder without records', async () => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    write('0001-a.rst', 'A');
    write('0002-b.rst', 'B');
    write('.gitkeep', '');
    assert.deepEqual(
      [...(await readRecordFolder(folder)).others],
      [
        ['.gitkeep', 1],
        ['.rst', 2],
      ],
    );
  });
});
