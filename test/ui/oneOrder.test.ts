import assert from 'node:assert/strict';
import type { Locator } from '@playwright/test';
import type { Board } from '../../src/core/board/board.ts';
import { startWith, waitingRows } from '../../src/core/board/order.ts';
import { reviewQueue } from '../../src/core/board/review.ts';
import { addDays, type Day } from '../../src/core/time/day.ts';
import { expect } from '../support/expect.ts';
import { startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import { Random } from '../support/random.ts';
import type { Window } from '../support/window.ts';

const people = ['anna', 'sam', 'lee', 'priya'];

describe('one order and one number', () => {
  let window: Window;
  let leader: Leader;

  before(async () => {
    const host = await startHost();
    window = await host.openWindow();
    leader = new Leader(window);
    // A tree draws only the rows that are in sight.
    await window.page.setViewportSize({ width: 1280, height: 2000 });
    await window.openContainer('Pacesetter');
  });

  const board = () => window.executeCommand<Board>('pacesetter.getBoard');

  for (const seed of [1, 2, 3]) {
    it(`in the list, the badge, the status bar, its tooltip and the review (log ${seed})`, async () => {
      await addAnyItems(new Random(seed));
      await assertAgreement();
      await assertTooltip();
    });
  }

  it('after each act on the first item', async () => {
    const acts: readonly (readonly [string, object])[] = [
      ['deliberate', { question: 'what does it cost?', until: '2099-01-05' }],
      ['sendBack', { question: 'which one?', to: 'anna' }],
      ['movePromise', { promisedOn: '2099-01-06', reason: 'it takes longer' }],
      ['withdraw', { reason: 'nobody needs it' }],
    ];
    for (const [command, fields] of acts) {
      const first = startWith(await board());
      assert.ok(first);
      await window.executeCommand(`pacesetter.${command}`, { id: first.id, ...fields });
      await assertAgreement();
    }
    await assertTooltip();
  });

  /** Captures items of any age and promise, some of them held, sent back, blocked or decided with a check day. */
  async function addAnyItems(random: Random): Promise<void> {
    const { today, rows } = await board();
    const day = (from: number, to: number): Day => addDays(today, from + random.number(to - from + 1));
    const ids: string[] = [];
    for (let n = 1; n <= 8; n++) {
      const askedOn = day(-20, -1);
      const { id } = await window.executeCommand<{ id: string }>('pacesetter.capture', {
        title: `Item ${rows.length + n}`,
        kind: random.pick(['decision', 'approval', 'dependency']),
        askedOn,
        promisedOn: random.pick([askedOn, day(-2, 2), day(0, 0), day(1, 30)].filter((promised) => promised >= askedOn)),
        waiting: people.slice(0, random.number(people.length + 1)),
      });
      ids.push(id);
    }
    const [first = '', second = '', third = '', fourth = ''] = ids;
    await window.executeCommand('pacesetter.block', { id: first, blocker: second });
    await window.executeCommand('pacesetter.deliberate', { id: third, question: 'which?', until: day(1, 9) });
    await window.executeCommand('pacesetter.sendBack', { id: fourth, question: 'which?', to: 'lee' });
  }

  /** What every surface says about what waits, compared with the board. */
  async function assertAgreement(): Promise<void> {
    const now = await board();
    const { overdue } = now.totals;
    const waiting = waitingRows(now);
    assert.equal(waiting.filter((row) => row.overdue).length, overdue);
    await window.statusBarItem(new RegExp(`\\b${overdue} overdue`)).waitFor();
    if (overdue > 0) {
      const badge = window.page.locator('.part.activitybar .badge-content');
      await badge.getByText(String(overdue), { exact: true }).waitFor();
      await window
        .treeItems('Waiting on You')
        .filter({ hasText: new RegExp(`^Overdue\\s*${overdue}$`) })
        .waitFor();
    }
    const titles = waiting.map(({ title }) => title);
    await window.page.waitForFunction(
      `JSON.stringify([...document.querySelectorAll('[role=tree][aria-label^="Waiting on You"] [aria-level="2"] .label-name')]
        .map((row) => row.textContent)) === ${JSON.stringify(JSON.stringify(titles))}`,
    );

    const [first] = reviewQueue(now);
    const unblocked = waiting.find(({ blockedBy }) => blockedBy.length === 0);
    assert.ok(first && unblocked);
    assert.deepEqual([first.title, unblocked.title], [titles[0], startWith(now)?.title]);
    void window.executeCommand('pacesetter.review');
    await window.quickInput.getByText(`Review: 1 of ${waiting.length}`).waitFor();
    await window.quickInput.getByText(`${first.title} — `).first().waitFor();
    await leader.leavePrompt();
    await window.messages.expect('Reviewed nothing; nothing has changed.');
  }

  async function assertTooltip(): Promise<void> {
    const now = await board();
    const { overdue } = now.totals;
    const counted = waitingRows(now).filter((row) => row.overdue || overdue === 0);
    const listed = counted.slice(0, 5).map(({ title }) => title);
    const says = overdue === 0 ? 'Nothing overdue' : `${overdue} overdue`;
    await window.expectTooltip(window.statusBarItem('overdue'), says, [...listed, 'Capture']);
  }
});

describe('five items in a row, by keyboard alone', () => {
  let window: Window;
  let leader: Leader;

  before(async () => {
    const host = await startHost();
    window = await host.openWindow();
    leader = new Leader(window);
    await window.page.setViewportSize({ width: 1280, height: 1600 });
    await window.openContainer('Pacesetter');
    // The more people wait, the earlier in the list.
    for (let n = 1; n <= 6; n++) {
      await window.executeCommand('pacesetter.capture', {
        title: `Item ${n}`,
        kind: 'approval',
        askedOn: '2026-11-02',
        promisedOn: '2026-11-04',
        waiting: people.concat(people.map((name) => `${name}2`)).slice(n),
      });
    }
    await window.treeItems('Waiting on You').filter({ hasText: 'Item 6' }).waitFor();
  });

  const focused = `document.querySelector('.monaco-list:focus-within .monaco-list-row.focused .label-name')?.textContent`;
  const isOn = async (title: string): Promise<void> =>
    void (await window.page.waitForFunction(`${focused} === ${JSON.stringify(title)}`));
  const stateOf = async (title: string): Promise<string> => (await leader.row(title)).state;

  it('are dealt with from the first on, and the focus goes to the next one each time', async () => {
    await leader.reach('Item 1', /over/);
    await leader.press('d');
    await leader.answer('Outcome: what is decided?', 'Yes');
    await leader.isAsked('Because: why?');
    await leader.pressInPrompt('Enter');
    await isOn('Item 2');

    await leader.press('s');
    await leader.answer('Question: what do you need to know to decide?', 'Which one?');
    await leader.isAsked('Whose move is it now?');
    await leader.pressInPrompt('Enter');
    await isOn('Item 3');

    await leader.press('h');
    await leader.answer('Question: what has to be settled first?', 'Does legal agree?');
    await leader.isAsked('Until which day?');
    await window.quickInputField.fill('2099-01-05');
    await leader.pressInPrompt('Enter');
    await isOn('Item 4');

    await leader.press('p');
    await leader.answer('Which day now?', '2099-01-05');
    await leader.answer('Reason: why does it move?', 'It takes longer');
    await isOn('Item 5');

    await leader.press('x');
    await leader.answer('Reason: why does nobody need this any more?', 'Nobody asks');
    await isOn('Item 6');

    const states = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => stateOf(`Item ${n}`)));
    assert.deepEqual(states, ['closed', 'sentBack', 'deliberating', 'waiting', 'closed', 'drifting']);
    await window.clearMessages();
  });

  it('leave the focus where it is when a prompt is left, and when an item is only corrected', async () => {
    await leader.press('d');
    await leader.isAsked('Outcome: what is decided?');
    await leader.leavePrompt();
    await isOn('Item 6');
    await leader.press('w');
    await leader.answer('Names, separated by commas or semicolons', 'anna');
    await window.messages.expect('Changed who waits for “Item 6”.');
    await isOn('Item 6');
  });

  it('can be answered in a layout without Latin letters, in the list and in a review', async () => {
    await leader.pressTyping('ц', 'KeyW');
    await leader.isAsked('Names, separated by commas or semicolons');
    await leader.leavePrompt();
    await isOn('Item 6');
    await leader.press('r');
    await window.quickInput.getByText(/^Review: 1 of/).waitFor();
    await leader.pressTyping('в', 'KeyD');
    await leader.isAsked('Outcome: what is decided?');
    await expect(window.quickInputField).toHaveValue('');
    await leader.type('khw');
    await expect(window.quickInputField, 'in a text they are letters again').toHaveValue('khw');
    await leader.pressInPrompt('Escape');
    await window.quickInput.getByText(/^Review: 1 of/).waitFor();
    await leader.leavePrompt();
    await window.messages.expect('Reviewed nothing; nothing has changed.');
    await window.clearMessages();
  });

  it('leave the focus on a row that is clicked before the answer is given', async () => {
    const row = (title: string): Locator => window.treeItems('Waiting on You').filter({ hasText: title });
    await leader.reach('Item 6', /over/);
    await leader.press('p');
    await leader.isAsked('Which day now?');
    await row('Item 3').click();
    await window.panel.getByRole('heading', { level: 1, name: 'Item 3' }).waitFor();
    await leader.answer('Which day now?', '2099-01-05');
    await leader.answer('Reason: why does it move?', 'It takes longer');
    await window.messages.expect('Moved the promise of “Item 6”.');
    await row('Item 6').filter({ hasText: /due/ }).waitFor();
    await window.commandsDone();
    await isOn('Item 3');
    await window.executeCommand('pacesetter.undo', {});
    await window.executeCommand('workbench.action.closeAllEditors');
    await window.clearMessages();
  });

  it('undo what was just acknowledged, and not what was done before', async () => {
    await window.executeCommand('pacesetter.capture', { title: 'Just captured' });
    await leader.reach('Item 6', /over/);
    await leader.press('a');
    await leader.press('Control+Z');
    await window.messages.expect('Undone: Acknowledged “Item 6”');
    assert.equal((await leader.row('Just captured')).closing, undefined);
    await window.clearMessages();
  });

  it('have their letters in the context menu', async () => {
    await window.treeItems('Waiting on You').filter({ hasText: 'Item 6' }).click({ button: 'right' });
    const menu = window.page.locator('.monaco-menu');
    for (const [label, letter] of [
      ['Decide', 'D'],
      ['Send an Item Back', 'S'],
      ['Withdraw an Item', 'X'],
      ['Change Who Waits', 'W'],
    ] as const) {
      const entry = menu.getByRole('menuitem', { name: label });
      await expect(entry.locator('.keybinding')).toHaveText(letter);
    }
    await window.page.keyboard.press('Escape');
  });
});
