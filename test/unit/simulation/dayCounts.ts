import type { Ending, Mover, Page, Told } from './page.ts';
import {
  dayAfter,
  daysFrom,
  isWorked,
  type PlainDay,
  type PlainWeek,
  workedDayAfter,
  workedDays,
} from './plainDays.ts';

/**
 * What the days of a page say, counted one after the other: whose move it was, which days waited on the leader, how far a
 * promise rested. A day belongs to whoever had it when it began.
 */
export class DayCounts {
  constructor(readonly week: PlainWeek) {}

  /** Whose move it was at the end of the day. */
  moverAt(page: Page, day: PlainDay): Mover {
    let mover: Mover = 'leader';
    for (const move of page.moves) if (move.on <= day) mover = move.mover;
    return mover;
  }

  /** Whose move it is, whatever day it is. */
  mover({ moves }: Page): Mover {
    return moves.at(-1)?.mover ?? 'leader';
  }

  /** Who had it when it was closed; of an open item, who has it. */
  lastMover({ moves }: Page): Exclude<Mover, 'nobody'> {
    const last = moves.findLast(({ mover }) => mover !== 'nobody')?.mover ?? 'leader';
    return last === 'nobody' ? 'leader' : last;
  }

  /** How it was closed at the end of that day; it can have been opened again since. */
  endingAt({ ending, moves }: Page, day: PlainDay): Ending | undefined {
    if (ending !== undefined && ending.on <= day) return ending;
    return moves.findLast(({ on }) => on <= day)?.ending;
  }

  /** Who had it before that closing. */
  moverBefore({ moves }: Page, ending: Ending): Mover {
    return moves[moves.findIndex((move) => move.ending === ending) - 1]?.mover ?? 'leader';
  }

  /** The day to which its clocks run. */
  endOf({ ending }: Page, today: PlainDay): PlainDay {
    return ending?.on ?? today;
  }

  /** The worked days after the one up to the other that began as the move of one of these. */
  daysWith(page: Page, movers: readonly Mover[], after: PlainDay, until: PlainDay): PlainDay[] {
    return workedDays(after, until, this.week).filter((day) => movers.includes(this.moverAt(page, dayAfter(day, -1))));
  }

  /** The days on which it waited on the leader. */
  waited(page: Page, until: PlainDay, after = page.asked): PlainDay[] {
    return this.daysWith(page, ['leader'], after > page.asked ? after : page.asked, until);
  }

  /** Of each who waits on that day, or now: the days that they waited for the leader, before they went away too. */
  personDays(page: Page, until: PlainDay, on: PlainDay | 'now'): { name: string; days: number }[] {
    const isThere = ({ named, gone }: Page['waiting'][number]) =>
      on === 'now' ? gone === undefined : (named ?? '') <= on && (gone ?? '9') > on;
    return page.waiting.filter(isThere).map(({ name }) => ({
      name,
      days: page.waiting
        .filter((spell) => spell.name === name)
        .reduce((sum, spell) => sum + this.spellDays(page, spell, page.asked, until), 0),
    }));
  }

  /** The days of a spell that somebody waited for the leader, after the one day up to the other. */
  spellDays(page: Page, { named, gone }: Page['waiting'][number], after: PlainDay, until: PlainDay): number {
    const from = named !== undefined && named > after ? named : after;
    return this.waited(page, gone !== undefined && gone < until ? gone : until, from).length;
  }

  /**
   * The promise, moved on by the worked days on which it rested. What came back is due on that day at the earliest,
   * unless its day had passed before.
   */
  rested(page: Page, told: Told, until: PlainDay): PlainDay {
    return this.#rest(page, told, until).due;
  }

  #rest(page: Page, { day, made }: Told, until: PlainDay): { due: PlainDay; wasPast: boolean } {
    let due = day;
    let wasPast = false;
    let isInTime: boolean | undefined;
    for (const on of daysFrom(dayAfter(made), until)) {
      const eve = dayAfter(on, -1);
      if (!this.isResting(page, eve)) {
        isInTime = undefined;
        continue;
      }
      // It came back and was passed on again, or closed, within that day: a new spell.
      if (page.moves.some((move) => move.on === eve)) isInTime = undefined;
      isInTime ??= eve <= due;
      if (!isInTime) wasPast = true;
      if (isWorked(on, this.week)) due = workedDayAfter(due, 1, this.week);
      if (isInTime && due < on) due = on;
    }
    return { due, wasPast };
  }

  /** Whether promises rested at the end of the day. */
  isResting(page: Page, day: PlainDay): boolean {
    return ['asker', 'nobody'].includes(this.moverAt(page, day));
  }

  /** The first promise, moved on by the worked days on which it rested. */
  firstRested(page: Page, until: PlainDay): PlainDay {
    return this.rested(page, { day: page.firstPromise, made: page.asked }, until);
  }

  /** Whether the first promise was broken: its day, or a later one, ended as the leader's move; or closed after it. */
  isBroken(page: Page, today: PlainDay): boolean {
    const until = this.endOf(page, today);
    const ended = daysFrom(page.asked, dayAfter(until, -1));
    if (ended.some((day) => this.moverAt(page, day) === 'leader' && day >= this.firstRested(page, day))) return true;
    const isMine =
      page.ending === undefined ? this.moverAt(page, today) === 'leader' : this.lastMover(page) !== 'decider';
    return isMine && until > this.firstRested(page, until);
  }

  isOverdue(page: Page, today: PlainDay): boolean {
    const { due, wasPast } = this.#rest(page, page.promise, today);
    return page.ending === undefined && this.mover(page) === 'leader' && (today > due || wasPast);
  }

  isHeld({ ending, hold, isHolding }: Page, today: PlainDay): boolean {
    return ending === undefined && isHolding && hold !== undefined && today <= hold.until;
  }
}
