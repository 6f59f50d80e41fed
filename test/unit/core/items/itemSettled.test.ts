import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Day } from '../../../../src/core/time/day.ts';
import type { ItemEntry } from '../../../../src/core/entries/entry.ts';
import { foldItem } from '../../../../src/core/items/foldItem.ts';
import type { Item } from '../../../../src/core/items/item.ts';
import { slipsOf } from '../../../../src/core/board/promise.ts';
import { rowOf } from '../../../support/boardFromFacts.ts';
import {
  blockedBy,
  captured,
  chased,
  checkDaySet,
  decided,
  decidedBySilence,
  defaultStated,
  deliberating,
  held,
  handedOver,
  logged,
  reopened,
  reversed,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/policy.ts';

function folded(...facts: readonly TestFact[]): Item {
  const item = foldItem(logged(captured(), ...facts) as ItemEntry[], false);
  assert.ok(item !== undefined);
  return item;
}
const slipsIn = (item: Item) => slipsOf(item, mondayToFriday);
const until = (until: Day, question = 'Can we leave?') => ({ ...deliberating, until, question });
const moved = (promisedOn: Day) =>
  ({ type: 'promiseMoved', item: 'vendor', promisedOn, reason: 'r', movedOn: '2026-03-03' }) as const;

describe('holding an item on purpose', () => {
  it('keeps the last question with its days', () => {
    const { deliberation } = folded(deliberating, until('2026-03-04'));
    assert.deepEqual(deliberation, { question: 'Can we leave?', since: '2026-03-03', until: '2026-03-04' });
  });

  it('past the promise is a slip with the question as its reason, and leaves the promise where it is', () => {
    const item = folded(until('2026-03-06'));
    assert.deepEqual(slipsIn(item), [
      { from: '2026-03-04', to: '2026-03-06', reason: 'Can we leave?', on: '2026-03-03' },
    ]);
    assert.deepEqual([item.promisedOn, item.firstPromisedOn], ['2026-03-04', '2026-03-04']);
  });

  it('up to the promise, or to a day that was said before, is no slip', () => {
    assert.deepEqual(slipsIn(folded(until('2026-03-04'))), []);
    assert.equal(slipsIn(folded(until('2026-03-10'), until('2026-03-06'), until('2026-03-10'))).length, 1);
    assert.equal(slipsIn(folded(moved('2026-03-10'), until('2026-03-09'))).length, 1, 'only the move');
  });

  it('is a slip from the last day that was said', () => {
    const spans = (...facts: readonly TestFact[]) => slipsIn(folded(...facts)).map(({ from, to }) => [from, to]);
    assert.deepEqual(spans(until('2026-03-06'), until('2026-03-10')), [
      ['2026-03-04', '2026-03-06'],
      ['2026-03-06', '2026-03-10'],
    ]);
    assert.deepEqual(spans(moved('2026-03-09'), until('2026-03-12')), [
      ['2026-03-04', '2026-03-09'],
      ['2026-03-09', '2026-03-12'],
    ]);
  });

  it('ends when somebody else has the ball', () => {
    assert.equal(folded(deliberating, sentBack).deliberation, undefined);
    assert.equal(folded(deliberating, handedOver).deliberation, undefined);
  });
});

describe('what is said to be in the way', () => {
  it('is kept with the day somebody last looked, each once and in the order it was named', () => {
    const verified = { type: 'blockerVerified', item: 'vendor', blocker: 'region', verifiedOn: '2026-03-09' } as const;
    const { blockers } = folded(blockedBy('region'), blockedBy('budget'), blockedBy('region'), verified);
    assert.deepEqual(blockers, [
      { id: 'region', verifiedOn: '2026-03-09' },
      { id: 'budget', verifiedOn: '2026-03-03' },
    ]);
  });

  it('is gone when it is taken back; taking back or verifying what nobody claimed changes nothing', () => {
    const about = { item: 'vendor', blocker: 'region' } as const;
    const removed = { type: 'blockerRemoved', ...about, removedOn: '2026-03-04' } as const;
    const verified = { type: 'blockerVerified', ...about, verifiedOn: '2026-03-04' } as const;
    assert.deepEqual(folded(blockedBy('region'), removed).blockers, []);
    assert.deepEqual(folded(removed, verified).blockers, []);
  });

  it('is never the item itself', () => {
    assert.deepEqual(folded(blockedBy('vendor')).blockers, []);
  });

  it('is asked after as often as it happened', () => {
    const { chases } = folded(chased, { ...chased, note: 'by mail' });
    assert.deepEqual(chases, [
      { on: '2026-03-03', whom: 'legal', note: undefined },
      { on: '2026-03-03', whom: 'legal', note: 'by mail' },
    ]);
  });
});

describe('a default', () => {
  it('is the last one stated, until it is dropped', () => {
    const later = { ...defaultStated, outcome: 'we leave', takesEffectOn: '2026-03-09' } as const;
    assert.deepEqual(folded(defaultStated, later).default, {
      on: '2026-03-09',
      outcome: 'we leave',
      statedOn: '2026-03-03',
    });
    const dropped = { type: 'defaultDropped', item: 'vendor', droppedOn: '2026-03-04' } as const;
    assert.equal(folded(defaultStated, dropped).default, undefined);
  });

  it('that took effect closes the item by silence, on the day it named', () => {
    const { closing, respondedOn } = folded(defaultStated, decidedBySilence);
    assert.deepEqual(closing, { how: 'silence', on: '2026-03-03', outcome: 'we stay', statedOn: '2026-03-03' });
    assert.equal(respondedOn, '2026-03-03');
    const kept = folded(decided, decidedBySilence).closing;
    assert.equal(kept?.how, 'decided', 'a second closing changes nothing');
  });

  it('that was confirmed is gone once the item is reopened, which says that it did not take effect', () => {
    assert.equal(folded(defaultStated, decidedBySilence, reopened).default, undefined);
    assert.equal(rowOf('2026-03-05', [captured(), defaultStated, decidedBySilence, reopened]).isDefaultDue, false);
  });

  it('stays when something else closed the item and it is reopened before its day, else the closing overtook it', () => {
    const stated = { on: '2026-03-04', outcome: 'we stay', statedOn: '2026-03-03' };
    const reopenedEarlier = { ...reopened, reopenedOn: '2026-03-03' } as const;
    assert.deepEqual(folded(defaultStated, decided, reopenedEarlier).default, stated);
    assert.equal(folded(defaultStated, decided, reopened).default, undefined);
    assert.deepEqual(folded(defaultStated, reopened).default, stated, 'reopening what is open changes nothing');
  });
});

describe('a check', () => {
  it('has its day, and then its answer', () => {
    assert.deepEqual(folded(decided, checkDaySet).check, { on: '2026-03-20', answer: undefined });
    assert.deepEqual(folded(decided, checkDaySet, { ...held, note: 'cheaper still' }).check, {
      on: '2026-03-20',
      answer: { how: 'held', on: '2026-03-03', note: 'cheaper still' },
    });
  });

  it('says what a reversal opened, also without a check day and after it had held', () => {
    const answer = { how: 'reversed', on: '2026-03-04', reason: 'the price doubled', successor: 'vendor 2' };
    assert.deepEqual(folded(decided, reversed).check, { on: undefined, answer });
    assert.deepEqual(folded(decided, checkDaySet, held, reversed).check, { on: '2026-03-20', answer });
  });

  it('keeps the first reversal, and no later word about its day or its holding', () => {
    const second = { ...reversed, successor: 'vendor 3' } as const;
    const { check } = folded(decided, reversed, second, held, { ...checkDaySet, checkOn: '2026-04-01' });
    assert.deepEqual([check?.on, check?.answer?.how === 'reversed' && check.answer.successor], [undefined, 'vendor 2']);
    const heldFirst = folded(decided, checkDaySet, held, { ...checkDaySet, checkOn: '2026-04-01' });
    assert.equal(heldFirst.check?.on, '2026-03-20');
  });

  it('is said of a closed item only, and is gone when that is reopened', () => {
    assert.equal(folded(checkDaySet, held, reversed).check, undefined);
    assert.equal(folded(decided, checkDaySet, reopened).check, undefined);
    assert.equal(folded(decided, checkDaySet, reopened, withdrawn).check, undefined);
  });

  it('counts for nothing where another machine withdrew the item', () => {
    assert.equal(folded(withdrawn, checkDaySet).check, undefined);
    assert.equal(folded(withdrawn, held).check, undefined);
    assert.equal(folded(withdrawn, checkDaySet, reversed).check, undefined);
    const row = rowOf('2026-03-20', [captured(), withdrawn, checkDaySet]);
    assert.deepEqual([row.state, row.check], ['closed', undefined], 'so nothing asks about it');
  });
});
