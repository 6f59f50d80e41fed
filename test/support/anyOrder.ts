import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entry } from '../../src/core/entries/entry.ts';
import { Register } from '../../src/core/register/register.ts';

/**
 * Asserts that what is computed from a register depends on the set of its entries only: not on their order, on entries
 * that come twice, on the parts they come in, or on computing it midway.
 *
 * @param first entries that are always there, so that there is something to see
 * @param views everything that is computed from the register
 */
export function assertSameInAnyOrder(
  first: readonly Entry[],
  anyEntry: fc.Arbitrary<Entry>,
  views: (register: Register) => unknown,
  numRuns: number,
): void {
  const anyOrder = fc.array(anyEntry, { maxLength: 25 }).chain((more) => {
    const entries = [...first, ...more];
    return fc.record({
      entries: fc.constant(entries),
      shuffled: fc.shuffledSubarray(entries, { minLength: entries.length }),
      doubled: fc.subarray(entries),
      cuts: fc.array(fc.nat(entries.length), { maxLength: 4 }),
    });
  });
  fc.assert(
    fc.property(anyOrder, ({ entries, shuffled, doubled, cuts }) => {
      const inOneBatch = new Register();
      inOneBatch.add(entries);
      const inParts = new Register();
      const all = structuredClone([...shuffled, ...doubled]);
      const edges = [0, ...cuts.toSorted((a, b) => a - b), all.length];
      for (let part = 1; part < edges.length; part++) {
        inParts.add(all.slice(edges[part - 1], edges[part]));
        views(inParts);
      }
      assert.deepEqual(views(inParts), views(inOneBatch));
    }),
    { numRuns },
  );
}
