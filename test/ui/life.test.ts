import assert from 'node:assert/strict';
import { expect } from '../support/expect.ts';
import { windowOverEmptyLog } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import type { Window } from '../support/window.ts';

const title = 'Pick the payment provider';

/** The whole life of an item by keyboard alone. The tests build on each other's log entries, in this order. */
describe('the life of an item, by keyboard alone', () => {
  let window: Window;
  let leader: Leader;

  before(async () => {
    window = await windowOverEmptyLog();
    leader = new Leader(window);
  });

  const says = (sentence: string): Promise<void> => window.messages.expect(sentence);
  const promptSays = (words: string | RegExp): Promise<void> => window.quickInput.getByText(words).first().waitFor();

  it('is captured late: it drifts from the first moment, since the clock started when somebody asked', async () => {
    await leader.capture(`${title} asked 2026-11-02 by @lee @anna @sam`);
    await says(`Captured “${title}”.`);
    await leader.reach(title, /\d+ over · Anna \+1/);
    assert.match(await leader.groupOf(title), /^Overdue/);
    const row = await leader.row(title);
    assert.equal(row.promisedOn, '2026-11-04');
    assert.ok(row.logDelayInDays > 0);
    assert.equal(row.respondedOn, undefined);
  });

  it('is acknowledged with a, once', async () => {
    await leader.pressOn(title, /over · Anna/, 'a');
    await says(`Acknowledged “${title}”.`);
    const { acknowledged, askedOn, workingDaysWaited } = await leader
      .row(title)
      .then((row) => ({ ...row, acknowledged: row.respondedOn }));
    assert.equal(askedOn, '2026-11-02', 'no act restarts a clock');
    assert.ok(acknowledged !== undefined && workingDaysWaited > 0);
  });

  it('is sent back with s and a question, to who asked, and leaves the overdue count', async () => {
    await leader.pressOn(title, /over/, 's');
    await leader.answer('Question: what do you need to know to decide?', 'Which of them supports SEPA?');
    await leader.isAsked('Whose move is it now?');
    await expect(window.quickInputField).toHaveValue('lee');
    await leader.pressInPrompt('Enter');
    await says(`Sent back “${title}”.`);
    await leader.expand('Their Move');
    await leader.reach(title, /with Lee since today/);
    assert.match(await leader.groupOf(title), /^Their Move/);
    assert.equal((await leader.row(title)).overdue, false);
    await window.statusBarItem('0 overdue').waitFor();
  });

  it('comes back with s and the answer', async () => {
    await leader.pressOn(title, /with Lee since today/, 's');
    await leader.answer('The answer to “Which of them supports SEPA?”', 'Only the second');
    await leader.isAsked('On which day did it come back?');
    await window.quickInputField.fill('2099-01-05');
    await promptSays(/It cannot have come back on .+ 2099, which is later than today\./);
    await window.quickInputField.fill('');
    await leader.answer('On which day did it come back?', '');
    await says(`Marked “${title}” returned.`);
    await leader.reach(title, /\d+ over/);
    assert.equal((await leader.row(title)).ball, 'leader');
    await window.statusBarItem('1 overdue').waitFor();
  });

  it('is held on purpose with h; a day past the promise is called a slip before Enter, and recorded as one', async () => {
    await leader.pressOn(title, /over/, 'h');
    await leader.answer('Question: what has to be settled first?', 'Does legal accept their terms?');
    await leader.isAsked('Until which day?');
    await window.quickInputField.fill('2099-01-05');
    await promptSays(/past the promise, .*: that is a slip/);
    await leader.pressInPrompt('Enter');
    await says(`Put “${title}” on hold.`);
    await leader.reach(title, /over · held until/);
    assert.match(await leader.groupOf(title), /^Overdue/);
    const row = await leader.row(title);
    assert.deepEqual([row.state, row.overdue, row.drifting, row.slips], ['deliberating', true, false, 1]);
    assert.deepEqual([row.promisedOn, row.firstPromisedOn], ['2026-11-04', '2026-11-04']);
  });

  it('has its promise moved with p and a reason, which is a slip as well', async () => {
    await leader.pressOn(title, /held until/, 'p');
    // Later than the day it is held until, which people were told last.
    await leader.answer('Which day now?', '2099-12-30');
    await leader.answer('Reason: why does it move?', 'Legal meets in January');
    await says(`Moved the promise of “${title}”.`);
    await leader.reach(title, /^(?!.*over).*held until/s);
    assert.match(await leader.groupOf(title), /^On Hold/);
    assert.equal((await leader.row(title)).slips, 2);
  });

  it('is decided with d, with a check day of today, and asks at once whether it stood', async () => {
    await leader.pressOn(title, /held until/, 'd');
    await leader.answer('Outcome: what is decided?', 'The second one');
    await leader.answer('Because: why?', 'only they have SEPA');
    await leader.answer('Check day: when can you see whether it stood?', 'today');
    await leader.answer('What should have happened by then?', 'The first order is paid');
    await leader.isAsked('How sure are you of it');
    await window.quickInputField.fill('120');
    await leader.pressInPrompt('Enter');
    await promptSays('How sure you are is a whole number of percent from 50 to 99, not 120.');
    await window.quickInputField.fill('80 %');
    await leader.pressInPrompt('Enter');
    await says(`Decided “${title}”.`);
    await leader.reach(title, /did it stand\?/);
    assert.match(await leader.groupOf(title), /^Today/);
    const { closing } = await leader.row(title);
    assert.deepEqual(closing?.how === 'decided' && closing.expectation, {
      expect: 'The first order is paid',
      sureness: 80,
    });
  });

  it('is reversed with d, which opens a new item that is linked both ways', async () => {
    await leader.pressOn(title, /did it stand\?/, 'd');
    await leader.isAsked('did what you expected happen?');
    await expect(window.quickInputField).toHaveAttribute(
      'placeholder',
      /^Decided .+: The second one\. You expected, 80 % sure: The first order is paid$/,
    );
    await leader.answer('did what you expected happen?', 'It was reversed');
    await leader.answer('Reason: what turned out differently?', 'Their fees doubled');
    await leader.isAsked('What waits on you now?');
    await expect(window.quickInputField).toHaveValue(title);
    await window.quickInputField.fill('Pick another payment provider');
    await leader.pressInPrompt('Enter');
    await leader.answer('Rework: how many working days did it cost', '2,5');
    await says(`Reversed “${title}”.`);
    await leader.reach('Pick another payment provider', /Anna \+1/);
    const [old, next] = [await leader.row(title), await leader.row('Pick another payment provider')];
    assert.deepEqual(old.reversedBy, { id: next.id, title: next.title });
    assert.deepEqual(next.reverses, { id: old.id, title });
    assert.deepEqual([next.waiting, next.askedBy, next.ageInDays], [['anna', 'sam'], 'lee', 1]);
  });

  it('tells all of it on its page, which keeps itself current', async () => {
    await leader.reach('Pick another payment provider', /Anna \+1/);
    await leader.press('Enter');
    const page = window.panel;
    await page.getByText(`It reverses “${title}”.`).waitFor();
    await leader.pressOn('Pick another payment provider', /Anna \+1/, 'a');
    await says('Acknowledged “Pick another payment provider”.');
    await page.getByText('acknowledged').waitFor();
    await window.executeCommand('pacesetter.openItem', { id: (await leader.row(title)).id });
    for (const part of [
      'asked by Lee',
      'acknowledged',
      'sent back to Lee: Which of them supports SEPA?',
      'returned: Only the second',
      'to settle: Does legal accept their terms?',
      'Legal meets in January',
      'decided on',
      'expected, 80 % sure: The first order is paid',
      'reversed: Their fees doubled; it went on as “Pick another payment provider”; 2.5 working days of rework',
    ]) {
      await page.getByText(part).first().waitFor();
    }
    await page.getByRole('heading', { name: 'Slips' }).waitFor();
  });

  it('is as it was before, act by act, when everything is undone', async () => {
    const undone: string[] = [];
    for (let acts = 0; acts < 9; acts++) {
      undone.push((await window.executeCommand<{ undone: string }>('pacesetter.undo', {})).undone);
    }
    assert.deepEqual(
      undone.map((sentence) => sentence.replace(/^Undone: (\w+ ?\w*).*/, '$1')),
      [
        'Acknowledged ',
        'Reversed ',
        'Decided ',
        'Moved the',
        'Put ',
        'Marked ',
        'Sent back',
        'Acknowledged ',
        'Captured ',
      ],
    );
    await window.openContainer('Pacesetter');
    await window.page.getByText('Nothing waits on you.').waitFor();
  });
});
