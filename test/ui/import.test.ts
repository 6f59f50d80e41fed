import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Board } from '../../src/core/board/board.ts';
import { expect } from '../support/expect.ts';
import { type Host, startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import type { Window } from '../support/window.ts';

describe('importing a file by hand', () => {
  let host: Host;
  let window: Window;
  let leader: Leader;

  before(async () => {
    host = await startHost();
    writeFileSync(
      join(host.workspace, 'asks.csv'),
      'Summary;Requested;Resolved;Waiting for\n' +
        'Pick a vendor;2026-11-02;;anna & sam\n' +
        'Drop the export;2026-10-01;2026-10-05;lee\n' +
        'Closed before it was asked;2026-10-05;2026-10-01;lee\n',
    );
    window = await host.openWindow();
    leader = new Leader(window);
    await window.openContainer('Pacesetter');
  });

  const board = () => window.executeCommand<Board>('pacesetter.getBoard');

  async function choose(question: RegExp, row: string): Promise<void> {
    await window.quickInput.getByText(question).first().waitFor();
    await window.quickInputRow(row).waitFor();
    await window.quickInputField.fill(row);
    await leader.pick(row);
  }

  async function beginImport(file = 'asks.csv'): Promise<void> {
    await window.runCommand('Pacesetter: Import CSV');
    await window.quickInputRow(file).click();
  }

  /** From the columns it offers to the message that says what was imported. */
  async function finishImport(): Promise<void> {
    await choose(/which column says what/, 'Check with these columns');
    await choose(/nothing has been saved yet/, 'Import 2');
    await window.messages.expect('Imported 2 items from asks.csv.');
  }

  it('shows the columns it guessed, accounts for every row, and imports what can go in', async () => {
    await beginImport();
    await window.quickInput.getByText('which column says what?').waitFor();
    for (const guess of ['← Summary', '← Requested', '← Resolved', '← Waiting for']) {
      await window.quickInput.getByText(guess).waitFor();
    }
    await window.screenshot('import-columns');
    await choose(/which column says what/, 'Check with these columns');
    await window.quickInput.getByPlaceholder('2 go in · 1 is refused').waitFor();

    await choose(/nothing has been saved yet/, 'Show the report');
    await window.panel.getByText('Row 4: It cannot have been closed on Thu 1 Oct, before it was asked').waitFor();
    assert.equal((await board()).rows.length, 0);
    await window.screenshot('import-report');

    await choose(/nothing has been saved yet/, 'Import 2');
    await window.messages.expect('Imported 2 items from asks.csv.');
    assert.deepEqual(
      (await board()).rows.map(({ title, waiting, closing }) => [title, waiting, closing?.on]),
      [
        ['Pick a vendor', ['anna', 'sam'], undefined],
        ['Drop the export', ['lee'], '2026-10-05'],
      ],
    );
    await window.executeCommand('pacesetter.undo', {});
  });

  it('shows what was closed long ago, which stands in no group', async () => {
    await beginImport();
    await finishImport();
    await (await window.messageButton('Imported 2 items', 'Show Closed')).click();
    await window.quickInputRow('Drop the export').waitFor();
    await expect(window.quickInput.getByRole('option')).toHaveCount(1);
    await leader.pick('Drop the export');
    await window.panel.getByRole('heading', { level: 1, name: 'Drop the export' }).waitFor();
    await window.executeCommand('workbench.action.closeAllEditors');
    await window.executeCommand('pacesetter.undo', {});
  });

  it('takes all of it back with the Undo beside it', async () => {
    await beginImport();
    await finishImport();
    await (await window.messageButton('Imported 2 items', 'Undo')).click();
    await window.messages.expect('Undone: Imported 2 items from asks.csv');
    await window.page.getByText('Nothing waits on you.').waitFor();
    assert.equal((await board()).rows.length, 0);
  });

  it('offers the columns that were used for such a file before', async () => {
    await beginImport();
    await finishImport();
    await window.executeCommand('pacesetter.undo', {});
    await beginImport();
    await window.quickInput.getByPlaceholder('You used these columns for such a file before.').waitFor();
    await window.quickInput.getByText('← Waiting for').waitFor();
    await leader.leavePrompt();
  });

  it('says that it is checking a long file, and imports nothing that is not asked for', async () => {
    const rows = Array.from({ length: 2_000 }, (_, number) => `Ask ${number};2026-11-02\n`);
    writeFileSync(join(host.workspace, 'many.csv'), `Summary;Requested\n${rows.join('')}`);
    const before = (await board()).rows.length;
    await beginImport('many.csv');
    await choose(/which column says what/, 'Check with these columns');
    await window.messages.expect('Checking many.csv');
    await window.quickInput.getByPlaceholder('2,000 go in').waitFor();
    await choose(/nothing has been saved yet/, 'Import nothing');
    assert.equal((await board()).rows.length, before);
  });

  it('names what it leaves out, asks once which part of a day is the month, and takes another row for the headers', async () => {
    writeFileSync(
      join(host.workspace, 'board.csv'),
      'My board\n\nName,Created,Due,Points\nPick a bank,3/4/26,3/9/26,5\nPick a post,4/4/26,TBD,3\n',
    );
    await beginImport('board.csv');
    await window.quickInput.getByText('Not used: Points').waitFor();
    await choose(/which column says what/, 'Headers in row 3');
    await choose(/which row holds the headers/, 'Row 4');
    await window.quickInput.getByText('Headers in row 4').waitFor();
    await choose(/which column says what/, 'Headers in row 4');
    await choose(/which row holds the headers/, 'Row 3');
    await choose(/which column says what/, 'Check with these columns');
    await window.quickInput.getByText('3/4/26 → Fri 3 Apr').waitFor();
    await window.screenshot('import-day-order');
    await choose(/what comes first in a day/, 'The day comes first');
    await choose(/nothing has been saved yet/, 'Import 2');
    await window.messages.expect('Imported 2 items from board.csv.');
    const asked = (await board()).rows.filter(({ title }) => /bank|post/.test(title)).map(({ askedOn }) => askedOn);
    assert.deepEqual(asked.toSorted(), ['2026-04-03', '2026-04-04']);
    await (await window.messageButton('Imported 2 items from board.csv', 'Undo')).waitFor();
    await expect(window.messages.button('Imported 2 items from board.csv', 'Show Closed')).toHaveCount(0);
    await window.executeCommand('pacesetter.undo', {});
  });
});
