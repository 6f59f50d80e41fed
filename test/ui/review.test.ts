import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Board } from '../../src/core/board/board.ts';
import { addDays } from '../../src/core/time/day.ts';
import { agedSince, reviewQueue } from '../../src/core/board/review.ts';
import { expect } from '../support/expect.ts';
import { startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import { writeSampleLog } from '../support/sampleLog.ts';
import type { Window } from '../support/window.ts';

/** Days between the last act of the sample log and today. */
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
  /** Starts a review of all that waits, from this choice of where it begins. */
  const begin = async (choice: string): Promise<void> => {
    await window.executeCommand('pacesetter.waiting.focus');
    await leader.press('r');
    await window.quickInput.getByPlaceholder(/came due since/).waitFor();
    await window.quickInputRow('Start with what came due', '.focused').waitFor();
    if (choice === 'In the order of the list') await leader.pressInPrompt('ArrowDown');
    await leader.pick(choice);
  };
  /** Keeps the first item and sends back the second, with a question. */
  const keepOneAndSendBackTheNext = async (question: string): Promise<void> => {
    await begin('In the order of the list');
    await isAt(1);
    await leader.pressInPrompt('k');
    await isAt(2);
    await leader.pressInPrompt('s');
    await leader.answer('Question: what do you need to know to decide?', question);
    await leader.isAsked('Whose move is it now?');
    await leader.pressInPrompt('Enter');
    await isAt(3);
  };
  /** Starts a review of these items; does not wait for its end. */
  const startReviewOf = async (ids: readonly string[]): Promise<void> => {
    void window.executeCommand('pacesetter.review', { ids });
    await window.quickInput.getByText(`Review: 1 of ${ids.length}`).waitFor();
  };
  const sentBackWith = async (question: string) =>
    (await board()).rows.filter(({ state, turns }) => state === 'sentBack' && turns.at(-1)?.words === question);
  const isAt = (number: number) => window.quickInput.getByText(new RegExp(`^Review: ${number} of \\d+$`)).waitFor();
  const isAskedAbout = (title: string) => window.quickInput.getByText(`${title} — `).first().waitFor();

  it('pops up nothing by itself', async () => {
    await window.assertNoMessages();
  });

  it('opens with what came due meanwhile, as a choice and not as a wall', async () => {
    await begin('Start with what came due');
    // The review begins there, and the rest follows: it is as long as the whole queue.
    const now = await board();
    const { today } = now;
    const queue = reviewQueue(now);
    const [due] = agedSince(queue, addDays(today, -away), today);
    assert.ok(due);
    await window.quickInput.getByText(`Review: 1 of ${queue.length}`).waitFor();
    await isAskedAbout(due.title);
    await leader.leavePrompt();
    await window.messages.expect('Reviewed nothing; nothing has changed.');
  });

  it('walks the queue in the order of the list, and says where one is', async () => {
    await begin('In the order of the list');
    const [first, second] = reviewQueue(await board());
    assert.ok(first && second);
    await isAt(1);
    await isAskedAbout(first.title);
    const shown = await window.quickInput.getByRole('option').count();
    await leader.pressInPrompt('q');
    await window.quickInputField.and(window.page.locator(':placeholder-shown')).waitFor();
    await expect(window.quickInput.getByRole('option'), 'a key without a meaning hides nothing').toHaveCount(shown);
    await leader.pressInPrompt('k');
    await isAt(2);
    await isAskedAbout(second.title);
    await leader.leavePrompt();
    await window.messages.expect(/^Reviewed 1 of \d+: 1 kept\.$/);
  });

  it('sends back with s and its question, asks the same item again after Esc, and goes on', async () => {
    await begin('In the order of the list');
    await isAt(1);
    await leader.pressInPrompt('s');
    await leader.isAsked('Question: what do you need to know to decide?');
    await leader.pressInPrompt('Escape');
    await isAt(1);
    await leader.pressInPrompt('s');
    await leader.answer('Question: what do you need to know to decide?', 'What does it cost?');
    await leader.isAsked('Whose move is it now?');
    await leader.pressInPrompt('Enter');
    await isAt(2);
    await leader.leavePrompt();
    await window.messages.expect(/^Reviewed 1 of \d+: 1 sent back\.$/);
    assert.equal((await sentBackWith('What does it cost?')).length, 1);
    await window.executeCommand('pacesetter.undo', {});
  });

  it('stops anywhere, and says at the end what has changed', async () => {
    await keepOneAndSendBackTheNext('What does it cost?');
    await leader.leavePrompt();
    await window.messages.expect(/^Reviewed 2 of \d+: 1 sent back, 1 kept\.$/);
    await window.assertNoMessages();
    assert.equal((await sentBackWith('What does it cost?')).length, 1);
    await window.executeCommand('pacesetter.undo', {});
  });

  it('takes back the last of it with the button of that message', async () => {
    await keepOneAndSendBackTheNext('What does it cost?');
    await leader.leavePrompt();
    await window.messages.expect(/^Reviewed 2 of/);
    await (await window.messageButton('Reviewed 2 of', 'Undo')).click();
    await window.messages.expect(/^Undone: Sent back “/);
    assert.deepEqual(await sentBackWith('What does it cost?'), []);
  });

  it('counts what was done about an item once it is kept on the way back', async () => {
    const queue = reviewQueue(await board());
    const at = queue.findIndex(({ respondedOn }) => respondedOn === undefined);
    const [unanswered, next] = queue.slice(at);
    assert.ok(unanswered && next);
    await startReviewOf([unanswered.id, next.id]);
    await isAskedAbout(unanswered.title);
    await leader.pressInPrompt('a');
    await isAskedAbout(next.title);
    await leader.back();
    await isAskedAbout(unanswered.title);
    await leader.pressInPrompt('k');
    await isAskedAbout(next.title);
    await leader.pressInPrompt('Escape');
    await window.messages.expect('Reviewed 1 of 2: 1 acknowledged.');
    assert.notEqual((await leader.row(unanswered.title)).respondedOn, undefined);
  });

  it('passes over what is closed elsewhere while it is asked about, and acts on nothing else', async () => {
    const [first, second] = reviewQueue(await board()).filter(({ kind, closing }) => kind !== 'dependency' && !closing);
    assert.ok(first && second);
    await startReviewOf([first.id, second.id]);
    await isAskedAbout(first.title);
    await window.executeCommand('pacesetter.withdraw', { id: first.id, reason: 'dealt with elsewhere' });
    const before = await board();
    await leader.pressInPrompt('d');
    await window.quickInput.getByText('Review: 2 of 2').waitFor();
    await isAskedAbout(second.title);
    assert.deepEqual(await board(), before, 'nothing else was acted on');
    await window.assertNoMessages();
    await leader.pressInPrompt('k');
    await window.messages.expect('Reviewed 1 of 2: 1 kept.');
    assert.deepEqual(await board(), before);
  });
});
