import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type ListField, listLimits, type TextField, textLimits } from '../../../../src/core/entries/limits.ts';
import type { Refusal } from '../../../../src/core/rules/refusal.ts';
import { sayRefusal } from '../../../../src/core/rules/refusalText.ts';
import { appendFailure, sayQuarantinedLine, sayTrouble } from '../../../../src/core/log/troubleText.ts';
import { untranslated, useEnglish, usePseudoLocale } from '../../../support/pseudoLocale.ts';

type Name = Refusal['refused'];
/** One example per refusal. A new refusal does not compile until it is added here. */
const examples: { readonly [N in Name]: readonly [Omit<Extract<Refusal, { refused: N }>, 'refused'>, string] } = {
  waitsForOwner: [{ owner: 'anna' }, 'Anna holds the assignment, so its holes wait for Anna. Reassign it instead.'],
  missing: [{ field: 'title' }, 'The title is missing. Type at least a word.'],
  tooLong: [{ field: 'note', length: 4001, limit: 4000 }, 'The note has 4,001 characters; the limit is 4,000.'],
  tooMany: [{ field: 'waiting', count: 31, limit: 30 }, 'Who waits names 31; the limit is 30.'],
  unknownItem: [
    { id: 'x1' },
    'There is no item “x1” in the log. It may have been undone, or be in another log folder.',
  ],
  newerItem: [
    { title: 'Pick' },
    'A newer Pacesetter wrote about “Pick”. Update this one to change it; nothing is lost.',
  ],
  arrivedAlready: [{ title: 'Pick' }, '“Pick” came from GitHub and is already waiting.'],
  alreadyClosed: [
    { title: 'Pick', on: '2026-03-03' },
    '“Pick” was already closed on Tue 3 Mar. Reopen it to change that.',
  ],
  stillOpen: [{ title: 'Pick' }, '“Pick” is open; there is nothing to reopen.'],
  otherClosing: [{ kind: 'dependency' }, 'A dependency is cleared, not decided.'],
  askedInFuture: [
    { askedOn: '2026-03-05', today: '2026-03-04' },
    'It cannot have been asked on Thu 5 Mar, which is later than today. The asked day is when somebody first needed it.',
  ],
  closedInFuture: [
    { closedOn: '2026-03-05', today: '2026-03-04' },
    'It cannot have been closed on Thu 5 Mar, which is later than today.',
  ],
  closedBeforeAsked: [
    { closedOn: '2025-12-31', askedOn: '2026-03-02' },
    'It cannot have been closed on Wed 31 Dec 2025, before it was asked (Mon 2 Mar).',
  ],
  notYourMoveThen: [
    { title: 'Pick', closedOn: '2026-03-03', holder: 'asker', name: 'ida', to: '2026-03-05' },
    '“Pick” was with Ida on Tue 3 Mar; it came back on Thu 5 Mar. Name that day or a later one.',
  ],
  noDisagreement: [{ title: 'Pick' }, 'No two machines disagree about “Pick”.'],
  namedInFuture: [{ since: '2026-03-05' }, 'Nobody can have waited since Thu 5 Mar, which is later than today.'],
  samePromise: [{ promisedOn: '2026-03-04' }, 'Wed 4 Mar is already the promised day.'],
  promiseInPast: [
    { promisedOn: '2026-03-03', today: '2026-03-04' },
    'Tue 3 Mar has passed. Promise today or a later day.',
  ],
  alreadyResponded: [{ title: 'Pick', on: '2026-03-03' }, '“Pick” was already answered on Tue 3 Mar.'],
  theirMove: [
    { title: 'Pick', holder: 'asker', name: 'ida' },
    '“Pick” was sent back to Ida, whose move it is. Mark it returned first.',
  ],
  yourMove: [{ title: 'Pick' }, '“Pick” is already your move: it was neither sent back nor handed over.'],
  dayPassed: [{ day: '2026-03-03', today: '2026-03-04' }, 'Tue 3 Mar has passed. Name today or a later day.'],
  alreadyDeliberating: [
    { title: 'Pick', until: '2026-03-06' },
    '“Pick” is already on hold with that question until Fri 6 Mar.',
  ],
  blocksItself: [{ title: 'Pick' }, '“Pick” cannot block itself.'],
  blockingCircle: [
    { chain: ['Pick', 'Ask', 'Pick'] },
    'They would block each other: “Pick” → “Ask” → “Pick”. Unblock one of them first.',
  ],
  notBlockedBy: [{ title: 'Pick', blocker: 'Ask' }, '“Ask” is not recorded as a blocker of “Pick”.'],
  alreadyBlockedBy: [
    { title: 'Pick', blocker: 'Ask' },
    '“Pick” is already blocked by “Ask”. Verify the blocker to say that it still is.',
  ],
  notADependency: [{ title: 'Pick' }, '“Pick” is not a dependency, so there is nobody to chase.'],
  chasedInFuture: [
    { chasedOn: '2026-03-05', today: '2026-03-04' },
    'It cannot have been chased on Thu 5 Mar, which is later than today.',
  ],
  chasedBeforeAsked: [
    { chasedOn: '2026-03-01', askedOn: '2026-03-02' },
    'It cannot have been chased on Sun 1 Mar, before it was asked (Mon 2 Mar).',
  ],
  noDefaultForDependency: [
    { title: 'Pick' },
    '“Pick” is neither a decision nor an approval, so it cannot have a default.',
  ],
  sameDefault: [{ title: 'Pick' }, '“Pick” already has that default.'],
  noDefault: [
    { title: 'Pick' },
    '“Pick” has no default. State one first: what happens if nobody decides, and by when.',
  ],
  defaultNotDue: [{ on: '2026-03-05' }, 'The default takes effect on Thu 5 Mar; until then it can still be decided.'],
  notClosed: [{ title: 'Pick' }, '“Pick” is open. Once it is decided there is something to check.'],
  nothingToCheck: [{ title: 'Pick' }, '“Pick” was withdrawn, so there is nothing to check.'],
  noCheckDay: [{ title: 'Pick' }, '“Pick” has no check day. Set one first.'],
  sameCheckDay: [{ checkOn: '2026-03-20' }, 'Fri 20 Mar is already the check day.'],
  alreadyHeld: [{ title: 'Pick', on: '2026-03-03' }, 'You already said on Tue 3 Mar that “Pick” stood.'],
  alreadyReversed: [
    { title: 'Pick', on: '2026-03-03' },
    '“Pick” was reversed on Tue 3 Mar; it goes on as the new item.',
  ],
  unclear: [{ findings: [{ rule: 'noDay', field: 'dueOn', text: '' }] }, 'Not clear yet: Name the day it is due.'],
  unknownAssignment: [{ id: 'a1' }, 'There is no assignment “a1” in the log. It may have been undone.'],
  alreadyHandedOut: [{ outcome: 'It is live', on: '2026-03-03' }, '“It is live” was already handed out on Tue 3 Mar.'],
  stillADraft: [{ outcome: 'It is live' }, '“It is live” is a draft; hand it out first.'],
  nothingChanged: [{ outcome: 'It is live' }, 'That would change nothing about “It is live”.'],
  closedBeforeHandedOut: [
    { closedOn: '2026-03-01', madeOn: '2026-03-02' },
    'It cannot have been closed on Sun 1 Mar, before it was handed out (Mon 2 Mar).',
  ],
  halfExpectation: [{}, 'Say both what should happen and how sure you are of it, or neither.'],
  expectationNeedsDay: [{}, 'What should happen needs a check day: the day to ask whether it did.'],
  impossibleSureness: [{ sureness: 100 }, 'How sure you are is a whole number of percent from 50 to 99, not 100.'],
  impossibleRework: [{ reworkInDays: -1 }, 'A reversal can cost 0 to 1,000 working days, not -1.'],
  returnedInFuture: [{ returnedOn: '2026-03-05' }, 'It cannot have come back on Thu 5 Mar, which is later than today.'],
  returnedTooEarly: [
    { returnedOn: '2026-03-01', holder: 'asker', since: '2026-03-02' },
    'It cannot have come back on Sun 1 Mar, before it was sent back (Mon 2 Mar).',
  ],
  impossibleCost: [{ costInDays: -1 }, 'A change can cost 0 to 1,000 working days, not -1.'],
  notAClarityItem: [{ title: 'Pick' }, '“Pick” is not a clarity item, so there is nothing to settle.'],
  kindStays: [{ title: 'Pick' }, 'A clarity item keeps its kind, and nothing else can become one: “Pick”.'],
  needsDay: [{}, 'The day is missing. Name one.'],
  unknownPriority: [{ id: 'p1' }, 'There is no priority “p1” on the list. It may have been retired.'],
  priorityThere: [{ title: 'Reliability' }, '“Reliability” is already on the list.'],
  pastLimit: [
    { limit: 3 },
    'You allow 3 priorities. Say what stops or moves down for another one, why, and who is told.',
  ],
  sameOrder: [{}, 'That is already the order.'],
  needsTwoNames: [{}, 'Name at least two names of one person.'],
  alreadyOnePerson: [{ names: ['anna', 'Anna L.'] }, 'Anna and Anna L. are already one person.'],
  notOnePerson: [{ names: ['anna', 'sam'] }, 'Anna and Sam are different people already.'],
  nothingToUndo: [{}, 'There is nothing to undo on this machine.'],
  sampleThere: [{}, 'The sample items are already there.'],
  noSample: [{}, 'There are no sample items to remove.'],
  nothingToRedo: [
    {},
    'There is nothing to redo: nothing was undone on this machine, or something else was done since.',
  ],
  changedSince: [{}, 'Something else was changed since. “Undo Last Change” takes back the changes one by one.'],
};

const sentences = Object.entries(examples).map(([refused, [told, sentence]]) => {
  const refusal = { refused, ...told } as Refusal;
  return { refusal, sentence };
});

describe('what a person reads', () => {
  it('is one exact sentence or two for every refusal', () => {
    for (const { refusal, sentence } of sentences) assert.equal(sayRefusal(refusal, '2026-03-04'), sentence);
  });

  it('is translated for every refusal', () => {
    usePseudoLocale();
    try {
      for (const { refusal } of sentences) {
        assert.equal(untranslated(sayRefusal(refusal, '2026-03-04')), '', refusal.refused);
      }
    } finally {
      useEnglish();
    }
  });

  it('says to clear a dependency, and to decide anything else', () => {
    const say = (kind: 'decision' | 'approval') => sayRefusal({ refused: 'otherClosing', kind }, '2026-03-04');
    assert.equal(say('approval'), 'Only a dependency is cleared; this one is decided, with its outcome.');
    assert.equal(say('approval'), say('decision'));
  });

  it('names whose move it is, as far as that is known', () => {
    const say = (holder: 'asker' | 'decider', name?: string) =>
      sayRefusal({ refused: 'theirMove', title: 'Pick', holder, name }, '2026-03-04');
    assert.equal(say('asker'), '“Pick” was sent back and is their move. Mark it returned first.');
    assert.equal(say('decider', 'kim'), '“Pick” was handed over to Kim. Mark it returned first.');
  });

  it('names each field differently', () => {
    const texts = Object.keys(textLimits) as TextField[];
    // Nobody types the list of blockers or of priorities. They have sentences of their own.
    const lists = (Object.keys(listLimits) as ListField[]).filter(
      (field) => !['blockers', 'priorities'].includes(field),
    );
    const sentences = [
      ...texts.map((field) => sayRefusal({ refused: 'tooLong', field, length: 2, limit: 1 }, '2026-03-04')),
      ...lists.map((field) => sayRefusal({ refused: 'tooMany', field, count: 2, limit: 1 }, '2026-03-04')),
    ];
    assert.equal(new Set(sentences).size, texts.length + lists.length);
    for (const sentence of sentences)
      assert.match(sentence, /^[A-Z][a-z ]+ (?:has 2 characters|names 2); the limit is 1\.$/);
  });

  it('says how many can be in the way of one item, and how many priorities fit', () => {
    const refusal = { refused: 'tooMany', field: 'blockers', count: 21, limit: 20 } as const;
    assert.equal(sayRefusal(refusal, '2026-03-04'), 'One item can be blocked by at most 20 others.');
    const priorities = { ...refusal, field: 'priorities' } as const;
    assert.equal(sayRefusal(priorities, '2026-03-04'), 'There can be at most 20 priorities. Retire one first.');
  });

  it('names a circle whole up to seven, and of a longer one both ends and how many lie between', () => {
    const say = (length: number) => {
      const chain = Array.from({ length }, (_, index) => String(index + 1));
      return sayRefusal({ refused: 'blockingCircle', chain }, '2026-03-04').replace(/^.*: (.*)\. .*$/, '$1');
    };
    assert.equal(say(7), '“1” → “2” → “3” → “4” → “5” → “6” → “7”');
    assert.equal(say(8), '“1” → “2” → “3” → 3 more → “7” → “8”');
    assert.equal(say(10_001), '“1” → “2” → “3” → 9,996 more → “10000” → “10001”');
  });

  it('keeps what people wrote as it is, also when it looks like a hole', () => {
    const sentence = sayRefusal({ refused: 'stillOpen', title: '{0} {1} $& %s' }, '2026-03-04');
    assert.equal(sentence, '“{0} {1} $& %s” is open; there is nothing to reopen.');
  });

  it('says about every failed write that nothing was saved and what can be done', () => {
    const codes = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'EBUSY', 'EAGAIN', 'EIO', undefined];
    const sentences = codes.map((code) => appendFailure(code, 'FOLDER', 'MESSAGE'));
    for (const sentence of sentences) assert.match(sentence, /^Not saved: .+ try again\.$/i);
    assert.equal(new Set(sentences).size, 5);
    assert.match(appendFailure('EIO', 'FOLDER', 'MESSAGE'), /FOLDER.*MESSAGE/);
  });

  it('says something of its own about every line that cannot be read and every trouble with a file', () => {
    const reasons = [
      'notUtf8',
      'notJson',
      'mergeMarker',
      'noChecksum',
      'wrongChecksum',
      'wrongShape',
      'tooLong',
    ] as const;
    const lines = reasons.map((reason) => sayQuarantinedLine('a.jsonl', 7, reason));
    for (const line of lines) assert.match(line, /^a\.jsonl, line 7: it/);
    assert.equal(new Set(lines).size, reasons.length);
    const troubles = [
      sayTrouble({ trouble: 'folderMissing', folder: 'F' }),
      sayTrouble({ trouble: 'folderUnreadable', folder: 'F', code: 'EACCES' }),
      sayTrouble({ trouble: 'fileUnreadable', file: 'F', code: 'EACCES' }),
      sayTrouble({ trouble: 'noFile', file: 'F', is: 'pipe', isOwn: false }),
      sayTrouble({ trouble: 'noFile', file: 'F', is: 'pipe', isOwn: true }),
      sayTrouble({ trouble: 'tooManyFiles', folder: 'F', left: 5, most: 1_000 }),
      sayTrouble({ trouble: 'fileTooLarge', file: 'F', read: 2_500_000, most: 300_000_000 }),
      sayTrouble({ trouble: 'fileGone', file: 'F' }),
      sayTrouble({ trouble: 'fileShrank', file: 'F', from: 20, to: 10 }),
      sayTrouble({ trouble: 'fileReplaced', file: 'F' }),
    ];
    for (const sentence of troubles) assert.match(sentence, /\bF\b[^{}]*\.$/);
    assert.equal(new Set(troubles).size, troubles.length);
  });
});
