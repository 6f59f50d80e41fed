import fc from 'fast-check';
import type { Entry } from '../../src/core/entries/entry.ts';
import { anyEnvelope, anyFact } from './anyFact.ts';

/**
 * Entries of every kind with texts that could trip a reader; always the same ones for the same number, each with an id
 * of its own.
 */
export function variedEntries(count: number): Entry[] {
  return fc.sample(fc.tuple(anyFact(), anyEnvelope()), { numRuns: count, seed: 6 }).map(([fact, envelope], number) => {
    // As it comes back from a line: without the fields that are not there.
    return JSON.parse(JSON.stringify({ ...fact, ...envelope, id: `entry-${number}` })) as Entry;
  });
}
