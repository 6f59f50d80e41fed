import type { Day } from './day.ts';
import type { Door, ItemKind } from './entries.ts';

/** What a person asks for, in the imperative. The rules answer with facts or with a refusal. */
/** Takes back an undo, as long as nothing else was done since. */
export interface Redo {
  readonly type: 'redo';
  /** The act of undoing. */
  readonly undo: string;
}

export type Intent = Capture | Edit | ChangeWaiting | MovePromise | Decide | Clear | Withdraw | Reopen | Undo | Redo;

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

export interface Decide {
  readonly type: 'decide';
  readonly id: string;
  readonly outcome: string;
  readonly because?: string | undefined;
  /** Default: today. */
  readonly decidedOn?: Day | undefined;
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
