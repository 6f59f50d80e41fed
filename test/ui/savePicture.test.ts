import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { type Host, startHost } from '../support/host.ts';
import { answerFileDialog } from '../support/fileDialog.ts';
import type { Window } from '../support/window.ts';

describe('a picture of a chart that the clipboard refuses', () => {
  let host: Host;
  let window: Window;

  before(async () => {
    host = await startHost();
    window = await host.openWindow();
    await window.executeCommand('pacesetter.capture', { title: 'Pick a vendor' });
    await window.executeCommand('pacesetter.openPanel');
    await window.panel.locator('[data-point]').waitFor();
    await (
      await window.panelFrame()
    ).evaluate(`navigator.clipboard.write = () => Promise.reject(new Error('refused'));
      navigator.clipboard.writeText = navigator.clipboard.write;`);
  });

  /** Asks for the picture and answers the dialog. Returns the path the dialog proposed. */
  async function saveAs(path: string): Promise<string> {
    await window.panel.locator('[data-section=ageing]').getByRole('button', { name: 'Copy as Picture' }).click();
    return answerFileDialog(window, 'Save the picture', path);
  }

  it('is saved where the person says, offered in a folder that exists', async () => {
    const path = join(host.workspace, 'ageing.png');
    const offered = await saveAs(path);
    await window.messages.expect('Saved the picture.');
    assert.deepEqual([...readFileSync(path).subarray(1, 4)], [...Buffer.from('PNG')]);
    assert.ok(statSync(offered.replace(/[^/]*$/, '')).isDirectory(), offered);
  });

  it('is never saved into the folder of the log, and the person reads why', async () => {
    const path = join(host.globalStorage, 'log', 'ageing.png');
    await saveAs(path);
    await window.messages.expect('is in the log folder, which is only for the log. Choose another place.');
    assert.ok(!existsSync(path));
  });

  it('is text that the host copies when the panel may not', async () => {
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await window.panel.locator('[data-section=ageing]').getByRole('button', { name: 'Copy as Markdown' }).click();
    await window.messages.expect('Copied as Markdown.');
    await window.page.bringToFront();
    assert.match(await window.page.evaluate<string>('navigator.clipboard.readText()'), /^### Ageing\n/);
  });
});
