import assert from 'node:assert/strict';
import type { BoardRow } from '../../src/core/board/row.ts';
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
    await press('Control+K');
    await press('l');
    await window.quickInputField.waitFor();
    await window.quickInputField.fill(
      'Pick on-call vendor by 2099-01-02 asked 2026-11-02 @anna @sam !oneway #platform',
    );
    await window.quickInput.getByText('Decision · one-way · asked').waitFor();
    const preview = await window.quickInput.getByText('Decision · one-way · asked').innerText();
    assert.match(preview, /asked Mon 2 Nov.* · promised Fri 2 Jan 2099 · Anna and Sam wait · #platform$/);
    await press('Enter');
    await window.isTold('Captured “Pick on-call vendor”.');
    const saved = await row('Pick on-call vendor');
    assert.deepEqual(saved.waiting, ['anna', 'sam']);
    assert.equal(saved.promisedOn, '2099-01-02');
  });

  it('keeps the box and the words when a day does not exist', async () => {
    await press('Control+K');
    await press('l');
    await window.quickInputField.waitFor();
    await window.quickInputField.fill('Sign by 2099-02-30');
    await press('Enter');
    await window.quickInput.getByText('There is no day “2099-02-30”').waitFor();
    assert.equal(await window.quickInputField.inputValue(), 'Sign by 2099-02-30');
    await press('Escape');
    await window.quickInput.waitFor({ state: 'hidden' });

    // What was left is there again, to be mended or typed over.
    await press('Control+K');
    await press('l');
    await window.quickInputField.waitFor();
    assert.equal(await window.quickInputField.inputValue(), 'Sign by 2099-02-30');
    await window.quickInputField.fill('');
    await press('Escape');
    await window.quickInput.waitFor({ state: 'hidden' });
  });

  it('moves the promise with p, changes who waits with w, and edits with e', async () => {
    await reach('Pick on-call vendor', /2 waiting/);
    await press('p');
    await answer('Which day now?', '2099-01-09');
    await answer('Reason: why does it move?', 'The tender runs a week longer');
    await reach('Pick on-call vendor', /9 Jan/);
    assert.equal((await row('Pick on-call vendor')).slips, 1);

    await press('w');
    await answer('Names, with commas between them', 'anna, sam, lee');
    await reach('Pick on-call vendor', /3 waiting/);

    await press('e');
    await answer('What is to be corrected?', 'Title');
    await answer('What waits on you?', 'Pick the on-call vendor');
    await reach('Pick the on-call vendor', /3 waiting/);
  });

  it('decides with d in three steps, with the way back open, and undoes it with Ctrl+Z', async () => {
    await reach('Pick the on-call vendor', /3 waiting/);
    await press('d');
    await answer('Outcome: what is decided?', 'The smaller one');
    await window.quickInput.getByText('Because: why?').waitFor();
    await leader.back();
    await window.quickInput.getByText('Outcome: what is decided?').waitFor();
    assert.equal(await window.quickInputField.inputValue(), 'The smaller one');
    await press('Enter');
    await answer('Because: why?', 'they answer at night');
    await answer('Check day: when can you see whether it held?', '');
    await window.isTold('Decided “Pick the on-call vendor”.');
    const decided = await row('Pick the on-call vendor');
    assert.equal(decided.closing?.how === 'decided' && decided.closing.because, 'they answer at night');

    await window.executeCommand('pacesetter.waiting.focus');
    await press('Control+Z');
    await window.isTold('Undone: Decided “Pick the on-call vendor”');
    assert.equal((await row('Pick the on-call vendor')).closing, undefined);

    // The tree is drawn a moment after the answer: the group that is waited for below must first be gone.
    const closed = window.treeItems('Waiting on You').filter({ hasText: 'Recently closed' });
    await closed.waitFor({ state: 'hidden' });
    await window.toasts.getByRole('button', { name: 'Redo' }).focus();
    await press('Enter');
    await closed.waitFor();
    assert.equal((await row('Pick the on-call vendor')).closing?.how, 'decided');
    await window.executeCommand('pacesetter.undo', {});
  });

  it('withdraws with Delete and a reason, and reopens from the palette', async () => {
    await reach('Pick the on-call vendor', /3 waiting/);
    await press('Delete');
    await answer('Reason: why does nobody need this any more?', 'We answer the phone ourselves');
    await window.isTold('Withdrew “Pick the on-call vendor”.');

    await window.openPalette('Pacesetter: Reopen an Item');
    await window.quickInputRow('Pacesetter: Reopen an Item').waitFor();
    await press('Enter');
    await answer('Which item?', 'on-call');
    await answer('Reason: what has changed?', 'Nobody picks up');
    await reach('Pick the on-call vendor', /3 waiting/);
  });

  it('opens the page of an item with Enter', async () => {
    await reach('Pick the on-call vendor', /3 waiting/);
    await press('Enter');
    const page = window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await page.getByRole('heading', { name: 'Pick the on-call vendor' }).waitFor();
    await page.getByText('The tender runs a week longer').first().waitFor();
  });
});
