import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import type { Board } from '../../src/core/board/board.ts';
import { groupOf } from '../../src/core/board/groups.ts';
import { waitingRows } from '../../src/core/board/order.ts';
import type { BoardRow } from '../../src/core/board/row.ts';
import type { Snapshot } from '../../src/core/panel/protocol.ts';
import { calibrationTable } from '../../src/webview/charts/calibration.ts';
import { cellText, type FigureTable, markdownOf } from '../../src/webview/charts/figureTable.ts';
import { changesTable, promisesTable, turnaroundTable } from '../../src/webview/charts/halves.ts';
import { clearOrAnyway, comparisonTable, heldOrNot } from '../../src/webview/charts/payback.ts';
import { sayChanges, sayPromises, sayTurnaround } from '../../src/webview/wording/halves.ts';
import { sayCalibration, sayClearOrAnyway, sayHeldOrNot } from '../../src/webview/wording/payback.ts';
import { violations } from '../support/axe.ts';
import { expect } from '../support/expect.ts';
import { type Host, startHost, windowOverEmptyLog } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import { writeSampleLog } from '../support/sampleLog.ts';
import type { Theme, Window } from '../support/window.ts';

const parts = ['Both Halves', 'Payback', 'Over Time', 'Friction', 'Handed Out'];

/** Of an item that was handed over, and of a check, the ageing chart has no point. */
const isDrawn = ({ state }: BoardRow): boolean => state !== 'handedOver' && state !== 'checkDue';

describe('the panel', () => {
  let host: Host;
  let window: Window;
  let leader: Leader;

  before(async () => {
    host = await startHost();
    mkdirSync(host.globalStorage, { recursive: true });
    await writeSampleLog(host.globalStorage);
    window = await host.openWindow();
    leader = new Leader(window);
    await window.executeCommand('workbench.action.closeSidebar');
    await window.executeCommand('workbench.action.closeAuxiliaryBar');
    // High enough for the list to build all of its rows.
    await window.page.setViewportSize({ width: 1280, height: 1600 });
  });

  const rows = (): Locator => window.panel.locator('tr[data-row]');
  const row = (title: string): Locator => rows().filter({ hasText: title });
  const points = (): Locator => window.panel.locator('[data-section=ageing] [data-point]');
  const tab = (name: string): Locator => window.panel.getByRole('tab', { name });
  const said = (text: string): Promise<void> =>
    window.panel.getByRole('status').getByText(text).waitFor({ state: 'attached' });
  const openRows = async (): Promise<BoardRow[]> => {
    const board = await window.executeCommand<Board>('pacesetter.getBoard');
    return [...waitingRows(board), ...board.rows.filter((row) => groupOf(row, board) === 'theirMove')];
  };
  const firstRows = (): Locator => window.panel.locator('.first-rows li');

  it('opens by its command, and nothing pops up with it', async () => {
    await window.runCommand('Pacesetter: Open Panel');
    await window.panel.getByRole('heading', { level: 1, name: 'What Waits on You' }).waitFor();
    await firstRows().first().waitFor();
    await window.assertNoMessages();
  });

  it('says first what to do now, with its buttons, and then the first five rows with the same', async () => {
    const { totals } = await window.executeCommand<Board>('pacesetter.getBoard');
    const start = window.panel.locator('.start');
    await expect(start.locator('.first')).toHaveText(
      `${totals.overdue} overdue. Start with Pick the on-call vendor: Anna and Sam, 9 days over.`,
      { useInnerText: true },
    );
    await expect(start.locator('.buttons button')).toHaveText(['Decide', 'Hold', 'Send back', 'Review all (15)']);
    const titles = (await openRows()).slice(0, 5).map(({ title }) => title);
    await expect(firstRows().locator('button.link')).toHaveText(titles);
    await firstRows().first().getByRole('button', { name: 'Hold “Pick the on-call vendor”' }).click();
    await leader.isAsked('Question: what has to be settled first?');
    await leader.leavePrompt();
  });

  it('lists all that is open in the order of the tree, and draws a point for each that was not handed over', async () => {
    const open = await openRows();
    await window.panel.getByRole('button', { name: `All ${open.length}` }).click();
    await rows().first().waitFor();
    await expect(rows().locator('th.title button')).toHaveText(open.map(({ title }) => title));
    const drawn = open.filter(isDrawn);
    await expect(points()).toHaveCount(drawn.length);
    for (const { title, ageInDays } of drawn) {
      const point = window.panel.locator(`[data-point][aria-label*=": ${title};"]`);
      await expect(point).toHaveAttribute('aria-label', new RegExp(`${ageInDays} days? old`));
    }
  });

  it('has four figures that answer when they are pressed', async () => {
    const { totals } = await window.executeCommand<Board>('pacesetter.getBoard');
    const tile = (name: string): Locator => window.panel.locator('.tile').filter({ hasText: name });
    const value = (name: string): Locator => tile(name).locator('.value');
    const all = (await openRows()).length;
    await expect(value('Overdue')).toHaveText(String(totals.overdue));
    await expect(value('Person-days')).toHaveText(String(totals.personDays));

    await tile('Overdue').click();
    await window.panel.locator('.tile[aria-pressed=true]').filter({ hasText: 'Overdue' }).waitFor();
    await window.panel.locator('.found').getByText(`${totals.overdue} of ${all} items`).waitFor();
    await expect(rows()).toHaveCount(totals.overdue);
    await tile('Due today').click();
    const dueToday = await value('Due today').innerText();
    await window.panel.locator('.found').getByText(`${dueToday} of ${all} items`).waitFor();
    await expect(rows()).toHaveCount(Number(dueToday));

    await tile('Person-days').click();
    await window.panel.locator('th.personDays[aria-sort=descending]').waitFor();
    await expect(rows().locator('td.cost')).toHaveCount(all);
    const costs = (await rows().locator('td.cost').allInnerTexts()).map(Number);
    assert.deepEqual(
      costs,
      costs.toSorted((a, b) => b - a),
    );
    await tile('Person-days').click();
    await window.panel.locator('th.personDays[aria-sort=none]').waitFor();

    await tab('Friction').click();
    await tile('Promises kept').click();
    await window.panel.getByText('Kept and stood', { exact: true }).waitFor();
    await window.panel.locator('[role=tab][aria-selected=true]').filter({ hasText: 'Both Halves' }).waitFor();
    await window.panel.locator('h2:focus').filter({ hasText: 'Promises' }).waitFor();
  });

  it('shows the same figures as a table below each chart', async () => {
    for (const part of parts) {
      await tab(part).click();
      // Before that, the charts of the part before could be counted.
      await window.panel.getByRole('tab', { name: part, selected: true }).waitFor();
      for (const section of await window.panel.locator('section[data-section]').all()) {
        await section.getByText('Show as table').click();
        const cells = section.locator('table.figures tbody tr').first().locator('td');
        await cells.first().waitFor();
        await expect(cells.nth(1)).toBeVisible();
        await section.getByText('Show as table').click();
      }
    }
  });

  it('has every column of every table in sight down to 320 pixels', async () => {
    const frame = await window.panelFrame();
    for (const part of parts) {
      await tab(part).click();
      await window.panel.getByRole('tab', { name: part, selected: true }).waitFor();
      const sections = await window.panel.locator('section[data-section]').all();
      for (const section of sections) {
        await section.getByText('Show as table').click();
        await section.locator('table.figures').waitFor();
      }
      // The window, whose bar at the left takes some of it.
      for (const width of [1280, 820, 640, 480, 378]) {
        await window.page.setViewportSize({ width, height: 1600 });
        const cut = await frame.evaluate<string[]>(`(async () => {
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          const { scrollWidth, clientWidth } = document.documentElement;
          return [...document.querySelectorAll('table.figures td')].flatMap((cell) => {
            const { left, right } = cell.getBoundingClientRect();
            const isCut = left < 0 || right > clientWidth || cell.scrollWidth > cell.clientWidth + 1;
            return isCut ? [cell.dataset.name + ': ' + cell.textContent.trim()] : [];
          }).concat(scrollWidth > clientWidth ? ['the page'] : []);
        })()`);
        assert.deepEqual(cut, [], `${part}, ${width}`);
      }
      assert.deepEqual(await violations(frame), [], part);
      for (const section of sections) await section.getByText('Show as table').click();
      await window.page.setViewportSize({ width: 1280, height: 1600 });
    }
  });

  it('puts both halves and payback in a sentence, a picture and a table that equal the figures of the command', async () => {
    const { halves, payback, calibration } = await window.executeCommand<
      Pick<Snapshot, 'halves' | 'payback' | 'calibration'>
    >('pacesetter.getFigures', {});
    const tables: Readonly<Record<string, Readonly<Record<string, [sentence: string, table: FigureTable]>>>> = {
      'Both Halves': {
        turnaround: [sayTurnaround(halves.turnaround), turnaroundTable(halves)],
        promises: [sayPromises(halves.promises), promisesTable(halves.promises)],
        changes: [sayChanges(halves.changes, 90), changesTable(halves.changes)],
      },
      Payback: {
        clear: [sayClearOrAnyway(payback), comparisonTable(clearOrAnyway(payback))],
        held: [sayHeldOrNot(payback), comparisonTable(heldOrNot(payback))],
        calibration: [sayCalibration(calibration), calibrationTable(calibration)],
      },
    };
    for (const [part, sections] of Object.entries(tables)) {
      await tab(part).click();
      for (const [id, [sentence, { rows }]] of Object.entries(sections)) {
        const section = window.panel.locator(`section[data-section=${id}]`);
        await expect(section.locator('.summary')).toHaveText(sentence);
        const height = async (): Promise<number> => (await section.locator('svg.drawing').boundingBox())?.height ?? 0;
        await expect.poll(height, id).toBeGreaterThan(50);
        await section.getByText('Show as table').click();
        await expect(section.locator('table.figures tbody td'), id).toHaveText(rows.flat().map(cellText));
        await section.getByText('Show as table').click();
      }
    }
  });

  it('goes from tab to tab with the arrow keys, Home and End', async () => {
    await tab('Payback').click();
    for (const [key, name] of [
      ['ArrowRight', 'Over Time'],
      ['End', 'Handed Out'],
      ['ArrowRight', 'Both Halves'],
      ['ArrowLeft', 'Handed Out'],
      ['Home', 'Both Halves'],
    ] as const) {
      await leader.press(key);
      await window.panel.locator('[role=tab]:focus').filter({ hasText: name }).waitFor();
    }
    await window.panel.getByRole('heading', { name: 'Turnaround' }).waitFor();
  });

  it('goes from point to point with the arrow keys, each saying what it is', async () => {
    const focused = (): Locator => window.panel.locator('[data-point]:focus');
    await points().first().focus();
    await expect(focused()).toHaveAttribute(
      'aria-label',
      /days? old; .*; older than (?:\d+ of 10|anything) you closed$/,
    );
    const count = await points().count();
    const met = new Set<string>();
    let last = '';
    for (let step = 0; step < count; step++) {
      await window.panel.locator(`[data-point]:focus:not([aria-label=${JSON.stringify(last)}])`).waitFor();
      last = (await focused().getAttribute('aria-label')) ?? '';
      met.add(last);
      await leader.press('ArrowDown');
    }
    assert.equal(met.size, count);
    await expect(window.panel.locator('[data-section=ageing] [data-point][tabindex="0"]')).toHaveCount(1);
    await window.panel.locator('.tip').getByText('you closed').waitFor();
    await leader.press('Escape');
    await window.panel.locator('.tip').waitFor({ state: 'hidden' });
  });

  it('decides an item by keyboard, says so, and hands the focus to the next', async () => {
    const title = 'Sign off the Q1 hiring plan';
    const before = (await openRows()).map(({ title }) => title);
    const next = before[before.indexOf(title) + 1];
    await row(title).getByRole('button', { name: title, exact: true }).focus();
    await leader.press('d');
    await leader.answer('Outcome: what is decided?', 'Yes');
    await leader.answer('Because: why?', '');
    await window.messages.expect(`Decided “${title}”.`);
    await row(title).waitFor({ state: 'detached' });
    await said(`“${title}” is no longer on the list.`);
    await leader.isBackOn(window.panel.locator('tr[data-row]:focus-within').filter({ hasText: next ?? '' }));
    assert.ok(!(await openRows()).some((open) => open.title === title));
  });

  it('takes it back with Ctrl+Z', async () => {
    await window.panel.locator('tr[data-row] button.link').first().focus();
    await leader.press('Control+Z');
    await window.messages.expect('Undone: Decided “Sign off the Q1 hiring plan”');
    await row('Sign off the Q1 hiring plan').waitFor();
  });

  it('acts on a point with the letters of the tree', async () => {
    await window.panel.locator('[data-point][aria-label*="Pick the on-call vendor"]').focus();
    await leader.press('w');
    await leader.answer('Names, separated by commas', 'anna, sam, lee');
    await window.messages.expect('Changed who waits for “Pick the on-call vendor”.');
    await row('Pick the on-call vendor').getByText('Anna, Sam and Lee').waitFor();
    await said('“Pick the on-call vendor” has changed.');
  });

  it('takes the letters with Caps Lock, and by their place in a layout without Latin letters', async () => {
    const title = row('Pick the on-call vendor').getByRole('button', { name: 'Pick the on-call vendor', exact: true });
    for (const [key, code, asked] of [
      ['W', 'KeyW', 'Names, separated by commas'],
      ['ц', 'KeyW', 'Names, separated by commas'],
      ['В', 'KeyD', 'Outcome: what is decided?'],
    ] as const) {
      await title.focus();
      await leader.pressTyping(key, code);
      await leader.isAsked(asked);
      await leader.leavePrompt();
    }
    // In a Latin layout a sign in the place of a letter is none.
    await title.focus();
    await leader.pressTyping(',', 'KeyW');
    await leader.pressTyping('D', 'KeyE');
    await leader.isAsked('Outcome: what is decided?');
    await leader.leavePrompt();
  });

  it('offers the acts of the tree in VS Code’s own menu', async () => {
    await row('Pick the on-call vendor').getByRole('button', { name: 'More for' }).click();
    const menu = window.page.locator('.context-view').or(window.page.locator('.monaco-menu'));
    await menu.getByText('Move a Promise').first().waitFor();
    // A menu ignores clicks just after it opened.
    await menu.getByText('Change Who Waits').first().hover();
    await leader.press('Enter');
    await leader.answer('Names, separated by commas', 'anna, sam');
    await window.messages.expect('Changed who waits for “Pick the on-call vendor”.');
    await row('Pick the on-call vendor').getByText('Anna and Sam').waitFor();
  });

  it('narrows list and chart together, and draws the line of what is asked once one kind is shown', async () => {
    await expect(window.panel.locator('[data-section=ageing] .asked')).toHaveCount(0);
    await window.panel.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Approvals' });
    await window.panel.getByText('you ask 1 wd').waitFor();
    const approvals = (await openRows()).filter(({ kind }) => kind === 'approval');
    await expect(rows()).toHaveCount(approvals.length);
    await expect(points()).toHaveCount(approvals.filter(isDrawn).length);
    await window.panel.getByRole('button', { name: 'Clear Filter' }).click();
    await window.panel.getByRole('textbox', { name: 'Filter by text' }).pressSequentially('anna');
    await isNarrowed();
    const annas = (await openRows()).filter(({ waiting, askedBy }) => waiting.includes('anna') || askedBy === 'anna');
    await expect(rows()).toHaveCount(annas.length);
  });

  it('is as it was left when it was hidden and shows again', async () => {
    await window.panel.getByRole('button', { name: 'Age', exact: true }).click();
    await rows().first().getByRole('button').first().click();
    await window.panel.getByRole('heading', { level: 2, name: 'History' }).waitFor();
    await showPanel();
    await isAsLeft();
    await window.executeCommand('workbench.action.closeOtherEditors');
  });

  it('is as it was left after the window was reloaded', async () => {
    await window.reload();
    await isAsLeft();
    await window.panel.getByRole('button', { name: 'Clear Filter' }).click();
    await window.panel.getByRole('button', { name: 'Age', exact: true }).click();
    await window.panel.getByRole('button', { name: 'Age', exact: true }).click();
    const sorted = window.panel.locator('[aria-sort=descending], [aria-sort=ascending]');
    await sorted.first().waitFor({ state: 'detached' });
  });

  async function showPanel(): Promise<void> {
    await window.page.locator('.tabs-container .tab[aria-label^="Pacesetter"]').click();
  }

  async function isNarrowed(): Promise<void> {
    const open = await openRows();
    await window.panel.getByText(new RegExp(`^\\d of ${open.length} items$`)).waitFor();
  }

  async function isAsLeft(): Promise<void> {
    await isNarrowed();
    const words = window.panel.getByRole('textbox', { name: 'Filter by text' });
    await expect(words).toHaveValue('anna');
    await window.panel.locator('th.age[aria-sort=descending]').waitFor();
    const ages = (await rows().locator('td.age').allInnerTexts()).map((text) => Number.parseInt(text, 10));
    assert.deepEqual(
      ages,
      ages.toSorted((a, b) => b - a),
    );
  }

  it('draws what another window did', async () => {
    const other = await host.openWindow();
    const { id } = await leader.row('Approve the conference budget');
    await other.executeCommand('pacesetter.decide', { id, outcome: 'Yes' });
    await row('Approve the conference budget').waitFor({ state: 'detached' });
    await other.close();
  });

  it('reviews the items that are selected', async () => {
    for (const title of ['Pick the on-call vendor', 'Sign off the Q1 hiring plan']) {
      await window.panel.getByRole('checkbox', { name: `Select “${title}”` }).check();
    }
    await window.panel.getByText('2 selected').waitFor();
    await window.panel.getByRole('button', { name: 'Review', exact: true }).click();
    await window.quickInput.getByText('Review: 1 of 2').waitFor();
    await leader.leavePrompt();
    await window.messages.expect('Reviewed nothing; nothing has changed.');
    await window.panel.getByRole('button', { name: 'Select None' }).click();
  });

  it('shows whatever people write as the text it is', async () => {
    const hostile = [
      '<img src=x onerror="document.title=\'ran\'">',
      '</script><script>document.title="ran"</script>',
      '$(trash) [x](command:workbench.action.closeWindow)',
      '"><svg onload=alert(1)> {{1+1}} ${7*7} &lt;b&gt;',
    ];
    const scripts = await (await window.panelFrame()).evaluate('document.scripts.length');
    for (const title of hostile) {
      await window.executeCommand('pacesetter.capture', {
        title,
        waiting: ['<b>anna</b>'],
        tags: ['<i>'],
        askedBy: '<u>',
      });
      await rows().getByRole('button', { name: title, exact: true }).first().waitFor();
    }
    const frame = await window.panelFrame();
    assert.equal(await frame.evaluate('document.title'), 'Pacesetter');
    assert.equal(await frame.evaluate('document.scripts.length'), scripts);
    assert.equal(await frame.evaluate('document.querySelectorAll("main :is(img, b, i, u, iframe)").length'), 0);
    await tab('Friction').click();
    await window.panel.locator('svg').getByText('<u>').waitFor();
    for (let act = 0; act < hostile.length; act++) await window.executeCommand('pacesetter.undo', {});
  });

  it('copies a chart as Markdown, words as plain text', async () => {
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await window.panel.locator('[data-section=ageing]').getByRole('button', { name: 'Copy as Markdown' }).click();
    await said('Copied as Markdown.');
    await window.page.bringToFront();
    const text = await window.page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(text, /^### Ageing\n\n\d+ items wait on you(?:; \d+ (?:is|are) sent back)?\./);
    assert.match(text, /\| Pick the on-call vendor \| Decision \| Acknowledged \| 21 \| 2 \|/);
  });

  it('copies both halves as Markdown, the leader beside the team', async () => {
    await tab('Both Halves').click();
    const section = window.panel.locator('section[data-section=turnaround]');
    await section.getByRole('button', { name: 'Copy as Markdown' }).click();
    await window.page.bringToFront();
    await window.page.waitForFunction(
      'navigator.clipboard.readText().then((text) => text.startsWith("### Turnaround"))',
    );
    const { halves } = await window.executeCommand<Pick<Snapshot, 'halves'>>('pacesetter.getFigures', {});
    const { turnaround } = halves;
    assert.equal(
      await window.page.evaluate<string>('navigator.clipboard.readText()'),
      markdownOf('Turnaround', sayTurnaround(turnaround), turnaroundTable(halves)),
    );
  });

  it('copies a chart as a picture', async () => {
    await window.panel.locator('[data-section=ageing]').getByRole('button', { name: 'Copy as Picture' }).click();
    await said('Copied as a picture.');
    const size = await window.page.evaluate<number[]>(`navigator.clipboard.read()
      .then(([item]) => item.getType('image/png')).then(createImageBitmap)
      .then(({ width, height }) => [width, height])`);
    assert.ok(
      size.every((side) => side > 600),
      String(size),
    );
  });

  it('loads nothing from outside, and runs no script but its own', async () => {
    const frame = await window.panelFrame();
    const rules = String(await frame.evaluate('document.querySelector("meta[http-equiv]").content'));
    assert.match(rules, /^default-src 'none'; script-src 'nonce-[\w-]{20,}'; style-src [^;]+; img-src data:$/);
    assert.doesNotMatch(rules, /unsafe|\*[ ;]|http:/);
  });

  for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const satisfies readonly Theme[]) {
    it(`fills what is past its promise in a colour that is seen in ${theme}`, async () => {
      await window.setTheme(theme);
      await window.panel.locator('[data-point].over').first().waitFor();
      const [fill, ground] = await (
        await window.panelFrame()
      ).evaluate<string[]>(`[
        getComputedStyle(document.querySelector('[data-point].over')).fill,
        getComputedStyle(document.body).getPropertyValue('--vscode-editor-background'),
      ].map((colour) => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d');
        canvas.fillStyle = 'transparent';
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return String(canvas.getImageData(0, 0, 1, 1).data);
      })`);
      // An invalid colour leaves the canvas transparent.
      assert.match(fill ?? '', /,255$/);
      assert.notEqual(fill, ground);
    });

    it(`has nothing that axe finds fault with in ${theme}`, async () => {
      await window.setTheme(theme);
      for (const part of parts) {
        await tab(part).click();
        await window.panel.locator('section h2').first().waitFor();
        assert.deepEqual(await violations(await window.panelFrame()), [], `${theme}, ${part}`);
        await window.screenshot(`panel ${theme} ${part}`);
      }
    });
  }
});

describe('an empty panel', () => {
  it('says so, and draws the first item when it comes', async () => {
    const window = await windowOverEmptyLog();
    await window.executeCommand('pacesetter.openPanel');
    await window.panel.getByText('Nothing waits on you yet.').waitFor();
    await window.panel.getByRole('button', { name: 'Add sample items' }).waitFor();
    assert.deepEqual(await violations(await window.panelFrame()), []);
    await window.executeCommand('pacesetter.capture', { title: 'Pick a vendor' });
    await window.panel.locator('[data-point]').waitFor();
    await expect(window.panel.locator('[data-point]')).toHaveCount(1);
    assert.deepEqual(await violations(await window.panelFrame()), []);
    await window.screenshot('panel one item');
  });
});
