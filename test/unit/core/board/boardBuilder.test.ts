import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../src/core/board/boardBuilder.ts';
import { BoardBuilder } from '../../../../src/core/board/boardBuilder.ts';
import { addDays } from '../../../../src/core/time/day.ts';
import type { Entry, Fact } from '../../../../src/core/entries/entry.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { anyDay, anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { captured, decided, logged, type TestFact } from '../../../support/facts.ts';
import { mondayToFriday as calendar } from '../../../support/givenWhenThen.ts';

/**
 * A register with these facts and the builder of its board. `add` applies more facts and returns the ids of rebuilt
 * rows.
 */
function builderOf(...facts: readonly TestFact[]) {
  const register = new Register();
  register.add(logged(...facts));
  const changed = register.watchItems();
  const builder = BoardBuilder.of(register.items, '2026-03-09', calendar);
  return {
    builder,
    changed,
    add: (...more: readonly TestFact[]): readonly string[] => {
      const before = new Set(builder.board.rows);
      register.add(logged(...facts, ...more));
      builder.update(changed);
      changed.clear();
      assert.deepEqual(builder.board, buildBoard(register.items, '2026-03-09', { calendar }));
      return builder.board.rows.filter((row) => !before.has(row)).map(({ id }) => id);
    },
  };
}

const blocked = (item: string, blocker: string) =>
  ({ type: 'blockerNamed', item, blocker, namedOn: '2026-03-02' }) as const;
const many = Array.from({ length: 500 }, (_, index) =>
  captured({ item: `item ${index}`, title: `item ${index}`, askedOn: addDays('2026-01-01', index % 60) }),
);

describe('a board that is kept', () => {
  it('draws a new item and no other row', () => {
    const { add } = builderOf(...many);
    assert.deepEqual(add(captured({ item: 'new' })), ['new']);
  });

  it('draws what an item is tied to along with it, and nothing beyond', () => {
    const { add } = builderOf(
      ...many,
      blocked('item 1', 'item 2'),
      blocked('item 2', 'item 3'),
      blocked('item 7', 'item 8'),
    );
    const renamed = add({ type: 'itemEdited', item: 'item 3', title: 'renamed' });
    assert.deepEqual(renamed.toSorted(), ['item 1', 'item 2', 'item 3']);
  });

  it('draws what a closed item has blocked once, when it is closed', () => {
    const { add } = builderOf(...many, blocked('item 1', 'item 2'));
    const closed = add({ ...decided, item: 'item 2' });
    assert.deepEqual(closed.toSorted(), ['item 1', 'item 2']);
  });

  it('goes no further than to what is closed', () => {
    const { add } = builderOf(...many, blocked('item 1', 'item 2'), blocked('item 3', 'item 2'), {
      ...decided,
      item: 'item 2',
    });
    assert.deepEqual(add({ type: 'itemEdited', item: 'item 1', title: 'renamed' }), ['item 1']);
  });

  it('stays the same object when nothing changed', () => {
    const { builder, changed } = builderOf(...many);
    const { board } = builder;
    builder.update(changed);
    assert.equal(builder.board, board);
  });

  it('leaves a board that was handed out as it was', () => {
    const { builder, add } = builderOf(...many);
    const before = [builder.board, buildBoard(builder.items, '2026-03-09', { calendar })] as const;
    const copy = structuredClone(before[1]);
    add(captured({ item: 'new' }), { ...decided, item: 'item 4' });
    // Nothing had read the rows of these boards before.
    for (const board of before) assert.deepEqual(structuredClone(board), copy);
  });

  it('is the same when it was drawn in many steps', () => {
    const { builder } = builderOf(...many, blocked('item 1', 'item 2'), { ...decided, item: 'item 4' });
    const steps = BoardBuilder.inSteps(builder.items, '2026-03-09', calendar);
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count++;
    assert.ok(count > 3, `${count} steps`);
    assert.deepEqual(step.value.board, builder.board);
  });
});

describe('a board that was drawn bit by bit', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const item = fc.constantFrom(...names);
  const act = fc.constantFrom('act-1', 'act-2', 'act-3', 'act-4');
  const day = anyDay('2026-02-20', '2026-03-25');
  const anyBlocking = fc
    .tuple(item, item, day)
    .map(([item, blocker, namedOn]): Fact => ({ type: 'blockerNamed', item, blocker, namedOn }));
  const reversal = fc
    .tuple(item, item, day)
    .map(([item, successor, answeredOn]): Fact => ({ type: 'itemReversed', item, reason: 'r', successor, answeredOn }));
  const fact = fc.oneof({ weight: 4, arbitrary: anyFact(item, act, day) }, anyBlocking, reversal);
  const anyEntry = fc
    .record({ fact, envelope: anyEnvelope(act), id: fc.nat(500).map(String) })
    .map(({ fact, envelope, id }): Entry => ({ ...envelope, ...fact, id }));
  /** Every item is captured first; otherwise most facts have no effect. */
  const anyCapture = names.map((item, index): Entry => {
    const capture = captured({ item, title: item, waiting: ['anna', 'sam'].slice(index % 3) });
    const id = `capture ${item}`;
    return {
      ...capture,
      id,
      clock: '018fffffffff-0000',
      device: 'desk',
      act: id,
      loggedAt: '2026-03-02T09:00:00.000Z',
    };
  });
  const anyStep = fc.oneof(
    { weight: 8, arbitrary: fc.array(anyEntry, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: item.map((id): { readonly newer: string } => ({ newer: id })) },
    { weight: 1, arbitrary: day.map((today): { readonly today: typeof today } => ({ today })) },
  );

  it('is the board drawn afresh, after every change, undo and turn of the day', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        const register = new Register();
        const changed = register.watchItems();
        let builder = BoardBuilder.of(register.items, '2026-03-10', calendar);
        register.add(anyCapture);
        for (const step of steps) {
          if ('today' in step) builder = BoardBuilder.of(register.items, step.today, calendar);
          else if ('newer' in step) register.add([], [step.newer]);
          else register.add(step);
          builder.update(changed);
          changed.clear();
          assert.deepEqual(builder.board, buildBoard(register.items, builder.board.today, { calendar }));
        }
      }),
      { numRuns: 300 },
    );
  });
});
