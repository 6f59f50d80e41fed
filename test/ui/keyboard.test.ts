import assert from 'node:assert/strict';
import type { BoardRow } from '../../src/core/board/row.ts';
import { expect } from '../support/expect.ts';
import { windowOverEmptyLog } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import type { Window } from '../support/window.ts';

/** A leader's session by keyboard alone: nothing in this file moves the mouse. */
describe('by keyboard alone', () => {
  let window: Window;
  let leader: Leader;

  before(async () => {
    window = await windowOverEmptyLog();
    leader = new Leader(window);
  });

  const press = (key: string): Promise<void> => leader.press(key);
  const answer = (asked: string, text: string): Promise<void> => leader.answer(asked, text);
  const row = (title: string): Promise<BoardRow> => leader.row(title);
  const reach = (title: string, facts: RegExp): Promise<void> => leader.reach(title, facts);

  it('captures with one chord, and shows what will be saved before Enter', async () => {
    await leader.openByChord('l');
    await window.quickInputField.fill(
      'Pick on-call vendor by 2099-01-02 asked 2026-11-02 @anna @sam !oneway #platform',
    );
    await expect(window.quickInput.getByText('Decision · one-way · asked')).toHaveText(
      /asked Mon 2 Nov.* · promised Fri 2 Jan 2099 · Anna and Sam wait · #platform$/,
    );
    await leader.pressInPrompt('Enter');
    await window.messages.expect('Captured “Pick on-call vendor”.');
    const saved = await row('Pick on-call vendor');
    assert.deepEqual(saved.waiting, ['anna', 'sam']);
    assert.equal(saved.promisedOn, '2099-01-02');
  });

  it('keeps the box and the words when a day does not exist', async () => {
    await leader.openByChord('l');
    await window.quickInputField.fill('Sign by 2099-02-30');
    await leader.pressInPrompt('Enter');
    await window.quickInput.getByText('There is no day “2099-02-30”').waitFor();
    await expect(window.quickInputField).toHaveValue('Sign by 2099-02-30');
    await leader.leavePrompt();

    // The unfinished text is there again.
    await leader.openByChord('l');
    await expect(window.quickInputField).toHaveValue('Sign by 2099-02-30');
    await window.quickInputField.fill('');
    await leader.leavePrompt();
  });

  it('moves the promise with p, changes who waits with w, and edits with e', async () => {
    await leader.pressOn('Pick on-call vendor', /Anna \+1/, 'p');
    await answer('Which day now?', '2099-01-09');
    await answer('Reason: why does it move?', 'The tender runs a week longer');
    await window.messages.expect('Moved the promise of “Pick on-call vendor”.');
    await reach('Pick on-call vendor', /9 Jan/);
    assert.equal((await row('Pick on-call vendor')).slips, 1);

    await leader.pressOn('Pick on-call vendor', /9 Jan/, 'w');
    await answer('Names, separated by commas', 'anna, sam, lee');
    await window.messages.expect('Changed who waits for “Pick on-call vendor”.');
    await leader.pressOn('Pick on-call vendor', /Anna \+2/, 'e');
    await answer('What do you want to correct?', 'Title');
    await answer('What waits on you?', 'Pick the on-call vendor');
    await window.messages.expect('Edited “Pick the on-call vendor”.');
    await reach('Pick the on-call vendor', /Anna \+2/);
  });

  it('decides with d in three steps, with the way back open, and undoes it with Ctrl+Z', async () => {
    await leader.pressOn('Pick the on-call vendor', /Anna \+2/, 'd');
    await answer('Outcome: what is decided?', 'The smaller one');
    await window.quickInput.getByText('Because: why?').waitFor();
    await leader.back();
    await window.quickInput.getByText('Outcome: what is decided?').waitFor();
    await expect(window.quickInputField).toHaveValue('The smaller one');
    await leader.pressInPrompt('Enter');
    await answer('Because: why?', 'they answer at night');
    await answer('Check day: when can you see whether it stood?', '');
    await window.messages.expect('Decided “Pick the on-call vendor”.');
    const decided = await row('Pick the on-call vendor');
    assert.equal(decided.closing?.how === 'decided' && decided.closing.because, 'they answer at night');

    await window.executeCommand('pacesetter.waiting.focus');
    await press('Control+Z');
    await window.messages.expect('Undone: Decided “Pick the on-call vendor”');
    assert.equal((await row('Pick the on-call vendor')).closing, undefined);

    // The tree is drawn after the message: the group that is expected below must be gone first.
    const closed = window.treeItems('Waiting on You').filter({ hasText: /^Closed/ });
    await closed.waitFor({ state: 'hidden' });
    await (await window.messageButton('Undone: Decided', 'Redo')).focus();
    await press('Enter');
    await window.messages.expect('Redone: Decided “Pick the on-call vendor”');
    await closed.waitFor();
    assert.equal((await row('Pick the on-call vendor')).closing?.how, 'decided');
    await window.executeCommand('pacesetter.undo', {});
  });

  it('withdraws with Delete and a reason, and reopens from the palette', async () => {
    await leader.pressOn('Pick the on-call vendor', /Anna \+2/, 'Delete');
    await answer('Reason: why does nobody need this any more?', 'We answer the phone ourselves');
    await window.messages.expect('Withdrew “Pick the on-call vendor”.');

    await leader.run('Pacesetter: Reopen an Item');
    await answer('Which item?', 'on-call');
    await answer('Reason: what has changed?', 'Nobody picks up');
    await window.messages.expect('Reopened “Pick the on-call vendor”.');
    await reach('Pick the on-call vendor', /Anna \+2/);
  });

  it('opens the page of an item with Enter', async () => {
    await reach('Pick the on-call vendor', /Anna \+2/);
    await press('Enter');
    await window.panel.getByRole('heading', { name: 'Pick the on-call vendor' }).waitFor();
    await window.panel.getByText('The tender runs a week longer').first().waitFor();
  });
});
