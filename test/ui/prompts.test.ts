import assert from 'node:assert/strict';
import type { Board } from '../../src/core/board/board.ts';
import { expect } from '../support/expect.ts';
import { windowOverEmptyLog } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import type { Window } from '../support/window.ts';

const title = 'Pick the payment provider';
const other = 'Name the next release';

describe('a key pressed on an item', () => {
  let window: Window;
  let leader: Leader;

  before(async () => {
    window = await windowOverEmptyLog();
    leader = new Leader(window);
    await leader.capture(`${title} by 2099-01-05 @anna @sam`);
    await window.messages.expect(`Captured “${title}”.`);
    await leader.capture(`${other} by 2099-01-06 @lee`);
    await window.messages.expect(`Captured “${other}”.`);
  });

  it('that it does not fit says why, and offers no other item', async () => {
    await leader.pressOn(title, /Anna \+1/, 'a');
    await window.messages.expect(`Acknowledged “${title}”.`);
    await window.page.locator('[role=tree]:focus-within .focused.selected').filter({ hasText: other }).waitFor();
    await leader.pressOn(title, /Anna \+1/, 'a');
    await window.messages.expect(new RegExp(`“${title}” was already answered on .*\\.`));
    await expect(window.quickInput).toBeHidden();
    assert.equal((await leader.row(other)).respondedOn, undefined);
  });

  it('keeps the outcome when the next step is left, and asks with it the next time', async () => {
    await leader.pressOn(title, /Anna \+1/, 'd');
    await leader.answer('Outcome: what is decided?', 'The second one');
    await leader.isAsked('Because: why?');
    await leader.leavePrompt();
    await leader.pressOn(title, /Anna \+1/, 'd');
    await leader.isAsked('Outcome: what is decided?');
    await expect(window.quickInputField).toHaveValue('The second one');
    await leader.pressInPrompt('Enter');
    await leader.answer('Because: why?', 'only they have SEPA');
    await leader.answer('Check day: when can you see whether it stood?', '');
    await window.messages.expect(`Decided “${title}”.`);
    assert.equal((await leader.row(title)).closing?.how, 'decided');
  });

  it('of a check day asks what is expected, goes back without losing it, and is skipped with one Enter', async () => {
    await leader.pressOn(other, /Lee/, 'd');
    await leader.isAsked('Outcome: what is decided?');
    // How many questions follow depends on the answers, so no total is shown that would change.
    await window.quickInput.getByText(`Decide “${other}” (1)`).waitFor();
    await leader.answer('Outcome: what is decided?', 'The blue one');
    await leader.isAsked('Because: why?');
    await window.quickInput.getByText(`Decide “${other}” (2)`).waitFor();
    await leader.answer('Because: why?', '');
    await leader.answer('Check day: when can you see whether it stood?', '2099-03-02');
    await leader.answer('What should have happened by then?', 'Nobody asks again');
    await leader.isAsked('How sure are you of it');
    await leader.back();
    await leader.isAsked('What should have happened by then?');
    await expect(window.quickInputField).toHaveValue('Nobody asks again');
    await window.quickInputField.fill('');
    await leader.pressInPrompt('Enter');
    await window.messages.expect(`Decided “${other}”.`);
    const { closing, check, id } = await leader.row(other);
    assert.ok(closing?.how === 'decided' && closing.expectation === undefined);
    assert.equal(check?.on, '2099-03-02');
    await window.executeCommand('pacesetter.undo', {});
    assert.equal((await leader.row(other)).id, id);
  });

  it('asks without the old words once they were saved, also when the same is decided again', async () => {
    const { id } = await leader.row(title);
    await window.executeCommand('pacesetter.reopen', { id, reason: 'the price changed' });
    await window
      .treeItems('Waiting on You')
      .filter({ hasText: /^Closed/ })
      .waitFor({ state: 'detached' });
    await leader.pressOn(title, /Anna \+1/, 'd');
    await leader.isAsked('Outcome: what is decided?');
    await expect(window.quickInputField).toHaveValue('');
    await leader.leavePrompt();
    const { rows } = await window.executeCommand<Board>('pacesetter.getBoard');
    assert.equal(rows.filter(({ closing }) => closing === undefined).length, 2);
  });
});

describe('a list in a prompt', () => {
  let window: Window;
  let leader: Leader;
  const titles = ['Open the Café', 'Rename the API', 'Київ first'];

  before(async () => {
    window = await windowOverEmptyLog();
    leader = new Leader(window);
    for (const title of titles) await window.executeCommand('pacesetter.capture', { title, waiting: ['José'] });
  });

  it('finds a row without accents and case, in any script', async () => {
    await leader.run('Pacesetter: Edit Item');
    await leader.isAsked('Which item?');
    for (const [typed, title] of [
      ['cafe', 'Open the Café'],
      ['cafe OPEN jose', 'Open the Café'],
      ['київ', 'Київ first'],
      ['api', 'Rename the API'],
    ] as const) {
      await window.quickInputField.fill(typed);
      await window.quickInputRow(title, '.focused').waitFor();
      for (const other of titles) {
        if (other !== title) await window.quickInputRow(other).waitFor({ state: 'detached' });
      }
    }
    await window.quickInputField.fill('cafe');
    await leader.pick('Open the Café');
    await leader.isAsked('Edit “Open the Café”');
    await leader.leavePrompt();
  });

  it('keeps what is ticked while it is searched', async () => {
    await leader.run('Pacesetter: Assign Work');
    await leader.answer('Outcome: what will be true?', 'The shop is open');
    for (const asked of ['Not included:', 'Deliverables:']) await leader.answer(asked, 'Nothing');
    await leader.answer('Owner: which one person?', 'sam');
    await leader.answer('Done when: what can anybody see or count?', 'Ten orders are paid');
    await leader.isAsked('Depends on: which open items, or none?');
    for (const [at, typed] of ['api', 'cafe'].entries()) {
      await window.quickInputField.fill(typed);
      const title = at === 0 ? 'Rename the API' : 'Open the Café';
      // A row with a tick is no option.
      await window.quickInput.locator('.monaco-list-row').filter({ hasText: title }).waitFor();
      await leader.pressInPrompt('ArrowDown');
      await leader.press('Space');
      await window.quickInput.getByText(`${at + 1} Selected`).waitFor();
    }
    await window.quickInputField.fill('');
    await window.quickInput.getByText('2 Selected').waitFor();
    await leader.pressInPrompt('Escape');
    await leader.answer('Keep what you have answered so far?', 'Discard');
    await window.quickInput.waitFor({ state: 'hidden' });
  });
});

describe('a half-typed name', () => {
  it('is completed by Enter, also where the log knows nobody else', async () => {
    const window = await windowOverEmptyLog();
    const leader = new Leader(window);
    await window.executeCommand('pacesetter.capture', { title: other, waiting: ['anna'] });
    await leader.openByChord('l');
    await leader.type(`${title} @an`);
    await leader.pick('@anna');
    await window.quickInput.getByText('Anna waits').waitFor();
    await expect(window.quickInputField).toHaveValue(`${title} @anna `);
    await leader.leavePrompt();
  });

  it('is completed in the middle of a line too, and a new one is made only where the row for it is chosen', async () => {
    const window = await windowOverEmptyLog();
    const leader = new Leader(window);
    await window.executeCommand('pacesetter.capture', { title: other, waiting: ['anna'] });
    await leader.openByChord('l');
    await leader.type(`${title} @an by 2099-01-05`);
    await leader.pick('@anna');
    await window.quickInput.getByText('Anna waits').waitFor();
    await leader.pressInPrompt('Enter');
    await window.messages.expect(`Captured “${title}”.`);
    assert.deepEqual((await leader.row(title)).waiting, ['anna']);
    await leader.openByChord('l');
    await leader.type('Ask the lawyer @an by 2099-01-05');
    await window.quickInputRow('@anna', '.focused').waitFor();
    await leader.pressInPrompt('ArrowDown');
    await leader.pick('Save as it stands, with a new name');
    await window.messages.expect('Captured “Ask the lawyer”.');
    assert.deepEqual((await leader.row('Ask the lawyer')).waiting, ['an']);
  });
});

describe('a line that begins with “Approve”', () => {
  it('is saved as it stands by Enter, and as an approval by one key more', async () => {
    const window = await windowOverEmptyLog();
    const leader = new Leader(window);
    for (const [line, kind] of [
      ['Approve the plan', 'decision'],
      ['Approve the budget', 'approval'],
    ] as const) {
      await leader.openByChord('l');
      await leader.type(line);
      await window.quickInputRow('Save as it stands, as a decision', '.focused').waitFor();
      if (kind === 'approval') await leader.pressInPrompt('ArrowDown');
      await leader.pick(kind === 'approval' ? 'Save as an approval' : 'Save as it stands');
      await window.messages.expect(`Captured “${line}”.`);
      assert.equal((await leader.row(line)).kind, kind);
    }
  });
});

describe('the palette', () => {
  it('offers a command only where there is something it fits', async () => {
    const window = await windowOverEmptyLog();
    const leader = new Leader(window);
    await window.openPalette('Pacesetter: Item');
    await window.quickInputRow('Pacesetter: Jump to Item').waitFor();
    await expect(window.quickInputRow('Pacesetter: Edit Item')).toHaveCount(0);
    await leader.leavePrompt();
    await leader.capture(title);
    await window.messages.expect(`Captured “${title}”.`);
    await leader.run('Pacesetter: Edit Item');
    await leader.isAsked('Which item?');
    await leader.leavePrompt();
  });
});
