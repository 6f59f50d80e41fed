import { mkdirSync } from 'node:fs';
import { expect } from '../support/expect.ts';
import { startHost } from '../support/host.ts';
import { writeSampleLog } from '../support/sampleLog.ts';
import type { Window } from '../support/window.ts';

/** What is drawn or written in a chart and ends beyond its edge; that the page is wide, until it has its new width. */
const cutOff = `(() => {
  if (innerWidth > 320) return ['the page is ' + innerWidth + ' pixels wide'];
  return [...document.querySelectorAll('.chart')].flatMap((chart) => {
    const edge = chart.getBoundingClientRect();
    return [...chart.querySelectorAll('svg text, svg rect, svg circle')]
      .filter((part) => {
        const { left, right } = part.getBoundingClientRect();
        return left < edge.left - 1 || right > edge.right + 1;
      })
      .map((part) => part.textContent.trim() || part.tagName);
  });
})()`;

describe('the charts in a window of 320 pixels', () => {
  let window: Window;

  before(async () => {
    const host = await startHost();
    mkdirSync(host.globalStorage, { recursive: true });
    await writeSampleLog(host.globalStorage);
    window = await host.openWindow();
    await window.executeCommand('pacesetter.openPanel');
    await window.panel.locator('main').waitFor();
    await window.executeCommand('workbench.action.closeSidebar');
    await window.executeCommand('workbench.action.closeAuxiliaryBar');
    await window.page.setViewportSize({ width: 320, height: 1600 });
  });

  for (const part of ['Both Halves', 'Payback', 'Over Time', 'Friction', 'Handed Out']) {
    it(`are drawn in full under ${part}`, async () => {
      await window.panel.getByRole('tab', { name: part }).click();
      await window.panel.getByRole('tab', { name: part, selected: true }).waitFor();
      const frame = await window.panelFrame();
      await expect.poll(() => frame.evaluate(cutOff)).toEqual([]);
      await window.screenshot(`panel 320 ${part}`);
    });
  }
});
