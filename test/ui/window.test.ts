import assert from 'node:assert/strict';
import { type Host, startHost } from '../support/host.ts';
import type { Window } from '../support/window.ts';

describe('a window with Pacesetter', () => {
  let host: Host;
  let window: Window;

  before(async () => {
    host = await startHost();
    window = await host.openWindow();
  });

  after(async () => {
    await window.close();
  });

  it('shows no notification at start', async () => {
    await window.assertNoToasts();
  });

  it('offers Capture in the palette', async () => {
    await window.openPalette('Pacesetter: Capture');
    await window.quickInputRow('Pacesetter: Capture').waitFor();
    await window.page.keyboard.press('Escape');
    await window.quickInput.waitFor({ state: 'hidden' });
  });

  it('answers commands that a test calls, and says why one failed', async () => {
    const layout = await window.executeCommand<{ groups: unknown[] }>('vscode.getEditorLayout');
    assert.equal(layout.groups.length, 1);
    await assert.rejects(window.executeCommand('pacesetter.noSuchCommand'), /noSuchCommand/);
  });

  it('shows what pops up: without that, "no notification" would say nothing', async () => {
    const shown = window.executeCommand('pacesetter-tests.notify', 'Hello');
    await window.toasts.getByText('Hello').waitFor();
    await assert.rejects(window.assertNoToasts(), /Hello/);
    await window.executeCommand('notifications.clearAll');
    await shown;
    await window.assertNoToasts();
  });

  it('takes a theme', async () => {
    await window.setTheme('highContrast');
    await window.setTheme('light');
    assert.equal(await window.page.locator('.monaco-workbench.vs').count(), 1);
  });

  it('shows what waits and captures as any other does on a virtual workspace', async () => {
    const virtual = await host.openWindow({ folder: 'memfs:/project' });
    assert.equal(await virtual.executeCommand('pacesetter-tests.workspace'), 'memfs:/project');
    await virtual.openContainer('Pacesetter');
    await virtual.runCommand('Pacesetter: Capture an Item');
    await virtual.quickInput.getByText('What waits on you?').waitFor();
    await virtual.quickInputField.fill('Captured without a disk');
    await virtual.page.keyboard.press('Enter');
    await virtual.treeItems('Waiting on You').filter({ hasText: 'Captured without a disk' }).waitFor();
    await virtual.executeCommand('pacesetter.undo', {});
    await virtual.close();
  });
});
