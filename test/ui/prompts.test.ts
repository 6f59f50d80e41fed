import assert from 'node:assert/strict';
import type { Board } from '../../src/core/board/board.ts';
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
    await leader.pressOn(title, /2 waiting/, 'a');
    await window.messages.expect(`Acknowledged “${title}”.`);
    await leader.pressOn(title, /2 waiting/, 'a');
    await window.messages.expect(new RegExp(`“${title}” was answered on .* already\\.`));
    assert.equal(await window.quickInput.isVisible(), false);
    assert.equal((await leader.row(other)).respondedOn, undefined);
  });

  it('keeps the outcome when the next step is left, and asks with it the next time', async () => {
    await leader.pressOn(title, /2 waiting/, 'd');
    await leader.answer('Outcome: what is decided?', 'The second one');
    await leader.isAsked('Because: why?');
    await leader.leavePrompt();
    await leader.pressOn(title, /2 waiting/, 'd');
    await leader.isAsked('Outcome: what is decided?');
    assert.equal(await window.quickInputField.inputValue(), 'The second one');
    await leader.pressInPrompt('Enter');
    await leader.answer('Because: why?', 'only they have SEPA');
    await leader.answer('Check day: when can you see whether it held?', '');
    await window.messages.expect(`Decided “${title}”.`);
    assert.equal((await leader.row(title)).closing?.how, 'decided');
  });

  it('asks without the old words once they were saved, also when the same is decided again', async () => {
    const { id } = await leader.row(title);
    await window.executeCommand('pacesetter.reopen', { id, reason: 'the price changed' });
    await window.treeItems('Waiting on You').filter({ hasText: 'Recently closed' }).waitFor({ state: 'detached' });
    await leader.pressOn(title, /2 waiting/, 'd');
    await leader.isAsked('Outcome: what is decided?');
    assert.equal(await window.quickInputField.inputValue(), '');
    await leader.leavePrompt();
    const { rows } = await window.executeCommand<Board>('pacesetter.getBoard');
    assert.equal(rows.filter(({ closing }) => closing === undefined).length, 2);
  });
});
