import type { Deed } from './diary.ts';
import type { PlainDay } from './plainDays.ts';

/** Whose move it was. Nobody's while the item was closed. */
export type Mover = 'leader' | 'asker' | 'decider' | 'nobody';

export interface Ending {
  readonly how: 'decided' | 'silence' | 'cleared' | 'settled' | 'withdrawn';
  readonly on: PlainDay;
  readonly words: string | undefined;
  readonly by: Deed;
}

/** A day that people were told, and the day on which they were. */
export interface Told {
  readonly day: PlainDay;
  readonly made: PlainDay;
}

/** From that day on it is the move of somebody else; of nobody, once it is closed. */
interface Move {
  readonly on: PlainDay;
  readonly mover: Mover;
  readonly name?: string | undefined;
  readonly words?: string | undefined;
  readonly ending?: Ending;
}

/** The books about one item. */
export interface Page {
  readonly id: string;
  readonly kind: 'decision' | 'approval' | 'dependency' | 'clarity';
  title: string;
  door: 'two-way' | 'one-way' | undefined;
  asked: PlainDay;
  /** The asked day of the capture. */
  readonly firstAsked: PlainDay;
  readonly askedBy: string | undefined;
  /** The local day of the capture. */
  readonly logged: PlainDay;
  /** The promise in force, and the day it was made. */
  promise: Told;
  readonly firstPromise: PlainDay;
  /** The days that people were told after the first promise, in the order in which they were. */
  readonly tellings: { day: PlainDay; on: PlainDay; reason: string; isPromise: boolean }[];
  /** The last day that people were told, and when. */
  told: Told;
  readonly slips: { from: PlainDay; to: PlainDay; on: PlainDay; reason: string }[];
  /** Who waited, from the day they were named (undefined: from the asked day) to the day they no longer did. */
  readonly waiting: { name: string; named: PlainDay | undefined; gone: PlainDay | undefined }[];
  readonly owedBy: string | undefined;
  note: string | undefined;
  /** In the order in which they were done. */
  readonly moves: Move[];
  readonly responses: PlainDay[];
  acknowledged: boolean;
  hold: { question: string; since: PlainDay; until: PlainDay } | undefined;
  /** Whether the leader still has what is held. */
  isHolding: boolean;
  /** The days on which it was held. */
  readonly holds: PlainDay[];
  readonly blockers: Map<string, PlainDay>;
  readonly chases: { on: PlainDay; whom: string; note: string | undefined }[];
  default: { on: PlainDay; outcome: string; stated: PlainDay } | undefined;
  readonly hole: { assignment: string; hole: string } | undefined;
  /** Whether the leader captured it; other items come from a hole or a reversal. */
  readonly isCaptured: boolean;
  ending: Ending | undefined;
  check:
    | {
        on: PlainDay | undefined;
        answer: 'held' | 'reversed' | undefined;
        answered: PlainDay | undefined;
        rework: number | undefined;
      }
    | undefined;
  /** How sure the leader was of what they expected, in percent. */
  sureness: number | undefined;
  answer: Deed | undefined;
  successor: string | undefined;
  /** Acts of two machines that say different things. */
  disagreement: { about: 'closing' | 'check'; counts: string; others: string[] } | undefined;
  /** Whether the leader ever chose between two machines. */
  isChosen: boolean;
  /** The last day on record. */
  last: PlainDay;
}

/** The books about one assignment. */
export interface Brief {
  readonly id: string;
  readonly outcome: string;
  readonly made: PlainDay;
  readonly isClear: boolean;
  owner: string;
  /** Who owned it, since when. */
  readonly owners: { name: string; since: PlainDay }[];
  due: PlainDay | undefined;
  /** Whether whoever owns it agreed to the due day. */
  isAgreed: boolean;
  /** The first due day to which whoever owns it agreed, and the day on which it was in force. */
  agreed: Told | undefined;
  dependsOn: readonly string[];
  /** The priorities it served, since when; '' for none. */
  readonly served: { name: string; since: PlainDay }[];
  /** What pulled whoever owned it then off the work. */
  readonly changes: { on: PlainDay; cost: number; person: string; isReassigned: boolean; onlyAgrees: boolean }[];
  rerankings: { on: PlainDay; person: string; act: string }[];
  ending: { on: PlainDay; result: string } | undefined;
  last: PlainDay;
}

export interface Targets {
  readonly approval: number;
  readonly twoWayDecision: number;
  readonly oneWayDecision: number;
  readonly dependency: number;
  readonly clarity: number;
}

export type PageKind = keyof Targets;

export function kindOf({ kind, door }: Pick<Page, 'kind' | 'door'>): PageKind {
  if (kind !== 'decision') return kind;
  return door === 'one-way' ? 'oneWayDecision' : 'twoWayDecision';
}

/** Who waits now. */
export function present({ waiting }: Pick<Page, 'waiting'>): Page['waiting'] {
  return waiting.filter(({ gone }) => gone === undefined);
}

/** Names somebody who waits; named on the day on which they were left out, they have waited all along. */
export function nameOn(page: Page, name: string, named: PlainDay): void {
  const before = page.waiting.findLast((one) => one.name === name);
  if (before?.gone === named) before.gone = undefined;
  else if (before === undefined || before.gone !== undefined) page.waiting.push({ name, named, gone: undefined });
}

type Captured =
  | 'id'
  | 'kind'
  | 'title'
  | 'door'
  | 'asked'
  | 'askedBy'
  | 'logged'
  | 'owedBy'
  | 'note'
  | 'waiting'
  | 'hole'
  | 'isCaptured';

/** The page of an item that was captured, promised for that day. */
export function newPage(captured: Pick<Page, Captured>, promise: PlainDay): Page {
  const { asked } = captured;
  return {
    ...captured,
    firstAsked: asked,
    promise: { day: promise, made: asked },
    firstPromise: promise,
    told: { day: promise, made: asked },
    tellings: [],
    slips: [],
    moves: [],
    responses: [],
    acknowledged: false,
    hold: undefined,
    isHolding: false,
    holds: [],
    blockers: new Map(),
    chases: [],
    default: undefined,
    ending: undefined,
    check: undefined,
    sureness: undefined,
    answer: undefined,
    successor: undefined,
    disagreement: undefined,
    isChosen: false,
    last: asked,
  };
}

/** Closes an item. */
export function endPage(page: Page, ending: Ending): void {
  page.ending = ending;
  page.responses.push(ending.on);
  page.moves.push({ on: ending.on, mover: 'nobody', ending });
}
