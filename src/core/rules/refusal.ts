import type { Day } from '../time/day.ts';
import type { Finding } from '../clarity/check.ts';
import type { PassedTurn, Turn } from '../items/item.ts';
import type { ItemKind } from '../entries/itemFacts.ts';
import type { ListField, TextField } from '../entries/limits.ts';

/** Why an intent may not be done now. An ordinary answer, put into a sentence by `refusalText.ts`. */
export type Refusal =
  | { readonly refused: 'missing'; readonly field: TextField }
  | { readonly refused: 'tooLong'; readonly field: TextField; readonly length: number; readonly limit: number }
  | { readonly refused: 'tooMany'; readonly field: ListField; readonly count: number; readonly limit: number }
  | { readonly refused: 'unknownItem'; readonly id: string }
  | { readonly refused: 'newerItem'; readonly title: string }
  /** The pull request in the link of a capture is an open item that came from GitHub. */
  | { readonly refused: 'arrivedAlready'; readonly title: string }
  | { readonly refused: 'alreadyClosed'; readonly title: string; readonly on: Day }
  | { readonly refused: 'stillOpen'; readonly title: string }
  | { readonly refused: 'otherClosing'; readonly kind: ItemKind }
  | { readonly refused: 'askedInFuture'; readonly askedOn: Day; readonly today: Day }
  | { readonly refused: 'closedInFuture'; readonly closedOn: Day; readonly today: Day }
  | { readonly refused: 'closedBeforeAsked'; readonly closedOn: Day; readonly askedOn: Day }
  | {
      readonly refused: 'notYourMoveThen';
      readonly title: string;
      readonly closedOn: Day;
      readonly holder: Turn['holder'];
      readonly name: string | undefined;
      readonly to: Day;
    }
  | { readonly refused: 'closedBeforeHandedOut'; readonly closedOn: Day; readonly madeOn: Day }
  /** Only one of what is expected and how sure the leader is. */
  | { readonly refused: 'halfExpectation' }
  | { readonly refused: 'expectationNeedsDay' }
  | { readonly refused: 'impossibleSureness'; readonly sureness: number }
  | { readonly refused: 'impossibleRework'; readonly reworkInDays: number }
  | { readonly refused: 'returnedInFuture'; readonly returnedOn: Day }
  /** Before it was sent back or handed over. */
  | {
      readonly refused: 'returnedTooEarly';
      readonly returnedOn: Day;
      readonly holder: PassedTurn['holder'];
      readonly since: Day;
    }
  | { readonly refused: 'noDisagreement'; readonly title: string }
  /** The owner of the assignment of a hole. */
  | { readonly refused: 'waitsForOwner'; readonly owner: string }
  | { readonly refused: 'namedInFuture'; readonly since: Day }
  | { readonly refused: 'samePromise'; readonly promisedOn: Day }
  | { readonly refused: 'promiseInPast'; readonly promisedOn: Day; readonly today: Day }
  | { readonly refused: 'alreadyResponded'; readonly title: string; readonly on: Day }
  | {
      readonly refused: 'theirMove';
      readonly title: string;
      readonly holder: PassedTurn['holder'];
      readonly name: string | undefined;
    }
  | { readonly refused: 'yourMove'; readonly title: string }
  | { readonly refused: 'dayPassed'; readonly day: Day; readonly today: Day }
  | { readonly refused: 'alreadyDeliberating'; readonly title: string; readonly until: Day }
  | { readonly refused: 'blocksItself'; readonly title: string }
  /** Titles, from the item through what it would wait for back to itself. */
  | { readonly refused: 'blockingCircle'; readonly chain: readonly string[] }
  | { readonly refused: 'notBlockedBy'; readonly title: string; readonly blocker: string }
  | { readonly refused: 'alreadyBlockedBy'; readonly title: string; readonly blocker: string }
  | { readonly refused: 'notADependency'; readonly title: string }
  | { readonly refused: 'chasedInFuture'; readonly chasedOn: Day; readonly today: Day }
  | { readonly refused: 'chasedBeforeAsked'; readonly chasedOn: Day; readonly askedOn: Day }
  | { readonly refused: 'noDefaultForDependency'; readonly title: string }
  | { readonly refused: 'sameDefault'; readonly title: string }
  | { readonly refused: 'noDefault'; readonly title: string }
  | { readonly refused: 'defaultNotDue'; readonly on: Day }
  | { readonly refused: 'notClosed'; readonly title: string }
  | { readonly refused: 'nothingToCheck'; readonly title: string }
  | { readonly refused: 'noCheckDay'; readonly title: string }
  | { readonly refused: 'sameCheckDay'; readonly checkOn: Day }
  | { readonly refused: 'alreadyHeld'; readonly title: string; readonly on: Day }
  | { readonly refused: 'alreadyReversed'; readonly title: string; readonly on: Day }
  | { readonly refused: 'unclear'; readonly findings: readonly Finding[] }
  | { readonly refused: 'unknownAssignment'; readonly id: string }
  | { readonly refused: 'alreadyHandedOut'; readonly outcome: string; readonly on: Day }
  | { readonly refused: 'stillADraft'; readonly outcome: string }
  | { readonly refused: 'nothingChanged'; readonly outcome: string }
  | { readonly refused: 'impossibleCost'; readonly costInDays: number }
  | { readonly refused: 'notAClarityItem'; readonly title: string }
  | { readonly refused: 'kindStays'; readonly title: string }
  | { readonly refused: 'needsDay' }
  | { readonly refused: 'unknownPriority'; readonly id: string }
  | { readonly refused: 'priorityThere'; readonly title: string }
  | { readonly refused: 'pastLimit'; readonly limit: number }
  | { readonly refused: 'sameOrder' }
  | { readonly refused: 'needsTwoNames' }
  | { readonly refused: 'alreadyOnePerson'; readonly names: readonly string[] }
  | { readonly refused: 'notOnePerson'; readonly names: readonly string[] }
  | { readonly refused: 'nothingToUndo' }
  | { readonly refused: 'sampleThere' }
  | { readonly refused: 'noSample' }
  | { readonly refused: 'nothingToRedo' }
  | { readonly refused: 'changedSince' };

export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer;
}
