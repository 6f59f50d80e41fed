import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Board, BoardRow } from '../../src/core/board.ts';

/** Calls a public command as another extension would. */
async function call<T>(command: string, argument: object = {}): Promise<T> {
  return (await vscode.commands.executeCommand(`pacesetter.${command}`, argument)) as T;
}

async function rowOf(id: string, today?: string): Promise<BoardRow | undefined> {
  const board = await call<Board>('getBoard', today === undefined ? {} : { today });
  return board.rows.find((row) => row.id === id);
}

async function capture(fields: object): Promise<string> {
  return (await call<{ id: string }>('capture', fields)).id;
}

describe('the public commands', () => {
  it('capture an item from fields, with its promise from the target', async () => {
    const id = await capture({
      title: '  Pick   a vendor ',
      door: 'one-way',
      askedOn: '2026-11-02',
      askedBy: 'lee',
      waiting: ['anna', '@sam', 'anna'],
      tags: ['platform'],
      note: 'two lines\nof it',
    });
    const row = await rowOf(id, '2026-11-16');
    assert.ok(row);
    const { title, kind, door, askedOn, promisedOn, waiting, workingDaysWaited, personDays, overdue, daysOver } = row;
    assert.deepEqual(
      { title, kind, door, askedOn, promisedOn, waiting, workingDaysWaited, personDays, overdue, daysOver },
      {
        title: 'Pick a vendor',
        kind: 'decision',
        door: 'one-way',
        askedOn: '2026-11-02',
        promisedOn: '2026-11-09',
        waiting: ['anna', 'sam'],
        workingDaysWaited: 10,
        personDays: 20,
        overdue: true,
        daysOver: 5,
      },
    );
  });

  it('count a person once whatever the case of the name', async () => {
    const id = await capture({ title: 'Twice Anna', waiting: ['Anna', 'anna', 'sam'] });
    await call('changeWaiting', { id, add: ['SAM', 'Ida'], remove: ['ANNA'] });
    assert.deepEqual((await rowOf(id))?.waiting, ['sam', 'Ida']);
  });

  it('hand out a copy of the board', async () => {
    const board = await call<Board>('getBoard');
    (board.rows as BoardRow[]).length = 0;
    assert.ok((await call<Board>('getBoard')).rows.length > 0);
  });

  it('capture an item from one line of text', async () => {
    const id = await capture({ text: 'Access to billing owes @ops asked 2026-11-02 by 2026-11-20 @anna #billing' });
    const row = await rowOf(id);
    assert.equal(row?.title, 'Access to billing');
    assert.equal(row.kind, 'dependency');
    assert.equal(row.owedBy, 'ops');
    assert.equal(row.promisedOn, '2026-11-20');
    assert.deepEqual(row.tags, ['billing']);
  });

  it('decide with an outcome, undo it and say what was undone', async () => {
    const id = await capture({ title: 'Keep the old API', askedOn: '2026-11-02' });
    await call('decide', { id, outcome: 'Yes', because: 'two customers', decidedOn: '2026-11-04' });
    const decided = await rowOf(id);
    assert.deepEqual(decided?.closing, { how: 'decided', on: '2026-11-04', outcome: 'Yes', because: 'two customers' });
    assert.equal(decided.ageInDays, 3);
    const { undone } = await call<{ undone: string }>('undo');
    assert.equal(undone, 'Undone: Decided “Keep the old API”');
    assert.equal((await rowOf(id))?.closing, undefined);
  });

  it('clear, withdraw, reopen, edit, change who waits and move a promise', async () => {
    const dependency = await capture({ title: 'Keys from IT', kind: 'dependency', owedBy: 'it' });
    await call('clear', { id: dependency, note: 'They came by post' });
    assert.equal((await rowOf(dependency))?.closing?.how, 'cleared');
    await call('reopen', { id: dependency, reason: 'Wrong keys' });
    assert.equal((await rowOf(dependency))?.closing, undefined);
    await call('edit', { id: dependency, title: 'Other keys from IT', link: 'https://example.org/1', owedBy: null });
    await call('changeWaiting', { id: dependency, add: ['kim', 'mo'] });
    await call('changeWaiting', { id: dependency, remove: ['kim'] });
    await call('movePromise', { id: dependency, promisedOn: '2099-01-05', reason: 'Post is slow' });
    const row = await rowOf(dependency);
    assert.equal(row?.title, 'Other keys from IT');
    assert.equal(row.owedBy, undefined);
    assert.equal(row.link, 'https://example.org/1');
    assert.deepEqual(row.waiting, ['mo']);
    assert.equal(row.promisedOn, '2099-01-05');
    assert.equal(row.slips, 1);
    await call('withdraw', { id: dependency, reason: 'Nobody needs keys' });
    assert.equal((await rowOf(dependency))?.closing?.how, 'withdrawn');
  });

  it('import a file, account for every row, add nothing the second time, and are taken back by one undo', async () => {
    const file = join(tmpdir(), `pacesetter-import-${process.pid}.csv`);
    writeFileSync(
      file,
      '\ufeffTitle;Asked;Decided;Who\r\n' +
        '"Two\r\nlines";2026-11-02;;anna; \r\n' +
        'Closed one;2026-11-02;2026-11-04;sam\r\n' +
        'Closed too early;2026-11-04;2026-11-02;sam\r\n' +
        'No such day;2026-02-30;;sam\r\n',
    );
    const columns = { title: 'Title', askedOn: 'Asked', closedOn: 'Decided', waiting: 'Who' };
    interface Result {
      added: number;
      unchanged: number;
      refused: { row: number; reason: string }[];
      odd: { row: number; reason: string }[];
    }
    const open = (await call<Board>('getBoard')).totals.open;
    const dry = await call<Result>('import', { file, columns, dryRun: true });
    assert.equal((await call<Board>('getBoard')).totals.open, open);
    const result = await call<Result>('import', { file, columns });
    assert.deepEqual(result, dry);
    assert.equal(result.added, 2);
    assert.deepEqual(
      result.refused.map(({ row }) => row),
      [4, 5],
    );
    const board = await call<Board>('getBoard');
    assert.ok(board.rows.some(({ title, waiting }) => title === 'Two lines' && waiting[0] === 'anna'));
    assert.ok(board.rows.some(({ title, closing }) => title === 'Closed one' && closing?.on === '2026-11-04'));
    const again = await call<Result>('import', { file, columns });
    assert.deepEqual([again.added, again.unchanged], [0, 2]);
    assert.match((await call<{ undone: string }>('undo')).undone, /^Undone: Imported 2 items from pacesetter-import-/);
    assert.equal((await call<Board>('getBoard')).totals.open, open);
    rmSync(file);
  });

  it('refuse bad arguments and bad moves with a clear sentence, and change nothing', async () => {
    const before = JSON.stringify(await call<Board>('getBoard'));
    const refusals: readonly [string, object, RegExp][] = [
      ['capture', { title: '   ' }, /The title is missing/],
      ['capture', { titel: 'x' }, /pacesetter\.capture: .*title is missing.*titel is not known here/],
      ['capture', { title: 'x', askedOn: '2026-02-30' }, /askedOn is not a day that exists/],
      ['capture', { title: 'x', waiting: 'anna' }, /waiting must be a list of texts/],
      ['capture', { text: 'x by 2026-02-30' }, /There is no day “2026-02-30”/],
      ['capture', { title: 'x', askedOn: '2999-01-01' }, /later than today/],
      ['decide', { id: 'nobody', outcome: 'Yes' }, /There is no item “nobody”/],
      ['decide', { id: 'nobody' }, /outcome is missing/],
      ['import', { file: '/nowhere.csv', columns: { title: 'x' } }, /does not exist/],
      ['getBoard', { today: 'tomorrow' }, /today is not a day that exists/],
    ];
    for (const [command, argument, sentence] of refusals) await assert.rejects(call(command, argument), sentence);
    assert.equal(JSON.stringify(await call<Board>('getBoard')), before);
  });

  it('refuse to close before the asked day, to decide twice and to decide a dependency', async () => {
    const id = await capture({ title: 'Once', askedOn: '2026-11-10' });
    await assert.rejects(call('decide', { id, outcome: 'Yes', decidedOn: '2026-11-09' }), /before it was asked/);
    await call('decide', { id, outcome: 'Yes', decidedOn: '2026-11-11' });
    await assert.rejects(call('decide', { id, outcome: 'No' }), /was closed on .* already/);
    const dependency = await capture({ title: 'From elsewhere', kind: 'dependency' });
    await assert.rejects(call('decide', { id: dependency, outcome: 'Yes' }), /cleared, not decided/);
  });

  it('write one whole line for each entry', async () => {
    const title = `A title nobody else has ${Date.now()}`;
    await capture({ title });
    await vscode.commands.executeCommand('pacesetter.openLog');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const line = readFileSync(editor.document.uri.fsPath, 'utf8').trimEnd().split('\n').at(-1) ?? '';
    const { v, type, title: written } = JSON.parse(line) as { v: number; type: string; title: string };
    assert.deepEqual({ v, type, written }, { v: 1, type: 'itemCaptured', written: title });
    assert.match(line, /^\{"v":1,"id":"[^"]+","clock":".*,"crc":"[0-9a-f]{8}"\}$/);
  });
});
