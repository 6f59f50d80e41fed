import type { Day } from '../time/day.ts';
import type { ItemEntry } from '../entries/entry.ts';
import type { Door, ItemKind } from '../entries/itemFacts.ts';
import type { AgreementField } from '../entries/workFacts.ts';

export type Closing =
  | { readonly how: 'decided'; readonly on: Day; readonly outcome: string; readonly because: string | undefined }
  /** Nobody decided, and the stated default took effect: the leader confirmed that it did. */
  | { readonly how: 'silence'; readonly on: Day; readonly outcome: string }
  | { readonly how: 'cleared'; readonly on: Day; readonly note: string | undefined }
  | { readonly how: 'settled'; readonly on: Day; readonly answer: string; readonly answerCode?: string | undefined }
  | { readonly how: 'withdrawn'; readonly on: Day; readonly reason: string; readonly reasonCode?: string | undefined };

/** A day that was said and then put off: a promise that was moved, or a deliberation past what had been said. */
export interface Slip {
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
  readonly on: Day;
}

/** Whose move it is: the leader's, the asker's (sent back), or somebody else's who decides now (handed over). */
export type Ball = 'leader' | Turn['holder'];

/** A spell in which the ball was not with the leader. */
export interface Turn {
  /** `asker`: sent back with a question. `decider`: handed over to somebody who decides now. */
  readonly holder: 'asker' | 'decider';
  readonly name: string | undefined;
  /** The question it was sent back with, or the note it was handed over with. */
  readonly words: string | undefined;
  readonly from: Day;
  /** The day it was returned; undefined while it is not. */
  readonly to: Day | undefined;
}

/** Held on purpose. */
export interface Deliberation {
  readonly question: string;
  readonly since: Day;
  readonly until: Day;
}

/** Another item that is said to be in the way. A claim decays: it counts as verified on the day somebody looked. */
export interface Blocker {
  readonly id: string;
  readonly verifiedOn: Day;
}

export interface Chase {
  readonly on: Day;
  readonly whom: string;
  readonly note: string | undefined;
}

/** What happens if nobody decides by the day. */
export interface Default {
  readonly on: Day;
  readonly outcome: string;
}

/** Did what was expected happen? */
export interface Check {
  /** The day to ask; undefined when it was reversed without one having been set. */
  readonly on: Day | undefined;
  /** Undefined until it is answered. A decision that held can still be reversed later; a reversed one stays so. */
  readonly answer:
    | { readonly how: 'held'; readonly on: Day; readonly note: string | undefined }
    | { readonly how: 'reversed'; readonly on: Day; readonly reason: string; readonly successor: string }
    | undefined;
}

export interface Clarity {
  readonly assignment: string;
  readonly hole: AgreementField;
  /** `outcome`: the title is that of the assignment, and `titleOf` builds the one that is shown. */
  readonly titleIs?: string | undefined;
}

/** Something that waits on the leader, as the log tells it. Nothing here depends on the day it is looked at. */
export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly door: Door | undefined;
  readonly askedOn: Day;
  readonly askedBy: string | undefined;
  /** Instant of the capture, ISO 8601 in UTC. */
  readonly loggedAt: string;
  /** The promise in force: the first one, or the last it was moved to. */
  readonly promisedOn: Day;
  /** Frozen at the capture; whether a promise was kept is judged on this day. */
  readonly firstPromisedOn: Day;
  readonly slips: readonly Slip[];
  /** Working days the leader's target gave when no day was named; undefined when somebody named the day. */
  readonly target: number | undefined;
  readonly waiting: readonly string[];
  readonly owedBy: string | undefined;
  readonly tags: readonly string[];
  readonly link: string | undefined;
  readonly note: string | undefined;
  readonly importedFrom: string | undefined;
  readonly acknowledgedOn: Day | undefined;
  /** The earliest day on which the leader acknowledged it, sent it back, began to deliberate or closed it. */
  readonly respondedOn: Day | undefined;
  /** In the order of time, none overlapping another; only the last may still last. */
  readonly turns: readonly Turn[];
  /** The last one; whether it still holds depends on the day. */
  readonly deliberation: Deliberation | undefined;
  readonly blockers: readonly Blocker[];
  readonly chases: readonly Chase[];
  readonly default: Default | undefined;
  /** Of a clarity item: the assignment it is a hole in, and the hole. */
  readonly clarity: Clarity | undefined;
  /** Undefined while it is open. */
  readonly closing: Closing | undefined;
  /** Of a closed item only. */
  readonly check: Check | undefined;
  /** A newer Pacesetter wrote about it: shown, never changed here. */
  readonly readOnly: boolean;
  /** Everything in force that was said about it, oldest first. */
  readonly history: readonly ItemEntry[];
}

/** The spell that lasts: whose move it is when it is not the leader's. */
export function currentTurn(item: Pick<Item, 'turns'>): Turn | undefined {
  const last = item.turns.at(-1);
  return last?.to === undefined ? last : undefined;
}
