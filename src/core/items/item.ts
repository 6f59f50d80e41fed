import type { Day } from '../time/day.ts';
import type { ItemEntry } from '../entries/entry.ts';
import type { Door, ItemKind } from '../entries/itemFacts.ts';
import type { AgreementField } from '../entries/workFacts.ts';

export type Closing = (
  | {
      readonly how: 'decided';
      readonly on: Day;
      readonly outcome: string;
      readonly because: string | undefined;
      /** The status in its record where it is not plainly accepted. */
      readonly recordStatus?: string;
      /** What should happen, which the check asks about. */
      readonly expectation?: Expectation;
    }
  /**
   * Nobody decided, and the leader confirmed that the default stated on `statedOn` took effect. A row shows it as decided
   * where it was not stated in time (`closingOf`).
   */
  | { readonly how: 'silence'; readonly on: Day; readonly outcome: string; readonly statedOn: Day | undefined }
  | { readonly how: 'cleared'; readonly on: Day; readonly note: string | undefined }
  | { readonly how: 'settled'; readonly on: Day; readonly answer: string; readonly answerCode?: string | undefined }
  | { readonly how: 'withdrawn'; readonly on: Day; readonly reason: string; readonly reasonCode?: string | undefined }
) & {
  /** Whether an import estimated the day, because the source named none; absent if it is known. */
  readonly isEstimated?: true;
};

/** What the leader expected of a decision when they made it. */
export interface Expectation {
  readonly expect: string;
  /** How sure the leader was, in whole percent, from 50 to 99. */
  readonly sureness: number;
}

/** A day that people were told after the first promise. Whether it is a slip depends on the working days: `slipsOf`. */
export interface ToldDay {
  /** `hold`: the until-day of a hold, which replaces what was told only where it is later. */
  readonly by: 'promise' | 'hold';
  readonly day: Day;
  /** Undefined where none was given: it was an earlier day. */
  readonly reason: string | undefined;
  /** The day on which they were told. */
  readonly on: Day;
  /** Of a hold that ended because the ball was passed on, or the item was closed and reopened: that day. */
  readonly endedOn?: Day;
}

/** Whose move it is: the leader's, the asker's (sent back), or somebody else's who decides now (handed over). */
export type Ball = 'leader' | PassedTurn['holder'];

/** A spell in which the item is not the leader's to move. Spells are chronological and do not overlap. */
export type Turn = PassedTurn | ClosedTurn;

/** The ball is with somebody else. */
export interface PassedTurn {
  /** `asker`: sent back with a question. `decider`: handed over to somebody who decides now. */
  readonly holder: 'asker' | 'decider';
  readonly name: string | undefined;
  /** The question it was sent back with, or the note it was handed over with. */
  readonly words: string | undefined;
  /** The question is this code and not somebody's words. */
  readonly code?: string | undefined;
  readonly from: Day;
  /** The day it ended; undefined while it lasts. */
  readonly to: Day | undefined;
  /** Whether the turn before it was running when it began, and ended with that: it was not the leader's move between. */
  readonly endedTurn?: true;
}

/** The item was closed, and was reopened on `to`. */
export interface ClosedTurn {
  readonly holder: 'nobody';
  readonly name: undefined;
  readonly words: undefined;
  readonly closing: Closing;
  /** Whether the turn before it was running when the item was closed, and ended with that. */
  readonly endedTurn: boolean;
  readonly from: Day;
  readonly to: Day;
}

/** A spell in which somebody waits. */
export interface WaitingSpell {
  readonly name: string;
  /** Undefined: since the asked day. */
  readonly from: Day | undefined;
  /** Undefined while it lasts. */
  readonly to: Day | undefined;
}

/** Two machines closed an item, or answered its check, differently. The earlier by the clock of the log counts. */
export interface Disagreement {
  readonly about: 'closing' | 'check';
  /** The entry that counts. */
  readonly counts: ItemEntry;
  /** The others, oldest first, at most `mostDisagreeing`. */
  readonly others: readonly ItemEntry[];
}

/** Held on purpose. */
export interface Deliberation {
  readonly question: string;
  readonly since: Day;
  readonly until: Day;
}

/** A claim that another item is in the way, and the last day somebody verified it. */
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
  readonly statedOn: Day;
}

/** A request on another system that an item stands for. What happens there is recorded here. */
export interface Request {
  /** What records it: `github`. */
  readonly via: string;
  /** The host: `github.com`. */
  readonly system: string;
  /** What it is called there for good: the node id of a pull request. */
  readonly key: string;
  /** The team that is asked, as `acme/reviewers`; undefined where the leader is. */
  readonly team: string | undefined;
  /** Whether it still waits on the leader there, whatever was done about it here. */
  readonly waitsThere: boolean;
}

/** Did what was expected happen? */
export interface Check {
  /** The day to ask; undefined when the item was answered without one. */
  readonly on: Day | undefined;
  /** Undefined until it is answered. `held` can still become `reversed`; `reversed` is final. */
  readonly answer:
    | { readonly how: 'held'; readonly on: Day; readonly note: string | undefined }
    | {
        readonly how: 'reversed';
        readonly on: Day;
        readonly reason: string;
        readonly successor: string;
        /** What it cost, in working days, as the leader estimates it; absent where they did not say. */
        readonly reworkInDays?: number;
      }
    | undefined;
}

export interface Clarity {
  readonly assignment: string;
  readonly hole: AgreementField;
  /** `outcome`: the title is that of the assignment, and `titleOf` builds the one that is shown. */
  readonly titleIs?: string | undefined;
}

/** Something that waits on the leader, as folded from the log. Nothing here depends on today. */
export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly door: Door | undefined;
  readonly askedOn: Day;
  /** As it was captured; another one was corrected. */
  readonly firstAskedOn: Day;
  readonly askedBy: string | undefined;
  /** The leader's day of the capture. */
  readonly loggedOn: Day;
  /** The promise in force: the first one, or the last it was moved to. */
  readonly promisedOn: Day;
  /** Frozen at the capture; whether the promise was kept is judged by this day. */
  readonly firstPromisedOn: Day;
  /** The days that people were told later, oldest first. */
  readonly toldDays: readonly ToldDay[];
  /** The leader's target in working days, if it set the promise; undefined when a day was given. */
  readonly target: number | undefined;
  /** Who waits now. */
  readonly waiting: readonly string[];
  /** Who waited when; every name in `waiting` has one that lasts. */
  readonly waitingSpells: readonly WaitingSpell[];
  readonly owedBy: string | undefined;
  readonly tags: readonly string[];
  readonly link: string | undefined;
  readonly note: string | undefined;
  readonly importedFrom: string | undefined;
  /** Where it lives outside the log, and its key there. */
  readonly sourceSystem: string | undefined;
  readonly sourceKey: string | undefined;
  /** Undefined for what was only captured or imported here. */
  readonly request: Request | undefined;
  /** Whether an import estimated the asked day, because the source named none. */
  readonly isAskedEstimated: boolean;
  readonly acknowledgedOn: Day | undefined;
  /** The earliest day on which the leader acknowledged it, sent it back, held it, handed it over or closed it. */
  readonly respondedOn: Day | undefined;
  /** Only the last can be unfinished. */
  readonly turns: readonly Turn[];
  /** The last one; whether it is in effect depends on the day. */
  readonly deliberation: Deliberation | undefined;
  readonly blockers: readonly Blocker[];
  readonly chases: readonly Chase[];
  readonly default: Default | undefined;
  /** Of a clarity item: its assignment, and the hole in it. */
  readonly clarity: Clarity | undefined;
  /** Undefined while it is open. */
  readonly closing: Closing | undefined;
  /** Of a closed item only. */
  readonly check: Check | undefined;
  /** Until the leader has looked at it. */
  readonly disagreement: Disagreement | undefined;
  /** A newer Pacesetter wrote about it: shown, never changed here. */
  readonly readOnly: boolean;
  /** All its entries in force, oldest first. */
  readonly history: readonly ItemEntry[];
  /** Ids of the entries in `history` that had no effect. */
  readonly withoutEffect: readonly string[];
}

/** The unfinished turn; undefined while the leader has the ball. */
export function currentTurn(item: Pick<Item, 'turns'>): PassedTurn | undefined {
  const last = item.turns.at(-1);
  return last === undefined || last.holder === 'nobody' || last.to !== undefined ? undefined : last;
}
