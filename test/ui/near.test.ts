import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../support/expect.ts';
import { writeOldCapture } from '../support/oldCapture.ts';
import { type Host, startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import type { Window } from '../support/window.ts';

describe('being there in one chord', () => {
  let host: Host;
  let window: Window;
  let leader: Leader;

  before(async () => {
    host = await startHost();
    await writeOldCapture(host.globalStorage, 'Renew the lease', new Date(Date.now() - 3 * 86_400_000));
    // Not TypeScript: this build of VS Code has no server for it, and reports that in a message.
    writeFileSync(join(host.workspace, 'rates.java'), 'one();\n@Override by fri\nthree();\n');
    window = await host.openWindow();
    leader = new Leader(window);
  });

  it('asks before it undoes what was done three days ago, and names it', async () => {
    await window.openContainer('Pacesetter');
    await window.treeItems('Waiting on You').filter({ hasText: 'Renew the lease' }).waitFor();
    await window.executeCommand('pacesetter.waiting.focus');
    await leader.press('Control+Z');
    await leader.isAsked('The last change was made on');
    await window.quickInputRow('Undo: Captured “Renew the lease”').waitFor();
    await leader.leavePrompt();
    await leader.row('Renew the lease');
  });

  it('completes a half-typed person at Enter without saving, and names a new one only from the row below', async () => {
    await window.executeCommand('pacesetter.capture', { title: 'Known people', waiting: ['anna', 'Anders Berg'] });
    await leader.openByChord('l');
    await leader.type('Pick a vendor @And');
    await leader.pick('@"Anders Berg"');
    await window.quickInput.getByText('Anders Berg waits').waitFor();
    await expect(window.quickInputField).toHaveValue('Pick a vendor @"Anders Berg" ');
    await leader.type('@ann');
    await window.quickInputRow('@anna').waitFor();
    await window.quickInput.getByText('Ann is new; did you mean Anna?').waitFor();
    await leader.pressInPrompt('ArrowDown');
    await leader.pressInPrompt('Enter');
    await window.messages.expect('Captured “Pick a vendor”.');
    assert.deepEqual((await leader.row('Pick a vendor')).waiting, ['Anders Berg', 'ann']);
  });

  it('redoes by key what was undone by key, in the view', async () => {
    // The focus alone is not enough: a message that comes or goes may move it.
    await leader.reach('Pick a vendor', /\+1/);
    await leader.press('Control+Z');
    await window.messages.expect('Undone: Captured “Pick a vendor”');
    await leader.press('Control+Shift+Z');
    await window.messages.expect('Redone: Captured “Pick a vendor”');
    await leader.reach('Pick a vendor', /\+1/);
    await leader.press('Control+Y');
    await window.messages.expect('There is nothing to redo');
  });

  it('captures what is selected as text with its place, and shows a lens there until it is closed', async () => {
    await window.executeCommand('workbench.action.quickOpen', 'rates.java:2');
    await leader.pick('rates.java');
    await window.statusBarItem(/^Ln 2, Col 1$/).waitFor();
    await leader.press('Shift+End');
    await window.statusBarItem(/16 selected/).waitFor();
    await leader.run('Pacesetter: Capture Selection');
    await window.quickInput.getByText('rates.java:2 · with a note').waitFor();
    await expect(window.quickInputField).toHaveValue(String.raw`\@Override \by fri `);
    await leader.type('@anna');
    await window.quickInput.getByText('Anna waits').waitFor();
    await leader.pressInPrompt('Enter');
    await window.messages.expect('Captured “@Override by fri”.');
    const { id, link, note, waiting } = await leader.row('@Override by fri');
    assert.deepEqual({ link, note, waiting }, { link: 'rates.java:2', note: 'From rates.java:2', waiting: ['anna'] });

    const lens = window.page.locator('.codelens-decoration').getByText('Waits on you, 1 d: “@Override by fri”');
    await lens.waitFor();
    await window.executeCommand('pacesetter.decide', { id, outcome: 'no' });
    await lens.waitFor({ state: 'detached' });
  });

  it('jumps to a closed item by a person, with one chord', async () => {
    await leader.openByChord('j');
    await window.quickInputRow('Known people').waitFor();
    await leader.type('anna override');
    await window.quickInputRow('Known people').waitFor({ state: 'detached' });
    await leader.pick('@Override by fri');
    await window.panel.getByRole('heading', { name: '@Override by fri' }).waitFor();
  });

  it('copies a link that shows the item and changes nothing, and says when there is none', async () => {
    const { id } = await leader.row('Renew the lease');
    const { link } = await window.executeCommand<{ link: string }>('pacesetter.copyLink', { id });
    assert.match(link, /^[\w-]+:\/\/pacesetter-dev\.pacesetter\/item\/[\w-]+$/);
    for (const [address, heading] of [
      [link, 'Renew the lease'],
      [link.replace(id, 'nobody'), undefined],
    ] as const) {
      await leader.run('Developer: Open URL');
      await leader.answer('URL to open', address);
      await window.messages.expect(/^Dialog: /);
      await window.page.getByRole('button', { name: 'Open', exact: true }).click();
      if (heading !== undefined) await window.panel.getByRole('heading', { name: heading }).waitFor();
      else await window.messages.expect('The item of this link is not in this machine’s log.');
    }
  });
});
