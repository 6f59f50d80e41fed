import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Fact, ItemEntry } from '../../../../src/core/entries/entry.ts';
import type { ItemFact } from '../../../../src/core/entries/itemFacts.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { sampleSource } from '../../../../src/core/sample/source.ts';
import { sayAct, sayRedone, sayUndone } from '../../../../src/core/rules/actText.ts';
import { sayEntry } from '../../../../src/core/reports/historyText.ts';
import { registerOf } from '../../../support/boardFromFacts.ts';
import {
  acknowledged,
  blockedBy,
  captured,
  chased,
  checkDaySet,
  cleared,
  corrected,
  decided,
  decidedBySilence,
  defaultStated,
  deliberating,
  handedOver,
  held,
  logged,
  reopened,
  returned,
  reversed,
  sentBack,
  withdrawn,
} from '../../../support/facts.ts';

const about = { item: 'vendor', blocker: 'region' } as const;

/** For each fact, the name of the act and the text on the page. A new fact does not compile until it is added here. */
const said: Readonly<Record<ItemFact['type'], readonly [fact: ItemFact, act: string, onPage: string]>> = {
  itemCaptured: [captured(), 'Captured “Pick a vendor”', 'captured, promised Wed 4 Mar'],
  itemEdited: [{ type: 'itemEdited', item: 'vendor', note: 'n' }, 'Edited “Pick a vendor”', 'edited: note n'],
  promiseMoved: [
    { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-03-10', reason: 'r', movedOn: '2026-03-04' },
    'Moved the promise of “Pick a vendor”',
    'promise moved to Tue 10 Mar: r',
  ],
  waitingChanged: [
    { type: 'waitingChanged', item: 'vendor', added: ['anna'] },
    'Changed who waits for “Pick a vendor”',
    'now waiting: Anna',
  ],
  itemAcknowledged: [acknowledged, 'Acknowledged “Pick a vendor”', 'acknowledged'],
  itemSentBack: [sentBack, 'Sent back “Pick a vendor”', 'sent back to Ida: Which region?'],
  itemReturned: [returned, 'Marked “Pick a vendor” returned', 'returned on Thu 5 Mar: Frankfurt'],
  itemHandedOver: [handedOver, 'Handed over “Pick a vendor” to Kim', 'handed over to Kim: she knows the market'],
  deliberationStarted: [
    deliberating,
    'Put “Pick a vendor” on hold',
    'held until Fri 6 Mar, to settle: Can we leave in a year?',
  ],
  blockerNamed: [blockedBy('region'), 'Blocked “Pick a vendor”', 'blocked by “Title of region”'],
  blockerVerified: [
    { type: 'blockerVerified', ...about, verifiedOn: '2026-03-04' },
    'Verified what blocks “Pick a vendor”',
    'still blocked by “Title of region”',
  ],
  blockerRemoved: [
    { type: 'blockerRemoved', ...about, removedOn: '2026-03-04' },
    'Unblocked “Pick a vendor”',
    'no longer blocked by “Title of region”',
  ],
  dependencyChased: [chased, 'Chased “Pick a vendor”', 'chased Legal on Tue 3 Mar'],
  defaultStated: [defaultStated, 'Stated a default for “Pick a vendor”', 'if nobody decides by Wed 4 Mar: we stay'],
  defaultDropped: [
    { type: 'defaultDropped', item: 'vendor', droppedOn: '2026-03-04' },
    'Dropped the default of “Pick a vendor”',
    'default dropped',
  ],
  itemDecidedBySilence: [
    decidedBySilence,
    'Confirmed the default of “Pick a vendor”',
    'decided by silence on Tue 3 Mar: we stay',
  ],
  checkDaySet: [checkDaySet, 'Set the check day of “Pick a vendor”', 'to be checked on Fri 20 Mar'],
  checkHeld: [held, 'Noted that “Pick a vendor” stood', 'stood'],
  itemReversed: [
    reversed,
    'Reversed “Pick a vendor”',
    'reversed: the price doubled; it went on as “Title of vendor 2”',
  ],
  itemDecided: [decided, 'Decided “Pick a vendor”', 'decided on Tue 3 Mar: the cheaper one'],
  itemCleared: [cleared, 'Cleared “Pick a vendor”', 'cleared on Tue 3 Mar'],
  itemWithdrawn: [withdrawn, 'Withdrew “Pick a vendor”', 'withdrawn: no longer needed'],
  clarityOwed: [
    { type: 'clarityOwed', item: 'vendor', assignment: 'work', hole: 'doneWhen' },
    'Left a hole: “Pick a vendor”',
    'left open when work was handed out',
  ],
  itemSettled: [
    { type: 'itemSettled', item: 'vendor', answer: 'all 40 answered', settledOn: '2026-03-04' },
    'Settled “Pick a vendor”',
    'settled on Wed 4 Mar: all 40 answered',
  ],
  disagreementSettled: [
    { type: 'disagreementSettled', item: 'vendor', counts: 'entry-2', over: ['entry-3'], settledOn: '2026-03-04' },
    'Chose what counts for “Pick a vendor”',
    'two machines disagreed; chosen which counts',
  ],
  closingCorrected: [
    corrected,
    'Corrected the closing of “Pick a vendor”',
    'corrected by an import: decided on Wed 4 Mar (estimated): the dearer one',
  ],
  itemReopened: [reopened, 'Reopened “Pick a vendor”', 'reopened: the price changed'],
};

const onPage = (fact: ItemFact) => sayEntry(logged(fact)[0] as ItemEntry, '2026-03-04', (id) => `Title of ${id}`);

describe('what is said on the page of an item', () => {
  it('says since when somebody waits, and that a promise came earlier, in words', () => {
    const since = { type: 'waitingChanged', item: 'vendor', added: ['anna', 'sam'], since: '2026-03-03' } as const;
    assert.equal(onPage(since), 'now waiting, since Tue 3 Mar: Anna and Sam');
    const coded = { reason: 'earlier', reasonCode: 'earlier' };
    const moved = { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-03-03', movedOn: '2026-03-03' } as const;
    assert.equal(onPage({ ...moved, ...coded }), 'promise moved to Tue 3 Mar');
    assert.equal(onPage({ ...moved, reason: 'earlier' }), 'promise moved to Tue 3 Mar: earlier', 'somebody’s own word');
    assert.equal(onPage({ type: 'itemEdited', item: 'vendor', askedOn: '2026-02-28' }), 'edited: asked Sat 28 Feb');
  });
});

describe('what an act did', () => {
  it('is said in the past tense, with the title', () => {
    const known = registerOf(captured());
    for (const [fact, sentence] of Object.values(said)) assert.equal(sayAct([fact], known), sentence);
    assert.equal(sayAct([{ type: 'actUndone', undoes: 'a' }], known), 'Undid the last change');
    const act = { id: 'act-2', entries: logged(decided) };
    assert.equal(sayUndone(act, known), 'Undone: Decided “Pick a vendor”');
    assert.equal(sayRedone(act, known), 'Redone: Decided “Pick a vendor”');
    assert.equal(
      sayUndone({ ...act, takesBack: logged({ ...decided, via: 'github' }) }, known),
      'Undone: Took back what came from GitHub about “Pick a vendor”',
    );
  });

  it('is named by the first of its facts: deciding with a check day, reversing with what it opens', () => {
    const known = registerOf(captured());
    assert.equal(sayAct([decided, checkDaySet], known), 'Decided “Pick a vendor”');
    assert.equal(sayAct([reversed, captured({ item: 'vendor 2' })], known), 'Reversed “Pick a vendor”');
  });

  it('names the sample as one thing, and says of each of its items that it is one', () => {
    const sample = captured({ importedFrom: sampleSource });
    assert.equal(
      sayAct([sample, captured({ item: 'other', importedFrom: sampleSource })], new Register()),
      'Added the sample items',
    );
    const [entry] = registerOf(sample).items.get('vendor')?.history ?? [];
    assert.ok(entry);
    assert.equal(sayEntry(entry, '2026-03-04', String), 'added as a sample, promised Wed 4 Mar');
  });

  it('counts what an import corrected', () => {
    const known = registerOf(captured());
    const edited = { type: 'itemEdited', item: 'vendor', title: 'x', sourceSystem: 'jira', sourceKey: 'A-1' } as const;
    assert.equal(sayAct([corrected, edited], known), 'Corrected the closing of “Pick a vendor”');
    const other = { ...edited, item: 'other' };
    assert.equal(sayAct([corrected, edited, other], known), 'Corrected 2 imported items');
  });

  it('counts what an import brought in', () => {
    const row = (item: string) => captured({ item, importedFrom: 'asked.csv' });
    assert.equal(sayAct([row('1')], new Register()), 'Imported 1 item from asked.csv');
    assert.equal(
      sayAct([row('1'), { ...decided, item: '1' }, row('2')], new Register()),
      'Imported 2 items from asked.csv',
    );
  });
});

describe('the answer to an act', () => {
  it('names a day that is not today, of what a person says the day of', () => {
    const known = registerOf(captured());
    const answer = (fact: Fact) => sayAct([fact], known, '2026-03-05');
    const closed = { type: 'assignmentClosed', assignment: 'work', result: 'met', note: undefined } as const;
    assert.match(answer({ ...closed, closedOn: '2026-03-02' }), /^Closed “.+” as met on Mon 2 Mar$/);
    assert.match(answer({ ...closed, closedOn: '2026-03-05' }), /^Closed “.+” as met$/);
    const returned = { type: 'itemReturned', item: 'vendor', answer: undefined } as const;
    assert.equal(answer({ ...returned, returnedOn: '2026-03-04' }), 'Marked “Pick a vendor” returned on Wed 4 Mar');
    assert.equal(answer({ ...decided, decidedOn: '2026-03-04' }), 'Decided “Pick a vendor” on Wed 4 Mar');
    assert.equal(answer(captured({ askedOn: '2026-02-02' })), 'Captured “Pick a vendor”', 'its preview says that day');
  });
});

describe('what was said about an item', () => {
  it('is told on its page', () => {
    for (const [type, [fact, , sentence]] of Object.entries(said)) assert.equal(onPage(fact), sentence, type);
  });

  it('is told without what was left out, and with the note where there is one', () => {
    assert.equal(onPage({ ...acknowledged, note: 'on Friday' }), 'acknowledged: on Friday');
    assert.equal(onPage({ ...sentBack, to: undefined }), 'sent back: Which region?');
    assert.equal(onPage({ ...returned, answer: undefined }), 'returned on Thu 5 Mar');
    // On the day on which it was written down.
    assert.equal(onPage({ ...returned, returnedOn: '2026-03-02' }), 'returned: Frankfurt');
    assert.equal(
      onPage({ ...decided, expect: 'half the tickets', sureness: 80 }),
      'decided on Tue 3 Mar: the cheaper one; expected, 80 % sure: half the tickets',
    );
    assert.equal(
      onPage({ ...reversed, reworkInDays: 1 }),
      'reversed: the price doubled; it went on as “Title of vendor 2”; 1 working day of rework',
    );
    assert.equal(onPage({ ...handedOver, note: undefined }), 'handed over to Kim');
    assert.equal(onPage({ ...chased, note: 'by mail' }), 'chased Legal on Tue 3 Mar: by mail');
    assert.equal(onPage({ ...held, note: 'cheaper still' }), 'stood: cheaper still');
    assert.equal(
      onPage({ type: 'waitingChanged', item: 'vendor', removed: ['anna', 'sam'] }),
      'no longer waiting: Anna and Sam',
    );
  });
});
