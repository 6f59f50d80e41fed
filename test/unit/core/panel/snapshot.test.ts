import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import type { Snapshot } from '../../../../src/core/panel/protocol.ts';
import { closedShown, buildSnapshot } from '../../../../src/core/panel/snapshot.ts';
import { buildBoard } from '../../../../src/core/board/board.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { buildWorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import { captured, decided, handedOver, logged, sentBack, type TestFact } from '../../../support/facts.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { drafted, ended, made } from '../../../support/workFacts.ts';

const today: Day = '2026-03-27';
const snapshotOf = (...facts: readonly TestFact[]): Snapshot => {
  const register = new Register();
  register.add(logged(...facts));
  const board = buildBoard(register.items, today, usualPolicy);
  return buildSnapshot(
    register,
    board,
    buildWorkBoard(register, board, usualPolicy),
    usualPolicy,
    'en',
    ({ id }) => `item ${id}`,
  );
};

describe('the snapshot of the panel', () => {
  it('stands an item that drifts where it would stand without', () => {
    const { open } = snapshotOf(
      captured({ item: 'late' }),
      captured({ item: 'seen' }),
      { type: 'itemAcknowledged', item: 'seen', acknowledgedOn: '2026-03-03' },
      captured({ item: 'stuck' }),
      { type: 'blockerNamed', item: 'stuck', blocker: 'late', namedOn: '2026-03-03' },
      captured({ item: 'asked' }),
      { ...sentBack, item: 'asked' },
      captured({ item: 'given' }),
      { ...handedOver, item: 'given' },
    );
    assert.deepEqual(Object.fromEntries(open.map(({ id, play, state }) => [id, [play, state]])), {
      late: ['waiting', 'drifting'],
      seen: ['acknowledged', 'drifting'],
      stuck: ['blocked', 'drifting'],
      asked: ['sentBack', 'sentBack'],
      given: [undefined, 'handedOver'],
    });
  });

  it('knows each by all names of the people it names', () => {
    const { open } = snapshotOf(
      captured({ item: 'waits', waiting: ['alo'] }),
      captured({ item: 'asked', askedBy: 'Anna' }),
      captured({ item: 'other', waiting: ['Sam'] }),
      { type: 'namesJoined', names: ['Anna', 'alo'], joinedOn: '2026-03-09' },
    );
    assert.deepEqual(Object.fromEntries(open.map(({ id, waiting, otherNames }) => [id, [waiting, otherNames]])), {
      waits: [['Anna'], ['alo']],
      asked: [[], ['alo']],
      other: [['Sam'], []],
    });
  });

  it('compares each with what was closed, and draws the bands of that', () => {
    const closed = [1, 2, 3, 4].flatMap((days): TestFact[] => [
      captured({ item: `closed ${days}`, askedOn: '2026-03-02' }),
      { ...decided, item: `closed ${days}`, decidedOn: addDays('2026-03-02', days - 1) },
    ]);
    const { open, cycle } = snapshotOf(...closed, captured({ item: 'new', askedOn: '2026-03-25' }));
    assert.deepEqual([open[0]?.ageInDays, open[0]?.olderThan, cycle.closed], [3, 3, 4]);
    assert.deepEqual(cycle.bands, [
      { percent: 50, ageInDays: 2 },
      { percent: 70, ageInDays: 3 },
      { percent: 85, ageInDays: 4 },
      { percent: 95, ageInDays: 4 },
    ]);
  });

  it('stands the line of what is asked at the age of the oldest thing that is still within it', () => {
    // Friday: an item asked on Wednesday has waited two working days, one asked on Tuesday three.
    assert.deepEqual(snapshotOf().asked.twoWayDecision, { target: 2, ageInDays: 3 });
    assert.deepEqual(snapshotOf().asked.approval, { target: 1, ageInDays: 2 });
    // Five working days span a weekend, whose days do not count.
    assert.deepEqual(snapshotOf().asked.dependency, { target: 5, ageInDays: 8 });
  });

  it('draws no more closed items than can be told apart, and counts the rest', () => {
    const facts = Array.from({ length: closedShown + 5 }, (_, index): TestFact[] => [
      captured({ item: `${index}`, askedOn: '2026-03-02' }),
      { ...decided, item: `${index}`, decidedOn: '2026-03-03' },
    ]);
    const { closed, closedEarlier } = snapshotOf(...facts.flat());
    assert.deepEqual([closed.length, closedEarlier], [closedShown, 5]);
  });

  it('draws the work that its figures are about, most days of the leader first', () => {
    const work = (assignment: string, madeOn: Day, dependsOn: string[], closedOn?: Day): TestFact[] => [
      { ...drafted, assignment, draftedOn: madeOn },
      made({ assignment, madeOn, outcome: assignment, dependsOn }),
      ...(closedOn === undefined ? [] : [{ ...ended, assignment, closedOn }]),
    ];
    const { figures, rows } = snapshotOf(
      captured({ item: 'a', askedOn: '2025-09-01' }),
      ...work('long ago', '2025-10-01', ['a'], '2025-12-01'),
      ...work('longer', '2026-02-02', []),
      ...work('shorter', '2026-03-02', []),
      ...work('yours', '2026-03-16', ['a']),
      ...work('most yours', '2026-02-16', ['a'], '2026-03-20'),
    ).handedOut;
    assert.deepEqual(
      rows.map(({ outcome }) => outcome),
      ['most yours', 'yours', 'longer', 'shorter'],
    );
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
    assert.deepEqual(figures.drag, { yours: sum(({ drag }) => drag.yours), of: sum(({ drag }) => drag.of) });
  });
});
