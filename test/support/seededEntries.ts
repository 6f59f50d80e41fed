import fc from 'fast-check';
import type { Entry } from '../../src/core/entries/entry.ts';
import { anyEnvelope, anyFact } from './anyFact.ts';

/**
 * Entries of every type with texts that are hard to parse. The seed is fixed: the same count gives the same entries.
 * Each has its own id.
 */
export function seededEntries(count: number): Entry[] {
  return fc.sample(fc.tuple(anyFact(), anyEnvelope()), { numRuns: count, seed: 6 }).map(([fact, envelope], number) => {
    // As decoded from a line: without undefined fields.
    return JSON.parse(JSON.stringify({ ...fact, ...envelope, id: `entry-${number}` })) as Entry;
  });
}
