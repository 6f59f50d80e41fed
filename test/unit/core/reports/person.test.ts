import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildWorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import { buildBoard } from '../../../../src/core/board/board.ts';
import { buildPersonSnapshot } from '../../../../src/core/panel/personSnapshot.ts';
import { buildPerson, type Person } from '../../../../src/core/reports/person.ts';
import { nameKey } from '../../../../src/core/text/names.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { anyBoard } from '../../../support/anyBoard.ts';
import { registerOf } from '../../../support/boardFromFacts.ts';
import { captured, decided, handedOver, reopened, returned, sentBack, type TestFact } from '../../../support/facts.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { largeBoardFacts } from '../../../support/largeBoardFacts.ts';
import { changed, made, owed, reassigned } from '../../../support/workFacts.ts';

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
    assert.deepEqual(page.sentences, [
      '1 item and 1 open question wait on you: 8 person-days.',
      'Including what was sent back, 9 person-days.',
      'Also 1 that Anna owes.',
      'Also called Alo.',
      'Not discussed yet.',
    ]);
    assert.deepEqual(
      page.lists.map(({ heading }) => heading),
      ['Waits on you', 'Open questions you owe', 'Sent back to Anna', 'Anna decides', 'Anna owes'],
    );
    assert.equal(page.lists[0]?.rows[0]?.offers, 'item drifting');
    assert.equal(page.lists[0].rows[0].facts, '2 over · 4 working days, since Mon 2 Mar · also Sam');
    assert.deepEqual(page.toReview, ['vendor', 'doneWhen', 'legal']);
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
    assert.deepEqual(page.changed.find(({ id }) => id === 'legal')?.lines, ['the promised day has passed']);
    assert.match(page.markdown, /## Since you last talked\n\n- [^]*promise moved to Mon 9 Mar: no price/);
    assert.deepEqual(pageOf('Anna', '2026-03-04', ...between, discussed).changed, []);
  });

  it('counts as waiting on the leader only what is their move, and keeps the rest in sight', () => {
    const facts: TestFact[] = [
      captured({ waiting: ['Anna'] }),
      { ...sentBack, to: 'sam' },
      captured({ item: 'new', waiting: ['Anna'], askedOn: '2026-03-05', promisedOn: '2026-03-09' }),
      captured({ item: 'asked', askedBy: 'anna', promisedOn: '2026-03-09' }),
      captured({ item: 'check', waiting: ['Anna'] }),
      { ...decided, item: 'check', decidedOn: '2026-03-03' },
      { type: 'checkDaySet', item: 'check', checkOn: '2026-03-05', setOn: '2026-03-03' },
    ];
    const page = pageOf('Anna', '2026-03-06', ...facts);
    assert.deepEqual(page.sentences.slice(0, 3), [
      '1 item waits on you: 1 person-day.',
      'Including what was sent back, 2 person-days.',
      'Also 1 that Anna asked for and 1 to check.',
    ]);
    assert.deepEqual(
      page.lists.map(({ heading, rows }) => [heading, rows.map(({ id }) => id).join()]),
      [
        ['Waits on you', 'new'],
        ['Asked by Anna, nobody named as waiting', 'asked'],
        ['Decided, to check today', 'check'],
        ['Waits on others', 'vendor'],
      ],
    );
    const others = page.lists.find(({ heading }) => heading === 'Waits on others');
    assert.equal(
      others?.rows[0]?.facts,
      'with Sam since Tue 3 Mar · 1 working day, since Mon 2 Mar, and 3 that were not yours',
    );
    assert.deepEqual(page.toReview, ['new', 'asked', 'check']);
  });

  it('has what they wait for and somebody else decides, with who and since when, and leaves it out of the review', () => {
    const given = { ...handedOver, to: 'priya', handedOverOn: '2026-03-04' } as const;
    const facts: TestFact[] = [
      captured({ item: 'move', title: 'Approve Kim’s move', kind: 'approval', waiting: ['Kim', 'Sam'] }),
      { ...given, item: 'move' },
      captured({ item: 'hole', title: 'Say when it is done', kind: 'clarity', waiting: ['Kim'] }),
      { ...given, item: 'hole' },
      captured({ item: 'asked', title: 'Asked by her', askedBy: 'kim' }),
      { ...given, item: 'asked' },
      captured({ item: 'other', title: 'Of somebody else', waiting: ['Sam'] }),
      { ...given, item: 'other' },
    ];
    const page = pageOf('kim', '2026-03-06', ...facts);
    assert.deepEqual(
      page.lists.map(({ heading, rows }) => [heading, rows.map(({ title, facts }) => `${title}: ${facts}`)]),
      [
        [
          'Somebody else decides',
          [
            'Approve Kim’s move: handed to Priya Wed 4 Mar · 2 working days, since Mon 2 Mar, and 2 that were not yours · also Sam',
            'Say when it is done: handed to Priya Wed 4 Mar · 2 working days, since Mon 2 Mar, and 2 that were not yours',
            'Asked by her: handed to Priya Wed 4 Mar · asked Mon 2 Mar',
          ],
        ],
      ],
    );
    assert.match(page.markdown, /## Somebody else decides\n\n- Approve Kim’s move \(handed to Priya Wed 4 Mar/);
    assert.deepEqual([page.toReview, page.sentences[0]], [[], 'Nothing waits on you for Kim.']);
    assert.equal(personOf('kim', '2026-03-06', ...facts).personDays, 0);
    assert.deepEqual(
      pageOf('priya', '2026-03-06', ...facts).lists.map(({ heading, rows }) => [heading, rows.length]),
      [['Priya decides', 4]],
    );
  });

  it('reviews what others hold when a default of it falls due', () => {
    const facts: TestFact[] = [
      captured({ waiting: ['Kim'] }),
      { ...handedOver, to: 'priya' },
      { type: 'defaultStated', item: 'vendor', outcome: 'Yes', takesEffectOn: '2026-03-05', statedOn: '2026-03-03' },
    ];
    for (const name of ['Kim', 'Priya']) {
      const page = pageOf(name, '2026-03-06', ...facts);
      assert.deepEqual([page.toReview, page.sentences[1]], [['vendor'], 'Also 1 to check.']);
    }
  });

  it('leaves out nothing open that the person waits for, whatever the log, and reviews nothing twice', () => {
    fc.assert(
      fc.property(anyBoard, ({ register, board }) => {
        const work = buildWorkBoard(register, board, usualPolicy);
        for (const name of ['anna', 'sam', 'lee']) {
          const page = buildPersonSnapshot(register, board, work, name, usualPolicy.calendar, 'en', () => '');
          const waitsFor = board.rows.filter(
            ({ closing, waiting }) =>
              closing === undefined && waiting.some((other) => nameKey(other) === nameKey(name)),
          );
          const shown = new Set(page.lists.flatMap(({ rows }) => rows.map(({ id }) => id)));
          for (const { id } of waitsFor) assert.ok(shown.has(id), `${id} is not on the page of ${name}`);
          assert.equal(new Set(page.toReview).size, page.toReview.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says of what was sent back to nobody in particular that it was, and on which day', () => {
    const page = pageOf('Anna', '2026-03-06', captured({ waiting: ['Anna'] }), { ...sentBack, to: undefined });
    const [list] = page.lists;
    assert.equal(list?.heading, 'Waits on others');
    assert.match(list.rows[0]?.facts ?? '', /^sent back Tue 3 Mar, to nobody in particular · 1 working day, /);
  });

  it('counts the days of others since the day the person was named, also those on which it was closed', () => {
    const facts: TestFact[] = [
      captured({ askedOn: '2026-02-23' }),
      { ...sentBack, to: 'sam', sentBackOn: '2026-02-24' },
      { ...returned, returnedOn: '2026-02-26' },
      { type: 'waitingChanged', item: 'vendor', added: ['Anna'], since: '2026-02-27' },
      { ...decided, decidedOn: '2026-03-02' },
      { ...reopened, reopenedOn: '2026-03-04' },
    ];
    const facts5 = pageOf('Anna', '2026-03-05', ...facts).lists[0]?.rows[0]?.facts;
    assert.match(facts5 ?? '', /2 working days, since Fri 27 Feb, and 2 that were not yours/);
    const same = pageOf('Anna', '2026-03-03', captured({ waiting: ['Anna'] }), sentBack).lists;
    assert.match(same[0]?.rows[0]?.facts ?? '', /1 working day, since yesterday$/);
  });

  it('says what changed for a person who is no longer named, and what was undone', () => {
    const facts: TestFact[] = [
      captured({ waiting: ['Anna', 'Sam'] }),
      captured({ item: 'legal', title: 'The contract', kind: 'dependency', owedBy: 'Anna', promisedOn: '2026-03-20' }),
      captured({ item: 'other', title: 'Of somebody else', waiting: ['Sam'], promisedOn: '2026-03-20' }),
      captured({ item: 'closed', title: 'Was closed', waiting: ['Anna'], promisedOn: '2026-03-20' }),
      { ...decided, item: 'closed', act: 'the decision' },
      made({ owner: 'Anna' }),
      discussed,
      { type: 'waitingChanged', item: 'vendor', removed: ['Anna'], day: '2026-03-05' },
      { type: 'itemEdited', item: 'legal', owedBy: 'Sam' },
      { type: 'promiseMoved', item: 'other', promisedOn: '2026-03-23', reason: 'r', movedOn: '2026-03-05' },
      { type: 'actUndone', undoes: 'the decision' },
      { ...reassigned, owner: 'Sam', reason: 'holidays', reassignedOn: '2026-03-05' },
    ];
    const { changed: since } = pageOf('Anna', '2026-03-06', ...facts);
    assert.deepEqual(Object.fromEntries((since ?? []).map(({ id, lines }) => [id, lines])), {
      vendor: ['no longer waiting: Anna', 'the promised day has passed'],
      legal: ['edited: owed by Sam'],
      closed: ['undone: decided on Tue 3 Mar: the cheaper one'],
      work: ['Thu 5 Mar: Owner: from “Anna” to “Sam”; the day is no longer agreed, because holidays; costs 3 days'],
    });
  });

  it('says nothing was discussed on a day before the talk', () => {
    assert.equal(personOf('Anna', '2026-03-03', ...between, discussed).discussedOn, undefined);
  });

  it('says what is there when nothing is', () => {
    const page = pageOf('kim', '2026-03-06');
    assert.deepEqual([page.lists, page.handedOut, page.interruptions, page.toReview], [[], [], [], []]);
    assert.deepEqual(page.sentences, ['Nothing waits on you for Kim.', 'Not discussed yet.']);
  });
});
