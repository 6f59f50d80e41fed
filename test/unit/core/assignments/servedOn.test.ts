import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { servedOn } from '../../../../src/core/assignments/servedOn.ts';
import type { ServedPriority } from '../../../../src/core/assignments/servedPriorities.ts';
import { anyDay } from '../../../support/anyFact.ts';

describe('whether something served a priority on a day', () => {
  const day = anyDay('2026-03-02', '2026-03-20');
  const spell: fc.Arbitrary<ServedPriority> = fc.record({
    id: fc.constantFrom('sound', 'other'),
    after: day,
    until: fc.option(day, { nil: undefined }),
  });

  it('is found as by looking at every spell', () => {
    fc.assert(
      fc.property(
        fc.array(spell, { maxLength: 12 }),
        fc.constantFrom('sound', 'other', 'third'),
        day,
        (spells, id, on) => {
          const found = spells.some(
            (one) => one.id === id && one.after < on && (one.until === undefined || on <= one.until),
          );
          assert.equal(servedOn(spells)(id, on), found);
        },
      ),
    );
  });
});
