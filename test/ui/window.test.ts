import assert from 'node:assert/strict';
import { expect } from '../support/expect.ts';
import { type Host, startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import { assertNothingLeft, clearWindow } from '../support/leftovers.ts';
import type { Window } from '../support/window.ts';

describe('a window with Pacesetter', () => {
  let host: Host;
  let window: Window;
  let leader: Leader;

  before(async () => {
    host = await startHost();
    window = await host.openWindow();
    leader = new Leader(window);
  });

  after(async () => {
    await window.close();
  });

  it('shows no notification at start', async () => {
    await window.assertNoMessages();
  });

  it('offers Capture in the palette', async () => {
    await window.openPalette('Pacesetter: Capture');
    await window.quickInputRow('Pacesetter: Capture').waitFor();
    await leader.leavePrompt();
  });

  it('answers commands that a test calls, and says why one failed', async () => {
    const layout = await window.executeCommand<{ groups: unknown[] }>('vscode.getEditorLayout');
    assert.equal(layout.groups.length, 1);
    await assert.rejects(window.executeCommand('pacesetter.noSuchCommand'), /noSuchCommand/);
  });

  it('shows what pops up: without that, "no notification" would say nothing', async () => {
    const shown = window.executeCommand('pacesetter-tests.notify', 'Hello');
    await window.toasts.getByText('Hello').waitFor();
    await assert.rejects(window.assertNoMessages(), /Hello/);
    await window.messages.expect('Hello');
    await window.clearMessages();
    await shown;
    await window.assertNoMessages();
  });

  it('hears more messages than are shown at once, and does not take an old one for a new one', async () => {
    const all = ['One', 'Two', 'Three', 'Four', 'Five'];
    for (const text of all) void window.executeCommand('pacesetter-tests.notify', text);
    for (const text of all) await window.messages.expect(text);
    await assert.rejects(window.messages.expect('Five', 200), /no message says “Five”/);
  });

  it('is not left with a message, a prompt or unsaved changes by any test', async () => {
    void window.executeCommand('pacesetter-tests.notify', 'Hello');
    while ((await window.messages.unexpected()).length === 0);
    await window.executeCommand('workbench.action.files.newUntitledFile');
    await window.page.locator('.tab').getByText('Untitled').waitFor();
    await window.page.keyboard.type('x');
    await window.page.locator('.tab.dirty').waitFor();
    await window.openPalette('Pacesetter');
    await assert.rejects(
      assertNothingLeft(window, 200),
      /a prompt: [^]*Pacesetter[^]*unsaved changes: [^]*Untitled[^]*a message: Hello/,
    );
    await clearWindow(window);
    await assertNothingLeft(window);
  });

  it('takes a theme', async () => {
    await window.setTheme('highContrast');
    await window.setTheme('light');
    await expect(window.page.locator('.monaco-workbench.vs')).toHaveCount(1);
  });

  it('shows what waits and captures as any other does on a virtual workspace', async () => {
    const virtual = await host.openWindow({ folder: 'memfs:/project' });
    assert.equal(await virtual.executeCommand('pacesetter-tests.workspace'), 'memfs:/project');
    await virtual.openContainer('Pacesetter');
    await virtual.runCommand('Pacesetter: Capture');
    await new Leader(virtual).answer('What waits on you?', 'Captured without a disk');
    await virtual.messages.expect('Captured “Captured without a disk”.');
    await virtual.treeItems('Waiting on You').filter({ hasText: 'Captured without a disk' }).waitFor();
    await virtual.executeCommand('pacesetter.undo', {});
    await virtual.close();
  });
});
