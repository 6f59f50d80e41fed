import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type BothHalves, holdingSpells } from '../../../../src/core/figures/bothHalves.ts';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';
import { rowOf, boardOf } from '../../../support/boardFromFacts.ts';
import {
  captured,
  cleared,
  decided,
  handedOver,
  reopened,
  returned,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { comparisonsOf } from '../../../support/figures.ts';
import { added, changed, clear, ended, made, owed, ranked, reassigned, sound } from '../../../support/workFacts.ts';

/** A Friday. The window of ninety days begins after 27 December. */
const today: Day = '2026-03-27';

function halvesOf(facts: readonly TestFact[], on: Day = today): BothHalves {
  return comparisonsOf(on, facts).halves;
}

/** Working days of each spell of both sides up to today; of one that runs with a plus. */
function spellsOf(facts: readonly TestFact[]): { you: string; team: string } {
  const said = { leader: [] as string[], asker: [] as string[] };
  for (const { holder, from, to } of holdingSpells(rowOf(today, facts))) {
    const days = mondayToFriday.workingDaysAfter(from, to ?? today);
    said[holder].push(to === undefined ? `${days}+` : String(days));
  }
  return { you: said.leader.join(' '), team: said.asker.join(' ') };
}

/** Asked on Monday, 2 March. */
const sent = (sentBackOn: Day): TestFact => ({ ...sentBack, sentBackOn });
const back = (returnedOn: Day): TestFact => ({ ...returned, returnedOn });
const over = (handedOverOn: Day): TestFact => ({ ...handedOver, handedOverOn });
const decide = (decidedOn: Day): TestFact => ({ ...decided, decidedOn });
const reopen = (reopenedOn: Day): TestFact => ({ ...reopened, reopenedOn });

describe('who holds the ball, and for how long', () => {
  const table: readonly [string, readonly TestFact[], { you: string; team: string }][] = [
    ['still open', [], { you: '19+', team: '' }],
    ['decided on the asked day', [decide('2026-03-02')], { you: '0', team: '' }],
    ['decided', [decide('2026-03-06')], { you: '4', team: '' }],
    ['withdrawn', [{ ...withdrawn, withdrawnOn: '2026-03-05' }], { you: '3', team: '' }],
    ['sent back, and with them still', [sent('2026-03-03')], { you: '1', team: '18+' }],
    ['sent back and returned', [sent('2026-03-03'), back('2026-03-05')], { you: '1 16+', team: '2' }],
    [
      'to and fro on one day',
      [sent('2026-03-03'), back('2026-03-03'), sent('2026-03-03')],
      { you: '1 0', team: '0 18+' },
    ],
    ['decided while it was with them', [sent('2026-03-03'), decide('2026-03-09')], { you: '1', team: '4' }],
    ['handed over, which is nobody’s', [over('2026-03-03')], { you: '1', team: '' }],
    ['handed over and decided there', [over('2026-03-03'), decide('2026-03-09')], { you: '1', team: '' }],
    [
      'handed over and returned',
      [over('2026-03-03'), back('2026-03-09'), decide('2026-03-10')],
      { you: '1 1', team: '' },
    ],
    ['handed over while it was with them', [sent('2026-03-03'), over('2026-03-05')], { you: '1', team: '2' }],
    [
      'returned and handed over on one day',
      [sent('2026-03-03'), back('2026-03-05'), over('2026-03-05')],
      { you: '1 0', team: '2' },
    ],
    ['reopened', [decide('2026-03-04'), reopen('2026-03-09'), decide('2026-03-10')], { you: '2 1', team: '' }],
    [
      'reopened after it was decided while it was with them',
      [sent('2026-03-03'), decide('2026-03-05'), reopen('2026-03-09')],
      { you: '1 14+', team: '2' },
    ],
    [
      'a draft again, which is no move of anybody',
      [{ ...sentBack, questionCode: 'draft', sentBackOn: '2026-03-04' }, back('2026-03-05')],
      { you: '16+', team: '' },
    ],
    [
      'reviewed by a teammate, which is none either',
      [{ ...withdrawn, reasonCode: 'reviewedByTeam' }],
      { you: '', team: '' },
    ],
    ['a weekend, which holds no working day', [sent('2026-03-06'), back('2026-03-08')], { you: '4 15+', team: '0' }],
  ];
  for (const [how, facts, spells] of table) {
    it(how, () => assert.deepEqual(spellsOf([captured(), ...facts]), spells));
  }

  it('is counted by side over the last ninety days, by nearest rank, from five spells on', () => {
    const about = (item: string, ...facts: readonly TestFact[]): TestFact[] => [
      captured({ item }),
      ...facts.map((fact): TestFact => ({ ...fact, item }) as TestFact),
    ];
    const four = ['03', '04', '05', '06'].flatMap((day) =>
      about(day, sent('2026-03-03'), back(`2026-03-${day}` as Day), decide('2026-03-09')),
    );
    const { turnaround } = halvesOf(four);
    assert.deepEqual(turnaround.team, { n: 4, needed: 5, p85: undefined, running: 0, oldestRunningInDays: undefined });
    // Before the window: ended on its eve.
    const before = [
      captured({ item: 'old', askedOn: '2025-12-01', promisedOn: '2025-12-01' }),
      { ...sent('2025-12-03'), item: 'old' },
      { ...back('2025-12-27'), item: 'old' },
      { ...sent('2026-03-02'), item: 'old' },
    ] as TestFact[];
    const fifth = about('fifth', sent('2026-03-03'), back('2026-03-16'));
    const { team, you } = halvesOf([...four, ...fifth, ...before]).turnaround;
    // 0, 1, 2, 3 and 9 working days: the 85th percentile is the fifth. The old one is sent back since 19 working days.
    assert.deepEqual(team, { n: 5, needed: 5, p85: 9, running: 1, oldestRunningInDays: 19 });
    // Each was the leader’s for a day, and then for 4, 3, 2 and 1; the old one for more than two months. The fifth runs.
    assert.deepEqual(you, { n: 10, needed: 5, p85: 4, running: 1, oldestRunningInDays: 9 });
  });

  it('counts neither what became a draft again nor what was ended elsewhere', () => {
    const draft: TestFact = { ...sentBack, questionCode: 'draft', sentBackOn: '2026-03-03' };
    const reviewed: TestFact = { ...withdrawn, reasonCode: 'reviewedByTeam', withdrawnOn: '2026-03-09' };
    assert.deepEqual(halvesOf([captured(), draft, back('2026-03-05'), reviewed]).sendBacks, { count: 0, closed: 0 });
  });

  it('counts what is sent back beside what the leader closed', () => {
    const facts = [
      captured(),
      sent('2026-03-03'),
      back('2026-03-04'),
      sent('2026-03-05'),
      back('2026-03-06'),
      decide('2026-03-09'),
      captured({ item: 'b', kind: 'dependency' }),
      { ...cleared, item: 'b' },
      captured({ item: 'c' }),
      { ...over('2026-03-03'), item: 'c' },
      { ...decide('2026-03-05'), item: 'c' },
    ] as TestFact[];
    assert.deepEqual(halvesOf(facts).sendBacks, { count: 2, closed: 2 });
    assert.deepEqual(halvesOf(facts, '2026-06-02').sendBacks, { count: 1, closed: 1 });
  });
});

/** Days between one passing of the ball and the next, and whether the item is closed at the end. */
const anyPasses = fc.record({
  gaps: fc.array(fc.nat(8), { minLength: 1, maxLength: 6 }),
  isClosed: fc.boolean(),
});

/** An item that goes to and fro after these days, first to the leader or first to the team. */
function toAndFro(item: string, gaps: readonly number[], isClosed: boolean, firstTo: 'leader' | 'team'): TestFact[] {
  let on: Day = '2026-01-12';
  const facts: TestFact[] = [captured({ item, askedOn: on, promisedOn: on })];
  let isLeaders = true;
  const pass = (): void => {
    facts.push({ ...(isLeaders ? sent(on) : back(on)), item } as TestFact);
    isLeaders = !isLeaders;
  };
  if (firstTo === 'team') pass();
  gaps.forEach((gap, at) => {
    if (at > 0) pass();
    on = addDays(on, gap);
  });
  if (isClosed) facts.push({ ...decide(on), item } as TestFact);
  return facts;
}

describe('laws of both halves', () => {
  it('swapping who holds the ball swaps the turnaround', () => {
    fc.assert(
      fc.property(fc.array(anyPasses, { maxLength: 8 }), (items) => {
        const spellsWith = (firstTo: 'leader' | 'team') => {
          const facts = items.flatMap(({ gaps, isClosed }, at) => toAndFro(`item ${at}`, gaps, isClosed, firstTo));
          const spells = boardOf(today, facts).rows.flatMap((row) => holdingSpells(row));
          const ofSide = (side: 'leader' | 'asker') =>
            spells.filter(({ holder }) => holder === side).map(({ from, to }) => `${from} ${to}`);
          return { you: ofSide('leader').toSorted(), team: ofSide('asker').toSorted() };
        };
        const [usual, swapped] = [spellsWith('leader'), spellsWith('team')];
        // Whatever is asked begins with the leader; sent back at once, it is theirs for no day.
        const atOnce = items.map(() => '2026-01-12 2026-01-12');
        assert.deepEqual(swapped.team, usual.you);
        assert.deepEqual(swapped.you, [...usual.team, ...atOnce].toSorted());
      }),
      { numRuns: 200 },
    );
  });

  it('every day from asked to closed is somebody’s, and no day is two’s', () => {
    fc.assert(
      fc.property(anyPasses, ({ gaps, isClosed }) => {
        const row = rowOf(today, toAndFro('vendor', gaps, isClosed, 'leader'));
        const days = holdingSpells(row).map(({ from, to }) => mondayToFriday.workingDaysAfter(from, to ?? today));
        const all = mondayToFriday.workingDaysAfter(row.askedOn, row.closing?.on ?? today);
        assert.equal(
          days.reduce((sum, count) => sum + count),
          all,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('another closed item changes no age and no other spell', () => {
    fc.assert(
      fc.property(anyPasses, anyPasses, ({ gaps, isClosed }, other) => {
        const facts = toAndFro('vendor', gaps, isClosed, 'leader');
        const more = [...facts, ...toAndFro('other', other.gaps, true, 'team')];
        const [row, same] = [rowOf(today, facts), rowOf(today, more)];
        assert.deepEqual([same.ageInDays, holdingSpells(same)], [row.ageInDays, holdingSpells(row)]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('promises of both halves', () => {
  const unagreed = made({ isAgreed: undefined });
  const item = (id: string, askedOn: Day = '2026-02-02') => captured({ item: id, askedOn, promisedOn: askedOn });
  const agreedTo = (dueOn: Day, changedOn: Day): TestFact => ({
    ...changed,
    doneWhen: undefined,
    dueOn,
    isAgreed: true,
    changedOn,
  });
  const end = (closedOn: Day, result: 'met' | 'missed' = 'met'): TestFact => ({ ...ended, closedOn, result });
  /** Handed out on Monday, 2 March; agreed for Friday, 20 March. */
  const table: readonly [string, readonly TestFact[], string][] = [
    ['met on the day', [made(), end('2026-03-20')], '1 of 1'],
    ['met after the day', [made(), end('2026-03-21')], '0 of 1'],
    ['closed as missed before the day', [made(), end('2026-03-10', 'missed')], '0 of 1'],
    ['open past the day', [made()], '0 of 1'],
    ['open before the day', [made({ dueOn: '2026-03-27' })], '0 of 0'],
    ['closed before the window', [made({ madeOn: '2025-12-01', dueOn: '2025-12-20' }), end('2025-12-27')], '0 of 0'],
    ['without a day', [made({ dueOn: undefined }), end('2026-03-20')], '0 of 0'],
    ['with a day that was not agreed', [unagreed, end('2026-03-21')], '0 of 0'],
    ['agreed later: that day', [unagreed, agreedTo('2026-03-20', '2026-03-10'), end('2026-03-21')], '0 of 1'],
    [
      'moved and agreed anew: the first one',
      [made(), agreedTo('2026-03-27', '2026-03-10'), end('2026-03-24')],
      '0 of 1',
    ],
    [
      'agreed only after the day had passed: no day',
      [
        made({ dueOn: '2026-03-06', isAgreed: undefined }),
        { ...changed, doneWhen: undefined, isAgreed: true, changedOn: '2026-03-16' },
        end('2026-03-20'),
      ],
      '0 of 0',
    ],
    [
      'closed as of a day before it was agreed: no day',
      [unagreed, agreedTo('2026-03-20', '2026-03-16'), end('2026-03-10')],
      '0 of 0',
    ],
    [
      'closed as of the day on which it was agreed: that day',
      [unagreed, agreedTo('2026-03-20', '2026-03-16'), end('2026-03-16')],
      '1 of 1',
    ],
    ['reassigned: nothing is agreed', [made(), reassigned, end('2026-03-24')], '0 of 0'],
    [
      'reassigned and agreed by the new owner: that day',
      [made(), reassigned, agreedTo('2026-03-25', '2026-03-10'), end('2026-03-25')],
      '1 of 1',
    ],
    [
      'moved on by two working days that waited on the leader',
      [item('a'), made({ dependsOn: ['a'] }), { ...decided, item: 'a', decidedOn: '2026-03-04' }, end('2026-03-24')],
      '1 of 1',
    ],
    [
      'and no further',
      [item('a'), made({ dependsOn: ['a'] }), { ...decided, item: 'a', decidedOn: '2026-03-04' }, end('2026-03-25')],
      '0 of 1',
    ],
    ['moved on by a hole of it', [made(), ...owed('excluded'), end('2026-03-27')], '1 of 1'],
    [
      'not by what waited before the day was agreed',
      [
        item('a'),
        made({ dependsOn: ['a'], isAgreed: undefined }),
        { ...decided, item: 'a', decidedOn: '2026-03-06' },
        agreedTo('2026-03-20', '2026-03-06'),
        end('2026-03-21'),
      ],
      '0 of 1',
    ],
    [
      'not by what began to wait after the day had passed',
      [made({ dependsOn: ['a'] }), item('a', '2026-03-21'), end('2026-03-24')],
      '0 of 1',
    ],
    [
      'due on the day the wait ended, also on a Saturday',
      [
        made({ dependsOn: ['a'] }),
        item('a', '2026-03-20'),
        { ...decided, item: 'a', decidedOn: '2026-03-21' },
        end('2026-03-21'),
      ],
      '1 of 1',
    ],
    ['open, and its day rests while the leader has the ball', [item('a'), made({ dependsOn: ['a'] })], '0 of 0'],
  ];
  for (const [how, facts, share] of table) {
    it(`the team’s, ${how}`, () => {
      const { count, of, needed } = halvesOf([sound, ...facts]).promises.team;
      assert.deepEqual([`${count} of ${of}`, needed], [share, 5]);
    });
  }

  it('the leader’s are those kept', () => {
    const facts = [
      captured(),
      decided,
      captured({ item: 'b' }),
      { ...decided, item: 'b', decidedOn: '2026-03-09' },
    ] as const;
    assert.deepEqual(halvesOf(facts).promises.you, { count: 1, of: 2, needed: 5 });
  });
});

describe('changes of mind', () => {
  const priorities = [sound, added('other'), added('third')];

  it('are requirement changes without reassignments, of what was open in the window', () => {
    const facts = [sound, made(), changed, reassigned, made({ assignment: 'old', madeOn: '2025-11-03' })];
    const old: TestFact[] = [
      { ...changed, assignment: 'old', changedOn: '2025-11-04' },
      { ...changed, assignment: 'old', doneWhen: '70', changedOn: '2026-03-04' },
    ];
    assert.deepEqual(halvesOf([...facts, ...old]).changes, { requirementChanges: 2, rerankings: 0, assignments: 2 });
    const closed: TestFact = { ...ended, assignment: 'old', closedOn: '2025-12-27' };
    assert.deepEqual(halvesOf([...facts, ...old.slice(0, 1), closed]).changes.assignments, 1);
  });

  it('are not that the owner agreed to the day', () => {
    const agreed: TestFact = { ...changed, doneWhen: undefined, isAgreed: true, changedOn: '2026-03-04' };
    assert.equal(halvesOf([sound, made(), reassigned, agreed]).changes.requirementChanges, 0);
  });

  it('count a re-ranking once that moved what open assignments served, and no other', () => {
    const rerank = (order: readonly string[], on: Day) => ranked(order, on);
    const both = [...priorities, made(), made({ assignment: 'more', serves: 'other' })];
    const moved = rerank(['other', 'sound', 'third'], '2026-03-03');
    assert.equal(halvesOf([...both, moved]).changes.rerankings, 1);
    // On the day of the hand-out, of what nobody serves, and after the end.
    assert.equal(halvesOf([...both, rerank(['other', 'sound', 'third'], '2026-03-02')]).changes.rerankings, 0);
    const unserved = [...priorities, made({ serves: undefined, displaces: clear.excluded }), moved];
    assert.equal(halvesOf(unserved).changes.rerankings, 0);
    assert.equal(
      halvesOf([...priorities, made(), ended, rerank(['other', 'sound', 'third'], '2026-03-04')]).changes.rerankings,
      0,
    );
  });
});
