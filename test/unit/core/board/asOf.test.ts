import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Assignment } from '../../../../src/core/assignments/assignment.ts';
import { itemsAsOf, sourceAsOf } from '../../../../src/core/board/asOf.ts';
import { type Board, buildBoard } from '../../../../src/core/board/board.ts';
import type { BoardRow } from '../../../../src/core/board/row.ts';
import { buildLookBack } from '../../../../src/core/reports/lookBack.ts';
import { computeTrend } from '../../../../src/core/figures/trend.ts';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import { anyDay, anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { boardOf, registerOf, rowOf } from '../../../support/boardFromFacts.ts';
import {
  acknowledged,
  captured,
  decided,
  handedOver,
  reopened,
  returned,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { comparisonsOf } from '../../../support/figures.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { workOf } from '../../../support/work.ts';
import { added, changed, clear, ended, made, ranked, reassigned, sound } from '../../../support/workFacts.ts';

/** Acts of one leader in the order of their days, each with the day on which it is done. */
const anyActs = fc
  .array(
    fc.record({
      what: fc.nat(11),
      item: fc.constantFrom('vendor', 'region'),
      after: fc.nat(3),
      ahead: fc.nat(9),
      name: fc.constantFrom('anna', 'sam'),
    }),
    { maxLength: 16 },
  )
  .map((acts) => {
    let on: Day = '2026-03-02';
    return acts.map(({ what, item, after, ahead, name }) => {
      on = addDays(on, after);
      const promisedOn = addDays(on, ahead);
      const facts: readonly TestFact[] = [
        { ...acknowledged, acknowledgedOn: on },
        { ...sentBack, sentBackOn: on },
        { ...returned, returnedOn: on },
        { ...handedOver, handedOverOn: on },
        { ...decided, decidedOn: on },
        { ...withdrawn, withdrawnOn: on },
        { ...reopened, reopenedOn: on },
        { type: 'promiseMoved', item, promisedOn, reason: 'r', movedOn: on },
        { type: 'waitingChanged', item, added: [name] },
        { type: 'waitingChanged', item, removed: [name] },
        { type: 'deliberationStarted', item, question: 'q', until: promisedOn, startedOn: on },
        { type: 'dependencyChased', item, whom: name, chasedOn: on },
      ];
      return { on, fact: { ...facts[what]!, item, day: on } as TestFact };
    });
  });

const start: readonly TestFact[] = [
  captured({ waiting: ['anna'], day: '2026-03-02' }),
  captured({ item: 'region', promisedOn: '2026-03-12', day: '2026-03-02' }),
];

/** All of the board but the spells of who waits, which go on after that day. */
const shown = ({ rows, totals, weekEndsOn }: Board): unknown => ({
  rows: rows.map(({ waitingSpells: _, ...row }: BoardRow) => row),
  totals,
  weekEndsOn,
});

describe('the board of a past day', () => {
  it('is what the board was on the evening of that day', () => {
    fc.assert(
      fc.property(anyActs, fc.nat(40), (acts, ago) => {
        const day = addDays('2026-03-02', ago);
        const then = registerOf(...start, ...acts.flatMap(({ on, fact }) => (on <= day ? [fact] : [])));
        const now = registerOf(...start, ...acts.map(({ fact }) => fact));
        assert.deepEqual(
          shown(buildBoard(itemsAsOf(now.items, day), day, usualPolicy)),
          shown(buildBoard(then.items, day, usualPolicy)),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows who waited, what was promised and what was closed then', () => {
    const facts: readonly TestFact[] = [
      captured({ waiting: ['anna'], day: '2026-03-02' }),
      { type: 'waitingChanged', item: 'vendor', added: ['sam'], removed: ['anna'], day: '2026-03-09' },
      { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-03-20', reason: 'r', movedOn: '2026-03-09' },
      { ...decided, decidedOn: '2026-03-11' },
      { ...reopened, reopenedOn: '2026-03-18' },
    ];
    const row = (today: Day) => {
      const { waiting, promisedOn, slips, personDays, closing, state } = rowOf(today, facts);
      return [waiting.join(), promisedOn, slips, personDays, closing?.on, state];
    };
    assert.deepEqual(row('2026-03-06'), ['anna', '2026-03-04', 0, 4, undefined, 'drifting']);
    assert.deepEqual(row('2026-03-10'), ['sam', '2026-03-20', 1, 1, undefined, 'waiting']);
    assert.deepEqual(row('2026-03-12'), ['sam', '2026-03-20', 1, 0, '2026-03-11', 'closed']);
    assert.deepEqual(row('2026-03-19'), ['sam', '2026-03-20', 1, 3, undefined, 'waiting']);
  });
});

describe('what somebody else had decided', () => {
  it('is theirs on the board and in the look-back of then, though it was reopened since', () => {
    const handed = [captured(), handedOver, { ...decided, decidedOn: '2026-03-05' } as const];
    const facts: readonly TestFact[] = [...handed, { ...reopened, reopenedOn: '2026-03-16' }];
    assert.deepEqual([rowOf('2026-03-06', facts).ball, rowOf('2026-03-06', facts).state], ['decider', 'closed']);
    assert.equal(rowOf('2026-03-17', facts).ball, 'leader');
    const lookBackOf = (facts: readonly TestFact[]) => {
      const register = registerOf(...facts);
      const board = buildBoard(register.items, '2026-03-18', usualPolicy);
      return buildLookBack(register, board, { assignments: [] }, '2026-03-04', usualPolicy);
    };
    const back = lookBackOf(facts);
    assert.deepEqual([back?.decided.length, back?.decidedByOthers, back?.waited.onLeader], [0, 1, 0]);
    assert.equal(
      lookBackOf([...handed.slice(0, 2), returned, ...facts.slice(2)])?.decided.length,
      1,
      'returned before',
    );
  });
});

describe('work on the board of an earlier day', () => {
  const agreedAnew = {
    ...changed,
    dueOn: '2026-04-10',
    isAgreed: true,
    serves: 'law',
    changedOn: '2026-03-24',
  } as const;
  const facts = [
    sound,
    added('law'),
    made(),
    { ...reassigned, reassignedOn: '2026-03-23' },
    agreedAnew,
    ranked(['law', 'sound'], '2026-03-25'),
  ] as const;

  it('has the agreement and the owner of then', () => {
    const { owner, dueOn, serves, doneWhen } = clear;
    const said = (day: Day) => {
      const agreement = workOf(day, facts).assignments[0]?.agreement;
      return [agreement?.owner, agreement?.dueOn, agreement?.isAgreed, agreement?.serves, agreement?.doneWhen];
    };
    assert.deepEqual(said('2026-03-22'), [owner, dueOn, true, serves, doneWhen]);
    assert.deepEqual(said('2026-03-23'), ['Sam', dueOn, undefined, serves, doneWhen]);
    assert.deepEqual(said('2026-03-24'), ['Sam', agreedAnew.dueOn, true, 'law', agreedAnew.doneWhen]);
  });

  it('is what it was on the evening of that day', () => {
    const anyChange = fc.record({
      after: fc.nat(4),
      what: fc.nat(5),
      owner: fc.constantFrom('Anna', 'Sam', 'Kim'),
      dueOn: anyDay('2026-03-02', '2026-04-10'),
      isAgreed: fc.constantFrom(true, null),
    });
    const atTheEnd = (assignment: Assignment | undefined): unknown =>
      JSON.parse(JSON.stringify({ ...assignment, history: [] }));
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 12 }), fc.boolean(), fc.nat(40), (changes, isAgreed, ago) => {
        let on: Day = '2026-03-02';
        const dated = changes.map(({ after, what, ...said }): { on: Day; fact: TestFact } => {
          on = addDays(on, after);
          const kinds: readonly TestFact[] = [
            { ...changed, doneWhen: `what shows it on ${on}`, changedOn: on },
            { ...changed, doneWhen: null, dueOn: said.dueOn, isAgreed: said.isAgreed, changedOn: on },
            { type: 'agreementFilled', assignment: 'work', settles: 'x', isAgreed: true, filledOn: on },
            { ...reassigned, owner: said.owner, reassignedOn: on },
            { ...reassigned, owner: said.owner, reassignedOn: on },
            { ...ended, closedOn: on },
          ];
          return { on, fact: kinds[what]! };
        });
        const start = [sound, made(isAgreed ? {} : { isAgreed: undefined })];
        const day = addDays('2026-03-02', ago);
        const now = sourceAsOf(registerOf(...start, ...dated.map(({ fact }) => fact)), day);
        const then = registerOf(...start, ...dated.flatMap((one) => (one.on <= day ? [one.fact] : [])));
        assert.deepEqual(atTheEnd(now.assignments.get('work')), atTheEnd(then.assignments.get('work')));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is counted without what changed, was agreed and was re-ranked later', () => {
    const seen = (day: Day) => {
      const { promises, changes } = comparisonsOf(day, facts).halves;
      return [promises.team.of, changes.requirementChanges, changes.rerankings];
    };
    // Agreed for Friday, 20 March; from the 23rd on it is Sam’s, who agreed on the 24th to another day.
    assert.deepEqual(seen('2026-03-20'), [0, 0, 0]);
    assert.deepEqual(seen('2026-03-22'), [1, 0, 0]);
    assert.deepEqual(seen('2026-03-23'), [0, 0, 0]);
    assert.deepEqual(seen('2026-03-24'), [0, 1, 0]);
    assert.deepEqual(seen('2026-03-25'), [0, 1, 1]);
    assert.deepEqual(seen('2026-04-11'), [1, 1, 1]);
  });
});

describe('the trend', () => {
  it('shows for each week what the board of its last day shows, whatever was said', () => {
    const few = fc.constantFrom('a', 'b', 'c');
    const day = anyDay('2026-01-05', '2026-03-28');
    const anyEntries = fc.array(
      fc
        .record({ fact: anyFact(few, few, day), envelope: anyEnvelope(), id: fc.uuid(), day })
        .map(({ fact, envelope, id, day }): TestFact => ({ ...envelope, ...fact, id, day })),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(anyEntries, (facts) => {
        const captures = ['a', 'b', 'c'].map((item) =>
          captured({ item, askedOn: '2026-01-06', promisedOn: '2026-01-08', waiting: ['anna'] }),
        );
        const today: Day = '2026-03-27';
        const { items } = registerOf(...captures, ...facts);
        for (const { endsOn, open, personDays } of computeTrend(
          boardOf(today, [...captures, ...facts]),
          usualPolicy.calendar,
        )) {
          const { totals } = buildBoard(itemsAsOf(items, endsOn), endsOn, usualPolicy);
          assert.deepEqual([open, personDays], [totals.open, totals.personDays], endsOn);
        }
      }),
      { numRuns: 500 },
    );
  });
});
