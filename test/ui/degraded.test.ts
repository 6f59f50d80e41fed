import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../support/expect.ts';
import { type Host, startHost } from '../support/host.ts';
import type { Window } from '../support/window.ts';

describe('a window where something is wrong', () => {
  let host: Host;
  let window: Window;
  const notice = (text: string | RegExp) => window.treeItems('Waiting on You').filter({ hasText: text });
  const folder = () => join(host.globalStorage, 'log');
  const file = () => join(folder(), readdirSync(folder())[0]!);

  before(async () => {
    host = await startHost({ settings: { 'pacesetter.statusBar': 'whenOverdue' } });
    mkdirSync(host.globalStorage, { recursive: true });
    writeFileSync(folder(), 'no folder');
    window = await host.openWindow();
    await window.openContainer('Pacesetter');
  });

  it('says in the status bar that the log cannot be read, and counts nothing', async () => {
    const item = window.statusBarItem('log cannot be read');
    await item.waitFor();
    await expect(item.locator('[aria-label]').first()).toHaveAttribute(
      'aria-label',
      `Pacesetter: The log cannot be read (ENOTDIR): ${folder()}. Make sure it is a folder you may read.`,
    );
    await expect(item).toHaveAttribute('class', /warning/);
    await expect(window.statusBarItem('overdue')).toHaveCount(0);
    await window.expectTooltip(item, 'cannot be read (ENOTDIR)');

    rmSync(folder());
    await window.executeCommand('pacesetter.capture', { title: 'Saved after all' });
    await item.waitFor({ state: 'detached' });
    await window.setSetting('pacesetter.statusBar', 'always');
    await window.statusBarItem('0 overdue').waitFor();
  });

  it('opens the log at the line that cannot be read, and lets nobody write in it', async () => {
    appendFileSync(file(), 'garbage\n');
    const before = readFileSync(file());
    await notice('1 line of the log could not be read').click();
    await window.statusBarItem(/^Ln 2, Col 1$/).waitFor();
    await window.page.locator('.editor-group-container .monaco-editor .view-lines').click();
    await window.page.keyboard.type('x');
    await window.page.getByText('Editor is read-only').first().waitFor();
    await expect(window.page.locator('.tab.dirty')).toHaveCount(0);
    assert.deepEqual(readFileSync(file()), before);
  });

  it('says where the log is where no file manager can show it', async () => {
    await window.runCommand('Pacesetter: Reveal Log Folder');
    await window.messages.expect(`${folder()} in here, so its path was copied`);
  });

  it('says that a log file was replaced, and when all is well again', async () => {
    const [whole, name] = [readFileSync(file()), file()];
    // As another program or a sync tool may do it; the extension never does.
    writeFileSync(name, 'another file of this name'.padEnd(whole.length + 20).concat('\n'));
    await notice('A log file was replaced, or changed in its old part').waitFor();
    await notice('Saved after all').waitFor();
    await window.statusBarItem('log file was changed').waitFor();
    writeFileSync(name, whole);
    await notice('was replaced').waitFor({ state: 'detached' });
    await window.statusBarItem('0 overdue').waitFor();
  });

  it('says that a log folder cannot be used and where captures go, and goes on in another one at once', async () => {
    await window.setSetting('pacesetter.logFolder', 'notes');
    await notice('“notes” is not used')
      .filter({ hasText: `What you capture goes to ${host.globalStorage}` })
      .waitFor();
    await window.setSetting('pacesetter.logFolder', join(host.workspace, '..', 'another log'));
    await window.treeItems('Waiting on You').filter({ hasText: 'Saved after all' }).waitFor({ state: 'detached' });
    await expect(notice('is not used')).toHaveCount(0);
    await window.setSetting('pacesetter.logFolder', undefined);
    await window.treeItems('Waiting on You').filter({ hasText: 'Saved after all' }).waitFor();
  });

  it('says that a setting is not of the kind it should be', async () => {
    await window.setSetting('pacesetter.holidays', '2026-12-25');
    await notice('“2026-12-25” is not a list of days').waitFor();
    await window.setSetting('pacesetter.holidays', undefined);
    await notice('not a list of days').waitFor({ state: 'detached' });
  });
});

describe('a window that cannot open the log', () => {
  it('says why, calls nothing empty that was not read, and opens it with the first command that can', async () => {
    const host = await startHost();
    const device = join(host.globalStorage, 'device');
    mkdirSync(device, { recursive: true });
    const window = await host.openWindow();
    await window.openContainer('Pacesetter');
    const sentence = 'Pacesetter could not open its log. The next command tries again.';
    await window.messages.expect(sentence);
    const capture = () => window.executeCommand('pacesetter.capture', { title: 'Saved after all' });
    await assert.rejects(capture(), new RegExp(sentence));
    await expect(window.page.getByText('Nothing waits on you')).toHaveCount(0);
    await window.setSetting('pacesetter.logFolder', join(host.workspace, 'elsewhere'));
    await window.messages.expect(sentence);

    rmSync(device, { recursive: true });
    await capture();
    await window.treeItems('Waiting on You').filter({ hasText: 'Saved after all' }).waitFor();
  });
});
