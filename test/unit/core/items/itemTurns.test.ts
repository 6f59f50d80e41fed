import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { ItemEntry } from '../../../../src/core/entries/entry.ts';
import { foldItem } from '../../../../src/core/items/foldItem.ts';
import { currentTurn, type Item } from '../../../../src/core/items/item.ts';
import { anyDay, anyFact } from '../../../support/anyFact.ts';
import {
  acknowledged,
  captured,
  decided,
  deliberating,
  handedOver,
  logged,
  reopened,
  returned,
  sentBack,
  type TestFact,
} from '../../../support/facts.ts';

function folded(...facts: readonly TestFact[]): Item {
  const item = foldItem(logged(...facts) as ItemEntry[], false);
  assert.ok(item !== undefined);
  return item;
}
const turns = (...facts: readonly TestFact[]) =>
  folded(captured(), ...facts).turns.map(({ holder, name, from, to }) => `${holder} ${name} ${from} ${to ?? 'on'}`);

describe('the ball', () => {
  it('is the asker’s from the day it was sent back, with the question, until the day it is returned', () => {
    const turn = { holder: 'asker', name: 'ida', words: 'Which region?', from: '2026-03-03', to: undefined };
    const back = folded(captured(), sentBack);
    assert.deepEqual(back.turns, [turn]);
    assert.deepEqual(currentTurn(back), turn);
    const again = folded(captured(), sentBack, returned);
    assert.deepEqual(again.turns, [{ ...turn, to: '2026-03-05' }]);
    assert.equal(currentTurn(again), undefined);
  });

  it('goes to whoever asked where nobody else is named', () => {
    const { turns } = folded(captured({ askedBy: 'lee' }), { ...sentBack, to: undefined });
    assert.equal(turns[0]?.name, 'lee');
  });

  it('is somebody else’s once it was handed over, whom it may be returned from', () => {
    assert.deepEqual(turns(handedOver), ['decider kim 2026-03-03 on']);
    assert.deepEqual(turns(handedOver, returned), ['decider kim 2026-03-03 2026-03-05']);
  });

  it('passes from the asker to whoever decides on one day', () => {
    assert.deepEqual(turns(sentBack, { ...handedOver, handedOverOn: '2026-03-04' }), [
      'asker ida 2026-03-03 2026-03-04',
      'decider kim 2026-03-04 on',
    ]);
  });

  it('says whether it was the leader’s move in between', () => {
    const over = { ...handedOver, handedOverOn: '2026-03-05' } as const;
    const endedTurns = (...facts: readonly TestFact[]) =>
      folded(captured(), ...facts).turns.map(({ endedTurn }) => endedTurn);
    assert.deepEqual(endedTurns(sentBack, over), [undefined, true]);
    assert.deepEqual(endedTurns(sentBack, returned, over), [undefined, undefined]);
  });

  it('passes from one to the other where two machines hand it over', () => {
    assert.deepEqual(turns(handedOver, { ...handedOver, to: 'lee', handedOverOn: '2026-03-04' }), [
      'decider kim 2026-03-03 2026-03-04',
      'decider lee 2026-03-04 on',
    ]);
  });

  it('stays where it is when it is sent back a second time, or returned to the leader who has it', () => {
    assert.deepEqual(turns(sentBack, { ...sentBack, to: 'lee', sentBackOn: '2026-03-04' }), [
      'asker ida 2026-03-03 on',
    ]);
    assert.deepEqual(turns(handedOver, sentBack), ['decider kim 2026-03-03 on']);
    assert.deepEqual(turns(returned), []);
    assert.deepEqual(turns(sentBack, returned, returned), ['asker ida 2026-03-03 2026-03-05']);
  });

  it('goes to and fro in spells that never overlap, also where the days of two machines run backwards', () => {
    const back = (sentBackOn: `${number}-${number}-${number}`) => ({ ...sentBack, sentBackOn });
    const again = (returnedOn: `${number}-${number}-${number}`) => ({ ...returned, returnedOn });
    assert.deepEqual(turns(back('2026-03-03'), again('2026-03-05'), back('2026-03-09'), again('2026-03-10')), [
      'asker ida 2026-03-03 2026-03-05',
      'asker ida 2026-03-09 2026-03-10',
    ]);
    assert.deepEqual(turns(back('2026-03-10'), again('2026-03-05')), ['asker ida 2026-03-10 2026-03-10']);
    assert.deepEqual(turns(back('2026-03-03'), again('2026-03-10'), back('2026-03-05')), [
      'asker ida 2026-03-03 2026-03-10',
      'asker ida 2026-03-10 on',
    ]);
    assert.deepEqual(turns(back('2026-03-10'), { ...handedOver, handedOverOn: '2026-03-05' }), [
      'asker ida 2026-03-10 2026-03-10',
      'decider kim 2026-03-10 on',
    ]);
  });

  it('is the leader’s again from the closing on when it is reopened', () => {
    for (const turn of [sentBack, handedOver]) {
      const item = folded(captured(), turn, { ...decided, decidedOn: '2026-03-04' }, reopened);
      assert.deepEqual([item.turns[0]?.to, currentTurn(item)], ['2026-03-04', undefined]);
      const [, nobody, ...others] = item.turns;
      assert.deepEqual([nobody?.holder, nobody?.from, nobody?.to], ['nobody', '2026-03-04', '2026-03-04']);
      assert.deepEqual(others, []);
    }
    const before = folded(captured(), { ...sentBack, sentBackOn: '2026-03-05' }, decided, reopened);
    assert.equal(before.turns[0]?.to, '2026-03-05', 'never before it began');
  });

  it('does not move once it is closed', () => {
    assert.deepEqual(turns(decided, sentBack, handedOver), []);
    assert.deepEqual(turns(sentBack, decided, returned), ['asker ida 2026-03-03 on']);
  });

  it('is held by one at a time, in the order of time, whatever two machines say', () => {
    const facts = fc.array(anyFact(fc.constant('vendor'), fc.constant('none'), anyDay('2026-03-01', '2026-03-20')), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(facts, (facts) => {
        const { turns } = folded(captured(), ...facts.filter(({ type }) => type !== 'actUndone'));
        let last = '';
        for (const [index, { from, to }] of turns.entries()) {
          assert.ok(from >= last && (to === undefined || to >= from));
          assert.ok(to !== undefined || index === turns.length - 1, 'only the last may last');
          last = to ?? from;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the first answer', () => {
  const answered = (...facts: readonly TestFact[]) => folded(captured(), ...facts).respondedOn;

  it('is the acknowledgement, the sending back, the handing over, the hold or the closing', () => {
    assert.equal(answered(), undefined);
    for (const answer of [acknowledged, sentBack, handedOver, deliberating, decided]) {
      assert.equal(answered(answer), '2026-03-03', answer.type);
    }
  });

  it('is the earliest day, whatever was logged first, and no later answer changes it', () => {
    assert.equal(answered({ ...decided, decidedOn: '2026-03-02' }), '2026-03-02');
    assert.equal(answered(acknowledged, { ...decided, decidedOn: '2026-03-02' }), '2026-03-02');
    assert.equal(answered(acknowledged, { ...decided, decidedOn: '2026-03-10' }), '2026-03-03');
    assert.equal(answered(decided, reopened), '2026-03-03', 'there was one, although it is open again');
  });

  it('is not that it was edited, moved or returned: none of these answers who waits', () => {
    const others: TestFact[] = [
      returned,
      { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-03-10', reason: 'r', movedOn: '2026-03-03' },
      { type: 'itemEdited', item: 'vendor', note: 'n' },
      { type: 'waitingChanged', item: 'vendor', added: ['anna'] },
    ];
    assert.equal(answered(...others), undefined);
  });

  it('acknowledges once: the first one counts', () => {
    const item = folded(captured(), acknowledged, { ...acknowledged, acknowledgedOn: '2026-03-05' });
    assert.equal(item.acknowledgedOn, '2026-03-03');
  });
});
