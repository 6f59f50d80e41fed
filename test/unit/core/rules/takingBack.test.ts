import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addDays } from '../../../../src/core/time/day.ts';
import type { Fact } from '../../../../src/core/entries/entry.ts';
import { anySteps, intentOf } from '../../../support/anyIntent.ts';
import { Machine, wasDone } from '../../../support/machine.ts';

describe('taking back whatever was done', () => {
  it('shows exactly what was there before, step by step to the first, and each step can be done again', () => {
    const done = new Set<Fact['type']>();
    fc.assert(
      fc.property(anySteps, (steps) => {
        const desk = new Machine();
        const nothing = desk.observe();
        const before: unknown[] = [];
        let now = nothing;
        for (const step of steps) {
          desk.today = addDays(desk.today, step.later);
          const ruling = desk.ask(intentOf(step, desk.register, desk.today));
          if (!wasDone(ruling)) {
            assert.deepEqual(desk.observe(), now, 'what is refused changes nothing');
            continue;
          }
          for (const { type } of ruling) done.add(type);
          before.push(now);
          now = desk.observe();
          assert.notDeepEqual(now, before.at(-1), 'what was done is to be seen');
        }
        const last = now;
        for (const earlier of before.toReversed()) {
          assert.ok(wasDone(desk.ask({ type: 'undo' })));
          assert.deepEqual(desk.observe(), earlier);
          assert.ok(wasDone(desk.ask({ type: 'redo', undo: desk.lastAct })));
          assert.deepEqual(desk.observe(), now);
          assert.ok(wasDone(desk.ask({ type: 'undo' })));
          now = earlier;
        }
        assert.deepEqual(desk.observe(), nothing);
        assert.deepEqual(desk.ask({ type: 'undo' }), { refused: 'nothingToUndo' });
        for (const later of before.length > 0 ? [...before.slice(1), last] : []) {
          assert.ok(wasDone(desk.ask({ type: 'redo' })));
          assert.deepEqual(desk.observe(), later);
        }
        assert.deepEqual(desk.ask({ type: 'redo' }), { refused: 'nothingToRedo' });
      }),
      { numRuns: 150 },
    );
    // Guards the strength of this test: there are about forty types of fact, and random steps rarely reach some of
    // them.
    assert.ok(done.size >= 31, `only ${[...done].join(', ')} came up`);
  });

  it('goes on from there: undone in the middle, other things are done and taken back as well', () => {
    const anyMoves = fc.tuple(anySteps, fc.infiniteStream(fc.nat(3)));
    fc.assert(
      fc.property(anyMoves, ([steps, chances]) => {
        const moves = steps.flatMap((step) => (chances.next().value === 0 ? [step, 'undo' as const] : [step]));
        const desk = new Machine();
        const states = [desk.observe()];
        for (const move of moves) {
          if (move === 'undo') {
            if (states.length === 1) {
              assert.deepEqual(desk.ask({ type: 'undo' }), { refused: 'nothingToUndo' });
              continue;
            }
            assert.ok(wasDone(desk.ask({ type: 'undo' })));
            states.pop();
            assert.deepEqual(desk.observe(), states.at(-1));
          } else if (wasDone(desk.ask(intentOf(move, desk.register, desk.today)))) {
            states.push(desk.observe());
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
