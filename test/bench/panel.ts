import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Host, startHost } from '../support/host.ts';
import type { Window } from '../support/window.ts';
import { Device } from '../../src/log/device.ts';
import { atMost, type Figure, median, ratio } from './figure.ts';
import { writeOpenAndClosed } from './largeLog.ts';

const runs = 7;

/** From the command to the first complete picture, compared with an empty webview panel in the same window. */
export async function panel(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [open, closed] of [
    [15, 100],
    [1_000, 2_000],
    [10_000, 20_000],
  ] as const) {
    const host = await startHost();
    writeLog(host, open, closed);
    const window = await host.openWindow();
    await window.executeCommand('pacesetter.getBoard');
    const [first, empty] = await firstPictures(window, open);
    figures.push({
      figure: `panel with ${open.toLocaleString('en')} open (${closed.toLocaleString('en')} closed): command to first complete picture ÷ an empty webview panel`,
      measured: ratio(first, empty),
      ...(open === 1_000 && { aim: atMost(3, first / empty) }),
      isBeyond: open > 1_000,
    });
    figures.push({
      figure: `panel with ${open.toLocaleString('en')} open: a change by a command to the picture with it`,
      measured: `${(await update(window)).toFixed(0)} ms`,
      isBeyond: open > 1_000,
    });
    await host.close();
  }
  return figures;
}

function writeLog(host: Host, open: number, closed: number): void {
  const storage = mkdtempSync(join(tmpdir(), 'pacesetter-bench-'));
  writeOpenAndClosed(storage, open, closed);
  mkdirSync(host.globalStorage, { recursive: true });
  cpSync(join(storage, 'log'), join(host.globalStorage, 'log'), { recursive: true });
  rmSync(storage, { recursive: true });
  Device.load(host.globalStorage);
}

/** Medians in milliseconds, of our panel and of the empty one, opened in turn. */
async function firstPictures(window: Window, open: number): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let run = -1; run < runs; run++) {
    for (const [index, command, done] of [
      [0, 'pacesetter.openPanel', `#all:text("All ${open.toLocaleString('en-GB')}")`],
      [1, 'pacesetter-tests.emptyPanel', 'main'],
    ] as const) {
      const start = performance.now();
      const opened = window.executeCommand(command);
      await window.panel.locator(done).waitFor({ state: 'attached' });
      if (run >= 0) times[index].push(performance.now() - start);
      await opened;
      await window.executeCommand('workbench.action.closeAllEditors');
      await window.page.locator('iframe.webview').waitFor({ state: 'detached' });
    }
  }
  return [median(times[0]), median(times[1])];
}

async function update(window: Window): Promise<number> {
  await window.executeCommand('pacesetter.openPanel');
  await window.panel.locator('.first-rows li').first().waitFor();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const title = `Something new ${run}`;
    // Each was asked a month before the last one, so that it is the first row.
    const askedOn = `2020-0${runs + 1 - run}-06`;
    const start = performance.now();
    await window.executeCommand('pacesetter.capture', { title, askedOn, waiting: manyNames });
    await window.panel.locator('.first-rows').getByRole('button', { name: title, exact: true }).waitFor();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** Enough people waiting to rank the item on the first page. */
const manyNames = Array.from({ length: 30 }, (_, index) => `person${index}`);
