import type { Day } from '../time/day.ts';
import type { AgreementField } from './workFacts.ts';

/**
 * The facts a log can hold about items. Names and shapes are on disk for ever: a released one is never changed or
 * reused. A new type of entry needs no new version, because a reader that does not know it treats it like one from a
 * newer version.
 */

export const itemKinds = ['decision', 'approval', 'dependency', 'clarity'] as const;
/**
 * What waits on the leader: choose, say yes or no, clear something the team needs from elsewhere, or fill a hole left in
 * an assignment.
 */
export type ItemKind = (typeof itemKinds)[number];

/** The kinds a person captures; what is owed as clarity comes from an assignment and stays that. */
export const capturedKinds = ['decision', 'approval', 'dependency'] as const satisfies readonly ItemKind[];

export const doors = ['two-way', 'one-way'] as const;
/** Whether a decision is reversible (two-way) or hard to undo (one-way). */
export type Door = (typeof doors)[number];

export interface ItemCaptured {
  readonly type: 'itemCaptured';
  readonly item: string;
  readonly kind: ItemKind;
  readonly title: string;
  /** The day somebody first needed it from the leader; every clock starts here. */
  readonly askedOn: Day;
  /** The first promise. Frozen: a later move is a fact of its own. */
  readonly promisedOn: Day;
  /** Working days from asked to promised when no day was given and the leader's target set the promise. */
  readonly target?: number | undefined;
  readonly door?: Door | undefined;
  readonly askedBy?: string | undefined;
  readonly waiting?: readonly string[] | undefined;
  /** Who owes a dependency. */
  readonly owedBy?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly link?: string | undefined;
  readonly note?: string | undefined;
  /** Name of the file the item was imported from, without its folders. */
  readonly importedFrom?: string | undefined;
}

/** Corrections. A field that is absent stays; `null` empties it. No edit moves a promise or restarts a clock. */
export interface ItemEdited {
  readonly type: 'itemEdited';
  readonly item: string;
  readonly title?: string | undefined;
  readonly kind?: ItemKind | undefined;
  readonly askedOn?: Day | undefined;
  readonly door?: Door | null | undefined;
  readonly askedBy?: string | null | undefined;
  readonly owedBy?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly link?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** The leader promised another day. The first promise stays in the capture; each move is a slip with its reason. */
export interface PromiseMoved {
  readonly type: 'promiseMoved';
  readonly item: string;
  readonly promisedOn: Day;
  readonly reason: string;
  readonly movedOn: Day;
}

export interface WaitingChanged {
  readonly type: 'waitingChanged';
  readonly item: string;
  readonly added?: readonly string[] | undefined;
  readonly removed?: readonly string[] | undefined;
}

export interface ItemDecided {
  readonly type: 'itemDecided';
  readonly item: string;
  readonly outcome: string;
  readonly because?: string | undefined;
  readonly decidedOn: Day;
}

/** A dependency is no longer in the way. */
export interface ItemCleared {
  readonly type: 'itemCleared';
  readonly item: string;
  readonly note?: string | undefined;
  readonly clearedOn: Day;
}

export interface ItemWithdrawn {
  readonly type: 'itemWithdrawn';
  readonly item: string;
  readonly reason: string;
  /** The reason is this code and not somebody's words. */
  readonly reasonCode?: string | undefined;
  readonly withdrawnOn: Day;
}

export interface ItemReopened {
  readonly type: 'itemReopened';
  readonly item: string;
  readonly reason: string;
  readonly reopenedOn: Day;
}

/** The leader has seen it and said so: the first answer somebody who waits can get. */
export interface ItemAcknowledged {
  readonly type: 'itemAcknowledged';
  readonly item: string;
  readonly note?: string | undefined;
  readonly acknowledgedOn: Day;
}

/** The ball goes to whoever asked, with a question; the leader's clock rests until it is returned. */
export interface ItemSentBack {
  readonly type: 'itemSentBack';
  readonly item: string;
  readonly question: string;
  /** Whose move it is now, where that is known. */
  readonly to?: string | undefined;
  readonly sentBackOn: Day;
}

/** The ball is with the leader again: the question was answered, or whoever it was handed to gave it back. */
export interface ItemReturned {
  readonly type: 'itemReturned';
  readonly item: string;
  readonly answer?: string | undefined;
  readonly returnedOn: Day;
}

/** Another person decides it from now on; it stays visible with its day. */
export interface ItemHandedOver {
  readonly type: 'itemHandedOver';
  readonly item: string;
  readonly to: string;
  readonly note?: string | undefined;
  readonly handedOverOn: Day;
}

/** Held on purpose: a question to settle, and the day until which. A day past what was said so far is a slip. */
export interface DeliberationStarted {
  readonly type: 'deliberationStarted';
  readonly item: string;
  readonly question: string;
  readonly until: Day;
  readonly startedOn: Day;
}

/** A claim: the item cannot go on before the other one is closed. Whether it blocks today is derived. */
export interface BlockerNamed {
  readonly type: 'blockerNamed';
  readonly item: string;
  readonly blocker: string;
  readonly namedOn: Day;
}

/** Somebody looked, and the claim still holds. */
export interface BlockerVerified {
  readonly type: 'blockerVerified';
  readonly item: string;
  readonly blocker: string;
  readonly verifiedOn: Day;
}

export interface BlockerRemoved {
  readonly type: 'blockerRemoved';
  readonly item: string;
  readonly blocker: string;
  readonly removedOn: Day;
}

/** The leader asked after a dependency: on which day, and whom. */
export interface DependencyChased {
  readonly type: 'dependencyChased';
  readonly item: string;
  readonly whom: string;
  readonly note?: string | undefined;
  readonly chasedOn: Day;
}

/** "If nobody decides by then, this happens." It takes effect only when the leader confirms that it did. */
export interface DefaultStated {
  readonly type: 'defaultStated';
  readonly item: string;
  readonly outcome: string;
  readonly takesEffectOn: Day;
  readonly statedOn: Day;
}

export interface DefaultDropped {
  readonly type: 'defaultDropped';
  readonly item: string;
  readonly droppedOn: Day;
}

/** The stated default took effect on its day, which is the day it counts as decided. */
export interface ItemDecidedBySilence {
  readonly type: 'itemDecidedBySilence';
  readonly item: string;
  readonly outcome: string;
  readonly decidedOn: Day;
  readonly confirmedOn: Day;
}

/** What a hole in an assignment left open, and which: said of the item that was captured with it. */
export interface ClarityOwed {
  readonly type: 'clarityOwed';
  readonly item: string;
  readonly assignment: string;
  readonly hole: AgreementField;
  /** The item was captured under the outcome of the assignment; its shown title is built from that and the hole. */
  readonly titleIs?: string | undefined;
}

/** The hole is filled; the answer is in the agreement too. */
export interface ItemSettled {
  readonly type: 'itemSettled';
  readonly item: string;
  readonly answer: string;
  /** The answer is this code and not somebody's words. */
  readonly answerCode?: string | undefined;
  readonly settledOn: Day;
}

/** The day to ask whether what was expected did happen. */
export interface CheckDaySet {
  readonly type: 'checkDaySet';
  readonly item: string;
  readonly checkOn: Day;
  readonly setOn: Day;
}

/** What was expected did happen. */
export interface CheckHeld {
  readonly type: 'checkHeld';
  readonly item: string;
  readonly note?: string | undefined;
  readonly answeredOn: Day;
}

/** It did not, and the question is open again as a new item; both know of each other through this entry. */
export interface ItemReversed {
  readonly type: 'itemReversed';
  readonly item: string;
  readonly reason: string;
  readonly successor: string;
  readonly answeredOn: Day;
}

export type ItemFact =
  | ItemCaptured
  | ItemEdited
  | PromiseMoved
  | WaitingChanged
  | ItemAcknowledged
  | ItemSentBack
  | ItemReturned
  | ItemHandedOver
  | DeliberationStarted
  | BlockerNamed
  | BlockerVerified
  | BlockerRemoved
  | DependencyChased
  | DefaultStated
  | DefaultDropped
  | ItemDecided
  | ItemCleared
  | ItemDecidedBySilence
  | ItemWithdrawn
  | ItemReopened
  | CheckDaySet
  | CheckHeld
  | ItemReversed
  | ClarityOwed
  | ItemSettled;
