import assert from 'node:assert/strict';
import type { Locator } from '@playwright/test';
import type { Board } from '../../src/core/board/board.ts';
import { expect } from '../support/expect.ts';
import type { Window, Theme } from '../support/window.ts';
import { startHost } from '../support/host.ts';

const steps = [
  'Capture what waits on you',
  'See what waits, the worst first',
  'Decide, send back, or hold on purpose',
  'See yourself by the standard you ask for',
  'Be clear before you hand work out',
];

describe('the first steps', () => {
  let window: Window;
  const board = () => window.executeCommand<Board>('pacesetter.getBoard');
  const sidebar = () => window.page.locator('.part.sidebar');
  const welcome = () => sidebar().locator('.welcome-view-content').filter({ hasText: 'Nothing waits on you.' });
  /** Opens the menu of the view, from its title. */
  const openMenu = async (): Promise<Locator> => {
    const header = window.page.locator('.pane-header').filter({ hasText: 'Waiting' });
    await header.hover();
    await header.getByRole('button', { name: /More Actions/ }).click();
    return window.page.locator('.context-view');
  };
  const step = (name: string): Locator => window.page.locator('.getting-started-step').filter({ hasText: name });

  before(async () => {
    window = await (await startHost()).openWindow();
    await window.openContainer('Pacesetter');
  });

  it('open nothing by themselves, and are offered where nothing waits yet', async () => {
    await welcome().waitFor();
    await window.screenshot('welcome');
    await expect(window.page.locator('.editor-group-container .tab')).toHaveCount(0);
    await window.assertNoMessages();
  });

  it('try things on a sample that is known by its tag, and says so with an Undo', async () => {
    await welcome().locator('a').filter({ hasText: 'Try it with sample items' }).click();
    await window.messages.expect('Added the sample items.');
    await window.treeItems('Waiting on You').filter({ hasText: 'Sign off the Q1 hiring plan' }).waitFor();
    await window.treeItems('Priorities').filter({ hasText: 'A checkout people finish' }).waitFor();
    for (const { title, tags } of (await board()).rows) assert.ok(tags.includes('sample'), title);
    await window.clearMessages();
    await window.screenshot('sample');
  });

  it('take the sample back from the menu of the view, with what was done about it', async () => {
    const [first, second] = (await board()).rows;
    await window.executeCommand('pacesetter.decide', { id: first?.id, outcome: 'the smaller one' });
    await window.executeCommand('pacesetter.withdraw', { id: second?.id, reason: 'to try it' });
    const menu = await openMenu();
    // A click just after a menu opened is taken for the end of the one that opened it.
    await menu.getByRole('menuitem', { name: 'Remove Sample Items' }).hover();
    await menu.locator('.action-item.focused').filter({ hasText: 'Remove Sample Items' }).waitFor();
    await window.page.keyboard.press('Enter');
    await window.messages.expect('Removed the sample items');
    await welcome().waitFor();
    assert.deepEqual((await board()).rows, []);
    await (await openMenu()).getByRole('menuitem', { name: 'Check Health of the Log' }).waitFor();
    await expect(window.page.getByRole('menuitem', { name: 'Remove Sample Items' })).toHaveCount(0);
    await window.page.keyboard.press('Escape');
  });

  it('walk through five steps, each with its picture, and tick off what was done', async () => {
    await welcome().locator('a').filter({ hasText: 'walkthrough' }).click();
    await window.page.getByText('Hold the Pace You Ask For').first().waitFor();
    for (const name of steps) await step(name).waitFor();
    await step('See yourself').click();
    await step('See yourself').getByRole('button', { name: 'Open Panel' }).click();
    await window.panel.getByText('Nothing waits on you yet.').waitFor();
    await window.runCommand('Pacesetter: Open Walkthrough');
    await step('See yourself').locator('.codicon-getting-started-step-checked').first().waitFor();
  });

  it('look right in every theme', async () => {
    // A narrow page has no pictures.
    await window.executeCommand('workbench.action.closeSidebar');
    await window.executeCommand('workbench.action.closeAuxiliaryBar');
    for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] satisfies Theme[]) {
      await window.setTheme(theme);
      for (const name of ['See what waits', 'Be clear before']) {
        await step(name).click();
        const picture = window.page
          .locator('iframe.webview.ready')
          .last()
          .contentFrame()
          .locator('iframe#active-frame')
          .contentFrame()
          .locator('svg');
        await picture.waitFor();
        await window.screenshot(`walkthrough ${theme} ${name}`);
      }
    }
  });
});
