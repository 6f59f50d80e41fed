import type { Day } from '../time/day.ts';
import type { Change, Some } from './fields.ts';
import type { AgreementField } from './workFacts.ts';

export const itemKinds = ['decision', 'approval', 'dependency', 'clarity'] as const;
/**
 * What the leader has to do: choose, say yes or no, clear something the team needs from elsewhere, or fill a hole left in
 * an assignment.
 */
export type ItemKind = (typeof itemKinds)[number];

/** The kinds a person can capture. A clarity item comes from an assignment and keeps its kind. */
export const capturedKinds = ['decision', 'approval', 'dependency'] as const satisfies readonly ItemKind[];

export const doors = ['two-way', 'one-way'] as const;
/** Whether a decision is reversible (two-way) or hard to undo (one-way). */
export type Door = (typeof doors)[number];

/** Where an item lives outside the log, so that an import recognises it again. */
interface Source {
  /** A tool, or the address of a repository: `jira`, `github.com/acme/shop`. */
  readonly sourceSystem?: string | undefined;
  /** Unique in that system: the key of a ticket, or the path of a file from the root of its repository. */
  readonly sourceKey?: string | undefined;
}

/** Of a fact that can also be one of the outside. Its day is that of the outside then, in the leader's time zone. */
interface Outside {
  /** What recorded it unasked, such as a connection; absent for what a person did or imported. */
  readonly via?: string | undefined;
  /** When it was there, ISO 8601 in UTC: before or after what a person did here. */
  readonly at?: string | undefined;
}

/** The fields of an item when it is captured. */
interface Captured extends Source, Outside {
  readonly kind: ItemKind;
  readonly title: string;
  /** The day somebody first needed it from the leader. All clocks start here. */
  readonly askedOn: Day;
  /** The first promise. Frozen: each move is a `promiseMoved`. */
  readonly promisedOn: Day;
  /** The leader's target in working days, if it set the promise; absent when a day was given. */
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
  /** The source named no asked day, and the import estimated it. */
  readonly isAskedEstimated?: boolean | undefined;
  /** The team that was asked, as `acme/reviewers`; absent where the leader was asked. */
  readonly team?: string | undefined;
}

/** Of a fact that closes an item. */
interface Closed {
  /** The source named no closing day, and the import estimated it. */
  readonly isEstimated?: boolean | undefined;
}

/** Of a decision that was recorded elsewhere. */
interface Recorded {
  /** The status in its record where it is not plainly accepted, such as `superseded by ADR-0005`. */
  readonly recordStatus?: string | undefined;
}

/** How an item can be closed by its source. */
export const closedAs = ['decided', 'cleared', 'withdrawn'] as const;
export type ClosedAs = (typeof closedAs)[number];

/**
 * The facts about items, by type. Names and shapes are on disk: a released one is never changed or reused. A new type of
 * entry needs no new version, because a reader treats an unknown type as written by a newer version.
 */
interface ItemFacts {
  itemCaptured: Captured;
  /**
   * Corrections. An absent field is unchanged, `null` clears it. An edit never moves a promise or restarts a clock. With a
   * source, an import made it, because the source says something else now; or the outside did, where it has `via`.
   */
  itemEdited: Some<Pick<Captured, 'title' | 'kind' | 'askedOn' | 'isAskedEstimated' | 'tags'>> &
    Change<Pick<Captured, 'door' | 'askedBy' | 'owedBy' | 'link' | 'note' | 'team'>> &
    Source &
    Outside & {
      /** Of the outside: the day on which it became so. */
      readonly changedOn?: Day | undefined;
    };
  /** Another promised day. The first promise stays in the capture. A move to a later day is a slip. */
  promiseMoved: {
    readonly promisedOn: Day;
    readonly reason: string;
    /** The reason is this code and not somebody's words. */
    readonly reasonCode?: string | undefined;
    readonly movedOn: Day;
  };
  waitingChanged: Outside & {
    readonly added?: readonly string[] | undefined;
    readonly removed?: readonly string[] | undefined;
    /** The day since which the added people have waited; absent: since the day they were named. */
    readonly since?: Day | undefined;
  };
  itemDecided: Closed &
    Recorded &
    Outside & {
      readonly outcome: string;
      readonly because?: string | undefined;
      readonly decidedOn: Day;
      /** What should happen. It counts only with `sureness`. */
      readonly expect?: string | undefined;
      /** How sure the leader is of it, in whole percent, from 50 to 99. */
      readonly sureness?: number | undefined;
    };
  /** A dependency is no longer in the way. */
  itemCleared: Closed & { readonly note?: string | undefined; readonly clearedOn: Day };
  itemWithdrawn: Closed &
    Outside & {
      readonly reason: string;
      /** The reason is this code and not somebody's words. */
      readonly reasonCode?: string | undefined;
      readonly withdrawnOn: Day;
    };
  /**
   * The source of an imported item says something else about its closing now. Replaces the whole closing: an absent field
   * is empty.
   */
  closingCorrected: Closed &
    Recorded & {
      readonly closedAs: ClosedAs;
      readonly closedOn: Day;
      /** Of `decided`. */
      readonly outcome?: string | undefined;
      readonly because?: string | undefined;
      /** Of `cleared`. */
      readonly note?: string | undefined;
      /** Of `withdrawn`. */
      readonly reason?: string | undefined;
      /** The first promise as the import would now set it, for an item whose promise came from the source's days. */
      readonly promisedOn?: Day | undefined;
      readonly correctedOn: Day;
    };
  itemReopened: Outside & {
    readonly reason: string;
    /** The reason is this code and not somebody's words. */
    readonly reasonCode?: string | undefined;
    readonly reopenedOn: Day;
  };
  /** The leader said that they have seen it, which counts as a response. */
  itemAcknowledged: { readonly note?: string | undefined; readonly acknowledgedOn: Day };
  /** The ball goes to the asker, with a question. The leader's clock pauses until it is returned. */
  itemSentBack: Outside & {
    readonly question: string;
    /** The question is this code and not somebody's words. */
    readonly questionCode?: string | undefined;
    /** Who has the ball now, if known. */
    readonly to?: string | undefined;
    readonly sentBackOn: Day;
  };
  /** The ball is with the leader again, after it was sent back or handed over. */
  itemReturned: Outside & { readonly answer?: string | undefined; readonly returnedOn: Day };
  /** Another person decides it from now on. The item stays visible. */
  itemHandedOver: { readonly to: string; readonly note?: string | undefined; readonly handedOverOn: Day };
  /** Held on purpose, with a question to settle. An until-day past the last day people were told is a slip. */
  deliberationStarted: { readonly question: string; readonly until: Day; readonly startedOn: Day };
  /** A claim that the item cannot proceed until the blocker is closed. Whether it blocks today is derived. */
  blockerNamed: { readonly blocker: string; readonly namedOn: Day };
  /** The claim was checked on that day and still holds. */
  blockerVerified: { readonly blocker: string; readonly verifiedOn: Day };
  blockerRemoved: { readonly blocker: string; readonly removedOn: Day };
  /** The leader asked somebody about a dependency. */
  dependencyChased: { readonly whom: string; readonly note?: string | undefined; readonly chasedOn: Day };
  /** "If nobody decides by then, this happens." It takes effect only when the leader confirms that it did. */
  defaultStated: { readonly outcome: string; readonly takesEffectOn: Day; readonly statedOn: Day };
  defaultDropped: { readonly droppedOn: Day };
  /** The stated default took effect. Its day, `decidedOn`, counts as the day of the decision. */
  itemDecidedBySilence: { readonly outcome: string; readonly decidedOn: Day; readonly confirmedOn: Day };
  /** Links a clarity item, captured in the same act, to its assignment and to the hole in it. */
  clarityOwed: {
    readonly assignment: string;
    readonly hole: AgreementField;
    /** The item was captured under the outcome of the assignment; its shown title is built from that and the hole. */
    readonly titleIs?: string | undefined;
  };
  /** The hole is filled; the answer is in the agreement too. */
  itemSettled: {
    readonly answer: string;
    /** The answer is this code and not somebody's words. */
    readonly answerCode?: string | undefined;
    readonly settledOn: Day;
  };
  /** The day to ask whether what was expected happened. */
  checkDaySet: { readonly checkOn: Day; readonly setOn: Day };
  /** What was expected happened. */
  checkHeld: { readonly note?: string | undefined; readonly answeredOn: Day };
  /** What was expected did not happen. The question is open again as a new item; this entry links the two. */
  itemReversed: {
    readonly reason: string;
    readonly successor: string;
    /** Id of the entry with the answer that it replaces. Absent where its writer knew of none. */
    readonly replaces?: string | undefined;
    /** What it cost, in working days, as the leader estimates it. */
    readonly reworkInDays?: number | undefined;
    readonly answeredOn: Day;
  };
  /**
   * Two machines closed it or answered its check differently; the leader looked, and the entry with the id `counts`
   * counts. `over`: the ids of the others that were seen. What was not seen is still to be settled.
   */
  disagreementSettled: { readonly counts: string; readonly over: readonly string[]; readonly settledOn: Day };
}

export type ItemFact = {
  [T in keyof ItemFacts]: { readonly type: T; readonly item: string } & ItemFacts[T];
}[keyof ItemFacts];
