import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../support/expect.ts';
import { hasGit, Repository } from '../support/git.ts';
import { answerFileDialog } from '../support/fileDialog.ts';
import { type Host, startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import type { Window } from '../support/window.ts';

describe('taking in from elsewhere, and leaving with everything', () => {
  let host: Host;
  let window: Window;
  let leader: Leader;

  const decisions = (): string => join(host.workspace, 'decisions');
  const records = (): string => join(host.workspace, 'records');

  before(async () => {
    host = await startHost({ settings: { 'git.enabled': true, 'terminal.integrated.gpuAcceleration': 'off' } });
    writeFileSync(join(host.workspace, 'rates.ts'), 'one();\n');
    if (hasGit()) {
      const repository = Repository.init(host.workspace);
      mkdirSync(records());
      writeFileSync(join(records(), '0001-old.md'), '# Use a queue\n\n## Decision\n\nRabbit.\n');
      repository.git('add', '--all');
      repository.git('commit', '--quiet', '--message', 'Records', '--date', '2026-01-05T12:00:00Z');
      repository.git('checkout', '--quiet', '-b', 'feature/rates');
      repository.commitAll('Rates');
      writeFileSync(join(records(), '0002-new.md'), '# Use a cache\n\n## Decision\n\nRedis.\n');
    }
    writeFileSync(join(host.workspace, 'rates.ts'), 'two();\n');
    mkdirSync(decisions());
    window = await host.openWindow();
    leader = new Leader(window);
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  it('captures a changed file from the menu of Source Control, with its branch and repository', async function () {
    if (!hasGit()) this.skip();
    await window.executeCommand('workbench.view.scm');
    const change = window.page.locator('.scm-view .monaco-list-row').filter({ hasText: 'rates.ts' });
    await change.first().click({ button: 'right' });
    await window.page.locator('.context-view').getByText('Capture a Changed File').hover();
    await leader.press('Enter');
    await window.quickInput.getByText('rates.ts:1 · with a note').waitFor();
    await expect(window.quickInputField).toHaveValue('rates.ts ');
    await leader.type('@anna');
    await window.quickInput.getByText('Anna waits').waitFor();
    await leader.pressInPrompt('Enter');
    await window.messages.expect('Captured “rates.ts”.');
    const { link, note } = await leader.row('rates.ts');
    assert.deepEqual(
      { link, note },
      { link: 'rates.ts:1', note: 'From rates.ts:1, branch feature/rates, repository workspace' },
    );
  });

  it('captures what is selected in the terminal, and leaves the clipboard as it was', async () => {
    await window.page.evaluate("navigator.clipboard.writeText('mine')");
    await window.executeCommand('workbench.action.createTerminalEditor');
    await window.page
      .locator('.xterm-rows')
      .getByText('#')
      .or(window.page.locator('.xterm-rows').getByText('$'))
      .first()
      .waitFor();
    const text = '\r\nRenew the certificate\r\nby Friday\r\n';
    await window.executeCommand('workbench.action.terminal.sendSequence', { text: `clear; printf '${text}'\r` });
    await window.page
      .locator('.xterm-rows')
      .getByText(/^by Friday/)
      .waitFor();
    await window.executeCommand('workbench.action.terminal.selectAll');
    await leader.run('Pacesetter: Capture Terminal Selection');
    await window.quickInput.getByText('with a note').waitFor();
    await expect(window.quickInputField).toHaveValue('Renew the certificate ');
    await leader.pressInPrompt('Enter');
    await window.messages.expect('Captured “Renew the certificate”.');
    assert.match((await leader.row('Renew the certificate')).note ?? '', /\n\nRenew the certificate\nby Friday\n/);
    assert.equal(await window.page.evaluate('navigator.clipboard.readText()'), 'mine');
  });

  it('exports the log as JSON where the person says, and knows its own entries again', async () => {
    const file = join(host.workspace, 'log.json');
    await leader.run('Pacesetter: Export as JSON');
    await answerFileDialog(window, 'Export as JSON', file);
    await window.messages.expect(`to ${file}.`);
    const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: unknown[] };
    assert.equal(entries.length, 2);

    await leader.run('Pacesetter: Import JSON');
    await answerFileDialog(window, 'Import JSON', file);
    await window.quickInput.getByPlaceholder('0 entries go in (0 items) · 2 are in already').waitFor();
    await leader.leavePrompt();
  });

  it('exports a calendar where the person says', async () => {
    const file = join(host.workspace, 'days.ics');
    await window.executeCommand('pacesetter.capture', { title: 'Sign the lease', promisedOn: '2099-01-05' });
    await leader.run('Pacesetter: Export Promises to a Calendar File');
    await answerFileDialog(window, 'Export promises to a calendar file', file);
    await window.messages.expect(`Saved 3 days to ${file}.`);
    assert.match(readFileSync(file, 'utf8'), /SUMMARY:Promised: Sign the lease/);
  });

  it('exports decision records into a folder, and takes in those of others', async () => {
    const folder = decisions();
    const { id } = await leader.row('Sign the lease');
    await window.executeCommand('pacesetter.decide', { id, outcome: 'For five years' });
    await leader.run('Pacesetter: Export Decision Records');
    await answerFileDialog(window, 'Export Decision Records', folder);
    await window.messages.expect(`Wrote 1 decision record to ${folder}.`);
    assert.deepEqual(readdirSync(folder), ['0001-sign-the-lease.md']);
    writeFileSync(
      join(folder, '0002-use-sqlite.md'),
      '---\nstatus: accepted\ndate: 2026-10-05\n---\n\n# Use SQLite\n\n## Decision Outcome\n\nChosen option: “SQLite”.\n',
    );
    await leader.run('Pacesetter: Import Decision Records');
    await answerFileDialog(window, 'Import Decision Records', folder);
    await window.quickInput.getByPlaceholder('1 decision goes in · 1 is in already').waitFor();
    await leader.pressInPrompt('Enter');
    await window.messages.expect('Imported 1 item from decisions.');
  });

  it('asks which days and people a ledger shows, and writes it into no file', async () => {
    await leader.run('Pacesetter: Write Ledger');
    await leader.isAsked('Which days?');
    await leader.pressInPrompt('Enter');
    await leader.isAsked('How are people named?');
    await leader.pressInPrompt('Enter');
    await window.page.getByRole('tab', { name: /Untitled/ }).waitFor();
    await window.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('offers all ways in and out in the menu of the view', async () => {
    await window.openContainer('Pacesetter');
    await window.executeCommand('pacesetter.waiting.focus');
    const header = window.page.locator('.pane-header').filter({ hasText: 'Waiting' });
    await header.hover();
    await header.getByRole('button', { name: /More Actions/ }).click();
    const menu = window.page.locator('.context-view');
    await menu.getByText('Export', { exact: true }).hover();
    for (const name of ['Export as JSON', 'Export as CSV', 'Export Decision Records', 'Export Promises'])
      await menu.getByText(name).waitFor();
    // The submenu closes first.
    await leader.press('Escape');
    await menu.getByText('Export as JSON').waitFor({ state: 'hidden' });
    await leader.press('Escape');
    await menu.getByText('Export', { exact: true }).waitFor({ state: 'hidden' });
  });

  it('takes the day of a record that names none from version control, and asks once for the others', async function () {
    if (!hasGit()) this.skip();
    await leader.run('Pacesetter: Import Decision Records');
    await answerFileDialog(window, 'Import Decision Records', records());
    await window.quickInput.getByPlaceholder('1 decision goes in · 1 on an estimated day · 1 is refused').waitFor();
    await window.quickInputRow('Give 1 record without a day one').click();
    await leader.answer('Around when were they decided?', '2026-02-03');
    await window.quickInput.getByPlaceholder('2 decisions go in · 2 on an estimated day').waitFor();
    await leader.pressInPrompt('Enter');
    await window.messages.expect('Imported 2 items from records.');
    const days = await Promise.all(
      ['Use a queue', 'Use a cache'].map(async (title) => (await leader.row(title)).closing),
    );
    assert.deepEqual(
      days.map((closing) => [closing?.on, closing?.isEstimated]),
      [
        ['2026-01-05', true],
        ['2026-02-03', true],
      ],
    );
    await window.executeCommand('pacesetter.undo', {});
  });
});
