import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Day } from '../../../../src/core/time/day.ts';
import { itemSentences } from '../../../../src/core/items/itemSentences.ts';
import { rowOf } from '../../../support/boardFromFacts.ts';
import {
  blockedBy,
  captured,
  chased,
  checkDaySet,
  cleared,
  decided,
  decidedBySilence,
  defaultStated,
  deliberating,
  handedOver,
  held,
  returned,
  reversed,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';
import { inTimeZone } from '../../../support/timeZone.ts';

function sentencesOf(today: Day, facts: readonly TestFact[], id = 'vendor'): string[] {
  return inTimeZone('UTC', () => itemSentences(rowOf(today, facts, mondayToFriday, id), today));
}

/** Asserts that the item has exactly these sentences, in this order, besides those that every item has. */
function assertSentences(today: Day, facts: readonly TestFact[], ...sentences: readonly string[]): void {
  const actual = sentencesOf(today, facts);
  assert.deepEqual(
    actual.filter((sentence) => sentences.includes(sentence)),
    sentences,
    actual.join('\n'),
  );
}
const moved = { type: 'promiseMoved', item: 'vendor', reason: 'r', movedOn: '2026-03-04' } as const;
const region = captured({ item: 'region', title: 'Pick a region' });

describe('the whole story of an item', () => {
  it('tells an open one', () => {
    const capture = captured({
      door: 'one-way',
      askedBy: 'ida',
      waiting: ['anna', 'sam'],
      tags: ['infra', 'cost'],
      link: 'https://a.test',
      note: 'EU only',
      loggedAt: '2026-03-03T09:00:00.000Z',
    });
    assert.deepEqual(sentencesOf('2026-03-06', [capture, { ...moved, promisedOn: '2026-03-05' }]), [
      'Pick a vendor',
      'Decision, one-way, asked Mon 2 Mar by Ida.',
      'Anna and Sam have waited 4 working days on you: 8 person-days.',
      'Promised Thu 5 Mar, 1 slip, first promised Wed 4 Mar: 1 working day over.',
      'Logged 1 day after it was asked.',
      '#infra #cost',
      'https://a.test',
      'EU only',
    ]);
  });

  it('tells a closed one', () => {
    const capture = captured({ kind: 'dependency', owedBy: 'ops' });
    assert.deepEqual(sentencesOf('2026-03-06', [capture, { ...decided, because: 'it is good enough' }]), [
      'Pick a vendor',
      'Dependency, owed by Ops, asked Mon 2 Mar.',
      'Decided Tue 3 Mar: the cheaper one',
      'Because it is good enough',
      'It waited 1 working day on you.',
    ]);
  });

  it('tells how it was closed', () => {
    const closing = (fact: TestFact) => sentencesOf('2026-03-06', [captured(), fact])[2];
    assert.equal(closing(cleared), 'Cleared Tue 3 Mar.');
    assert.equal(closing({ ...cleared, note: 'signed' }), 'Cleared Tue 3 Mar: signed');
    assert.equal(closing(withdrawn), 'Withdrawn Tue 3 Mar: no longer needed');
    assert.equal(closing(decidedBySilence), 'Decided by silence Tue 3 Mar: we stay');
  });

  it('names who waits and what that costs, or says that nobody is named', () => {
    assertSentences('2026-03-04', [captured()], 'Waited 2 working days on you; nobody is named as waiting.');
    const anna = captured({ waiting: ['anna'] });
    assertSentences('2026-03-03', [anna], 'Anna has waited 1 working day on you: 1 person-day.');
  });

  it('tells how far it is over, without a number as long as no working day has passed', () => {
    assertSentences('2026-03-04', [captured()], 'Promised Wed 4 Mar.');
    assertSentences('2026-03-09', [captured()], 'Promised Wed 4 Mar: 3 working days over.');
    assertSentences(
      '2026-03-07',
      [captured({ promisedOn: '2026-03-06' })],
      'Promised Fri 6 Mar: over by less than a working day.',
    );
  });

  it('counts its slips', () => {
    const twice = [captured(), { ...moved, promisedOn: '2026-03-05' }, { ...moved, promisedOn: '2026-03-06' }] as const;
    assertSentences('2026-03-04', twice, 'Promised Fri 6 Mar, 2 slips, first promised Wed 4 Mar.');
  });

  it('says that it can only be read here', () => {
    const row = { ...rowOf('2026-03-04', [captured()]), readOnly: true };
    assert.equal(
      itemSentences(row, '2026-03-04').at(-1),
      'A newer Pacesetter wrote about this item, so it can only be read here.',
    );
  });
});

describe('the story of a request on GitHub', () => {
  const request = captured({ via: 'github', sourceSystem: 'github.com', sourceKey: 'PR_1' });
  const back = { ...sentBack, question: 'changes requested', questionCode: 'changesRequested', via: 'github' } as const;

  it('says of whom it was asked, what happened there, and that it is still open there', () => {
    assertSentences('2026-03-06', [request, back], '“changes requested”', 'Asked of you on GitHub.');
    assertSentences('2026-03-06', [{ ...request, team: 'acme/core' }], 'Asked of your team acme/core on GitHub.');
    assertSentences('2026-03-06', [request, decided], 'Asked of you on GitHub.', 'It is still open on GitHub.');
    const merged = { ...withdrawn, reason: 'merged', reasonCode: 'merged', via: 'github' } as const;
    assertSentences('2026-03-06', [request, merged], 'Withdrawn Tue 3 Mar: merged', 'Asked of you on GitHub.');
  });

  it('says nothing of a request that waits no more there, whatever of it was taken back here', () => {
    const approved = { ...decided, outcome: 'approved', via: 'github', act: 'there' } as const;
    const takenBack = { type: 'actUndone', undoes: 'there' } as const;
    const says = (...facts: readonly TestFact[]) =>
      itemSentences(rowOf('2026-03-06', [request, ...facts]), '2026-03-06').includes('It is still open on GitHub.');
    assert.equal(says(approved, takenBack, decided), false);
    assert.equal(says({ ...back, act: 'there' }, takenBack, decided), false);
    const again = { ...returned, via: 'github', act: 'again' } as const;
    assert.equal(says(back, again, decided), true);
    assert.equal(says(back, again, { type: 'actUndone', undoes: 'again' }, decided), true);
  });

  it('has the words of a version that knows more', () => {
    const newer = { ...back, question: 'put into a queue', questionCode: 'queued' } as const;
    assertSentences('2026-03-06', [request, newer], '“put into a queue”');
  });
});

describe('the story of whose move it is', () => {
  it('names who has it, since when, and what was asked', () => {
    assertSentences(
      '2026-03-04',
      [captured(), sentBack],
      'Sent back to Ida Tue 3 Mar; it is their move.',
      '“Which region?”',
      'Of the time since, 1 working day was with whoever asked.',
    );
    assertSentences(
      '2026-03-04',
      [captured(), { ...sentBack, to: undefined }],
      'Sent back Tue 3 Mar, to nobody in particular; it is their move.',
    );
    assertSentences(
      '2026-03-04',
      [captured(), handedOver],
      'Handed over Tue 3 Mar; Kim decides it now.',
      '“she knows the market”',
    );
  });

  it('tells how much of the time was not the leader’s once it was returned', () => {
    const facts = [captured(), sentBack, returned];
    assertSentences('2026-03-06', facts, 'Of the time since, 2 working days were with whoever asked.');
    assert.ok(!sentencesOf('2026-03-06', facts).includes('“Which region?”'), 'the question was answered');
  });

  it('tells what is to be settled and until when, and that the day has passed', () => {
    const facts = [captured(), deliberating];
    assertSentences('2026-03-06', facts, 'Held until Fri 6 Mar, to settle: Can we leave in a year?');
    assertSentences('2026-03-07', facts, 'It was to be settled by Fri 6 Mar: Can we leave in a year?');
  });
});

describe('the story of what is in the way', () => {
  it('names it, with the day somebody looked, and past seven days as a mere claim', () => {
    const facts = [captured(), region, blockedBy('region')];
    assertSentences('2026-03-10', facts, 'Waits for “Pick a region” (verified Tue 3 Mar).');
    assertSentences('2026-03-11', facts, 'Waits for “Pick a region” (claimed, unverified 8 d).');
    const verified = { type: 'blockerVerified', item: 'vendor', blocker: 'region', verifiedOn: '2026-03-11' } as const;
    assertSentences('2026-03-11', [...facts, verified], 'Waits for “Pick a region” (verified Wed 11 Mar).');
  });

  it('is told of the blocker too, by name up to three', () => {
    const waiting = (count: number) => [
      region,
      ...Array.from({ length: count }, (_, n) => captured({ item: `item ${n + 1}`, title: `Item ${n + 1}` })),
      ...Array.from({ length: count }, (_, n) => blockedBy('region', `item ${n + 1}`)),
    ];
    const way = (count: number) =>
      sentencesOf('2026-03-04', waiting(count), 'region').find((sentence) => sentence.startsWith('In the way'));
    assert.equal(way(0), undefined);
    assert.equal(way(1), 'In the way of “Item 1”.');
    assert.equal(way(3), 'In the way of “Item 1”, “Item 2” and “Item 3”.');
    assert.equal(way(5), 'In the way of “Item 1”, “Item 2”, “Item 3” and 2 more.');
  });

  it('says of a circle that it blocks nobody, and what to do', () => {
    assertSentences(
      '2026-03-04',
      [captured(), region, blockedBy('region'), blockedBy('vendor', 'region')],
      'This item and “Pick a region” block each other in a circle, so none of them counts as blocked. Unblock one.',
    );
  });

  it('counts the chases and names the last', () => {
    const once = [captured({ kind: 'dependency' }), chased];
    assertSentences('2026-03-04', once, 'Chased once: Legal on Tue 3 Mar, 1 day ago.');
    const twice = [...once, { ...chased, whom: 'ops', chasedOn: '2026-03-04' } as const];
    assertSentences('2026-03-09', twice, 'Chased 2 times, last Ops on Wed 4 Mar, 5 days ago.');
    assertSentences('2026-03-03', once, 'Chased once: Legal today.');
  });
});

describe('the story of what comes after', () => {
  it('tells the default, and asks about it once its day has come', () => {
    const facts = [captured(), defaultStated];
    assertSentences('2026-03-03', facts, 'If nobody decides by Wed 4 Mar: we stay.');
    assertSentences('2026-03-04', facts, 'If nobody decided by Wed 4 Mar: we stay. Did that take effect?');
  });

  it('tells when it is to be checked, and asks once the day has come', () => {
    const facts = [captured(), decided, checkDaySet];
    assertSentences('2026-03-19', facts, 'To be checked Fri 20 Mar.');
    assertSentences('2026-03-20', facts, 'To be checked since Fri 20 Mar: did it stand?');
  });

  it('tells what was expected of it, before the check and with its answer', () => {
    const expecting = { ...decided, expect: 'half the tickets', sureness: 80 } as const;
    const expected = 'You expected, 80 % sure: half the tickets';
    assertSentences('2026-03-19', [captured(), expecting, checkDaySet], expected, 'To be checked Fri 20 Mar.');
    assertSentences('2026-03-19', [captured(), expecting, checkDaySet, held], expected, 'It stood (Tue 3 Mar).');
    const asked = 'To be checked since Fri 20 Mar: did what you expected happen?';
    assertSentences('2026-03-20', [captured(), expecting, checkDaySet], expected, asked);
    const half = sentencesOf('2026-03-19', [captured(), { ...decided, expect: 'half the tickets' }, checkDaySet]);
    assert.ok(
      half.every((sentence) => !sentence.includes('expected')),
      half.join('\n'),
    );
  });

  it('tells what a reversal cost', () => {
    const costly = { ...reversed, reworkInDays: 3 } as const;
    assertSentences(
      '2026-03-04',
      [captured(), decided, costly],
      'Reversed Wed 4 Mar: the price doubled',
      'It cost 3 working days of rework.',
    );
  });

  it('tells that it stood', () => {
    assertSentences('2026-03-04', [captured(), decided, checkDaySet, held], 'It stood (Tue 3 Mar).');
    const noted = { ...held, note: 'cheaper still' } as const;
    assertSentences('2026-03-04', [captured(), decided, checkDaySet, noted], 'It stood (Tue 3 Mar): cheaper still');
  });

  it('tells that it was reversed, from both ends', () => {
    const again = captured({ item: 'vendor 2', title: 'Pick another vendor', askedOn: '2026-03-04' });
    const facts = [captured(), decided, reversed, again];
    assertSentences(
      '2026-03-04',
      facts,
      'Reversed Wed 4 Mar: the price doubled',
      'It went on as “Pick another vendor”.',
    );
    assert.ok(sentencesOf('2026-03-04', facts, 'vendor 2').includes('It reverses “Pick a vendor”.'));
    const alone = sentencesOf('2026-03-04', [captured(), decided, reversed]);
    assert.equal(alone.at(-1), 'Reversed Wed 4 Mar: the price doubled', 'what it opened has not arrived');
  });
});
