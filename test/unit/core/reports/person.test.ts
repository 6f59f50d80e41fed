import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildWorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import { buildBoard } from '../../../../src/core/board/board.ts';
import { buildPersonSnapshot } from '../../../../src/core/panel/personSnapshot.ts';
import { buildPerson, type Person } from '../../../../src/core/reports/person.ts';
import { nameKey } from '../../../../src/core/text/names.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { registerOf } from '../../../support/boardFromFacts.ts';
import { captured, decided, handedOver, sentBack, type TestFact } from '../../../support/facts.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { largeBoardFacts } from '../../../support/largeBoardFacts.ts';
import { changed, made, owed } from '../../../support/workFacts.ts';

const joined: TestFact = { type: 'namesJoined', names: ['Anna', 'alo'], joinedOn: '2026-03-02' };
const discussed: TestFact = { type: 'personDiscussed', person: 'anna', discussedOn: '2026-03-04' };

function sourcesOf(today: Day, facts: readonly TestFact[]) {
  const register = registerOf(...facts);
  const board = buildBoard(register.items, today, usualPolicy);
  return { register, board, work: buildWorkBoard(register, board, usualPolicy) };
}

function personOf(name: string, today: Day, ...facts: readonly TestFact[]): Person {
  const { register, board, work } = sourcesOf(today, facts);
  return buildPerson(register.people, board, work, name, usualPolicy.calendar);
}

function pageOf(name: string, today: Day, ...facts: readonly TestFact[]) {
  const { register, board, work } = sourcesOf(today, facts);
  return buildPersonSnapshot(register, board, work, name, usualPolicy.calendar, 'en', (row) => `item ${row.state}`);
}

const between: readonly TestFact[] = [
  joined,
  captured({ waiting: ['alo', 'sam'] }),
  captured({ item: 'back', title: 'Sent back', waiting: ['Anna'] }),
  { ...sentBack, item: 'back', to: 'alo' },
  captured({ item: 'hers', title: 'Hers to decide', waiting: ['sam'] }),
  { ...handedOver, item: 'hers', to: 'anna' },
  captured({ item: 'legal', title: 'The contract', kind: 'dependency', owedBy: 'ALO' }),
  captured({ item: 'over', title: 'Closed', waiting: ['Anna'] }),
  { ...decided, item: 'over' },
  made({ owner: 'alo', anyway: 'r' }),
  ...owed('doneWhen', 'doneWhen', { waiting: ['alo'] }),
  { ...changed, changedOn: '2026-03-03', reason: 'the law' },
];

describe('what is between the leader and a person', () => {
  const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

  it('is what they wait for, decide, owe and hold, under all of their names', () => {
    const person = personOf('ALO', '2026-03-06', ...between, discussed);
    assert.deepEqual([person.name, person.alsoCalled, person.discussedOn], ['Anna', ['alo'], '2026-03-04']);
    const { waiting, sentBack, decides, owes, holes, assignments, interruptions } = person;
    assert.deepEqual([waiting, sentBack, decides, owes, holes, assignments].map(ids), [
      ['vendor'],
      ['back'],
      ['hers'],
      ['legal'],
      ['doneWhen'],
      ['work'],
    ]);
    assert.deepEqual(interruptions, [{ on: '2026-03-03', how: 'changed', assignment: 'work', reason: 'the law' }]);
    assert.equal(person.personDays, 4 + 1 + 4, 'what waits, what was sent back on its second day, and the hole');
  });

  it('is nothing for somebody nobody named', () => {
    const { personDays, discussedOn, ...lists } = personOf('Kim', '2026-03-06', ...between);
    assert.deepEqual([personDays, discussedOn, lists.waiting, lists.assignments], [0, undefined, [], []]);
  });

  it('adds up over everybody to the person-days of the board, in a log of 10,000 items', () => {
    const { register, board, work } = sourcesOf('2026-03-27', largeBoardFacts(10_000));
    const names = new Map(board.rows.flatMap(({ waiting }) => waiting).map((name) => [nameKey(name), name]));
    assert.ok(names.size > 20);
    const everybody = [...names.values()].map((name) =>
      buildPerson(register.people, board, work, name, usualPolicy.calendar),
    );
    const sum = everybody.reduce((days, { personDays }) => days + personDays, 0);
    assert.ok(sum > 10_000);
    assert.equal(sum, board.totals.personDays);
    const named = board.rows.filter(
      (row) => row.closing === undefined && row.ball !== 'decider' && row.kind !== 'clarity',
    );
    assert.equal(
      everybody.reduce((count, { waiting }) => count + waiting.length, 0),
      named.reduce((count, { waiting }) => count + waiting.length, 0),
    );
  });
});

describe('the page of a person', () => {
  it('has what waits, worst first, with its acts, and never how fast they are', () => {
    const page = pageOf('alo', '2026-03-06', ...between);
    assert.equal(page.title, 'What Anna waits for');
    assert.deepEqual(page.sentences, ['2 items wait on you: 9 person-days.', 'Also called Alo.', 'Not discussed yet.']);
    assert.deepEqual(
      page.lists.map(({ heading }) => heading),
      ['Waits on you', 'Open questions you owe', 'Sent back to Anna', 'Anna decides', 'Anna owes'],
    );
    assert.equal(page.lists[0]?.rows[0]?.offers, 'item drifting');
    assert.deepEqual(page.toReview, ['vendor', 'doneWhen']);
    assert.equal(page.changed, undefined);
    assert.match(page.markdown, /^# What Anna waits for\n\n[^]*## Waits on you\n\n- Pick a vendor \(/);
    assert.doesNotMatch(page.markdown, /kept|turnaround|took/i);
  });

  it('has on top only what changed since the two last talked', () => {
    const later: TestFact[] = [
      { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-03-09', reason: 'no price', movedOn: '2026-03-05' },
      { ...decided, item: 'back', decidedOn: '2026-03-05' },
    ];
    const page = pageOf('Anna', '2026-03-06', ...between, discussed, ...later);
    assert.deepEqual(page.changed?.map(({ id }) => id).toSorted(), ['back', 'legal', 'vendor']);
    assert.deepEqual(page.changed.find(({ id }) => id === 'legal')?.lines, ['overdue since']);
    assert.match(page.markdown, /## Since you last talked\n\n- [^]*promise moved to Mon 9 Mar: no price/);
    assert.deepEqual(pageOf('Anna', '2026-03-04', ...between, discussed).changed, []);
  });

  it('says what is there when nothing is', () => {
    const page = pageOf('kim', '2026-03-06');
    assert.deepEqual([page.lists, page.handedOut, page.interruptions, page.toReview], [[], [], [], []]);
    assert.deepEqual(page.sentences, ['Nothing waits on you for Kim.', 'Not discussed yet.']);
  });
});
