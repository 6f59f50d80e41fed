import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import type { Entry, Fact } from '../../src/core/entries/entry.ts';
import { addDays, type Day, dayOf } from '../../src/core/time/day.ts';
import { violations } from '../support/axe.ts';
import { expect } from '../support/expect.ts';
import { type Host, startHost, windowOverEmptyLog } from '../support/host.ts';
import { lineOf } from '../support/sampleEntries.ts';
import { Leader } from '../support/keyboardLeader.ts';
import { writeSampleLog } from '../support/sampleLog.ts';
import type { Theme, Window } from '../support/window.ts';

interface PersonAnswer {
  readonly waiting: readonly { readonly id: string; readonly title: string }[];
  readonly discussedOn?: string;
  readonly personDays: number;
}

describe('a 1:1, prepared and held by keyboard alone', () => {
  let host: Host;
  let window: Window;
  let leader: Leader;

  before(async () => {
    host = await startHost();
    mkdirSync(host.globalStorage, { recursive: true });
    await writeSampleLog(host.globalStorage);
    window = await host.openWindow();
    leader = new Leader(window);
  });

  const heading = (title: string): Locator => window.panel.getByRole('heading', { level: 1, name: title });
  const section = (title: string): Locator => window.panel.locator('section').filter({ hasText: title });
  const anna = (): Promise<PersonAnswer> => window.executeCommand('pacesetter.getPerson', { name: 'anna' });

  it('opens with one command what waits for the person, worst first', async () => {
    for (const title of ['Approve the offsite', 'Choose the pager', 'Renew the licence']) {
      await window.executeCommand('pacesetter.capture', { title, waiting: ['Anna'] });
    }
    await leader.run('Pacesetter: Open Person');
    await leader.answer('Who? Type any part of a name.', 'anna');
    await heading('What Anna waits for').waitFor();
    const { waiting, personDays } = await anna();
    assert.ok(waiting.length >= 4);
    await expect(window.panel.locator('.first-rows').first().locator('button.link')).toHaveText(
      waiting.map(({ title }) => title),
    );
    await window.panel.getByText(`${personDays} person-days`).first().waitFor();
    await window.panel.getByText('Not discussed yet.').waitFor();
  });

  it('deals with three items by their letters, on the page', async () => {
    const row = (title: string): Locator => window.panel.locator('.first-rows li').filter({ hasText: title });
    await row('Approve the offsite').locator('button.link').focus();
    await leader.press('a');
    await window.messages.expect('Acknowledged “Approve the offsite”.');
    await row('Choose the pager').locator('button.link').focus();
    await leader.press('d');
    await leader.answer('Outcome: what is decided?', 'The small one');
    await leader.answer('Because: why?', '');
    await leader.isAsked('Check day');
    await leader.pressInPrompt('Enter');
    await window.messages.expect('Decided “Choose the pager”.');
    await row('Choose the pager').waitFor({ state: 'detached' });
    await row('Renew the licence').locator('button.link').focus();
    await leader.press('x');
    await leader.answer('Reason: why does nobody need this any more?', 'Not needed');
    await window.messages.expect('Withdrew “Renew the licence”.');
    await row('Renew the licence').waitFor({ state: 'detached' });
  });

  it('is marked as discussed, and afterwards only what changed is on top', async () => {
    await window.panel.getByRole('button', { name: 'Discussed today' }).focus();
    await leader.press('Enter');
    await window.messages.expect('Discussed with Anna.');
    await section('Since you last talked').getByText('Nothing changed.').waitFor();
    assert.notEqual((await anna()).discussedOn, undefined);
    const { id } = await leader.row('Approve the offsite');
    await window.executeCommand('pacesetter.movePromise', { id, promisedOn: '2099-01-08', reason: 'No venue' });
    await section('Since you last talked').getByText('No venue').waitFor();
    await expect(section('Since you last talked').locator('li')).toHaveCount(1);
  });

  it('begins, a week after the talk, with what changed in that week and with nothing else', async () => {
    const captured = (item: string): Fact => ({
      type: 'itemCaptured',
      item,
      kind: 'decision',
      title: `Vera’s ${item}`,
      askedOn: daysAgo(20),
      promisedOn: '2099-01-08',
      waiting: ['Vera'],
    });
    const moved = { promisedOn: '2099-01-09', reason: 'The tender runs longer' } as const;
    const lines = [
      entryOf(20, captured('budget')),
      entryOf(20, captured('tender')),
      entryOf(9, { type: 'promiseMoved', item: 'budget', ...moved, movedOn: daysAgo(9) }),
      entryOf(7, { type: 'personDiscussed', person: 'vera', discussedOn: daysAgo(7) }),
      entryOf(2, { type: 'promiseMoved', item: 'tender', ...moved, movedOn: daysAgo(2) }),
    ].map(lineOf);
    writeFileSync(join(host.globalStorage, 'log', 'other.jsonl'), lines.join(''));
    await window.executeCommand('pacesetter.openPerson', { name: 'Vera' });
    await section('Since you last talked').getByText('The tender runs longer').waitFor();
    await expect(section('Since you last talked').locator('li button')).toHaveText(['Vera’s tender']);
    await window.executeCommand('pacesetter.openPerson', { name: 'Anna' });
    await heading('What Anna waits for').waitFor();
  });

  it('leads to an item and back', async () => {
    await section('Since you last talked').getByRole('button', { name: 'Approve the offsite' }).focus();
    await leader.press('Enter');
    await heading('Approve the offsite').waitFor();
    await window.panel.getByRole('group', { name: 'People' }).getByRole('button', { name: 'Anna' }).waitFor();
    await window.panel.locator('#back').focus();
    await leader.press('Escape');
    await heading('What Anna waits for').waitFor();
  });

  it('walks what waits for the person with the keys of the review', async () => {
    await window.panel.getByRole('button', { name: /^Review with Anna/ }).focus();
    await leader.press('Enter');
    await leader.isAsked('One key answers; Esc stops here');
    await leader.leavePrompt();
    await window.messages.expect('Reviewed nothing; nothing has changed.');
  });

  it('is copied for the 1:1', async () => {
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await window.panel.getByRole('button', { name: 'Copy for a 1:1' }).click();
    await window.panel.getByRole('status').getByText('Copied as Markdown.').waitFor({ state: 'attached' });
    await window.page.bringToFront();
    const text = await window.page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(text, /^# What Anna waits for\n\n[^]*## Waits on you\n\n- /);
  });

  it('says to a screen reader that the open page has changed, and nothing of it on the page of somebody else', async () => {
    const status = window.panel.getByRole('status');
    await window.executeCommand('pacesetter.capture', { title: 'Sign the lease', waiting: ['Anna'] });
    await status.getByText('“What Anna waits for” has changed.').waitFor({ state: 'attached' });
    await window.executeCommand('pacesetter.openPerson', { name: 'Vera' });
    await heading('What Vera waits for').waitFor();
    await expect(status).toHaveText('');
    await window.executeCommand('pacesetter.openPerson', { name: 'Anna' });
    await heading('What Anna waits for').waitFor();
  });

  it('joins and takes apart the names of one person, and each is undone', async () => {
    await window.executeCommand('pacesetter.capture', { title: 'From her login', waiting: ['alo'] });
    const before = await anna();
    const joined = await window.executeCommand('pacesetter.samePerson', { names: ['Anna', 'alo'] });
    assert.deepEqual(joined, { name: 'Anna', alsoCalled: ['alo'] });
    await window.panel.getByText('Also called Alo.').waitFor();
    assert.equal((await anna()).waiting.length, before.waiting.length + 1);
    await window.executeCommand('pacesetter.undo', {});
    assert.deepEqual(await anna(), before);
    await window.executeCommand('pacesetter.samePerson', { names: ['Anna', 'alo'] });
    await window.executeCommand('pacesetter.differentPerson', { names: ['Anna', 'alo'] });
    assert.deepEqual(await anna(), before);
  });

  it('joins a name that the log does not have yet, and finds the owner of work by it', async () => {
    await leader.run('Pacesetter: Join Names of a Person');
    await leader.answer('Who has another name?', 'Anna');
    await leader.answer(
      'Which other name is theirs? Pick one, or type one that is not in the log yet.',
      'annalopez-dev',
    );
    await leader.isAsked('What are they called from now on?');
    await leader.pressInPrompt('Enter');
    await window.panel.getByText('Also called Annalopez-dev.').waitFor();
    await window.messages.expect('Joined the names of one person: Anna and Annalopez-dev.');
    await leader.run('Pacesetter: Assign Work');
    await leader.answer('Start new, or continue a draft?', 'Start new');
    await leader.answer('Outcome: what will be true?', 'The pager rings for the right person');
    await leader.answer('Not included: what is explicitly out?', 'The old pager');
    await leader.answer('Deliverables: what is handed over?', 'A rota');
    await leader.isAsked('Owner: which one person?');
    await leader.type('annalopez');
    const focused = window.page.locator('.quick-input-list .monaco-list-row.focused');
    await focused.filter({ hasText: /^Anna\s*holds/u }).waitFor();
    await leader.pressInPrompt('Escape');
    await leader.answer('Keep what you have answered so far?', 'Discard');
    await window.executeCommand('pacesetter.differentPerson', { names: ['annalopez-dev'] });
  });

  it('opens from a name in the figures, and from a row of the list', async () => {
    await window.executeCommand('pacesetter.openPanel');
    await window.panel.getByRole('tab', { name: 'Friction' }).click();
    const asked = window.panel.locator('[data-section="askers"]');
    await asked.getByText('Show as table').click();
    await asked.getByRole('button', { name: 'Anna' }).click();
    await heading('What Anna waits for').waitFor();
    await window.executeCommand('pacesetter.openPerson', { name: 'Zoe' });
    await heading('What Zoe waits for').waitFor();
    await window.openContainer('Pacesetter');
    await window.treeItems('Waiting on You').filter({ hasText: 'Pick the on-call vendor' }).click({ button: 'right' });
    await window.page.locator('.context-view').getByText('Open Person').hover();
    await leader.press('Enter');
    await leader.answer('Who? Type any part of a name.', 'Anna');
    await heading('What Anna waits for').waitFor();
  });

  it('opens from the group of a person in a tree', async () => {
    await window.executeCommand('pacesetter.openPerson', { name: 'Zoe' });
    await heading('What Zoe waits for').waitFor();
    await window.openContainer('Pacesetter');
    const group = window.treeItems('Assignments').filter({ hasText: /^Anna/ });
    await group.hover();
    await group.getByRole('button', { name: 'Open Person' }).click();
    await heading('What Anna waits for').waitFor();
  });

  it('is there again after the window was reloaded', async () => {
    await window.executeCommand('pacesetter.openPerson', { name: 'anna' });
    await heading('What Anna waits for').waitFor();
    await window.reload();
    await heading('What Anna waits for').waitFor();
  });

  for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const satisfies readonly Theme[]) {
    it(`has nothing that axe finds fault with in ${theme}, empty or not`, async () => {
      await window.setTheme(theme);
      for (const [name, title] of [
        ['anna', 'What Anna waits for'],
        ['Zoe', 'What Zoe waits for'],
      ] as const) {
        await window.executeCommand('pacesetter.openPerson', { name });
        await heading(title).waitFor();
        assert.deepEqual(await violations(await window.panelFrame()), [], `${theme}, ${name}`);
        await window.screenshot(`person page ${name} ${theme}`);
      }
    });
  }
});

describe('joining the names of a person', () => {
  it('is refused where it is typed, with the text still there, and finds people by their other names', async () => {
    const window = await windowOverEmptyLog();
    const leader = new Leader(window);
    for (const name of ['Anna', 'Zoe']) {
      await window.executeCommand('pacesetter.capture', { title: `Something for ${name}`, waiting: [name] });
    }
    await window.executeCommand('pacesetter.samePerson', { names: ['Anna', 'alo'] });
    const other = 'Which other name is theirs? Pick one, or type one that is not in the log yet.';
    const typeAgain = async (text: string): Promise<void> => {
      await window.quickInputField.fill(text);
      await leader.pick(text);
    };

    await leader.run('Pacesetter: Join Names of a Person');
    await leader.answer('Who has another name?', 'Anna');
    await leader.isAsked(other);
    await typeAgain('anna');
    await window.quickInput.getByText('Name at least two names of one person.').waitFor();
    await typeAgain('Alo');
    await window.quickInput.getByText('Anna and Alo are already one person.').waitFor();
    await typeAgain('x'.repeat(101));
    await window.quickInput.getByText('A name has 101 characters; the limit is 100.').waitFor();
    await leader.isAsked(other);
    await leader.leavePrompt();

    await leader.run('Pacesetter: Join Names of a Person');
    await leader.answer('Who has another name?', 'Zoe');
    await leader.isAsked(other);
    await leader.type('alo');
    await window.quickInputRow('Anna', '.focused').waitFor();
    await leader.pressInPrompt('Enter');
    await leader.isAsked('What are they called from now on?');
    await leader.pick('Zoe');
    await window.messages.expect('Joined the names of one person: Zoe and Anna.');
  });
});

function daysAgo(days: number): Day {
  return addDays(dayOf(new Date()), -days);
}

let entries = 0;
/** What another machine wrote down that many days ago. */
function entryOf(days: number, fact: Fact): Entry {
  const id = `other-${++entries}`;
  const at = Date.now() - days * 86_400_000 + entries;
  const clock = `${at.toString(16).padStart(12, '0')}-0000`;
  return { ...fact, id, act: id, device: 'other', clock, loggedAt: new Date(at).toISOString(), day: daysAgo(days) };
}
