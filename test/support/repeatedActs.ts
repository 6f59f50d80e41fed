import type { TestFact } from './facts.ts';
import { chased, returned, sentBack } from './facts.ts';

/** Repeats these acts: the promise moved, the owner chased, sent back, returned. The days are the same every time. */
export function repeatedActs(times: number): TestFact[] {
  return Array.from({ length: times }, (_, time): TestFact[] => [
    { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-04-01', reason: `reason ${time}`, movedOn: '2026-03-03' },
    { ...chased, note: `note ${time}` },
    { ...sentBack, question: `question ${time}` },
    { ...returned, returnedOn: sentBack.sentBackOn },
  ]).flat();
}
