import { closingOf } from '../items/decidedBySilence.ts';
import { titleOf } from '../items/codedText.ts';
import type { Calendar } from '../time/calendar.ts';
import { type Day, daysBetween } from '../time/day.ts';
import { ageInDays, passedTurnOn, waitsOfPeople, workingDaysByHolder } from './clocks.ts';
import { promisedAsOf } from './promise.ts';
import {
  type Ball,
  type Chase,
  type Check,
  type Clarity,
  type Closing,
  currentTurn,
  type Default,
  type Deliberation,
  type Disagreement,
  type Item,
  type PassedTurn,
  type Request,
  type Turn,
  type WaitingSpell,
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
  /** As it was captured; another one was corrected. */
  readonly firstAskedOn: Day;
  /** Whether an import estimated it. */
  readonly isAskedEstimated: boolean;
  readonly askedBy: string | undefined;
  /** Calendar days, counting the asked day and today (or the closing day): asked today is 1, never 0. */
  readonly ageInDays: number;
  /**
   * Working days after the asked day up to today or the closing day, less those on which the ball was not the leader's or
   * the item was closed.
   */
  readonly workingDaysWaited: number;
  /** The working days left out of it because the ball was the asker's. */
  readonly workingDaysWithAsker: number;
  /** The day of the first acknowledgement, sending back, hold, handing over or closing. */
  readonly respondedOn: Day | undefined;
  /** Working days from the asked day to `respondedOn`, less those on which the ball was not the leader's. */
  readonly responseInWorkingDays: number | undefined;
  /** Whose move it is: the leader's, the asker's (sent back), or somebody else's who decides now (handed over). */
  readonly ball: Ball;
  /** The spells in which it was not the leader's move; only the last can be unfinished. */
  readonly turns: readonly Turn[];
  /** The day promised. It is due on `dueOn`. */
  readonly promisedOn: Day;
  readonly firstPromisedOn: Day;
  /** The promise, moved on by the days on which it rested: the ball was the asker's, or the item was closed. */
  readonly dueOn: Day;
  /** How many working days that is. */
  readonly restedInDays: number;
  /** The first promise, moved on in the same way. Whether it was kept is judged by this day. */
  readonly firstDueOn: Day;
  readonly slips: number;
  /** The last day people were told, moved on in the same way: the promise, or the until-day of a hold past it. */
  readonly saidOn: Day;
  /** Open, the ball with the leader, and today is later than `dueOn`, or the promise was past before it rested. */
  readonly overdue: boolean;
  /** Overdue and not deliberating. */
  readonly drifting: boolean;
  /** Working days after `dueOn` up to today; 0 unless overdue. */
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
  /** Who waited when. */
  readonly waitingSpells: readonly WaitingSpell[];
  readonly owedBy: string | undefined;
  /** The working days that each person has waited, from the day they were named, added up; 0 once closed. */
  readonly personDays: number;
  /** First sort key: its own person-days, or the hurt of an item it blocks where that is more. */
  readonly hurt: number;
  /** Calendar days from the asked day to the leader's day of the capture; 0 when that is the same day. */
  readonly logDelayInDays: number;
  readonly tags: readonly string[];
  readonly link: string | undefined;
  readonly note: string | undefined;
  readonly clarity: Clarity | undefined;
  /** The request on another system that it stands for. */
  readonly request: Request | undefined;
  readonly closing: Closing | undefined;
  readonly check: Check | undefined;
  /** Two machines closed it or answered its check differently, and the leader has not looked yet. */
  readonly disagreement: Disagreement | undefined;
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
  const { askedOn, promisedOn, closing, respondedOn } = item;
  const days = workingDaysByHolder(item.turns, askedOn, today, calendar);
  const { dueOn, restedInDays, wasPast, firstDueOn, saidOn, slips } = promisedAsOf(item, today, calendar);
  const waits = closing ? [] : waitsOfPeople(item, askedOn, today, calendar);
  const personDays = waits.reduce((sum, { waitsNow, workingDays }) => sum + (waitsNow ? workingDays : 0), 0);
  const turn = closing === undefined ? currentTurn(item) : passedTurnOn(item.turns, today);
  const isHeld = closing === undefined && item.deliberation !== undefined && today <= item.deliberation.until;
  const overdue = closing === undefined && turn === undefined && (wasPast || today > dueOn);
  return {
    id: item.id,
    kind: item.kind,
    title: titleOf(item),
    state: closing !== undefined ? 'closed' : stateOfOpen(item, turn, isHeld, overdue),
    door: item.door,
    askedOn,
    firstAskedOn: item.firstAskedOn,
    isAskedEstimated: item.isAskedEstimated,
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
    dueOn,
    restedInDays,
    firstDueOn,
    slips: slips.length,
    saidOn,
    overdue,
    drifting: overdue && !isHeld,
    daysOver: overdue ? calendar.workingDaysAfter(dueOn, today) : 0,
    deliberation: item.deliberation,
    blockedBy: none,
    blocks: none,
    blocksOverdue: false,
    circle: none,
    chases: item.chases,
    default: item.default,
    isDefaultDue:
      closing === undefined && item.kind !== 'dependency' && item.default !== undefined && item.default.on <= today,
    waiting: item.waiting,
    waitingSpells: item.waitingSpells,
    owedBy: item.owedBy,
    personDays,
    hurt: personDays,
    logDelayInDays: Math.max(0, daysBetween(askedOn, item.loggedOn)),
    tags: item.tags,
    link: item.link,
    note: item.note,
    clarity: item.clarity,
    request: item.request,
    closing: closingOf(closing, calendar),
    check: closing && item.check,
    disagreement: item.disagreement,
    reverses: undefined,
    reversedBy: undefined,
    readOnly: item.readOnly,
  };
}

/** Whether an item waits on the leader: it is open and their move. Whatever says how many wait on them counts these. */
export function isLeadersMove({ closing, ball }: Pick<BoardRow, 'closing' | 'ball'>): boolean {
  return closing === undefined && ball === 'leader';
}

/** Never `blocked`: `buildBoard` sets that. */
function stateOfOpen(item: Item, turn: PassedTurn | undefined, isHeld: boolean, overdue: boolean): ItemState {
  if (turn !== undefined) return turn.holder === 'asker' ? 'sentBack' : 'handedOver';
  if (isHeld) return 'deliberating';
  if (overdue) return 'drifting';
  return item.acknowledgedOn === undefined ? 'waiting' : 'acknowledged';
}

const none: readonly never[] = [];
