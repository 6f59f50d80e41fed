import type { Day } from './day.ts';
import type { ItemKind } from './entries.ts';

/** Why something may not be done now. An ordinary answer, put into a sentence by `wording/refusals.ts`. */
export type Refusal =
  | { readonly refused: 'missing'; readonly field: TextField }
  | { readonly refused: 'tooLong'; readonly field: TextField; readonly length: number; readonly limit: number }
  | { readonly refused: 'tooMany'; readonly field: ListField; readonly count: number; readonly limit: number }
  | { readonly refused: 'unknownItem'; readonly id: string }
  | { readonly refused: 'newerItem'; readonly title: string }
  | { readonly refused: 'alreadyClosed'; readonly title: string; readonly on: Day }
  | { readonly refused: 'stillOpen'; readonly title: string }
  | { readonly refused: 'otherClosing'; readonly kind: ItemKind }
  | { readonly refused: 'askedInFuture'; readonly askedOn: Day; readonly today: Day }
  | { readonly refused: 'closedInFuture'; readonly closedOn: Day; readonly today: Day }
  | { readonly refused: 'closedBeforeAsked'; readonly closedOn: Day; readonly askedOn: Day }
  | { readonly refused: 'samePromise'; readonly promisedOn: Day }
  | { readonly refused: 'promiseInPast'; readonly promisedOn: Day; readonly today: Day }
  | { readonly refused: 'nothingToUndo' }
  | { readonly refused: 'changedSince' };

export type TextField =
  'title' | 'outcome' | 'because' | 'reason' | 'note' | 'link' | 'askedBy' | 'owedBy' | 'name' | 'tag';
export type ListField = 'waiting' | 'tags';

export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer;
}
