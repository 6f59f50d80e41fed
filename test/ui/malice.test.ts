import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../src/core/entries/entry.ts';
import { expect } from '../support/expect.ts';
import { type Host, startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import { captureOf, lineOf, sealed } from '../support/sampleEntries.ts';
import type { Window } from '../support/window.ts';

describe('a log that others write into', () => {
  let host: Host;
  let window: Window;
  let leader: Leader;
  const astral = `${'x'.repeat(59)}𝒜 and more`;
  const notice = (text: string | RegExp) => window.treeItems('Waiting on You').filter({ hasText: text });

  before(async () => {
    host = await startHost();
    window = await host.openWindow();
    leader = new Leader(window);
    await window.openContainer('Pacesetter');
    await window.executeCommand('pacesetter.capture', { title: 'Mine' });
    await window.executeCommand('pacesetter.capture', { title: 'Mine too' });

    const folder = join(host.globalStorage, 'log');
    const [own = ''] = readdirSync(folder);
    const [first = ''] = readFileSync(join(folder, own), 'utf8').split('\n');
    const { act, clock, loggedAt } = JSON.parse(first) as Entry;
    const undo = { v: 1, id: 'undo', clock, device: 'eve', act: 'undo', type: 'actUndone', loggedAt, undoes: act };
    const lines = [
      sealed({ v: 1, ...captureOf(1), item: '/x' }),
      sealed({ v: 1, ...captureOf(2), item: '\ud800' }),
      lineOf(captureOf(3, astral)),
      lineOf(captureOf(4, 'safe \u202egnp.exe')),
      sealed({ v: 999, item: 'item-4' }),
      sealed(undo),
    ];
    symlinkSync(join(host.globalStorage, 'device'), join(folder, 'key.jsonl'));
    writeFileSync(join(folder, 'eve.jsonl'), lines.join(''));
  });

  it('shows what is there, and says what was set aside', async () => {
    for (const said of [
      '2 lines of the log could not be read',
      'Something with the name of a log file is a link',
      'Another machine undid 1 change that it had not made',
      '1 line was written by a newer Pacesetter',
    ]) {
      await notice(said).waitFor();
    }
    for (const title of ['Mine too', astral, 'safe gnp.exe']) await notice(title).waitFor();
    await expect(notice(/^Mine,/)).toHaveCount(0);
  });

  it('opens the page of an item whose title is cut in the middle of a character', async () => {
    await window.executeCommand('pacesetter.openItem', { id: 'item-3' });
    await window.page
      .locator('.tab')
      .filter({ hasText: 'x'.repeat(59) })
      .first()
      .waitFor();
  });

  it('brings back what another machine took back, and ignores what only seems to be newer, from the health of the log', async () => {
    await notice('Another machine undid 1 change').click();
    await leader.isAsked('Another machine undid what it had not done');
    await window.quickInputField.fill('undid what it had not done');
    await leader.press('Enter');
    await notice('Another machine undid').waitFor({ state: 'detached' });
    await window.messages.expect('Brought back what another machine had undone.');
    await notice(/Mine(?! too)/).waitFor();

    await notice('1 line was written by a newer Pacesetter').click();
    await window.quickInputField.fill('Ignore newer lines of this file');
    await leader.press('Enter');
    await notice('1 line was written by a newer Pacesetter').waitFor({ state: 'detached' });
  });
});
