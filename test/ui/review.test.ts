import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import process from 'node:process';
import type { Board } from '../../src/core/board/board.ts';
import { addDays } from '../../src/core/time/day.ts';
import { agedSince, reviewQueue } from '../../src/core/board/review.ts';
import { startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import { writeSampleLog } from '../support/sampleLog.ts';
import type { Window } from '../support/window.ts';

/** VS Code’s own keys for the way back in a prompt. */
const backKeys: Partial<Record<NodeJS.Platform, string>> = { win32: 'Alt+ArrowLeft', darwin: 'Control+Minus' };
const backKey = backKeys[process.platform] ?? 'Control+Alt+Minus';

/** Days between the last act of the sample log and the day it is looked at. */
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
  const begin = async (with_: string): Promise<void> => {
    await window.executeCommand('pacesetter.waiting.focus');
    await leader.press('r');
    await window.quickInput.getByPlaceholder(/came due since/).waitFor();
    await window.quickInputRow(with_).waitFor();
    if (with_ === 'The oldest hurt first') await leader.press('ArrowDown');
    await leader.press('Enter');
  };
  /** Begins and does not wait for the end, which the test brings about. */
  const startReviewOf = async (ids: readonly string[]): Promise<void> => {
    void window.executeCommand('pacesetter.review', { ids });
    await window.quickInput.getByText(`Review: 1 of ${ids.length}`).waitFor();
  };
  const sentBackWith = async (question: string) =>
    (await board()).rows.filter(({ state, turns }) => state === 'sentBack' && turns.at(-1)?.words === question);
  const dismiss = async (): Promise<void> => {
    await window.executeCommand('notifications.clearAll');
    await window.toasts.first().waitFor({ state: 'detached' });
  };
  const isAskedAbout = (title: string) => window.quickInput.getByText(`${title} — `).first().waitFor();

  it('pops up nothing by itself', async () => {
    await window.assertNoToasts();
  });

  it('opens with what came due meanwhile, as a choice and not as a wall', async () => {
    await begin('Begin with what came due');
    // It is where the walk begins; the rest follows, for it is as long as all that waits.
    const { rows, today } = await board();
    const queue = reviewQueue({ rows });
    const [due] = agedSince(queue, addDays(today, -away), today);
    assert.ok(due);
    await window.quickInput.getByText(`Review: 1 of ${queue.length}`).waitFor();
    await isAskedAbout(due.title);
    await leader.press('Escape');
    await window.isTold('Reviewed nothing; nothing has changed.');
    await dismiss();
    await begin('The oldest hurt first');
  });

  it('walks the queue, the oldest hurt first, and says where one is', async () => {
    const { rows } = await board();
    const queue = rows.filter(({ closing, ball }) => closing === undefined && ball === 'leader');
    const [first, second] = queue;
    assert.ok(first && second);
    await window.quickInput.getByText(/^Review: 1 of \d+$/).waitFor();
    await isAskedAbout(first.title);
    const shown = await window.quickInput.getByRole('option').count();
    await leader.press('x');
    await window.quickInputField.and(window.page.locator(':placeholder-shown')).waitFor();
    assert.equal(await window.quickInput.getByRole('option').count(), shown, 'a key without a meaning hides nothing');
    await leader.press('k');
    await window.quickInput.getByText(/^Review: 2 of \d+$/).waitFor();
    await isAskedAbout(second.title);
  });

  it('sends back with s and its question, asks the same item again after Esc, and goes on', async () => {
    await leader.press('s');
    await leader.isAsked('Question: what do you need to know to decide?');
    await leader.press('Escape');
    await window.quickInput.getByText(/^Review: 2 of \d+$/).waitFor();
    await leader.press('s');
    await leader.answer('Question: what do you need to know to decide?', 'What does it cost?');
    await leader.isAsked('Whose move is it now?');
    await leader.press('Enter');
    await window.quickInput.getByText(/^Review: 3 of \d+$/).waitFor();
  });

  it('stops anywhere, and says at the end what has changed', async () => {
    await leader.press('Escape');
    await window.toasts.getByText(/^Reviewed 2 of \d+: 1 sent back, 1 kept\.$/).waitFor();
    assert.equal(await window.toasts.count(), 1);
    assert.equal((await sentBackWith('What does it cost?')).length, 1);
  });

  it('takes back the last of it with the button of that message', async () => {
    await window.toasts.getByRole('button', { name: 'Undo' }).click();
    await window.isTold(/Undone: Sent back “/);
    assert.deepEqual(await sentBackWith('What does it cost?'), []);
    await dismiss();
  });

  it('counts what was done about an item once it is kept on the way back', async () => {
    const queue = reviewQueue(await board());
    const at = queue.findIndex(({ respondedOn }) => respondedOn === undefined);
    const [unanswered, next] = queue.slice(at);
    assert.ok(unanswered && next);
    await startReviewOf([unanswered.id, next.id]);
    await isAskedAbout(unanswered.title);
    await leader.press('a');
    await isAskedAbout(next.title);
    await leader.press(backKey);
    await isAskedAbout(unanswered.title);
    await leader.press('k');
    await isAskedAbout(next.title);
    await leader.press('Escape');
    await window.isTold('Reviewed 1 of 2: 1 acknowledged.');
    assert.notEqual((await leader.row(unanswered.title)).respondedOn, undefined);
    await dismiss();
  });

  it('passes over what is closed elsewhere while it is asked about, and acts on nothing else', async () => {
    const [first, second] = reviewQueue(await board()).filter(({ kind, closing }) => kind !== 'dependency' && !closing);
    assert.ok(first && second);
    await startReviewOf([first.id, second.id]);
    await isAskedAbout(first.title);
    await window.executeCommand('pacesetter.withdraw', { id: first.id, reason: 'dealt with elsewhere' });
    const before = await board();
    await leader.press('d');
    await window.quickInput.getByText('Review: 2 of 2').waitFor();
    await isAskedAbout(second.title);
    assert.deepEqual(await board(), before, 'nothing else was acted on');
    await window.assertNoToasts();
    await leader.press('k');
    await window.isTold('Reviewed 1 of 2: 1 kept.');
    assert.deepEqual(await board(), before);
  });
});
