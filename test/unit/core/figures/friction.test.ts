import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { computeFriction, type FrictionReport } from '../../../../src/core/figures/friction.ts';
import type { FactOf } from '../../../../src/core/entries/entry.ts';
import { boardOf } from '../../../support/boardFromFacts.ts';
import {
  captured,
  decided,
  deliberating,
  handedOver,
  returned,
  sentBack,
  type TestFact,
} from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';

/** A Friday. The window of ninety days begins after Saturday, 27 December. */
const today = '2026-03-27';

function frictionOf(...facts: readonly (readonly TestFact[])[]): FrictionReport {
  return computeFriction(boardOf(today, facts.flat()), { calendar: mondayToFriday });
}

let number = 0;
/**
 * A new item with facts about it. The shared `closed` closes it on Monday the 9th, five working days after it was
 * asked.
 */
function item(said: Partial<FactOf<'itemCaptured'>>, ...facts: readonly TestFact[]): TestFact[] {
  const item = `item ${number++}`;
  return [captured({ item, ...said }), ...facts.map((fact): TestFact => ({ ...fact, item }) as TestFact)];
}
const closed = { ...decided, decidedOn: '2026-03-09' } as const;
const inTime = { ...decided, decidedOn: '2026-03-04' } as const;

describe('friction', () => {
  it('is nothing where nothing waited', () => {
    assert.deepEqual(frictionOf(), { windowInDays: 90, byKind: [], byAsker: [], recurring: undefined });
  });

  it('adds up by kind how many waited, how many of them were late, and what that cost', () => {
    const { byKind } = frictionOf(
      item({ kind: 'approval', waiting: ['anna', 'sam'] }, closed),
      item({ kind: 'approval', waiting: ['anna'] }, inTime),
      item({ kind: 'decision', door: 'one-way', promisedOn: '2026-04-01' }),
      item({ kind: 'decision' }),
    );
    assert.deepEqual(byKind, [
      { key: 'approval', items: 2, late: 1, workingDaysWaited: 5 + 2, personDays: 10 + 2 },
      { key: 'oneWayDecision', items: 1, late: 0, workingDaysWaited: 19, personDays: 0 },
      { key: 'twoWayDecision', items: 1, late: 1, workingDaysWaited: 19, personDays: 0 },
    ]);
  });

  it('puts the greatest cost first, then the longest wait, then the most items, then the name', () => {
    const { byAsker } = frictionOf(
      item({ askedBy: 'b' }, inTime),
      item({ askedBy: 'a' }, inTime),
      item({ askedBy: 'two short ones' }, { ...decided, decidedOn: '2026-03-03' }),
      item({ askedBy: 'two short ones' }, { ...decided, decidedOn: '2026-03-03' }),
      item({ askedBy: 'long' }, closed),
      item({ askedBy: 'dear', waiting: ['anna'] }, { ...decided, decidedOn: '2026-03-03' }),
    );
    assert.deepEqual(
      byAsker.map(({ key }) => key),
      ['dear', 'long', 'two short ones', 'a', 'b'],
    );
  });

  it('takes one asker for one, however the name is written, and shows it as the first row has it', () => {
    const { byAsker } = frictionOf(
      item({ askedBy: 'Ida', waiting: ['anna'] }, closed),
      item({ askedBy: 'ida' }, closed),
      item({ askedBy: 'IDA' }),
      item({ askedBy: 'Zo\u00e9' }, closed),
      item({ askedBy: 'zoe\u0301' }, closed),
    );
    assert.deepEqual(
      byAsker.map(({ key, items }) => [key?.toLowerCase().normalize('NFC'), items]),
      [
        ['ida', 3],
        ['zo\u00e9', 2],
      ],
    );
    assert.equal(byAsker[0]?.key, 'IDA', 'the open one stands first');
  });

  it('puts together what nobody by name asked for', () => {
    const { byAsker } = frictionOf(item({}, closed), item({ askedBy: 'ida' }, inTime), item({}));
    assert.deepEqual(
      byAsker.map(({ key, items }) => [key, items]),
      [
        [undefined, 2],
        ['ida', 1],
      ],
    );
  });

  it('counts only the days within the window of what began before it', () => {
    // There are ten working days from Monday, 29 December to Friday, 9 January.
    const long = { askedOn: '2025-10-01', promisedOn: '2026-12-31', waiting: ['anna', 'sam'] } as const;
    const [friction] = frictionOf(item(long, { ...decided, decidedOn: '2026-01-09' })).byKind;
    assert.deepEqual([friction?.workingDaysWaited, friction?.personDays], [10, 20]);
    assert.deepEqual(frictionOf(item(long, { ...decided, decidedOn: '2025-12-27' })).byKind, [], 'over before it');
    assert.equal(frictionOf(item(long)).byKind[0]?.workingDaysWaited, 65, 'thirteen weeks');
  });

  it('leaves out the days that were the asker’s, also where the spell began before the window', () => {
    assert.equal(frictionOf(item({}, sentBack, returned, closed)).byKind[0]?.workingDaysWaited, 3);
    const long = { askedOn: '2025-10-01', promisedOn: '2026-12-31' } as const;
    const back = { ...sentBack, sentBackOn: '2025-12-01' } as const;
    const [friction] = frictionOf(item(long, back, { ...returned, returnedOn: '2026-03-20' })).byKind;
    assert.equal(friction?.workingDaysWaited, 5, 'the last week');
  });

  it('counts what somebody else decides or has decided for the days it waited on the leader before', () => {
    // Handed over on Tuesday, one working day after it was asked and one day before the promise passed.
    const [friction] = frictionOf(item({ waiting: ['anna'] }, handedOver), item({}, handedOver, closed)).byKind;
    assert.deepEqual(friction, { key: 'twoWayDecision', items: 2, late: 0, workingDaysWaited: 2, personDays: 1 });
    const returnedLater = frictionOf(item({}, handedOver, returned, closed)).byKind[0];
    assert.deepEqual([returnedLater?.items, returnedLater?.workingDaysWaited], [1, 3]);
  });

  it('leaves out what never waited on the leader in the window, for it was handed over at once or before it', () => {
    const atOnce = { ...handedOver, handedOverOn: '2026-03-02' } as const;
    assert.deepEqual(frictionOf(item({}, atOnce), item({}, atOnce, closed)).byKind, []);
    const long = { askedOn: '2025-10-01', promisedOn: '2026-12-31' } as const;
    assert.deepEqual(frictionOf(item(long, { ...handedOver, handedOverOn: '2025-12-27' })).byKind, []);
    const inWindow = frictionOf(item(long, { ...handedOver, handedOverOn: '2025-12-29' }));
    assert.deepEqual([inWindow.byKind[0]?.items, inWindow.byKind[0]?.workingDaysWaited], [1, 1], 'on Monday the 29th');
  });

  it('calls late what was closed after its first promise, or is open past it while it is the leader’s move', () => {
    const late = (...facts: readonly TestFact[]) => frictionOf(item({}, ...facts)).byKind[0]?.late;
    const moved = { type: 'promiseMoved', item: '', promisedOn: '2026-04-10', reason: 'r', movedOn: today } as const;
    assert.equal(late(closed), 1);
    assert.equal(late(inTime), 0);
    assert.equal(late(moved), 1);
    assert.equal(late({ ...deliberating, until: '2026-04-10' }), 1);
    assert.equal(late(sentBack), 0);
    const passedOn = [
      { ...sentBack, sentBackOn: '2026-03-05' },
      { ...handedOver, handedOverOn: '2026-03-05' },
    ] as const;
    for (const fact of passedOn) assert.equal(late(fact), 1, `${fact.type} after the promise had passed`);
    assert.equal(frictionOf(item({ promisedOn: today })).byKind[0]?.late, 0);
  });

  it('recurs in the kind that was late most often, from three times on', () => {
    const approvals = (count: number) => Array.from({ length: count }, () => item({ kind: 'approval' }, closed));
    const decisions = (count: number) => Array.from({ length: count }, () => item({}));
    assert.equal(frictionOf(...approvals(2), ...decisions(2)).recurring, undefined);
    const { recurring } = frictionOf(...approvals(4), ...decisions(3), item({ kind: 'approval' }, inTime));
    assert.deepEqual([recurring?.key, recurring?.late, recurring?.items], ['approval', 4, 5]);
    assert.equal(frictionOf(...approvals(3), ...decisions(4)).recurring?.key, 'twoWayDecision');
  });
});
