import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { writeOpenAndClosed } from '../bench/largeLog.ts';
import { violations } from '../support/axe.ts';
import { expect } from '../support/expect.ts';
import { startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import type { Window } from '../support/window.ts';

/** The worst of each list stands first; the rest is a button away, and all of it is reached by keyboard. */
describe('the page of somebody with hundreds of items', () => {
  let window: Window;
  let leader: Leader;

  before(async () => {
    const host = await startHost();
    mkdirSync(host.globalStorage, { recursive: true });
    writeOpenAndClosed(host.globalStorage, 640, 40);
    window = await host.openWindow();
    leader = new Leader(window);
    await window.executeCommand('workbench.action.closeSidebar');
    await window.executeCommand('workbench.action.closeAuxiliaryBar');
    await window.executeCommand('pacesetter.openPerson', { name: 'anna' });
    await window.panel.getByRole('heading', { name: 'Waits on you (320)' }).waitFor();
  });

  const list = (): Locator => window.panel.locator('section').filter({ hasText: 'Waits on you' });
  const rows = (): Locator => list().locator('li');
  const focusedAt = (index: number): Locator => rows().nth(index).locator('button.link:focus');
  const titleAt = async (index: number): Promise<string> =>
    (await rows().nth(index).locator('button.link').innerText()).trim();

  it('shows the first ten of each list, and its count', async () => {
    const sections = window.panel.locator('section');
    await expect(sections).toHaveCount(3);
    for (const section of await sections.all()) await expect(section.locator('li')).toHaveCount(10);
    await window.panel.getByRole('button', { name: 'All 160' }).waitFor();
    await window.panel.getByText('320 items and 160 open questions wait on you').waitFor();
    assert.deepEqual(await violations(await window.panelFrame()), []);
  });

  it('opens and closes a list by keyboard, with the focus on what closes and opens it', async () => {
    await list().getByRole('button', { name: 'All 320' }).focus();
    await leader.press('Enter');
    await list().locator('button:focus').getByText('Show Fewer').waitFor();
    await expect(rows()).toHaveCount(320);
    await leader.press('Enter');
    await list().locator('button:focus').getByText('All 320').waitFor();
    await expect(rows()).toHaveCount(10);
    await leader.press('Enter');
    await list().locator('button:focus').getByText('Show Fewer').waitFor();
    assert.deepEqual(await violations(await window.panelFrame()), []);
  });

  it('goes by keyboard to the last row and back, and stays on the same button', async () => {
    await leader.press('Tab');
    await focusedAt(0).waitFor();
    await leader.press('End');
    await focusedAt(319).waitFor();
    await expect(focusedAt(319)).toBeInViewport();
    await leader.press('ArrowUp');
    await focusedAt(318).waitFor();
    await leader.press('Home');
    await focusedAt(0).waitFor();
    await leader.press('PageDown');
    await focusedAt(10).waitFor();
    await leader.press('Tab');
    await leader.press('ArrowUp');
    await rows().nth(9).locator('button[data-act]:focus').waitFor();
  });

  it('acts on the row with the focus, and goes on with the row in its place', async () => {
    await rows().nth(9).locator('button.link').focus();
    const [name, next] = [await titleAt(9), await titleAt(10)];
    await leader.press('x');
    await leader.answer('Reason: why does nobody need this any more?', 'to try it');
    await window.messages.expect(`Withdrew “${name}”.`);
    await window.panel.getByRole('heading', { name: 'Waits on you (319)' }).waitFor();
    await leader.isBackOn(focusedAt(9));
    assert.equal(await titleAt(9), next);
  });

  it('is nowhere wider than the window, down to 320 pixels', async () => {
    const frame = await window.panelFrame();
    // The window, whose bar at the left takes some of it.
    for (const width of [1280, 640, 378]) {
      await window.page.setViewportSize({ width, height: 800 });
      const overflow = await frame.evaluate<number>(`(async () => {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return document.documentElement.scrollWidth - innerWidth;
      })()`);
      assert.ok(overflow <= 0, `${width}: ${overflow} pixels too wide`);
    }
    await window.page.setViewportSize({ width: 1280, height: 800 });
  });
});
