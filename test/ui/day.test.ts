import assert from 'node:assert/strict';
import { windowOverEmptyLog } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import type { Window } from '../support/window.ts';

describe('a leader’s day, by keyboard alone', () => {
  let window: Window;
  let leader: Leader;

  before(async () => {
    window = await windowOverEmptyLog();
    leader = new Leader(window);
  });

  const says = (sentence: string): Promise<void> => window.messages.expect(sentence);

  it('begins with what was asked: a chord and a line for each, from wherever one is', async () => {
    await leader.capture('Pick on-call vendor asked 2026-11-02 by 2026-11-10 @anna @sam #platform');
    await says('Captured “Pick on-call vendor”.');
    await leader.capture('Sign the lease @mo by 2099-01-09');
    await says('Captured “Sign the lease”.');
    await window.statusBarItem('1 overdue').waitFor();
  });

  it('answers what can be answered at once, in the list', async () => {
    await leader.pressOn('Sign the lease', /Mo/, 'a');
    await says('Acknowledged “Sign the lease”.');
    await leader.pressOn('Pick on-call vendor', /Anna \+1/, 'p');
    await leader.answer('Which day now?', '2099-01-08');
    await leader.answer('Reason: why does it move?', 'The tender runs a week longer');
    await says('Moved the promise of “Pick on-call vendor”.');
    await window.statusBarItem('0 overdue').waitFor();
  });

  it('finds an item again by who waits for it, and reads its page', async () => {
    await leader.openByChord('j');
    await leader.type('anna on-call');
    await window.quickInputRow('Sign the lease').waitFor({ state: 'detached' });
    await leader.pick('Pick on-call vendor');
    await window.panel.getByRole('heading', { name: 'Pick on-call vendor' }).waitFor();
    await window.panel.getByText('The tender runs a week longer').first().waitFor();
  });

  it('decides, thinks again, and decides after all', async () => {
    await leader.pressOn('Sign the lease', /Mo/, 'd');
    await leader.answer('Outcome: what is decided?', 'Approved');
    await leader.answer('Because: why?', 'It is the cheaper one');
    await leader.answer('Check day: when can you see whether it stood?', '');
    await says('Decided “Sign the lease”.');
    await leader.reach('Pick on-call vendor', /Anna \+1/);
    await leader.press('Control+Z');
    await says('Undone: Decided “Sign the lease”');
    assert.equal((await leader.row('Sign the lease')).closing, undefined);
    await leader.press('Control+Shift+Z');
    await says('Redone: Decided “Sign the lease”');
    assert.equal((await leader.row('Sign the lease')).closing?.how, 'decided');
  });

  it('ends with the week in facts, as a document that is in no file yet', async () => {
    await leader.run('Pacesetter: Write Weekly Look-Back');
    await leader.answer('Which week?', 'This week');
    await window.page.getByRole('tab', { name: /Untitled/ }).waitFor();
    const lines = window.page.locator('.editor-instance .view-lines');
    await lines.getByText('Sign the lease').first().waitFor();
    await lines.getByText('Approved').first().waitFor();
    await window.screenshot('look-back');
    await window.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
