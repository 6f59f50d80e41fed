import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Locator } from '@playwright/test';
import type { Board } from '../../src/core/board/board.ts';
import { groupNames, groupOf } from '../../src/core/board/groups.ts';
import { sayGroup } from '../../src/core/board/groupText.ts';
import { waitingRows } from '../../src/core/board/order.ts';
import { spokenRow } from '../../src/core/items/itemText.ts';
import { plainLabel } from '../../src/core/text/label.ts';
import { BurstLink } from '../support/burstLink.ts';
import { expect } from '../support/expect.ts';
import { type Host, startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import { writeSampleLog } from '../support/sampleLog.ts';
import type { Theme, Window } from '../support/window.ts';

describe('the views', () => {
  let host: Host;
  let window: Window;
  let leader: Leader;

  before(async () => {
    host = await startHost();
    mkdirSync(host.globalStorage, { recursive: true });
    await writeSampleLog(host.globalStorage);
    window = await host.openWindow();
    leader = new Leader(window);
    // A tree draws only the rows that are in sight.
    await window.page.setViewportSize({ width: 1280, height: 1600 });
    await window.openContainer('Pacesetter');
  });

  it('show the groups in their order, and in each the rows of the board in theirs', async () => {
    const items = window.treeItems('Waiting on You');
    await items.filter({ hasText: 'Sign off the Q1 hiring plan' }).waitFor();
    const atLevel = (level: number): Locator => items.and(window.page.locator(`[aria-level="${level}"]`));
    const board = await window.executeCommand<Board>('pacesetter.getBoard');
    // On some days of the week, nothing of the sample is due this week.
    const named = groupNames.filter((name) => board.rows.some((row) => groupOf(row, board) === name)).map(sayGroup);
    await expect(atLevel(1)).toHaveText(named.map((name) => new RegExp(`^${name}\\s*\\d+$`)));
    for (const name of ['Overdue', 'Today', 'Later', 'On Hold', 'Their Move', 'Closed'])
      assert.ok(named.includes(name));
    const titles = waitingRows(board).map(({ title }) => title);
    await expect(atLevel(2).locator('.label-name'), 'what does not wait is not unfolded').toHaveText(titles);
  });

  it('say each row in words to a screen reader', async () => {
    const { rows, today } = await window.executeCommand<Board>('pacesetter.getBoard');
    const [first] = rows;
    assert.ok(first);
    const name = spokenRow(first, today);
    assert.match(name, /, overdue, \d+ working days? over, .*waits?, \d+ days? old$/);
    await expect(window.treeItems('Waiting on You').filter({ hasText: first.title })).toHaveAttribute(
      'aria-label',
      name,
    );
  });

  it('follow the choice of who waits or what kind, which is kept as a setting', async () => {
    const tree = window.treeItems('Waiting on You');
    await window.runCommand('Pacesetter: Group Items By');
    await leader.answer('How is Waiting on You grouped?', 'Person');
    await tree.filter({ hasText: /^Anna\d/ }).waitFor();
    assert.match(await leader.groupOf('Sign off the Q1 hiring plan'), /^(?:Priya|Tom|Lee)/);

    await window.setSetting('pacesetter.groupBy', 'kind');
    await tree.filter({ hasText: /^Decisions/ }).waitFor();
    assert.match(await leader.groupOf('Sign off the Q1 hiring plan'), /^Approvals/);
    assert.match(await leader.groupOf('Drop the legacy export'), /^Decisions/);
    await window.setSetting('pacesetter.groupBy', 'state');
    await tree.filter({ hasText: /^Overdue/ }).waitFor();
  });

  it('keep the age of each item in sight at the right edge, however narrow the view', async () => {
    const { rows } = await window.executeCommand<Board>('pacesetter.getBoard');
    const first = rows.find((row) => row.title === 'Sign off the Q1 hiring plan');
    assert.ok(first && first.ageInDays === 13);
    // A style sheet draws the badge, so it is not in the text of the row.
    const badges = `[...document.querySelectorAll('.monaco-tl-row')]
      .filter((row) => row.textContent.includes('Sign off'))
      .flatMap((row) => [...row.querySelectorAll('*')])
      .some((part) => getComputedStyle(part, '::after').content === '"1w"')`;
    await window.page.waitForFunction(badges);
  });

  it('count what is overdue in the status bar and on the icon, and split it by kind in words', async () => {
    const { totals } = await window.executeCommand<Board>('pacesetter.getBoard');
    assert.ok(totals.overdue > 0);
    const item = window.statusBarItem(`${totals.overdue} overdue`);
    await item.waitFor();
    await expect(item.locator('[aria-label]').first()).toHaveAttribute(
      'aria-label',
      new RegExp(`^Pacesetter: ${totals.overdue} overdue: .*\\d+ decisions?`),
    );
    await window.page
      .locator('.part.activitybar .badge-content')
      .getByText(String(totals.overdue), { exact: true })
      .waitFor();
  });

  it('list in the tooltip of the status bar what it counts, in the order of the list', async () => {
    const board = await window.executeCommand<Board>('pacesetter.getBoard');
    const overdue = waitingRows(board).filter((row) => row.overdue);
    const listed = overdue.slice(0, 5).map(({ title }) => title);
    await window.expectTooltip(window.statusBarItem('overdue'), `${overdue.length} overdue`, [...listed, 'Capture']);
  });

  it('follow the setting of the status bar', async () => {
    await window.setSetting('pacesetter.statusBar', 'never');
    await window.statusBarItem('overdue').waitFor({ state: 'detached' });
    await window.setSetting('pacesetter.statusBar', undefined);
    await window.statusBarItem('overdue').waitFor();
  });

  it('say in one line that a setting cannot be used', async () => {
    await window.setSetting('pacesetter.holidays', ['2026-02-30']);
    await window.treeItems('Waiting on You').filter({ hasText: '“2026-02-30” is not a day that exists' }).waitFor();
    await window.setSetting('pacesetter.holidays', undefined);
    const notice = window.treeItems('Waiting on You').filter({ hasText: 'not a day that exists' });
    await notice.waitFor({ state: 'detached' });
  });

  it('look right in every theme', async () => {
    for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] satisfies Theme[]) {
      await window.setTheme(theme);
      await window.screenshot(`waiting-${theme}`);
      // What the colour says is also said in words.
      await window
        .treeItems('Waiting on You')
        .filter({ hasText: /\d over/ })
        .first()
        .waitFor();
    }
    await window.setTheme('light');
  });

  it('act on no item when a group has the focus', async () => {
    const group = window.treeItems('Waiting on You').filter({ hasText: /^Overdue/ });
    await group.click();
    await window.page
      .locator('.part.sidebar')
      .getByRole('button', { name: /^Capture/ })
      .click();
    await window.quickInput.getByText('What waits on you?').waitFor();
    await leader.leavePrompt();

    // The first click closed the group. The second opens it again, and the group keeps the keyboard.
    await group.click();
    await window.page.keyboard.press('Delete');
    await leader.isAsked('Which item?');
    await leader.leavePrompt();
  });

  it('show another window’s capture without being asked to', async () => {
    const other = await host.openWindow();
    await other.openContainer('Pacesetter');
    await other.treeItems('Waiting on You').filter({ hasText: 'Sign off' }).waitFor();
    const title = 'Captured in one window, seen in the other';
    await other.executeCommand('pacesetter.capture', { title, waiting: ['anna'] });
    await window.treeItems('Waiting on You').filter({ hasText: title }).waitFor();
    await other.close();
  });

  it('show a change that reaches the window together with what it showed first', async () => {
    const link = new BurstLink();
    const other = await host.openWindow({ link });
    await other.page.setViewportSize({ width: 1280, height: 1600 });
    await other.executeCommand('pacesetter.getBoard');
    await link.holdFrom('group theirMove');
    await other.openContainer('Pacesetter');
    await link.holds('group theirMove');
    const title = 'Captured while the views were read';
    await other.executeCommand('pacesetter.capture', { title, waiting: ['anna'] });
    // This is sent after everything the capture has sent, and cannot be answered yet.
    const mark = other.executeCommand('setContext', 'pacesetter-tests.mark', true);
    await link.holds('pacesetter-tests.mark');
    await link.release();
    await mark;
    await other.treeItems('Waiting on You').filter({ hasText: title }).waitFor();
    const leaves = other.page.getByRole('treeitem', { level: 2 });
    await other.treeItems('Assignments').and(leaves).first().waitFor();
    await other.close();
  });

  it('show hostile titles as the text they are', async () => {
    const titles = ['<img src=x onerror=alert(1)>', '</script>', '$(trash)', '[x](command:workbench.action.quit)'];
    for (const title of titles) {
      await window.executeCommand('pacesetter.capture', { title, waiting: Array.from('abcdefghijklmnop') });
    }
    for (const title of titles) await window.treeItems('Waiting on You').filter({ hasText: title }).waitFor();
    await window.runCommand('Pacesetter: Edit Item');
    await window.quickInput.getByPlaceholder('Which item?').waitFor();
    for (const title of titles) {
      await window.quickInputField.fill(/\w+/.exec(title)?.[0] ?? '');
      await window.quickInput
        .getByRole('option')
        .filter({ hasText: plainLabel(title) })
        .first()
        .waitFor();
    }
    await leader.leavePrompt();
    for (const _ of titles) await window.executeCommand('pacesetter.undo', {});
  });

  it('keep and report half a line, garbage and lines of a newer version', async () => {
    const folder = join(host.globalStorage, 'log');
    const file = join(folder, readdirSync(folder)[0]!);
    const whole = readFileSync(file);
    const newer = '{"v":2,"id":"n1","type":"itemSung","item":"x"}';
    const sum = crc32(newer).toString(16).padStart(8, '0');
    appendFileSync(file, `garbage\n${newer.slice(0, -1)},"crc":"${sum}"}\n{"v":1,"id":"half`);
    const tree = window.treeItems('Waiting on You');
    await tree.filter({ hasText: '1 line of the log could not be read' }).waitFor();
    await tree.filter({ hasText: '1 line was written by a newer Pacesetter' }).waitFor();
    await window.executeCommand('pacesetter.capture', { title: 'Written after the half line' });
    await tree.filter({ hasText: 'Written after the half line' }).waitFor();
    await tree.filter({ hasText: '2 lines of the log could not be read' }).waitFor();
    assert.deepEqual(readFileSync(file).subarray(0, whole.length), whole);
  });

  it('pop up nothing by themselves', async () => {
    await window.assertNoMessages();
  });
});

describe('a log that cannot be written', () => {
  it('keeps the words in the box, says why, and saves them when it can be', async () => {
    const host = await startHost();
    // A file in place of the folder: even root cannot write below it.
    mkdirSync(host.globalStorage, { recursive: true });
    writeFileSync(join(host.globalStorage, 'log'), '');
    const window = await host.openWindow();
    const leader = new Leader(window);
    await window.openContainer('Pacesetter');
    await window.treeItems('Waiting on You').filter({ hasText: 'cannot be read (ENOTDIR)' }).waitFor();
    await leader.openByChord('l');
    await window.quickInputField.fill('Not lost');
    await leader.pressInPrompt('Enter');
    await window.quickInput.getByText('Not saved').waitFor();
    await expect(window.quickInputField).toHaveValue('Not lost');

    rmSync(join(host.globalStorage, 'log'));
    await leader.pressInPrompt('Enter');
    await window.messages.expect('Captured “Not lost”.');
    await window.treeItems('Waiting on You').filter({ hasText: 'Not lost' }).waitFor();
  });
});
