import { titleOf } from '../items/codedText.ts';
import type { Calendar } from '../time/calendar.ts';
import { type Day, dayOf, daysBetween, laterDay } from '../time/day.ts';
import { ageInDays, turnOn, workingDaysByHolder } from './clocks.ts';
import {
  type Ball,
  type Chase,
  type Check,
  type Clarity,
  type Closing,
  currentTurn,
  type Default,
  type Deliberation,
  type Item,
  type Turn,
} from '../items/item.ts';
import type { Door, ItemKind } from '../entries/itemFacts.ts';

/**
 * The state of an item on a day. Derived, never stored. The first that applies, in this order: closed (with or without a
 * due check), handed over, sent back, deliberating, drifting (overdue and not deliberating), blocked, acknowledged,
 * waiting.
 */
export const itemStates = [
  'waiting',
  'acknowledged',
  'blocked',
  'drifting',
  'deliberating',
  'sentBack',
  'handedOver',
  'checkDue',
  'closed',
] as const;
export type ItemState = (typeof itemStates)[number];

/** A reference to an item, with its title. */
export interface ItemName {
  readonly id: string;
  readonly title: string;
}

/** An open item that is in the way of another. */
export interface BlockerRow extends ItemName {
  /** The day the claim was last verified. */
  readonly verifiedOn: Day;
  /** Calendar days since then. */
  readonly unverifiedInDays: number;
}

/** One item as every view shows it. */
export interface BoardRow extends ItemName {
  readonly kind: ItemKind;
  readonly state: ItemState;
  readonly door: Door | undefined;
  readonly askedOn: Day;
  readonly askedBy: string | undefined;
  /** Calendar days, counting the asked day and today (or the closing day): asked today is 1, never 0. */
  readonly ageInDays: number;
  /** Working days after the asked day up to today or the closing day, less those on which the ball was not the leader's. */
  readonly workingDaysWaited: number;
  /** The working days left out of it because the ball was the asker's. */
  readonly workingDaysWithAsker: number;
  /** The day of the first acknowledgement, sending back, deliberation or closing. */
  readonly respondedOn: Day | undefined;
  /** Working days from the asked day to `respondedOn`, less those on which the ball was not the leader's. */
  readonly responseInWorkingDays: number | undefined;
  /** Whose move it is: the leader's, the asker's (sent back), or somebody else's who decides now (handed over). */
  readonly ball: Ball;
  /** The periods in which the ball was not the leader's; only the last can be unfinished. */
  readonly turns: readonly Turn[];
  readonly promisedOn: Day;
  readonly firstPromisedOn: Day;
  readonly slips: number;
  /** The last day people were told: the promise, or the until-day of a deliberation past it. */
  readonly saidOn: Day;
  /** Open, the ball with the leader, and today is later than the promised day. */
  readonly overdue: boolean;
  /** Overdue and not deliberating. */
  readonly drifting: boolean;
  /** Working days after the promised day up to today; 0 unless overdue. */
  readonly daysOver: number;
  /** The last one; `until` before today means that it has lapsed. */
  readonly deliberation: Deliberation | undefined;
  /** Open items in its way; empty once they are closed. */
  readonly blockedBy: readonly BlockerRow[];
  /** Open items it is in the way of. */
  readonly blocks: readonly ItemName[];
  /** An overdue item waits for it, directly or through others. */
  readonly blocksOverdue: boolean;
  /** Other members of a circle of blockers, at most 20. Members of a circle do not block each other. */
  readonly circle: readonly ItemName[];
  readonly chases: readonly Chase[];
  readonly default: Default | undefined;
  /** The day of the default has come, and nobody has said whether it took effect. */
  readonly isDefaultDue: boolean;
  readonly waiting: readonly string[];
  readonly owedBy: string | undefined;
  /** People waiting × working days waited; 0 once closed. */
  readonly personDays: number;
  /** First sort key: its own person-days, or the hurt of an item it blocks where that is more. */
  readonly hurt: number;
  /** Calendar days from the asked day to the day of the capture; 0 when that is the same day. */
  readonly logDelayInDays: number;
  readonly tags: readonly string[];
  readonly link: string | undefined;
  readonly note: string | undefined;
  readonly clarity: Clarity | undefined;
  readonly closing: Closing | undefined;
  readonly check: Check | undefined;
  /** The item whose reversal opened this one. */
  readonly reverses: ItemName | undefined;
  /** The item that was opened when this one was reversed. */
  readonly reversedBy: ItemName | undefined;
  readonly readOnly: boolean;
}

export type RowDraft = { -readonly [K in keyof BoardRow]: BoardRow[K] };

/**
 * The part of a row that depends only on its item and the day. `buildBoard` adds what depends on other items
 * (`blockedBy`, `blocks`, `blocksOverdue`, `circle`, more `hurt`, `reverses`, `reversedBy`) and the states `blocked` and `checkDue`.
 *
 * @param today the day to count to; of a closed item, its closing day
 */
export function draftRow(item: Item, today: Day, calendar: Calendar): RowDraft {
  const { askedOn, waiting, promisedOn, closing, respondedOn } = item;
  const days = workingDaysByHolder(item.turns, askedOn, today, calendar);
  const turn = closing === undefined ? currentTurn(item) : turnOn(item.turns, today);
  const isHeld = closing === undefined && item.deliberation !== undefined && today <= item.deliberation.until;
  const overdue = closing === undefined && turn === undefined && today > promisedOn;
  return {
    id: item.id,
    kind: item.kind,
    title: titleOf(item),
    state: closing !== undefined ? 'closed' : stateOfOpen(item, turn, isHeld, overdue),
    door: item.door,
    askedOn,
    askedBy: item.askedBy,
    ageInDays: ageInDays(askedOn, today),
    workingDaysWaited: days.leader,
    workingDaysWithAsker: days.asker,
    respondedOn,
    responseInWorkingDays: respondedOn && workingDaysByHolder(item.turns, askedOn, respondedOn, calendar).leader,
    ball: turn?.holder ?? 'leader',
    turns: item.turns,
    promisedOn,
    firstPromisedOn: item.firstPromisedOn,
    slips: item.slips.length,
    saidOn: laterDay(promisedOn, item.slips.at(-1)?.to ?? promisedOn),
    overdue,
    drifting: overdue && !isHeld,
    daysOver: overdue ? calendar.workingDaysAfter(promisedOn, today) : 0,
    deliberation: item.deliberation,
    blockedBy: none,
    blocks: none,
    blocksOverdue: false,
    circle: none,
    chases: item.chases,
    default: item.default,
    isDefaultDue:
      closing === undefined && item.kind !== 'dependency' && item.default !== undefined && item.default.on <= today,
    waiting,
    owedBy: item.owedBy,
    personDays: closing ? 0 : waiting.length * days.leader,
    hurt: closing ? 0 : waiting.length * days.leader,
    logDelayInDays: Math.max(0, daysBetween(askedOn, dayOf(new Date(item.loggedAt)))),
    tags: item.tags,
    link: item.link,
    note: item.note,
    clarity: item.clarity,
    closing,
    check: closing && item.check,
    reverses: undefined,
    reversedBy: undefined,
    readOnly: item.readOnly,
  };
}

/** Never `blocked`: `buildBoard` sets that. */
function stateOfOpen(item: Item, turn: Turn | undefined, isHeld: boolean, overdue: boolean): ItemState {
  if (turn !== undefined) return turn.holder === 'asker' ? 'sentBack' : 'handedOver';
  if (isHeld) return 'deliberating';
  if (overdue) return 'drifting';
  return item.acknowledgedOn === undefined ? 'waiting' : 'acknowledged';
}

const none: readonly never[] = [];
