import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import type { Entry } from '../../../../src/core/entries/entry.ts';
import { nextClock } from '../../../../src/core/entries/hybridClock.ts';
import type { Intent } from '../../../../src/core/rules/intents.ts';
import { isRefusal } from '../../../../src/core/rules/refusal.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { rule } from '../../../../src/core/rules/rule.ts';
import { anySteps, intentOf } from '../../../support/anyIntent.ts';
import { usualPolicy as policy } from '../../../support/policy.ts';
import { briefs } from '../../../support/work.ts';

describe('the briefs, when what was done is taken back', () => {
  it('read word for word as they did before, step by step to the first', () => {
    let changedBriefs = 0;
    fc.assert(
      fc.property(anySteps, (steps) => {
        const register = new Register();
        let today: Day = '2026-03-04';
        let ids = 0;
        const apply = (intent: Intent): boolean => {
          const newId = () => `id ${String(++ids).padStart(3, '0')}`;
          const ruling = rule(intent, { register, today, policy, device: 'laptop', newId });
          if (isRefusal(ruling) || ruling.length === 0) return false;
          const act = `act-${++ids}`;
          let clock = register.latestClock;
          register.add(
            ruling.map((fact, index): Entry => {
              clock = nextClock(clock, new Date(`${today}T09:00:00.000Z`));
              return {
                ...fact,
                id: `${act}.${index}`,
                clock,
                device: 'laptop',
                act,
                loggedAt: `${today}T09:00:00.000Z`,
              };
            }),
          );
          return true;
        };
        const read = () => briefs(register, addDays(today, 7)).join('\n');
        const before: (readonly [text: string, Day])[] = [];
        for (const step of steps) {
          today = addDays(today, step.later);
          const text = read();
          if (apply(intentOf(step, register, today))) before.push([text, today]);
        }
        for (const [text, day] of before.toReversed()) {
          today = day;
          if (read() !== text) changedBriefs++;
          assert.ok(apply({ type: 'undo' }));
          assert.equal(read(), text);
        }
        assert.equal(register.assignments.size, 0);
      }),
      { numRuns: 60 },
    );
    assert.ok(changedBriefs > 10, `only ${changedBriefs} acts changed a brief`);
  });
});
