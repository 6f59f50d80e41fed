import assert from 'node:assert/strict';
import { expect } from '../support/expect.ts';
import { windowOverEmptyLog } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import type { AssignmentRow, WorkBoard } from '../../src/core/assignments/workBoard.ts';
import type { WorkFigures } from '../../src/core/assignments/workFigures.ts';
import type { Window } from '../support/window.ts';

type Work = WorkBoard & { readonly figures: WorkFigures };

/** Clarity before assignment, by keyboard alone. The tests build on each other's items and assignments, in this order. */
describe('handing out work, by keyboard alone', () => {
  let window: Window;
  let leader: Leader;

  before(async () => {
    window = await windowOverEmptyLog();
    leader = new Leader(window);
    await window.openContainer('Pacesetter');
  });

  const work = () => window.executeCommand<Work>('pacesetter.getWork');
  const says = (sentence: string | RegExp): Promise<void> => window.messages.expect(sentence);
  const promptSays = (words: string | RegExp): Promise<void> => window.quickInput.getByText(words).first().waitFor();
  const page = () => window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

  async function assignment(outcome: string): Promise<AssignmentRow> {
    const found = (await work()).assignments.find(({ agreement }) => agreement.outcome === outcome);
    assert.ok(found, `no assignment “${outcome}”`);
    return found;
  }

  /** Answers the first seven questions, with a due day. */
  async function answerSeven(answers: {
    outcome: string;
    excluded: string;
    deliverables: string;
    owner: string;
    doneWhen: string;
    day: string;
  }): Promise<void> {
    await leader.answer('Outcome: what will be true?', answers.outcome);
    await leader.answer('Not included: what is explicitly out?', answers.excluded);
    await leader.answer('Deliverables: what is handed over?', answers.deliverables);
    await leader.answer('Owner: which one person?', answers.owner);
    await leader.answer('Done when: what can anybody see or count?', answers.doneWhen);
    await leader.isAsked('Depends on: which open items, or none?');
    await leader.pressInPrompt('Enter');
    await leader.answer('Due: on which day?', answers.day);
  }

  /** Expects both questions again, with the answer to the first and the unfinished text of the second. */
  async function asksAgain(): Promise<void> {
    await leader.isAsked('Outcome: what will be true?');
    await expect(window.quickInputField).toHaveValue('The old shop is switched off');
    await leader.pressInPrompt('Enter');
    await leader.isAsked('Not included: what is explicitly out?');
    await expect(window.quickInputField).toHaveValue('Half an answer');
  }

  async function keepDraft(): Promise<void> {
    await leader.pressInPrompt('Escape');
    await leader.answer('Keep what you have answered so far?', 'Keep a draft');
    await says('Kept a draft of “The old shop is switched off”.');
    await window.treeItems('Assignments').filter({ hasText: 'The old shop is switched off' }).waitFor();
  }

  async function openDraft(): Promise<void> {
    await leader.reach('The old shop is switched off', /kept today/, 'assignments');
    await leader.press('Enter');
  }

  it('begins with a short ranked list of what matters now', async () => {
    for (const title of ['Checkout without errors', 'Hire two people', 'Leave the old data centre']) {
      await leader.run('Pacesetter: Add a Priority');
      await leader.answer('What matters now? One line.', title);
      await says(`Added the priority “${title}”.`);
      await window.treeItems('Priorities').filter({ hasText: title }).waitFor();
    }
    assert.deepEqual(
      (await work()).priorities.map(({ rank, title }) => `${rank} ${title}`),
      ['1 Checkout without errors', '2 Hire two people', '3 Leave the old data centre'],
    );
  });

  it('asks what is displaced before a priority goes up, and counts it as churn', async () => {
    await leader.pressOn('Leave the old data centre', /0 assignments/, 'Alt+ArrowUp', 'priorities');
    await leader.answer('What stops or moves down for it?', 'Hiring moves down');
    await leader.answer('Why now?', 'The lease ends in March');
    await leader.answer('Who is told, and by whom?', 'Priya, by me');
    await says('Changed the order of priorities.');
    await window.treeItems('Priorities').filter({ hasText: '2  Leave the old data centre' }).waitFor();
    assert.equal((await work()).figures.churn.at(-1)?.rerankings, 1);
  });

  it('asks the same before a priority past the limit is added, and adds none without the answer', async () => {
    await leader.run('Pacesetter: Add a Priority');
    await leader.answer('What matters now? One line.', 'A fourth thing');
    await leader.isAsked('What stops or moves down for it?');
    await leader.pressInPrompt('Enter');
    await promptSays('Say what stops or moves down');
    await leader.leavePrompt();
    assert.equal((await work()).priorities.length, 3);
  });

  it('says while it is typed what is still vague, with the word', async () => {
    await leader.run('Pacesetter: Assign Work');
    await leader.isAsked('Outcome: what will be true?');
    await window.quickInputField.fill('Improve the checkout');
    await promptSays('Outcome: what will be true? “improve” is vague.');
    await leader.pressInPrompt('Escape');
    await leader.answer('Keep what you have answered so far?', 'Discard');
    assert.deepEqual((await work()).drafts, []);
  });

  it('hands out what is clear, and opens the brief beside', async () => {
    await leader.run('Pacesetter: Assign Work');
    await answerSeven({
      outcome: 'Checkout answers within 300 ms',
      excluded: 'The mobile app',
      deliverables: 'The change, and a dashboard of the times',
      owner: 'anna',
      doneWhen: 'P95 is below 300 ms for seven days',
      day: '2099-01-05',
    });
    await leader.answer('Has Anna agreed to', 'Anna agreed');
    await leader.answer('Serves: which priority?', 'Checkout without errors');
    await promptSays('Anna holds nothing else from you.');
    await leader.isAsked('Clear. Enter hands it out.');
    await leader.pressInPrompt('Enter');
    await says('Handed out “Checkout answers within 300 ms” to Anna.');
    await page().getByRole('heading', { name: 'Checkout answers within 300 ms' }).waitFor();
    await page().getByText('due Mon 5 Jan 2099, agreed').waitFor();
    const { owed, serves } = await assignment('Checkout answers within 300 ms');
    assert.deepEqual([owed, serves?.title], [[], 'Checkout without errors']);
  });

  it('goes back and forward with nothing lost', async () => {
    await leader.run('Pacesetter: Assign Work');
    await leader.answer('Outcome: what will be true?', 'The old shop is switched off');
    await leader.isAsked('Not included: what is explicitly out?');
    await window.quickInputField.fill('Half an answer');
    await leader.back();
    await asksAgain();
    await leader.pressInPrompt('Escape');
    await leader.answer('Keep what you have answered so far?', 'Discard');
  });

  it('keeps a draft on Esc, also over a reload of the window, and goes on where it was left', async () => {
    await leader.run('Pacesetter: Assign Work');
    await leader.answer('Outcome: what will be true?', 'The old shop is switched off');
    await leader.isAsked('Not included: what is explicitly out?');
    await window.quickInputField.fill('Half an answer');
    await keepDraft();
    await window.reload();
    await window.openContainer('Pacesetter');
    await openDraft();
    await leader.isAsked('Not included: what is explicitly out?');
    await expect(window.quickInputField).toHaveValue('Half an answer');
    await leader.answer('Not included: what is explicitly out?', '');
    await leader.answer('Deliverables: what is handed over?', 'A list of what is left');
    await leader.answer('Owner: which one person?', 'anna');
    await leader.answer('Done when: what can anybody see or count?', 'It works well');
    await leader.isAsked('Depends on: which open items, or none?');
    await leader.pressInPrompt('Enter');
    await leader.answer('Due: on which day?', '2099-02-02');
    await leader.answer('Has Anna agreed to', 'Not yet');
    await leader.answer('Serves: which priority?', 'Leave the old data centre');
    await promptSays('Anna holds 1 from you; none of them waits on you.');
    await leader.isAsked('Not clear yet.');
    await keepDraft();
  });

  it('asks about no other row where a key is for another kind of row', async () => {
    await leader.pressOn('Checkout answers within 300 ms', /./, 'Delete', 'assignments');
    await says('Drop a Draft: that cannot be done with this row');
    await leader.pressOn('The old shop is switched off', /kept today/, 'd', 'assignments');
    await says('Close an Assignment: that cannot be done with this row');
    assert.equal((await work()).drafts.length, 1);
  });

  it('lists each hole with its reason, and Enter on one goes to its question and comes back', async () => {
    await openDraft();
    await leader.isAsked('Not clear yet.');
    for (const reason of [
      'Say what is out of scope.',
      'Add a number, a date or a visible result.',
      'The owner has not agreed to Mon 2 Feb 2099 yet.',
    ]) {
      await promptSays(reason);
    }
    await leader.pressInPrompt('ArrowDown');
    await leader.pick('Done when');
    // What was answered badly is warned of before anything is typed, and what is asked stays in sight.
    await promptSays('Done when: what can anybody see or count? Add a number, a date or a visible result.');
    await leader.answer('Done when: what can anybody see or count?', 'The last server is gone on 31 March');
    await promptSays('2 holes');
    await leader.pressInPrompt('ArrowDown');
    await leader.pick('Agreed');
    await leader.answer('Has Anna agreed to', 'Anna agreed');
    await promptSays('1 hole');
    await leader.pressInPrompt('Enter');
    await leader.answer('Not included: what is explicitly out?', 'The new shop');
    await leader.isAsked('Clear. Enter hands it out.');
    // Nothing that was answered is asked again; what is left with Esc keeps its answer.
    await promptSays('Anna holds 1 from you; none of them waits on you.');
    await window.quickInputField.fill('Anna holds');
    await leader.pressInPrompt('Enter');
    await leader.isAsked('Owner: which one person?');
    await leader.pressInPrompt('Escape');
    await leader.isAsked('Clear. Enter hands it out.');
    await leader.pressInPrompt('Escape');
    await leader.answer('Keep what you have answered so far?', 'Discard');
    await window.quickInput.waitFor({ state: 'hidden' });
    assert.equal((await work()).drafts[0]?.agreement.doneWhen, 'It works well');
  });

  it('hands it out with three holes only with a reason, and each is an item owed by the next working day', async () => {
    await openDraft();
    await leader.answer('Not clear yet.', 'Assign anyway');
    await leader.answer('Reason: why hand it out although it is not clear?', 'The lease ends in March');
    await says(/^Handed out “The old shop is switched off” to Anna\. You owe 3 answers by \w+ \d+ \w+( \d+)?\.$/);
    const { owed, anyway } = await assignment('The old shop is switched off');
    assert.deepEqual(owed.map(({ title }) => title).toSorted(), [
      'Get the day of “The old shop is switched off” agreed',
      'Say what is not included in “The old shop is switched off”',
      'Say when “The old shop is switched off” is done',
    ]);
    assert.equal(anyway, 'The lease ends in March');
    assert.deepEqual((await work()).drafts, []);
    const owe = await leader.row('Say when “The old shop is switched off” is done');
    assert.deepEqual([owe.kind, owe.waiting], ['clarity', ['anna']]);
    const { figures } = await work();
    assert.deepEqual([figures.agreedClear, figures.clarity.open], [{ count: 1, of: 2 }, 3]);
  });

  it('settles a hole with d, and the answer stands in the brief', async () => {
    await leader.pressOn('Say when “The old shop is switched off” is done', /Anna/, 'd');
    await leader.answer('Done when: what is agreed now?', 'The last server is gone on 31 March');
    // It goes on with the next hole, and whoever stops keeps what is settled.
    await leader.isAsked('Not included: what is agreed now?');
    await leader.leavePrompt();
    await says('Settled “Say when “The old shop is switched off” is done”.');
    await leader.reach('Get the day of', /Anna/);
    const { owed, agreement, changes } = await assignment('The old shop is switched off');
    assert.deepEqual([owed.length, agreement.doneWhen, changes], [2, 'The last server is gone on 31 March', 0]);
    await leader.reach('The old shop is switched off', /you owe 2/, 'assignments');
    await leader.press('Enter');
    await page().getByRole('heading', { name: 'The old shop is switched off' }).waitFor();
    await page().getByText('The last server is gone on 31 March').first().waitFor();
  });

  it('records a requirement change with its reason and its cost, and the brief follows', async () => {
    await leader.pressOn('The old shop is switched off', /you owe 2/, 'e', 'assignments');
    await leader.answer('What changes?', 'Due');
    await leader.answer('Due on which day now?', '2099-02-09');
    await leader.answer('Reason: why does it change now?', 'The mover is booked out');
    await leader.answer('Cost: how many working days does the change cost them?', '2.5');
    await says('Changed what was agreed on “The old shop is switched off”.');
    await page().getByText('because The mover is booked out; costs 2.5 days').waitFor();
    const { changes, costInDays, interruptions } = await assignment('The old shop is switched off');
    assert.deepEqual([changes, costInDays, interruptions.length], [1, 2.5, 1]);
    const { figures } = await work();
    assert.deepEqual(figures.interruptions[0] && [figures.interruptions[0].person, figures.interruptions[0].count], [
      'anna',
      1,
    ]);
  });

  it('remarks on several people where it is handed to another one', async () => {
    await leader.pressOn('The old shop is switched off', /you owe 2/, 'r', 'assignments');
    await leader.isAsked('To which one person?');
    await window.quickInputField.fill('kim, sam');
    await promptSays('Kept as one name: “kim, sam”.');
    await leader.leavePrompt();
  });

  it('closes as met or missed, against what was agreed, and owes nothing for it any more', async () => {
    await leader.pressOn('The old shop is switched off', /1 change/, 'd', 'assignments');
    await leader.answer('Done when: The last server is gone on 31 March', 'Missed');
    await leader.answer('What shows it?', 'Two servers run on');
    await leader.isAsked('On which day did it end?');
    await window.quickInputField.fill('2026-01-05');
    await window.quickInput.getByText(/It cannot have been closed on .+, before it was handed out/).waitFor();
    await window.quickInputField.fill('');
    await leader.answer('On which day did it end?', '');
    await says('Closed “The old shop is switched off” as missed.');
    assert.equal((await work()).figures.clarity.open, 0);
    await window.executeCommand('pacesetter.undo', {});
    assert.deepEqual((await assignment('The old shop is switched off')).owed.length, 2);
  });

  it('shows what waits on the leader as a remark, decides it first, and comes back', async () => {
    await window.executeCommand('pacesetter.capture', { title: 'Which region first' });
    await leader.run('Pacesetter: Assign Work');
    await leader.answer('Outcome: what will be true?', 'Brazil is live');
    await leader.answer('Not included: what is explicitly out?', 'Argentina');
    await leader.answer('Deliverables: what is handed over?', 'The shop in Portuguese');
    await leader.answer('Owner: which one person?', 'sam');
    await leader.answer('Done when: what can anybody see or count?', 'Ten orders are paid');
    await leader.isAsked('Depends on: which open items, or none?');
    await window.quickInputField.fill('region');
    // Nothing is ticked: Enter takes what is found.
    await promptSays('Enter takes “Which region first”.');
    await leader.pressInPrompt('Enter');
    await leader.answer('Due: on which day?', '2099-03-02');
    await leader.answer('Has Sam agreed to', 'Sam agreed');
    await leader.answer('Serves: which priority?', 'Checkout without errors');
    await promptSays('It depends on “Which region first”, which waits on you.');
    await leader.answer('Clear. Enter hands it out.', 'Decide “Which region first” first');
    await leader.answer('Outcome: what is decided?', 'Brazil');
    await leader.answer('Because: why?', '');
    await leader.answer('Check day: when can you see whether it stood?', '');
    await says('Decided “Which region first”.');
    await promptSays('Sam holds nothing else from you.');
    await leader.answer('Clear. Enter hands it out.', 'Hand it out');
    await says('Handed out “Brazil is live” to Sam.');
    assert.equal((await assignment('Brazil is live')).dependsOn[0]?.isOpen, false);
  });
});
