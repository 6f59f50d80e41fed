import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Board } from '../../src/core/board/board.ts';
import type { Health } from '../../src/core/log/health.ts';
import { bundleProgram, Child } from '../support/children.ts';
import { expect } from '../support/expect.ts';
import { type Host, startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import type { Window } from '../support/window.ts';

/** The tests build on each other's log entries, in this order. */
describe('a log that cannot be lost', () => {
  let host: Host;
  let window: Window;
  let other: Window;
  let leader: Leader;

  before(async () => {
    host = await startHost();
    window = await host.openWindow();
    leader = new Leader(window);
    await window.openContainer('Pacesetter');
  });

  const health = (): Promise<Health> => window.executeCommand<Health>('pacesetter.health', {});
  const titlesIn = async (where: Window): Promise<string[]> => {
    const { rows } = await where.executeCommand<Board>('pacesetter.getBoard');
    return rows.map(({ title }) => title).toSorted();
  };
  const notice = (text: string) => window.treeItems('Waiting on You').filter({ hasText: text });

  it('says how it is, in plain words, by keyboard', async () => {
    for (const title of ['One', 'Two', 'Three']) await window.executeCommand('pacesetter.capture', { title });
    // The copy is complete some time after the last change.
    while (!(await health()).mirror.isComplete);
    await leader.run('Pacesetter: Check Health of the Log');
    for (const line of [
      'All is well.',
      '3 entries in 1 file',
      'This machine: 3 entries',
      'A full copy is on this machine, outside the log folder',
      '1 daily copy, from',
    ]) {
      await leader.isAsked(line);
    }
    await leader.leavePrompt();
  });

  it('says that it was rolled back, also to a window that opens only then, and is whole again with one act', async () => {
    const [file = ''] = (await health()).files.map((each) => each.file);
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${lines[0]}\n`);
    await window.reload();
    await window.openContainer('Pacesetter');
    await notice('A log file became shorter').waitFor();
    assert.deepEqual(await titlesIn(window), ['One', 'Three', 'Two']);
    await notice('A log file became shorter').click();
    await leader.isAsked('2 entries that were read are in no file of the log now.');
    await leader.pressInPrompt('Enter');
    await window.messages.expect('Appended 2 lines');
    await notice('A log file became shorter').waitFor({ state: 'detached' });
    assert.equal(readFileSync(file, 'utf8').split('\n').length, lines.length);
  });

  it('is moved while two windows use it, and loses nothing', async () => {
    other = await host.openWindow();
    const folder = join(host.globalStorage, '..', 'moved');
    await window.executeCommand('pacesetter.moveLogFolder', { folder });
    await other.executeCommand('pacesetter.capture', { title: 'Four' });
    await window.executeCommand('pacesetter.capture', { title: 'Five' });
    for (const each of [window, other]) {
      while ((await each.executeCommand<Health>('pacesetter.health', {})).folder !== join(folder, 'log'));
    }
    const all = ['Five', 'Four', 'One', 'Three', 'Two'];
    for (const each of [window, other]) assert.deepEqual(await titlesIn(each), all);
  });

  it('takes 1,000 captures of two windows and a second machine at once, and each has all of them', async () => {
    const { folder } = await health();
    const root = join(folder, '..');
    const program = await bundleProgram('writer', host.workspace);
    const machine = new Child(program, [root, join(host.workspace, 'second machine'), 'second', '400']);
    await machine.hasSaid(1);
    machine.go();
    const captures = (where: Window, name: string): Promise<unknown>[] =>
      Array.from({ length: 300 }, (_, number) =>
        where.executeCommand('pacesetter.capture', { title: `${name} ${number}` }),
      );
    await Promise.all([...captures(window, 'first'), ...captures(other, 'other'), machine.hasSaid(401)]);
    for (const each of [window, other]) {
      const titles = await titlesIn(each);
      assert.equal(titles.length, 1_005);
      assert.equal(new Set(titles).size, 1_005);
    }
    const { files, troubles, quarantined, entries } = await health();
    assert.deepEqual([files.length, troubles, quarantined, entries], [2, [], [], 1_005]);
    for (const each of [window, other]) {
      await each.assertNoMessages();
      await expect(each.quickInput).toBeHidden();
    }
  });

  it('is forgotten in every window once somebody has said so twice, and nothing pops up elsewhere', async () => {
    await window.runCommand('Pacesetter: Delete All Data');
    await leader.answer('To bring a copy back', 'Keep no copy');
    const dialog = window.page.locator('.monaco-dialog-box');
    await window.messages.expect(/^Dialog: /);
    await dialog.getByText('1,005 log entries are deleted').waitFor();
    await dialog.getByText('other machine').first().waitFor();
    await dialog.getByRole('button', { name: 'Delete All Data' }).click();
    await window.messages.expect('All data is deleted.');
    for (const each of [window, other]) {
      while ((await titlesIn(each)).length > 0);
      assert.deepEqual((await each.executeCommand<Health>('pacesetter.health', {})).troubles, []);
    }
    await other.assertNoMessages();
  });
});
