import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Board } from '../../src/core/board/board.ts';
import { addDays, dayOf } from '../../src/core/time/day.ts';
import { expect } from '../support/expect.ts';
import { FakeGitHub } from '../support/github/fakeGitHub.ts';
import type { PullEvent, PullHistory } from '../support/github/history.ts';
import { type Host, startHost } from '../support/host.ts';
import type { Window } from '../support/window.ts';

const dayInMs = 86_400_000;
/** So many days ago, at noon where the leader is. */
const ago = (days: number) => new Date(new Date().setHours(12, 0, 0, 0) - days * dayInMs).toISOString();
const today = dayOf(new Date());

/** The dialogs, and what the leader presses in each. The last two are VS Code's own. */
const signingIn = [
  [/Let the reviews you are asked for arrive by themselves\?/, 'Connect'],
  [/The extension 'Pacesetter' wants to sign in/, 'Allow'],
  [/Your Code: ABCD-1234/, 'Copy & Continue to Browser'],
] as const;

/** Seven reviews, asked so many days ago. The last is asked of a team. */
const ages = [23, 16, 9, 5, 3, 2, 1];

function pull(index: number, more: readonly PullEvent[] = []): PullHistory {
  const at = ago(ages[index]!);
  const of = index === 6 ? { team: 'core' } : { user: 'mia' };
  return {
    id: `PR_${index}`,
    number: index + 1,
    title: `Change ${index}`,
    repository: 'acme/shop',
    author: 'ann',
    openedAt: at,
    events: [{ type: 'requested', at, of }, ...more],
  };
}

const asAnother = (title: string, number: number) => ({ id: `PR_${number}`, number, title });

describe('a leader who connects GitHub', () => {
  let github: FakeGitHub;
  let host: Host;
  let window: Window;
  /** What the window writes to its console. */
  const console: string[] = [];
  const row = (text: string | RegExp) => window.treeItems('Waiting on You').filter({ hasText: text });
  const board = () => window.executeCommand<Board>('pacesetter.getBoard');

  before(async () => {
    const answered = pull(3, [{ type: 'reviewed', at: ago(4), by: 'mia', state: 'APPROVED' }]);
    const pulls = [...ages.map((_, index) => pull(index)), { ...answered, ...asAnother('Change from before', 8) }];
    github = await FakeGitHub.start({ now: new Date(), pulls, teams: { core: ['mia', 'tom'] } });
    host = await startHost({ settings: { 'github-enterprise.uri': github.address } });
    window = await host.openWindow();
    window.page.on('console', (message) => console.push(message.text()));
    await window.openContainer('Pacesetter');
    await window.executeCommand('pacesetter.capture', { title: 'An offsite nobody may know of', waiting: ['zoe'] });
  });

  after(() => github.close());

  it('has asked GitHub for nothing before that', () => {
    assert.deepEqual(github.calls, []);
  });

  it('agrees, signs in with VS Code, and sees seven reviews with their true ages', async () => {
    await window.runCommand('Pacesetter: Connect GitHub');
    await window.quickInputRow('GitHub Enterprise').click();
    const consent = window.page.locator('.monaco-dialog-box');
    await consent.getByText('nothing is changed there').waitFor();
    assert.deepEqual(github.calls, []);
    for (const [said, button] of signingIn) {
      await window.page.locator('.monaco-dialog-box').getByRole('button', { name: button }).click();
      await window.messages.expect(said);
    }
    await window.messages.expect(/^Open .*\/login\/device/);

    const oldest = new Intl.DateTimeFormat('en', { day: 'numeric' }).format(new Date(ago(23)));
    await window.messages.expect(new RegExp(`^7 reviews wait on you; the oldest since \\w+ ${oldest} \\w+\\.$`));
    for (const index of ages.keys()) await row(`Change ${index}`).waitFor();
    const found = new Map((await board()).rows.map((row) => [row.title, [row.askedOn, row.ageInDays]]));
    for (const [index, age] of ages.entries()) {
      assert.deepEqual(found.get(`Change ${index}`), [addDays(today, -age), age + 1]);
    }
    await expect(row('Change 5')).toHaveText(/GitHub/);
    await expect(row('Change 6')).toHaveText(/GitHub, for acme\/core/);
  });

  it('approves on GitHub, and it is closed here with the right days', async () => {
    github.pulls = github.pulls.with(2, pull(2, [{ type: 'reviewed', at: ago(2), by: 'mia', state: 'APPROVED' }]));
    await window.runCommand('Pacesetter: Refresh Requests');
    await window.messages.expect(/^6 reviews wait on you/);
    await row('Change 2').waitFor({ state: 'detached' });
    const closed = (await board()).rows.find(({ title }) => title === 'Change 2');
    const { how, on } = closed!.closing!;
    assert.deepEqual(
      [how, on, closed!.respondedOn, closed!.askedOn],
      ['decided', addDays(today, -2), addDays(today, -2), addDays(today, -9)],
    );
  });

  it('was asked and approved on GitHub since, before it was read again, and finds it under Closed with both days', async () => {
    github.now = new Date();
    const at = github.now.toISOString();
    const events: readonly PullEvent[] = [
      { type: 'requested', at, of: { user: 'mia' } },
      { type: 'reviewed', at, by: 'mia', state: 'APPROVED' },
    ];
    github.pulls = [...github.pulls, { ...pull(0), events, openedAt: at, ...asAnother('Change in between', 9) }];
    await window.runCommand('Pacesetter: Refresh Requests');
    await window.messages.expect(/^6 reviews wait on you/);
    await row(/^Closed/).click();
    await row('Change in between').waitFor();
    const closed = (await board()).rows.find(({ title }) => title === 'Change in between');
    const { how, on } = closed!.closing!;
    const day = dayOf(github.now);
    assert.deepEqual([how, on, closed!.respondedOn, closed!.askedOn], ['decided', day, day, day]);
    await expect(row('Change from before')).toHaveCount(0);
  });

  it('reads in a line what GitHub could not say, keeps the list, and reads no message that was not asked for', async () => {
    github.faults.push({ status: 502 });
    await window.executeCommand('pacesetter.refreshRequests', {}).catch(String);
    await row(/GitHub did not answer \(502\); last read \d?\d:\d\d/).waitFor();
    assert.equal((await board()).rows.filter(({ title, closing }) => title.startsWith('Change') && !closing).length, 6);
    await window.assertNoMessages();
    await window.executeCommand('pacesetter.refreshRequests', {});
    await row('GitHub did not answer').waitFor({ state: 'detached' });
  });

  it('signs in again from the line that says so, by click and by keyboard, and by the name in it', async () => {
    github.faults.push({ status: 401 });
    await window.executeCommand('pacesetter.refreshRequests', {}).catch(String);
    const line = row(/you are signed out\. Connect GitHub again/);
    const where = window.quickInputRow('GitHub Enterprise');
    const leave = async (): Promise<void> => {
      await where.waitFor();
      await window.page.keyboard.press('Escape');
      await where.waitFor({ state: 'detached' });
    };
    await line.click();
    await leave();
    await window.executeCommand('pacesetter.waiting.focus');
    await window.page.keyboard.press('Enter');
    await leave();
    await window.runCommand('Pacesetter: Connect GitHub');
    await leave();
    await window.executeCommand('pacesetter.refreshRequests', {});
    await line.waitFor({ state: 'detached' });
  });

  it('has a token that stands in no file, in no storage of the page and in no line of the console', async () => {
    await assertTokenIsNowhere();
    // It would be found.
    await window.executeCommand('pacesetter.capture', { title: github.token });
    await assert.rejects(assertTokenIsNowhere(), /jsonl/);
  });

  it('disconnects: nothing more is asked, and what was logged stays', async () => {
    const asked = github.calls.length;
    await window.runCommand('Pacesetter: Disconnect GitHub');
    await window.messages.expect('GitHub is disconnected. What was logged stays.');
    await assert.rejects(window.executeCommand('pacesetter.refreshRequests', {}), /GitHub is not connected/);
    await window.reload();
    await window.openContainer('Pacesetter');
    for (const index of [0, 1, 3, 4, 5, 6]) await row(`Change ${index}`).waitFor();
    assert.equal(github.calls.length, asked);
  });

  it('has sent questions alone, and nothing of the log', () => {
    assert.ok(github.queries.length >= 4);
    for (const { method, body } of github.queries) {
      assert.equal(method, 'POST');
      assert.doesNotMatch(body, /mutation|offsite|zoe/i);
    }
  });

  /** VS Code keeps the token where it keeps secrets: on a desktop the keychain, in this build the memory of the page. */
  async function assertTokenIsNowhere(): Promise<void> {
    const files = filesIn(join(host.extensionsFolder, '..')).map((file) => [file, readFileSync(file, 'utf8')] as const);
    // What is searched is where it would be.
    assert.ok(files.some(([file, text]) => file.endsWith('requests.json') && text.includes(github.address)));
    const stored = JSON.stringify(await window.page.evaluate(everythingStored));
    assert.ok(stored.includes('monaco-parts-splash') && console.length > 0);
    const texts = [...files, ['the storage of the page', stored], ['the console', console.join('\n')]] as const;
    for (const secret of [github.token, Buffer.from(github.token).toString('base64')]) {
      assert.deepEqual(
        texts.filter(([, text]) => text.includes(secret)).map(([place]) => place),
        [],
      );
    }
  }
});

/** Everything that VS Code has stored in the browser. */
const everythingStored = `(async () => {
  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const stored = [Object.entries(localStorage), Object.entries(sessionStorage)];
  for (const { name } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      stored.push(await answer(database.transaction(store).objectStore(store).getAll()));
    }
    database.close();
  }
  return stored;
})()`;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}

describe('a leader whose setting for GitHub Enterprise is no address', () => {
  it('reads so, and is not asked to agree to anything', async () => {
    const written = 'github.acme.com:8443';
    const window = await (await startHost({ settings: { 'github-enterprise.uri': written } })).openWindow();
    await window.runCommand('Pacesetter: Connect GitHub');
    await window.quickInputRow('GitHub Enterprise').click();
    await window.messages.expect(
      `Setting github-enterprise.uri: “${written}” is no web address. Write https://github.example.com.`,
    );
  });
});
