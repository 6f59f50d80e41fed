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
  | Redo
  | BringBack;

/** The fields of a new item; only the title is required. */
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

/** Corrections. An absent field is unchanged, `null` clears it; `waiting` is the complete new list. */
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

/** Says that the leader has seen it. */
export interface Acknowledge {
  readonly type: 'acknowledge';
  readonly id: string;
  readonly note?: string | undefined;
}

/** Gives the ball back to the asker, with a question. */
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

/** The default took effect: the item counts as decided by silence, on the day of the default. */
export interface ConfirmDefault {
  readonly type: 'confirmDefault';
  readonly id: string;
}

/** Sets the day to ask whether what was expected happened. Only for a closed item. */
export interface SetCheckDay {
  readonly type: 'setCheckDay';
  readonly id: string;
  readonly checkOn: Day;
}

/** Says whether what was expected happened. A reversal opens a new item. */
export type AnswerCheck = { readonly type: 'answerCheck'; readonly id: string } & (
  | { readonly answer: 'held'; readonly note?: string | undefined }
  | {
      readonly answer: 'reversed';
      readonly reason: string;
      /** Title of the new item. Default: that of the reversed one. */
      readonly title?: string | undefined;
    }
);

/** The answers given to the eight questions. */
export type AgreementAnswers = { readonly [F in keyof Agreement]?: Agreement[F] | undefined };

/** Hands work out. */
export interface Assign extends AgreementAnswers {
  readonly type: 'assign';
  /** Id of the draft it continues. */
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
  /** Optional if the hole is the agreement to the due day: it then says that the owner agreed. */
  readonly answer?: string | undefined;
  /** Required if the hole is the due day; optional if the hole is the agreement to it. */
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
  /** Ids, highest first. Absent ones follow in their current order. */
  readonly order: readonly string[];
}

export interface Decide {
  readonly type: 'decide';
  readonly id: string;
  readonly outcome: string;
  readonly because?: string | undefined;
  /** Default: today. */
  readonly decidedOn?: Day | undefined;
  /** The day to ask whether what was expected happened. */
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
  /** Refused unless this act is still the last one. Default: the last one. */
  readonly act?: string | undefined;
}

/** Undoes an undo, if nothing else was done since. */
export interface Redo {
  readonly type: 'redo';
  /** Refused unless this undo is still the last one. Default: the last one. */
  readonly undo?: string | undefined;
}

/** Undoes what another machine took back, although only the machine that did it could. */
export interface BringBack {
  readonly type: 'bringBack';
  /** The act of that machine. */
  readonly undo: string;
}
