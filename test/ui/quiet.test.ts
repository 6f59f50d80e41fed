import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Frame, Request } from '@playwright/test';
import type { Board } from '../../src/core/board/board.ts';
import { expect } from '../support/expect.ts';
import { startHost, type Host } from '../support/host.ts';
import { writeSampleLog } from '../support/sampleLog.ts';
import type { Window } from '../support/window.ts';

const dayInMs = 86_400_000;
const weeksAway = 3;

describe('over weeks in which nobody does anything', () => {
  let host: Host;
  let window: Window;
  const board = () => window.executeCommand<Board>('pacesetter.getBoard');

  before(async () => {
    host = await startHost();
    mkdirSync(host.globalStorage, { recursive: true });
    // As if the leader had last looked three weeks ago.
    await writeSampleLog(host.globalStorage, new Date(Date.now() - weeksAway * 7 * dayInMs));
    window = await host.openWindow();
  });

  it('nothing pops up at the start, however much has become overdue', async () => {
    await window.openContainer('Pacesetter');
    await window.treeItems('Waiting on You').filter({ hasText: 'Sign off' }).waitFor();
    assert.ok((await board()).totals.overdue >= 5);
    await window.assertNoMessages();
  });

  it('nothing pops up as the days turn and one item after the other passes its promise', async () => {
    for (const [title, promised] of [
      ['Due in two days', 2],
      ['Due in a week', 7],
      ['Due in ten days', 10],
    ] as const) {
      const promisedOn = new Date(Date.now() + promised * dayInMs).toISOString().slice(0, 10);
      await window.executeCommand('pacesetter.capture', { title, waiting: ['anna'], promisedOn });
    }
    const { overdue } = (await board()).totals;
    const first = (await board()).today;
    for (let day = 1; day <= weeksAway * 7; day++) {
      await window.executeCommand('pacesetter-tests.passDay');
      const { today, totals } = await board();
      assert.equal(Date.parse(today) - Date.parse(first), day * dayInMs);
      await window.statusBarItem(`${totals.overdue} overdue`).waitFor();
    }
    assert.equal((await board()).totals.overdue, overdue + 3);
    await window.assertNoMessages();
    await expect(window.page.locator('.editor-group-container .tab')).toHaveCount(0);
  });

  it('would be noticed if something did', async () => {
    const shown = window.executeCommand('pacesetter-tests.notify', 'Hello');
    await window.toasts.getByText('Hello').waitFor();
    await assert.rejects(window.assertNoMessages(), /Hello/);
    await window.clearMessages();
    await shown;
  });
});

describe('while views, pages and panel are used', () => {
  let window: Window;
  const connections = () => window.executeCommand<string[]>('pacesetter-tests.connections');

  before(async () => {
    const host = await startHost();
    mkdirSync(host.globalStorage, { recursive: true });
    await writeSampleLog(host.globalStorage);
    window = await host.openWindow();
  });

  it('the extension opens no connection, and its panel asks for nothing but its own files', async () => {
    const before = await connections();
    // The connection of the test extension proves that connections are seen.
    assert.ok(before.some((stack) => stack.includes('bridge.mjs')));
    const asked: Request[] = [];
    window.page.context().on('request', (request) => asked.push(request));

    await use();

    assert.deepEqual((await connections()).slice(before.length), []);
    assert.deepEqual(
      before.filter((stack) => /pacesetter[^/]*\/dist\//.test(stack)),
      [],
    );
    const urls = asked.map((request) => request.url());
    assert.deepEqual(
      urls.filter((url) => url.includes('example.invalid')),
      [],
      'what people write is not fetched, in the page of an item neither',
    );
    const ofPanel = asked.filter((request) => isOfPanel(frameOf(request))).map((request) => request.url());
    const own = ofPanel.filter((url) => /\/pacesetter[^/]*\/(?:dist\/webview\/panel\.js|media\/panel\.css)$/.test(url));
    assert.ok(own.length >= 2, ofPanel.join('\n'));
    assert.deepEqual(
      ofPanel.filter((url) => !own.includes(url) && !isOfWebviews(url)),
      [],
    );
  });

  async function use(): Promise<void> {
    await window.openContainer('Pacesetter');
    const { id } = await window.executeCommand<{ id: string }>('pacesetter.capture', {
      title: 'Read https://example.invalid/offer',
      link: 'https://example.invalid/offer',
      note: '![x](https://example.invalid/x.png) <img src="https://example.invalid/y.png">',
    });
    await window.executeCommand('pacesetter.openItem', { id });
    await window.panel.getByRole('heading', { level: 1 }).waitFor();
    await window.executeCommand('workbench.action.closeAllEditors');
    await window.executeCommand('pacesetter.openPanel');
    await window.panel.locator('#all').click();
    await window.panel.getByRole('textbox', { name: 'Filter by text' }).fill('example');
    for (const name of ['Payback', 'Over Time', 'Friction', 'Handed Out', 'Both Halves']) {
      await window.panel.getByRole('tab', { name }).click();
      await window.panel.locator('section h2').first().waitFor();
    }
    await window.executeCommand('pacesetter.decide', { id, outcome: 'Yes' });
    await window.executeCommand('pacesetter.undo', {});
    await window.panel.locator('tr[data-row]').filter({ hasText: 'example.invalid' }).waitFor();
  }
});

/** The frame that made a request. Undefined for a service worker, which is always VS Code's own. */
function frameOf(request: Request): Frame | undefined {
  return request.serviceWorker() === null ? request.frame() : undefined;
}

/** Whether the frame is in a webview of the extension: the address of a frame around it names the extension. */
function isOfPanel(frame: Frame | null | undefined): boolean {
  for (let within = frame; within; within = within.parentFrame()) {
    if (within.url().includes('extensionId=pacesetter-dev.pacesetter')) return true;
  }
  return false;
}

/** Whether VS Code loads this for every webview, whatever is in it. */
function isOfWebviews(url: string): boolean {
  return /\/(?:webview|browser\/pre)\/(?:index(?:-no-csp)?|fake|service-worker)\b|\/fake\.html/.test(url);
}
