import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Refusal } from '../../../src/core/rules/refusal.ts';
import { Comparison } from './comparison.ts';
import { lengthInDays, live, plans } from './sixWeeks.ts';

const changesNothing: ReadonlySet<Refusal['refused']> = new Set([
  'nothingChanged',
  'nothingToRedo',
  'nothingToUndo',
  'sameCheckDay',
  'sameOrder',
  'samePromise',
]);

describe('six weeks of a leader, beside books kept day by day', () => {
  for (const plan of plans) {
    it(`show no difference from ${plan.home}, seed ${plan.seed}`, async function () {
      const comparison = new Comparison();
      const leader = await live(plan, (who, machine, day) => {
        comparison.look(who, machine);
        if (day === lengthInDays) comparison.lookAhead(who, machine);
      });
      assert.equal(comparison.report(), '');
      // What the books take for possible is refused only where it would change nothing.
      assert.deepEqual(
        leader.refusals.filter((refused) => !changesNothing.has(refused)),
        [],
      );
      const fields = comparison.fields.toLocaleString('en');
      assert.ok(comparison.fields > 200_000, `only ${fields} fields were compared`);
      if (this.test !== undefined) this.test.title += `: ${leader.diary.length} acts, ${fields} fields compared`;
    });
  }
});
