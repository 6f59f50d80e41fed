import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { writeOpenAndClosed } from '../bench/largeLog.ts';
import { violations } from '../support/axe.ts';
import { expect } from '../support/expect.ts';
import { startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import type { Window } from '../support/window.ts';

const count = 2_000;

/** A list of 2,000 items builds only the rows in sight, and is still one list to a keyboard and to a screen reader. */
describe('a list of 2,000 items', () => {
  let window: Window;
  let leader: Leader;

  before(async () => {
    const host = await startHost();
    mkdirSync(host.globalStorage, { recursive: true });
    writeOpenAndClosed(host.globalStorage, count, 100);
    window = await host.openWindow();
    leader = new Leader(window);
    await window.executeCommand('workbench.action.closeSidebar');
    await window.executeCommand('workbench.action.closeAuxiliaryBar');
    await window.executeCommand('pacesetter.openPanel');
    await window.panel.getByRole('button', { name: 'All 2,000' }).click();
    await rows().first().waitFor();
  });

  const rows = (): Locator => window.panel.locator('tr[data-row]');
  const rowAt = (index: number): Locator => window.panel.locator(`tr[data-row][aria-rowindex="${index}"]`);
  const focusedAt = (index: number): Locator =>
    window.panel.locator(`tr[aria-rowindex="${index}"]:has(button.link[data-focus]:focus)`);

  const fewAreBuilt = (): Promise<void> => expect.poll(() => rows().count()).toBeLessThan(60);

  it('builds only the rows in sight, and says how many there are', async () => {
    await fewAreBuilt();
    await expect(window.panel.locator('table.items')).toHaveAttribute('aria-rowcount', String(count + 1));
    await window.panel.locator('.found').getByText('2,000 items').waitFor();
    await rowAt(2).waitFor();
  });

  it('goes by keyboard to the last row and back, page by page and row by row', async () => {
    await rowAt(2).locator('button.link[data-focus]').focus();
    await leader.press('ArrowDown');
    await focusedAt(3).waitFor();
    await leader.press('End');
    await focusedAt(count + 1).waitFor();
    await fewAreBuilt();
    await leader.press('ArrowUp');
    await focusedAt(count).waitFor();
    await leader.press('Home');
    await focusedAt(2).waitFor();
    await leader.press('PageDown');
    await window.panel.locator('tr[data-row]:has(button.link[data-focus]:focus)').waitFor();
    await expect(focusedAt(2)).toHaveCount(0);
    await leader.press('Home');
  });

  it('keeps the row with the focus while another part is in sight', async () => {
    await focusedAt(2).waitFor();
    await (await window.panelFrame()).evaluate(`document.querySelector('.scroll.items').scrollTop = 30_000`);
    await rowAt(660).waitFor();
    await focusedAt(2).waitFor();
    await leader.press('ArrowDown');
    await focusedAt(3).waitFor();
    await fewAreBuilt();
  });

  it('acts on the row with the focus, and goes on with the row in its place', async () => {
    const name = await window.panel.locator('button.link[data-focus]:focus').innerText();
    await leader.press('x');
    await leader.answer('Reason: why does nobody need this any more?', 'to try it');
    await window.messages.expect(`Withdrew “${name}”.`);
    await window.panel.locator('.found').getByText('1,999 items').waitFor();
    await leader.isBackOn(focusedAt(3));
    await expect(window.panel.locator('button.link[data-focus]:focus')).not.toHaveText(name);
  });

  it('has nothing that axe finds fault with', async () => {
    assert.deepEqual(await violations(await window.panelFrame()), []);
  });

  it('has its acts, the promised day and the person-days in sight down to 320 pixels', async () => {
    const frame = await window.panelFrame();
    // The window, whose bar at the left takes some of it.
    for (const width of [1280, 900, 820, 700, 480, 390]) {
      await window.page.setViewportSize({ width, height: 800 });
      const cut = await frame.evaluate<string[]>(`(async () => {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const rows = 'tr[data-row] ';
        const parts = ['.promised', '.cost', '.acts button', '.title button'].map((part) => rows + part).join();
        return [...document.querySelectorAll(parts)].flatMap((part) => {
          const { left, right, width } = part.getBoundingClientRect();
          const isCut = width < 4 || left < 0 || right > document.documentElement.clientWidth + 1 ||
            (part.matches('.promised, .cost') && (part.scrollWidth > part.clientWidth + 1 || part.innerText.trim() === ''));
          return isCut ? [innerWidth + ' ' + part.className + ' ' + part.textContent.trim()] : [];
        });
      })()`);
      assert.deepEqual(cut, [], String(width));
      const overflow = await frame.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      assert.ok(overflow <= 0, `${width}: ${overflow} pixels too wide`);
    }
    await window.page.setViewportSize({ width: 1280, height: 800 });
  });
});
