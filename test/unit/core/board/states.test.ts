import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ItemState } from '../../../../src/core/board/row.ts';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import { boardOf, rowOf } from '../../../support/boardFromFacts.ts';
import {
  acknowledged,
  blockedBy,
  captured,
  checkDaySet,
  decided,
  defaultStated,
  deliberating,
  handedOver,
  held,
  reopened,
  returned,
  reversed,
  sentBack,
  type TestFact,
} from '../../../support/facts.ts';

const region = captured({ item: 'region', title: 'Pick a region', promisedOn: '2026-04-01' });
const stateOn = (today: Day, ...facts: readonly TestFact[]) => rowOf(today, facts).state;

/** The state on each day from Monday, 2 March on, as its first two letters: `wa` for `waiting`. */
function days(count: number, ...facts: readonly TestFact[]): string {
  const monday: Day = '2026-03-02';
  return Array.from({ length: count }, (_, n) => stateOn(addDays(monday, n), ...facts).slice(0, 2)).join(' ');
}

describe('the state of an item', () => {
  it('is the first that fits, as one thing after the other is said about it', () => {
    const steps: readonly (readonly [TestFact, ItemState])[] = [
      [captured({ promisedOn: '2026-03-09' }), 'waiting'],
      [acknowledged, 'acknowledged'],
      [blockedBy('region'), 'blocked'],
      [
        { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-03-03', reason: 'r', movedOn: '2026-03-03' },
        'drifting',
      ],
      [deliberating, 'deliberating'],
      [sentBack, 'sentBack'],
      [handedOver, 'handedOver'],
      [decided, 'closed'],
      [{ ...checkDaySet, checkOn: '2026-03-04' }, 'checkDue'],
      [held, 'closed'],
      [reversed, 'closed'],
    ];
    const said: TestFact[] = [region];
    for (const [fact, state] of steps) {
      said.push(fact);
      assert.equal(stateOn('2026-03-04', ...said), state, fact.type);
    }
  });

  it('of one held past its promise is deliberating: overdue, yet not drifting, until its day has passed', () => {
    const facts = [captured(), deliberating];
    const said = (today: Day) => {
      const { state, overdue, drifting, daysOver, promisedOn, slips } = rowOf(today, facts);
      return [state, overdue, drifting, daysOver, promisedOn, slips];
    };
    assert.deepEqual(said('2026-03-04'), ['deliberating', false, false, 0, '2026-03-04', 1]);
    assert.deepEqual(said('2026-03-06'), ['deliberating', true, false, 2, '2026-03-04', 1]);
    assert.deepEqual(said('2026-03-07'), ['drifting', true, true, 2, '2026-03-04', 1]);
    assert.deepEqual(said('2026-03-09'), ['drifting', true, true, 3, '2026-03-04', 1]);
  });

  it('is never overdue while the ball is somebody else’s, and later by the asker’s days when it is back', () => {
    const back = { ...returned, returnedOn: '2026-03-10' } as const;
    for (const turn of [sentBack, handedOver]) {
      const { overdue, drifting, daysOver } = rowOf('2026-03-09', [captured(), turn, back]);
      assert.deepEqual([overdue, drifting, daysOver], [false, false, 0]);
    }
    assert.equal(rowOf('2026-03-10', [captured(), handedOver, back]).daysOver, 4);
    // Sent back for five working days: due on Wednesday, a week later.
    assert.equal(rowOf('2026-03-11', [captured(), sentBack, back]).daysOver, 0);
    assert.equal(rowOf('2026-03-12', [captured(), sentBack, back]).daysOver, 1);
  });

  it('of each earlier day is what it was then', () => {
    assert.equal(days(4, captured({ promisedOn: '2026-03-20' }), acknowledged), 'wa ac ac ac');
    // Promised for Wednesday, held from Tuesday to Friday.
    assert.equal(days(8, captured(), deliberating), 'wa de de de de dr dr dr');
    assert.equal(days(6, captured(), sentBack, returned), 'wa se se wa wa dr');
    assert.equal(days(6, captured(), handedOver, returned), 'wa ha ha dr dr dr');
    assert.equal(days(5, captured(), { ...decided, decidedOn: '2026-03-05' }), 'wa wa wa cl cl');
    assert.equal(days(5, captured(), decided, { ...checkDaySet, checkOn: '2026-03-05' }), 'wa cl cl ch ch');
  });

  it('of an item sent back and returned on one day is the leader’s all day', () => {
    assert.equal(days(3, captured(), sentBack, { ...returned, returnedOn: '2026-03-03' }), 'wa wa wa');
  });

  it('goes on drifting when it is reopened, also one that was handed over before', () => {
    assert.equal(stateOn('2026-03-09', captured(), decided, reopened), 'drifting');
    assert.equal(stateOn('2026-03-09', captured(), handedOver, decided, reopened), 'drifting');
  });
});

describe('a day that has come', () => {
  it('asks whether a decision held, on the day, after it, and no more once it is answered', () => {
    const facts = [captured(), decided, checkDaySet];
    assert.equal(stateOn('2026-03-19', ...facts), 'closed');
    assert.equal(stateOn('2026-03-20', ...facts), 'checkDue');
    assert.equal(stateOn('2027-03-20', ...facts), 'checkDue');
    assert.equal(stateOn('2027-03-20', ...facts, held), 'closed');
    assert.deepEqual(
      (['2026-03-19', '2026-03-20'] as const).map((day) => boardOf(day, facts).totals.checkDue),
      [0, 1],
    );
  });

  it('asks as well on a board of a day before the check was answered, which knows no answer yet', () => {
    const answers: readonly TestFact[] = [
      { ...held, answeredOn: '2026-03-23' },
      { ...reversed, answeredOn: '2026-03-23' },
    ];
    for (const answer of answers) {
      const facts = [captured(), decided, checkDaySet, answer, captured({ item: 'vendor 2', askedOn: '2026-03-23' })];
      const on = (today: Day) => rowOf(today, facts);
      assert.deepEqual([on('2026-03-19').state, on('2026-03-20').state], ['closed', 'checkDue'], answer.type);
      assert.deepEqual(on('2026-03-22').check, { on: '2026-03-20', answer: undefined });
      assert.equal(on('2026-03-22').reversedBy, undefined);
      assert.equal(boardOf('2026-03-22', facts).totals.checkDue, 1);
      assert.equal(on('2026-03-23').state, 'closed');
      assert.equal(on('2026-03-23').check?.answer?.on, '2026-03-23');
    }
    const atOnce = rowOf('2026-03-03', [captured(), decided, reversed]);
    assert.deepEqual([atOnce.state, atOnce.check], ['closed', undefined], 'reversed later without a check day');
  });

  it('asks whether a default took effect, on the day and after it, as long as the item is open', () => {
    const facts = [captured(), defaultStated];
    const due = (today: Day, ...more: readonly TestFact[]) => rowOf(today, [...facts, ...more]).isDefaultDue;
    assert.deepEqual([due('2026-03-03'), due('2026-03-04'), due('2026-04-04')], [false, true, true]);
    assert.equal(due('2026-04-04', decided), false);
    assert.equal(due('2026-04-04', { type: 'defaultDropped', item: 'vendor', droppedOn: '2026-03-04' }), false);
    const dependency = { type: 'itemEdited', item: 'vendor', kind: 'dependency' } as const;
    assert.equal(due('2026-04-04', dependency), false, 'silence clears nothing');
    assert.equal(due('2026-04-04', sentBack), true, 'silence does not care whose move it is');
    assert.equal(due('2026-04-04', handedOver), true);
    assert.deepEqual(
      (['2026-03-03', '2026-03-04'] as const).map((day) => boardOf(day, facts).totals.defaultDue),
      [0, 1],
    );
  });
});

describe('a reversal', () => {
  const again = captured({ item: 'vendor 2', title: 'Pick another vendor', askedOn: '2026-03-04' });
  const facts = [captured(), decided, reversed, again];

  it('links the reversed item and what it opened, both ways', () => {
    assert.deepEqual(rowOf('2026-03-04', facts).reversedBy, { id: 'vendor 2', title: 'Pick another vendor' });
    const successor = boardOf('2026-03-04', facts).rows.find(({ id }) => id === 'vendor 2');
    assert.deepEqual(successor?.reverses, { id: 'vendor', title: 'Pick a vendor' });
  });

  it('is still named by what it opened when that is closed', () => {
    const board = boardOf('2026-03-05', [...facts, { ...decided, item: 'vendor 2', decidedOn: '2026-03-05' }]);
    const successor = board.rows.find(({ id }) => id === 'vendor 2');
    assert.deepEqual([successor?.state, successor?.reverses], ['closed', { id: 'vendor', title: 'Pick a vendor' }]);
  });

  it('follows a title that is changed later, at either end', () => {
    const renamed = (item: string) => ({ type: 'itemEdited', item, title: 'Renamed' }) as const;
    const board = boardOf('2026-03-04', [...facts, renamed('vendor'), renamed('vendor 2')]);
    assert.deepEqual(
      board.rows.map(({ reverses, reversedBy }) => (reverses ?? reversedBy)?.title),
      ['Renamed', 'Renamed'],
    );
  });

  it('of two that name the same item is told of the first by id, whichever was read first', () => {
    const region = captured({ item: 'region', title: 'Pick a region' });
    const reversals = ['vendor', 'region'].flatMap((item) => [
      { ...decided, item },
      { ...reversed, item },
    ]);
    for (const captures of [
      [captured(), region],
      [region, captured()],
    ]) {
      const { rows } = boardOf('2026-03-04', [...captures, ...reversals, again]);
      assert.equal(rows.find(({ id }) => id === 'vendor 2')?.reverses?.id, 'region');
    }
  });

  it('names nothing where what it opened is not there', () => {
    assert.equal(rowOf('2026-03-04', [captured(), decided, reversed]).reversedBy, undefined);
  });
});
