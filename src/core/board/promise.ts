import type { Item, Turn } from '../items/item.ts';
import type { Calendar } from '../time/calendar.ts';
import { type Day, earlierDay, laterDay } from '../time/day.ts';

/** People were told a later day than before. */
export interface Slip {
  /** The day they had been told, moved on as far as it had rested. */
  readonly from: Day;
  readonly to: Day;
  /** Undefined where none was given. */
  readonly reason: string | undefined;
  readonly on: Day;
}

/** What was promised, as of a day. */
export interface Promised {
  /** The promise in force, moved on by the days on which it rested. */
  readonly dueOn: Day;
  /** How many working days that is. */
  readonly restedInDays: number;
  /** Whether it was past when a spell began in which it rested: then it is past, even where that moved it to today. */
  readonly wasPast: boolean;
  /** The first promise, moved on in the same way. */
  readonly firstDueOn: Day;
  /** The last day people were told, moved on in the same way: the promise, or the until-day of a hold past it. */
  readonly saidOn: Day;
  /** Oldest first. */
  readonly slips: readonly Slip[];
}

type PromisedItem = Pick<Item, 'turns' | 'toldDays' | 'firstPromisedOn'>;

/**
 * A promise rests while the ball is the asker's and while the item is closed: it counts moved on by the working days of
 * those spells since it was given. Telling a later day than people were told is a slip; an earlier one is none.
 */
export function promisedAsOf(item: PromisedItem, day: Day, calendar: Calendar): Promised {
  const [first, promise, said] = [0, 1, 2].map(() => newlyTold(item.firstPromisedOn)) as Rested3;
  const rest = new Rest(item.turns, calendar, [first, promise, said]);
  const slips = slipOfEach(item, calendar);
  for (const [at, { by, day: to, on }] of item.toldDays.entries()) {
    // A day on record can be later than the one that is asked about.
    rest.until(earlierDay(on, day));
    if (by === 'promise') tell(promise, to, on);
    if (by === 'promise' || slips[at] !== undefined) tell(said, to, on);
  }
  rest.until(day);
  const { dueOn, restedInDays, wasPast } = promise;
  return { dueOn, restedInDays, wasPast, firstDueOn: first.dueOn, saidOn: said.dueOn, slips: slips.filter(isSlip) };
}

/** The slips of an item, oldest first. */
export function slipsOf(item: PromisedItem, calendar: Calendar): readonly Slip[] {
  return slipOfEach(item, calendar).filter(isSlip);
}

/** For each told day the slip that it was, judged on the day on which it was told; undefined where it was none. */
function slipOfEach({ toldDays, turns, firstPromisedOn }: PromisedItem, calendar: Calendar): (Slip | undefined)[] {
  if (toldDays.length === 0) return [];
  const said = newlyTold(firstPromisedOn);
  const rest = new Rest(turns, calendar, [said]);
  return toldDays.map(({ by, day: to, reason, on }) => {
    rest.until(on);
    const from = said.dueOn;
    if (by === 'promise' || to > from) tell(said, to, on);
    return to > from ? { from, to, reason, on } : undefined;
  });
}

function isSlip(slip: Slip | undefined): slip is Slip {
  return slip !== undefined;
}

/** A day that people were told, and how far it has rested. */
interface Rested {
  dueOn: Day;
  restedInDays: number;
  /** Whether it was not past when the spell began in which it rests, or when it was told within one. */
  isInTime: boolean;
  wasPast: boolean;
}
type Rested3 = [Rested, Rested, Rested];

function newlyTold(dueOn: Day): Rested {
  return { dueOn, restedInDays: 0, isInTime: true, wasPast: false };
}

function tell(told: Rested, day: Day, on: Day): void {
  told.dueOn = day;
  told.restedInDays = 0;
  told.isInTime = on <= day;
  told.wasPast = false;
}

/** Moves days on by the spells in which they rest, from one day to the next. */
class Rest {
  readonly #turns: readonly Turn[];
  #at = 0;
  #reached: Day | undefined;

  constructor(
    turns: readonly Turn[],
    readonly calendar: Calendar,
    readonly days: readonly Rested[],
  ) {
    this.#turns = turns.filter(isRest);
  }

  /** Days earlier than the last one change nothing. */
  until(day: Day): void {
    for (; this.#at < this.#turns.length; this.#at++) {
      const { from, to } = this.#turns[this.#at]!;
      const start = this.#reached === undefined ? from : laterDay(from, this.#reached);
      if (start > day) return;
      const end = to === undefined ? day : earlierDay(to, day);
      for (const told of this.days) {
        if (start === from) told.isInTime = from <= told.dueOn;
        if (!told.isInTime) told.wasPast = true;
        moveOn(told, start, end, this.calendar);
      }
      this.#reached = laterDay(start, end);
      if (to === undefined || to > day) return;
    }
  }
}

/** Sent back in time, it is due on the day of the answer at the earliest: also where the spell held no working day. */
function moveOn(told: Rested, from: Day, to: Day, calendar: Calendar): void {
  const days = calendar.workingDaysAfter(from, to);
  if (days > 0) told.dueOn = calendar.addWorkingDays(told.dueOn, days);
  if (told.isInTime) told.dueOn = laterDay(told.dueOn, to);
  told.restedInDays += days;
}

function isRest({ holder }: Turn): boolean {
  return holder !== 'decider';
}

/**
 * Whether the first promise is broken, as of the closing day or else of today: its day, as far as it had rested, passed,
 * and the leader had the ball at the end of that day or of a later one, or closed the item. Passing the ball on, before
 * or after, does not undo that.
 */
export function isLate(
  { firstPromisedOn, closing, turns }: Pick<Item, 'firstPromisedOn' | 'closing' | 'turns'>,
  today: Day,
  calendar: Calendar,
): boolean {
  const until = closing?.on ?? today;
  const first = newlyTold(firstPromisedOn);
  /** The first day, from the due one on, at whose end the leader can have had the ball. */
  let leadersOn = firstPromisedOn;
  for (const turn of turns) {
    if (turn.from > leadersOn) break;
    first.isInTime = turn.from <= first.dueOn;
    const isAway = turn.to === undefined || turn.to > until;
    if (isAway && (closing === undefined || !isRest(turn))) return false;
    if (isRest(turn)) moveOn(first, turn.from, isAway ? until : turn.to, calendar);
    leadersOn = laterDay(first.dueOn, turn.to ?? until);
  }
  return until > first.dueOn;
}
