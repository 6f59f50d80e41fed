import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { expect } from '../support/expect.ts';
import { type Host, startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import { writeSampleLog } from '../support/sampleLog.ts';
import type { Theme, Window } from '../support/window.ts';

const vendor = 'Pick the on-call vendor';

describe('the page of an item', () => {
  let host: Host;
  let window: Window;
  let leader: Leader;

  before(async () => {
    host = await startHost();
    mkdirSync(host.globalStorage, { recursive: true });
    await writeSampleLog(host.globalStorage);
    window = await host.openWindow();
    leader = new Leader(window);
  });

  const tabs = (): Locator => window.page.locator('.editor-group-container .tab');
  const tabOf = (title: string): Locator => tabs().filter({ hasText: title });
  const heading = (title: string): Locator => window.panel.getByRole('heading', { level: 1, name: title });
  const focusedRow = (title: string): Locator =>
    window.page.locator('[role=tree]:focus-within .focused').filter({ hasText: title });

  it('opens from the list in a tab with its name, and the keyboard stays in the list', async () => {
    await leader.reach(vendor, /over/);
    await leader.press('Enter');
    await heading(vendor).waitFor();
    await tabOf(vendor).waitFor();
    await focusedRow(vendor).waitFor();
    await window.assertNoMessages();
  });

  it('shows the next item in the same tab', async () => {
    const next = 'Sign off the Q1 hiring plan';
    await leader.press('ArrowDown');
    await focusedRow(next).waitFor();
    await leader.press('Enter');
    await heading(next).waitFor();
    await tabOf(next).waitFor();
    await expect(tabs()).toHaveCount(1);
    await focusedRow(next).waitFor();
  });

  it('says what it is, who waits, how the promise stands, and what happened', async () => {
    await window.executeCommand('pacesetter.openItem', { id: (await leader.row(vendor)).id });
    await heading(vendor).waitFor();
    for (const part of ['Decision, one-way, asked', 'Anna and Sam have waited', '9 working days over']) {
      await window.panel.getByText(part).first().waitFor();
    }
    await window.panel.locator('.history li').filter({ hasText: 'asked by Anna' }).waitFor();
    await window.panel.locator('.facts').getByText('28 person-days').waitFor();
  });

  it('offers its acts with their letters, and does them', async () => {
    await expect(window.panel.locator('.acts button')).toContainText(
      ['Decide d', 'Hold h', 'Send back s', 'Who waits w', 'Withdraw x', 'Hand over'],
      { useInnerText: true },
    );
    await window.panel.getByRole('button', { name: 'Hand over' }).click();
    await window.quickInput.waitFor();
    await leader.leavePrompt();
    await leader.isBackOn(window.panel.locator('.acts button:focus'));
    await leader.press('w');
    await leader.answer('Names, separated by commas or semicolons', 'anna, sam, lee');
    await window.messages.expect(`Changed who waits for “${vendor}”.`);
    await window.panel.getByText('each counted from the day they were named').waitFor();
    await window.panel.getByRole('status').getByText('has changed').waitFor({ state: 'attached' });
    await window.executeCommand('pacesetter.undo', {});
  });

  it('is copied as Markdown', async () => {
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await window.panel.getByRole('button', { name: 'Copy as Markdown' }).click();
    await window.panel.getByRole('status').getByText('Copied as Markdown.').waitFor({ state: 'attached' });
    await window.page.bringToFront();
    const text = await window.page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(text, /^# Pick the on.*vendor\n\nDecision[^]*## History\n\n- /);
  });

  it('is opened from the list, read, decided on its page, and left again, by keyboard alone', async () => {
    await leader.reach(vendor, /over/);
    await leader.press('Enter');
    await heading(vendor).waitFor();
    await focusedRow(vendor).waitFor();
    await window.panel.locator('#back').focus();
    await leader.press('d');
    await leader.answer('Outcome: what is decided?', 'The smaller one');
    await leader.answer('Because: why?', '');
    await leader.isAsked('Check day');
    await leader.pressInPrompt('Enter');
    await window.messages.expect(`Decided “${vendor}”.`);
    await window.panel.locator('.history li').filter({ hasText: 'The smaller one' }).waitFor();
    await window.panel.locator('.acts button').filter({ hasText: 'Reopen' }).waitFor();
    await leader.isBackOn(window.panel.locator('button:focus'));
    await leader.press('Escape');
    await focusedRow('Sign off the Q1 hiring plan').waitFor();
    await window.executeCommand('pacesetter.undo', {});
  });

  it('goes back to the panel where it was opened there', async () => {
    await window.executeCommand('pacesetter.openPanel');
    await window.panel.locator('.first-rows button.link').first().focus();
    await leader.press('Enter');
    await heading(vendor).waitFor();
    await window.panel.locator('#back').focus();
    await leader.press('Enter');
    await window.panel.locator('.first-rows').waitFor();
    await expect(tabs()).toHaveCount(2);
  });

  it('is there again after the window was reloaded', async () => {
    await tabOf(vendor).click();
    await heading(vendor).waitFor();
    await window.reload();
    await heading(vendor).waitFor();
    await window.panel.locator('.history li').first().waitFor();
  });

  it('says that it is gone when its capture is undone', async () => {
    const { id } = await window.executeCommand<{ id: string }>('pacesetter.capture', { title: 'Soon gone' });
    await window.executeCommand('pacesetter.openItem', { id });
    await heading('Soon gone').waitFor();
    await window.executeCommand('pacesetter.undo', {});
    await window.panel.getByText('This item is not in the log any more').waitFor();
    await window.executeCommand('pacesetter.openItem', { id: (await leader.row(vendor)).id });
    await heading(vendor).waitFor();
  });

  it('shows what people write as text, and opens only web addresses', async () => {
    const { id } = await window.executeCommand<{ id: string }>('pacesetter.capture', {
      title: '<img src=x onerror="document.title=1"> **x**',
      note: '<script>document.title="ran"</script>',
      link: 'command:workbench.action.closeWindow',
    });
    await window.executeCommand('pacesetter.openItem', { id });
    await heading('<img src=x onerror="document.title=1"> **x**').waitFor();
    await expect(window.panel.locator('article :is(img, script, a)')).toHaveCount(0);
    await window.panel.getByText('command:workbench.action.closeWindow').waitFor();
    await window.executeCommand('pacesetter.edit', { id, link: 'https://example.invalid/offer' });
    await window.panel.locator('article a[href="https://example.invalid/offer"]').waitFor();
  });

  for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const satisfies readonly Theme[]) {
    it(`has nothing that axe finds fault with in ${theme}`, async () => {
      await window.setTheme(theme);
      await window.executeCommand('pacesetter.openItem', { id: (await leader.row(vendor)).id });
      await heading(vendor).waitFor();
      assert.deepEqual(await violations(await window.panelFrame()), [], theme);
      await window.screenshot(`item page ${theme}`);
    });
  }
});
