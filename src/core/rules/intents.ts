import type { Day } from '../time/day.ts';
import type { Door, ItemKind } from '../entries/itemFacts.ts';
import type {
  Agreement,
  AgreementChange,
  AssignmentResult,
  Displacement,
  SomeDisplacement,
} from '../entries/workFacts.ts';

/** What a person asks for, in the imperative. The rules answer with facts or with a refusal. */
export type Intent =
  | Capture
  | Edit
  | ChangeWaiting
  | MovePromise
  | Acknowledge
  | SendBack
  | MarkReturned
  | Deliberate
  | HandOver
  | Block
  | Unblock
  | VerifyBlocker
  | Chase
  | StateDefault
  | DropDefault
  | ConfirmDefault
  | Decide
  | Clear
  | Withdraw
  | Reopen
  | SetCheckDay
  | AnswerCheck
  | Assign
  | KeepDraft
  | DropDraft
  | ChangeAssignment
  | Reassign
  | CloseAssignment
  | Settle
  | AddPriority
  | RenamePriority
  | RetirePriority
  | RankPriorities
  | Undo
  | Redo;

/** Everything one can say when capturing an item; only the title is needed. */
export interface CaptureFields {
  readonly title: string;
  readonly kind?: ItemKind | undefined;
  readonly door?: Door | undefined;
  /** Default: today. */
  readonly askedOn?: Day | undefined;
  readonly askedBy?: string | undefined;
  /** Default: the asked day plus the target, in working days. */
  readonly promisedOn?: Day | undefined;
  readonly waiting?: readonly string[] | undefined;
  readonly owedBy?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly link?: string | undefined;
  readonly note?: string | undefined;
}

export interface Capture extends CaptureFields {
  readonly type: 'capture';
}

/** Corrections; `null` empties a field, `waiting` is the whole list as it shall be. */
export interface Edit {
  readonly type: 'edit';
  readonly id: string;
  readonly title?: string | undefined;
  readonly kind?: ItemKind | undefined;
  readonly door?: Door | null | undefined;
  readonly askedOn?: Day | undefined;
  readonly askedBy?: string | null | undefined;
  readonly owedBy?: string | null | undefined;
  readonly waiting?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly link?: string | null | undefined;
  readonly note?: string | null | undefined;
}

export interface ChangeWaiting {
  readonly type: 'changeWaiting';
  readonly id: string;
  readonly add?: readonly string[] | undefined;
  readonly remove?: readonly string[] | undefined;
}

export interface MovePromise {
  readonly type: 'movePromise';
  readonly id: string;
  readonly promisedOn: Day;
  readonly reason: string;
}

/** Says that it was seen. */
export interface Acknowledge {
  readonly type: 'acknowledge';
  readonly id: string;
  readonly note?: string | undefined;
}

/** Gives the ball back to whoever asked, with a question. */
export interface SendBack {
  readonly type: 'sendBack';
  readonly id: string;
  readonly question: string;
  /** Default: who asked. */
  readonly to?: string | undefined;
}

/** The ball is with the leader again, after it was sent back or handed over. */
export interface MarkReturned {
  readonly type: 'markReturned';
  readonly id: string;
  readonly answer?: string | undefined;
}

/** Holds it on purpose. */
export interface Deliberate {
  readonly type: 'deliberate';
  readonly id: string;
  readonly question: string;
  readonly until: Day;
}

export interface HandOver {
  readonly type: 'handOver';
  readonly id: string;
  readonly to: string;
  readonly note?: string | undefined;
}

export interface Block {
  readonly type: 'block';
  readonly id: string;
  /** The item that is in the way. */
  readonly blocker: string;
}

export interface Unblock {
  readonly type: 'unblock';
  readonly id: string;
  readonly blocker: string;
}

export interface VerifyBlocker {
  readonly type: 'verifyBlocker';
  readonly id: string;
  readonly blocker: string;
}

export interface Chase {
  readonly type: 'chase';
  readonly id: string;
  /** Default: who owes it. */
  readonly whom?: string | undefined;
  readonly note?: string | undefined;
  /** Default: today. */
  readonly chasedOn?: Day | undefined;
}

/** "If nobody decides by that day, this happens." A later one replaces it. */
export interface StateDefault {
  readonly type: 'stateDefault';
  readonly id: string;
  readonly outcome: string;
  readonly takesEffectOn: Day;
}

export interface DropDefault {
  readonly type: 'dropDefault';
  readonly id: string;
}

/** The default took effect: it counts as decided by silence, on the day it named. */
export interface ConfirmDefault {
  readonly type: 'confirmDefault';
  readonly id: string;
}

/** Of a closed item: the day to ask whether what was expected did happen. */
export interface SetCheckDay {
  readonly type: 'setCheckDay';
  readonly id: string;
  readonly checkOn: Day;
}

/** Says whether what was expected did happen. A reversal opens a new item. */
export type AnswerCheck = { readonly type: 'answerCheck'; readonly id: string } & (
  | { readonly answer: 'held'; readonly note?: string | undefined }
  | {
      readonly answer: 'reversed';
      readonly reason: string;
      /** Of the new item. Default: the title of the reversed one. */
      readonly title?: string | undefined;
    }
);

/** The answers to the eight questions, as far as they are given. */
export type AgreementAnswers = { readonly [F in keyof Agreement]?: Agreement[F] | undefined };

/** Hands work out. */
export interface Assign extends AgreementAnswers {
  readonly type: 'assign';
  /** Id of the draft it goes on from. */
  readonly draft?: string | undefined;
  /** Why it is handed out although it is not clear. */
  readonly anyway?: string | undefined;
}

export interface KeepDraft extends AgreementAnswers {
  readonly type: 'keepDraft';
  readonly draft?: string | undefined;
}

export interface DropDraft {
  readonly type: 'dropDraft';
  readonly id: string;
}

export type ChangeAssignment = AgreementChange & {
  readonly type: 'changeAssignment';
  readonly id: string;
  readonly reason: string;
  /** What the change costs, in working days. */
  readonly costInDays: number;
};

export interface Reassign {
  readonly type: 'reassign';
  readonly id: string;
  readonly owner: string;
  readonly reason: string;
  readonly costInDays: number;
}

export interface CloseAssignment {
  readonly type: 'closeAssignment';
  readonly id: string;
  readonly result: AssignmentResult;
  readonly note?: string | undefined;
}

/** Fills the hole a clarity item stands for. */
export interface Settle {
  readonly type: 'settle';
  readonly id: string;
  /** Left out where the hole is that the owner had not agreed: it says no more than that they have. */
  readonly answer?: string | undefined;
  /** Where the day is the hole, or is agreed as another one. */
  readonly dueOn?: Day | undefined;
}

export interface AddPriority extends SomeDisplacement {
  readonly type: 'addPriority';
  readonly title: string;
}

export interface RenamePriority {
  readonly type: 'renamePriority';
  readonly id: string;
  readonly title: string;
}

export interface RetirePriority {
  readonly type: 'retirePriority';
  readonly id: string;
  readonly reason: string;
}

export interface RankPriorities extends Displacement {
  readonly type: 'rankPriorities';
  /** Ids, the first first; those that are not named follow as they stood. */
  readonly order: readonly string[];
}

export interface Decide {
  readonly type: 'decide';
  readonly id: string;
  readonly outcome: string;
  readonly because?: string | undefined;
  /** Default: today. */
  readonly decidedOn?: Day | undefined;
  /** The day to ask whether what was expected did happen. */
  readonly checkOn?: Day | undefined;
}

export interface Clear {
  readonly type: 'clear';
  readonly id: string;
  readonly note?: string | undefined;
  /** Default: today. */
  readonly clearedOn?: Day | undefined;
}

export interface Withdraw {
  readonly type: 'withdraw';
  readonly id: string;
  readonly reason: string;
}

export interface Reopen {
  readonly type: 'reopen';
  readonly id: string;
  readonly reason: string;
}

export interface Undo {
  readonly type: 'undo';
  /** Only if this act is still the last one; without it, whatever the last one is. */
  readonly act?: string | undefined;
}

/** Takes back an undo, as long as nothing else was done since. */
export interface Redo {
  readonly type: 'redo';
  /** Only if this act of undoing is still the last one; without it, whatever the last one is. */
  readonly undo?: string | undefined;
}
