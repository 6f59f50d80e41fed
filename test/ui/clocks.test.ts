import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkBoard } from '../../src/core/assignments/workBoard.ts';
import type { Entry } from '../../src/core/entries/entry.ts';
import { type Host, startHost } from '../support/host.ts';
import { Leader } from '../support/keyboardLeader.ts';
import { lineOf } from '../support/sampleEntries.ts';
import type { Window } from '../support/window.ts';

/** What keeps the clocks fair, by keyboard alone. */
describe('fair clocks, by keyboard alone', () => {
  let host: Host;
  let window: Window;
  let leader: Leader;

  before(async () => {
    host = await startHost();
    window = await host.openWindow();
    leader = new Leader(window);
    await window.openContainer('Pacesetter');
  });

  const says = (sentence: string | RegExp): Promise<void> => window.messages.expect(sentence);

  it('settles all holes of an assignment in one walk, and skips one', async () => {
    await window.executeCommand('pacesetter.assign', { outcome: 'Ship it', owner: 'kim', anyway: 'It is urgent' });
    const holes = async () => (await window.executeCommand<WorkBoard>('pacesetter.getWork')).assignments[0]?.owed ?? [];
    assert.equal((await holes()).length, 5);
    await leader.pressOn('Say what is not included', /./, 'd');
    await leader.answer('Not included: what is agreed now?', 'The old app');
    await leader.answer('Deliverables: what is agreed now?', '');
    await leader.answer('Done when: what is agreed now?', '10 customers use it');
    await leader.answer('Which day is agreed with the owner?', '2099-01-05');
    await leader.answer('Serves: what is agreed now?', 'The search rewrite stops');
    await says('Settled 4 of 5 holes.');
    const [left, ...others] = await holes();
    assert.deepEqual([left?.title, others], ['Say what is handed over for “Ship it”', []]);
    // The focus goes on to the item that is left, and would be taken from the next row.
    const selected = window.page.locator('[aria-selected=true]');
    await window.treeItems('Waiting on You').filter({ hasText: 'Say what is handed over' }).and(selected).waitFor();
  });

  it('counts whoever is added from today, or since the day that is said', async () => {
    await window.executeCommand('pacesetter.capture', {
      title: 'Pick a vendor',
      askedOn: '2020-01-06',
      waiting: ['anna'],
    });
    const before = (await leader.row('Pick a vendor')).personDays;
    await leader.pressOn('Pick a vendor', /./, 'w');
    await leader.isAsked('Names, separated by commas');
    await leader.type(', sam');
    await leader.pressInPrompt('Enter');
    await says('Changed who waits for “Pick a vendor”.');
    assert.equal((await leader.row('Pick a vendor')).personDays, before);
    await leader.pressOn('Pick a vendor', /./, 'w');
    await leader.isAsked('Names, separated by commas');
    await leader.type(', lee since 30 feb');
    await window.quickInput.getByText('“30 feb” is not a day.').first().waitFor();
    await window.quickInputField.fill('anna, sam, lee since 2020-01-06');
    await window.quickInput.getByText('Lee since').first().waitFor();
    await leader.pressInPrompt('Enter');
    await says('Changed who waits for “Pick a vendor”.');
    assert.equal((await leader.row('Pick a vendor')).personDays, 2 * before);
  });

  it('moves a promise to an earlier day without a reason and without a slip', async () => {
    await window.executeCommand('pacesetter.capture', { title: 'Sign the lease', promisedOn: '2099-03-16' });
    await leader.pressOn('Sign the lease', /./, 'p');
    await leader.answer('Which day now?', '2099-03-12');
    await says('Moved the promise of “Sign the lease”.');
    const { promisedOn, slips } = await leader.row('Sign the lease');
    assert.deepEqual([promisedOn, slips], ['2099-03-12', 0]);
  });

  it('says that two machines decided differently, and lets the other one count', async () => {
    const budget = await window.executeCommand<{ id: string }>('pacesetter.capture', { title: 'Set the budget' });
    await window.executeCommand('pacesetter.decide', { id: budget.id, outcome: '5k' });
    const now = Date.now() + 60_000;
    const decidedOn = (await leader.row('Set the budget')).askedOn;
    const entry: Entry = {
      type: 'itemDecided',
      item: budget.id,
      outcome: '9k',
      decidedOn,
      id: 'other',
      clock: `${now.toString(16).padStart(12, '0')}-0000`,
      device: 'other',
      act: 'other',
      loggedAt: new Date(now).toISOString(),
      day: decidedOn,
    };
    writeFileSync(join(host.globalStorage, 'log', 'other.jsonl'), lineOf(entry));
    await window
      .treeItems('Waiting on You')
      .filter({ hasText: 'Set the budget' })
      .filter({ hasText: 'twice' })
      .waitFor();
    await leader.run('Pacesetter: Choose Which Answer Counts');
    await leader.pick('Set the budget');
    await leader.isAsked('The other stays in the history');
    await leader.pick('decided on');
    await says('Chose what counts for “Set the budget”.');
    assert.equal((await leader.row('Set the budget')).disagreement, undefined);
  });
});
