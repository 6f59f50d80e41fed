import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Board } from '../../src/core/board/board.ts';
import { startHost } from '../support/host.ts';
import { Leader } from '../support/leader.ts';
import { writeSampleLog } from '../support/sampleLog.ts';
import type { Window } from '../support/window.ts';

/** Days between the last act of the sample log and the day it is looked at. */
const away = 9;

describe('a review after an absence, by keyboard alone', () => {
  let window: Window;
  let leader: Leader;

  before(async () => {
    const host = await startHost();
    mkdirSync(host.globalStorage, { recursive: true });
    await writeSampleLog(host.globalStorage, new Date(Date.now() - away * 86_400_000));
    window = await host.openWindow();
    leader = new Leader(window);
    await window.openContainer('Pacesetter');
    await window.treeItems('Waiting on You').filter({ hasText: 'Sign off' }).waitFor();
  });

  const board = () => window.executeCommand<Board>('pacesetter.getBoard');
  const isAskedAbout = (title: string) => window.quickInput.getByText(`${title} — `).first().waitFor();

  it('pops up nothing by itself', async () => {
    await window.assertNoToasts();
  });

  it('opens with what came due meanwhile, as a choice and not as a wall', async () => {
    await window.executeCommand('pacesetter.waiting.focus');
    await leader.press('r');
    await window.quickInput.getByPlaceholder(/came due since/).waitFor();
    await window.quickInput.getByText('Begin with what came due').waitFor();
    await leader.press('ArrowDown');
    await leader.press('Enter');
  });

  it('walks the queue, the oldest hurt first, and says where one is', async () => {
    const { rows } = await board();
    const queue = rows.filter(({ closing, ball }) => closing === undefined && ball === 'leader');
    const [first, second] = queue;
    assert.ok(first && second);
    await window.quickInput.getByText(/^Review: 1 of \d+$/).waitFor();
    await isAskedAbout(first.title);
    await leader.press('k');
    await window.quickInput.getByText(/^Review: 2 of \d+$/).waitFor();
    await isAskedAbout(second.title);
  });

  it('sends back with s and its question, asks the same item again after Esc, and goes on', async () => {
    await leader.press('s');
    await leader.isAsked('Question: what do you need to know to decide?');
    await leader.press('Escape');
    await window.quickInput.getByText(/^Review: 2 of \d+$/).waitFor();
    await leader.press('s');
    await leader.answer('Question: what do you need to know to decide?', 'What does it cost?');
    await leader.isAsked('Whose move is it now?');
    await leader.press('Enter');
    await window.quickInput.getByText(/^Review: 3 of \d+$/).waitFor();
  });

  it('stops anywhere, and says at the end what has changed', async () => {
    await leader.press('Escape');
    await window.toasts.getByText(/^Reviewed 2 of \d+: 1 sent back, 1 kept as they are\.$/).waitFor();
    assert.equal(await window.toasts.count(), 1);
    const sentBack = (await board()).rows.filter(({ state }) => state === 'sentBack');
    assert.ok(sentBack.some(({ turns }) => turns.at(-1)?.words === 'What does it cost?'));
  });
});

describe('the groups of the tree', () => {
  it('follow the choice of who waits or what kind, which is kept as a setting', async () => {
    const host = await startHost();
    mkdirSync(host.globalStorage, { recursive: true });
    await writeSampleLog(host.globalStorage);
    const window = await host.openWindow();
    const leader = new Leader(window);
    await window.openContainer('Pacesetter');
    const tree = window.treeItems('Waiting on You');
    await tree.filter({ hasText: /^Drifting/ }).waitFor();
    await window.runCommand('Pacesetter: Group What Waits By');
    await leader.answer('What is the list of what waits grouped by?', 'Person');
    await tree.filter({ hasText: /^Anna\d/ }).waitFor();
    assert.match(await leader.groupOf('Sign off the Q1 hiring plan'), /^(?:Priya|Tom|Lee)/);

    await window.setSetting('pacesetter.groupBy', 'kind');
    await tree.filter({ hasText: /^Decisions/ }).waitFor();
    assert.match(await leader.groupOf('Sign off the Q1 hiring plan'), /^Approvals/);
    assert.match(await leader.groupOf('Drop the legacy export'), /^Check due/);
    await window.setSetting('pacesetter.groupBy', 'state');
    await tree.filter({ hasText: /^Drifting/ }).waitFor();
    await host.close();
  });
});
