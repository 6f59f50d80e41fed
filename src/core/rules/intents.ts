import type { Day } from '../time/day.ts';
import type { FactOf } from '../entries/entry.ts';
import type { Some } from '../entries/fields.ts';
import type { Agreement, AgreementChange, AssignmentResult, Cost, Displacement } from '../entries/workFacts.ts';

type Captured = FactOf<'itemCaptured'>;

/** The fields of a new item; only the title is required. */
export type CaptureFields = Pick<
  Captured,
  'title' | 'door' | 'askedBy' | 'waiting' | 'owedBy' | 'tags' | 'link' | 'note'
> & {
  readonly kind?: Captured['kind'] | undefined;
  /** Default: today. */
  readonly askedOn?: Day | undefined;
  /** Default: the asked day plus the target, in working days. */
  readonly promisedOn?: Day | undefined;
};

/** The answers given to the eight questions. */
export type AgreementAnswers = Some<Agreement>;

/** What is asked for about one item, assignment or priority; `id` names it. */
interface IntentsById {
  /** Corrections. An absent field is unchanged, `null` clears it; `waiting` is the complete new list. */
  edit: Omit<FactOf<'itemEdited'>, 'type' | 'item'> & Pick<Captured, 'waiting'>;
  changeWaiting: {
    readonly add?: readonly string[] | undefined;
    readonly remove?: readonly string[] | undefined;
    /** Since when those in `add` have waited; by default since today. It never makes a wait shorter. */
    readonly since?: Day | undefined;
  };
  /** The reason is required where the day is later than people were told. */
  movePromise: { readonly promisedOn: Day; readonly reason?: string | undefined };
  /** Says that the leader has seen it. */
  acknowledge: { readonly note?: string | undefined };
  /** Gives the ball back to the asker, with a question. `to` is by default who asked. */
  sendBack: { readonly question: string; readonly to?: string | undefined };
  /** The ball is with the leader again, after it was sent back or handed over. */
  markReturned: {
    readonly answer?: string | undefined;
    /** Default: today. */
    readonly returnedOn?: Day | undefined;
  };
  /** Holds it on purpose. */
  deliberate: { readonly question: string; readonly until: Day };
  handOver: { readonly to: string; readonly note?: string | undefined };
  /** Says that another item, the blocker, is in the way. */
  block: { readonly blocker: string };
  unblock: { readonly blocker: string };
  verifyBlocker: { readonly blocker: string };
  /** By default who owes it was chased, today. */
  chase: {
    readonly whom?: string | undefined;
    readonly note?: string | undefined;
    readonly chasedOn?: Day | undefined;
  };
  /** "If nobody decides by that day, this happens." A later one replaces it. */
  stateDefault: { readonly outcome: string; readonly takesEffectOn: Day };
  dropDefault: object;
  /** The default took effect: the item counts as decided by silence, on the day of the default. */
  confirmDefault: object;
  decide: {
    readonly outcome: string;
    readonly because?: string | undefined;
    /** Default: today. */
    readonly decidedOn?: Day | undefined;
    /** The day to ask whether what was expected happened. */
    readonly checkOn?: Day | undefined;
    /** What should happen. With it belong `sureness` and `checkOn`. */
    readonly expect?: string | undefined;
    /** How sure the leader is of it, in whole percent, from 50 to 99. */
    readonly sureness?: number | undefined;
  };
  /** It is cleared today by default. */
  clear: { readonly note?: string | undefined; readonly clearedOn?: Day | undefined };
  withdraw: { readonly reason: string };
  reopen: { readonly reason: string };
  /** Takes back what came from the outside: the act with that id. It stays so. */
  takeBackRequest: { readonly act: string };
  /** Sets the day to ask whether what was expected happened. Only for a closed item. */
  setCheckDay: { readonly checkOn: Day };
  /** Says whether what was expected happened. A reversal opens a new item, by default with the title of this one. */
  answerCheck:
    | { readonly answer: 'held'; readonly note?: string | undefined }
    | {
        readonly answer: 'reversed';
        readonly reason: string;
        readonly title?: string | undefined;
        /** What it cost, in working days, as the leader estimates it. */
        readonly reworkInDays?: number | undefined;
      };
  /** Two machines closed it or answered its check differently: says the id of the entry that counts. */
  settleDisagreement: { readonly counts: string };
  dropDraft: object;
  changeAssignment: AgreementChange & Cost;
  reassign: { readonly owner: string } & Cost;
  closeAssignment: {
    readonly result: AssignmentResult;
    readonly note?: string | undefined;
    /** Default: today. */
    readonly closedOn?: Day | undefined;
  };
  /** Fills the hole a clarity item stands for. */
  settle: {
    /** Optional if the hole is the agreement to the due day: it then says that the owner agreed. */
    readonly answer?: string | undefined;
    /** Required if the hole is the due day; optional if the hole is the agreement to it. */
    readonly dueOn?: Day | undefined;
  };
  renamePriority: { readonly title: string };
  retirePriority: { readonly reason: string };
}

interface OtherIntents {
  capture: CaptureFields;
  /** Hands work out. */
  assign: AgreementAnswers & {
    /** Id of the draft it continues. */
    readonly draft?: string | undefined;
    /** Why it is handed out although it is not clear. */
    readonly anyway?: string | undefined;
  };
  keepDraft: AgreementAnswers & { readonly draft?: string | undefined };
  addPriority: Some<Displacement> & { readonly title: string };
  /** `order` holds ids, highest first. Absent ones follow in their current order. */
  rankPriorities: Displacement & { readonly order: readonly string[] };
  /** Names of one person, who is called by the first of them. */
  samePerson: { readonly names: readonly string[] };
  /** Takes names of one person apart. */
  differentPerson: { readonly names: readonly string[] };
  /** The leader talked with that person today. */
  markDiscussed: { readonly name: string };
  /** Refused unless the named act is still the last one. Default: the last one. */
  undo: { readonly act?: string | undefined };
  /** Undoes an undo, if nothing else was done since. Refused unless the named undo is still the last one. */
  redo: { readonly undo?: string | undefined };
  /** Undoes what another machine took back, although only the machine that did it could. `undo` is the act of that one. */
  bringBack: { readonly undo: string };
}

/** What a person asks for, in the imperative. The rules answer with facts or with a refusal. */
export type Intent =
  | { [T in keyof IntentsById]: { readonly type: T; readonly id: string } & IntentsById[T] }[keyof IntentsById]
  | { [T in keyof OtherIntents]: { readonly type: T } & OtherIntents[T] }[keyof OtherIntents];

export type IntentOf<T extends Intent['type']> = Extract<Intent, { readonly type: T }>;
