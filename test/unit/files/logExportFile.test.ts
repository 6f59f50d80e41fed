import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { ActResult, EntryStore } from '../../../src/app/entryStore.ts';
import { readExportFile } from '../../../src/files/logExportFile.ts';
import { buildBoard } from '../../../src/core/board/board.ts';
import { dayOf } from '../../../src/core/time/day.ts';
import { exportLog } from '../../../src/core/exchange/json/logExport.ts';
import { planLogImport } from '../../../src/core/exchange/json/planLogImport.ts';
import { computeFriction } from '../../../src/core/figures/friction.ts';
import { computeScorecard } from '../../../src/core/figures/scorecard.ts';
import { HumanError } from '../../../src/core/humanError.ts';
import { isRefusal } from '../../../src/core/rules/refusal.ts';
import { rule } from '../../../src/core/rules/rule.ts';
import { sayAct } from '../../../src/core/rules/actText.ts';
import { buildWorkBoard } from '../../../src/core/assignments/workBoard.ts';
import { ask, capture, contents, FrozenClock, openStore, policy, titles } from '../../support/entryStores.ts';
import { writeSampleLog } from '../../support/sampleLog.ts';

describe('a log in a file', () => {
  let place = '';
  before(() => void (place = mkdtempSync(join(tmpdir(), 'pacesetter-log-file-'))));
  after(() => rmSync(place, { recursive: true }));

  const file = (name: string) => join(place, name);
  const clock = new FrozenClock(new Date());

  function openStoreOf(name: string): EntryStore {
    return openStore(file(name), file(name), { clock });
  }

  async function importInto(store: EntryStore, path: string): Promise<ActResult> {
    const exported = await readExportFile(path, clock.now());
    const done = await store.act((context) => planLogImport(exported, { ...context, fileName: 'old.json' }).facts);
    assert.ok(!isRefusal(done));
    return done;
  }

  function exportTo(path: string, store: EntryStore): void {
    writeFileSync(path, exportLog(store.register, clock.now(), { newer: 0, damaged: 0 }).text);
  }

  function shown({ register }: EntryStore): unknown {
    const board = buildBoard(register.items, dayOf(clock.now()), policy);
    return {
      items: contents(register),
      board,
      work: buildWorkBoard(register, board, policy),
      scorecard: computeScorecard(board, policy),
      friction: computeFriction(board, policy),
    };
  }

  it('read into an empty log on another machine gives the same board and the same figures, from its disk', async () => {
    await writeSampleLog(file('desk'), clock.now());
    const desk = openStoreOf('desk');
    await desk.refresh();
    assert.ok(desk.register.items.size > 20);
    exportTo(file('desk.json'), desk);

    const laptop = openStoreOf('laptop');
    const done = await importInto(laptop, file('desk.json'));
    assert.deepEqual(shown(laptop), shown(desk));
    assert.match(sayAct(done.facts, laptop.register), /^Imported \d+ entries from old\.json$/);

    const reopened = openStoreOf('laptop');
    await reopened.refresh();
    assert.deepEqual(shown(reopened), shown(desk));
    assert.deepEqual((await importInto(reopened, file('desk.json'))).facts, [], 'importing it again adds nothing');
    for (const store of [desk, laptop, reopened]) store.dispose();
  });

  it('goes out of the log with one undo, leaves what was there, and comes back with the undo of that', async () => {
    const tablet = openStoreOf('tablet');
    await capture(tablet, 'My own');
    await importInto(tablet, file('desk.json'));
    const all = titles(tablet);
    assert.ok(all.length > 20);
    const undone = await ask(tablet, { type: 'undo' });
    assert.deepEqual(titles(tablet), ['My own']);
    assert.ok(!isRefusal(undone));
    await tablet.act((context) => rule({ type: 'redo', undo: undone.act }, context));
    assert.deepEqual(titles(tablet), all);
    // A later capture comes after all imported entries.
    await capture(tablet, 'Newer');
    await ask(tablet, { type: 'undo' });
    assert.deepEqual(titles(tablet), all);
    tablet.dispose();
  });

  it('changes nothing and says why when it is no export', async () => {
    const phone = openStoreOf('phone');
    await capture(phone, 'My own');
    const before = readFileSync(phone.log.file);
    const files: readonly [string, string, RegExp][] = [
      ['empty.json', '', /^empty\.json is not JSON\. Choose/],
      ['other.json', '{"items":[]}', /^other\.json is JSON, but no log of Pacesetter/],
      ['lines.json', readFileSync(phone.log.file, 'utf8').repeat(2), /^lines\.json is not JSON/],
    ];
    for (const [name, text, sentence] of files) {
      writeFileSync(file(name), text);
      await assert.rejects(
        importInto(phone, file(name)),
        (error) => error instanceof HumanError && sentence.test(error.message),
      );
    }
    await assert.rejects(importInto(phone, file('none.json')), /none\.json does not exist\./);
    await assert.rejects(importInto(phone, place), /is a folder\. Choose a file in it\./);
    assert.deepEqual(readFileSync(phone.log.file), before);
    phone.dispose();
  });
});
