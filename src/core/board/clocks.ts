import type { Calendar } from '../time/calendar.ts';
import { type Day, daysBetween, earlierDay, laterDay } from '../time/day.ts';
import type { Item, PassedTurn, Turn } from '../items/item.ts';
import { countUpTo } from '../text/sorted.ts';

/** Calendar days, both ends included: asked today is 1, never 0. (Kanban Guide: work item age, cycle time.) */
export function ageInDays(askedOn: Day, until: Day): number {
  // Entries of two machines can put the closing day before the asked day; no age is below 1.
  return Math.max(1, daysBetween(askedOn, until) + 1);
}

/**
 * Working days after `from` up to `until`, split by who had the ball; nobody had it while the item was closed. A day
 * belongs to the holder at its start, so the shares add up to the whole, and sending back and returning on the same day has no effect.
 */
export function workingDaysByHolder(
  turns: readonly Turn[],
  from: Day,
  until: Day,
  calendar: Calendar,
): { readonly leader: number; readonly asker: number; readonly decider: number; readonly nobody: number } {
  const share = { leader: calendar.workingDaysAfter(from, until), asker: 0, decider: 0, nobody: 0 };
  for (const turn of turns) {
    const end = turn.to === undefined || turn.to > until ? until : turn.to;
    const days = calendar.workingDaysAfter(laterDay(turn.from, from), end);
    share[turn.holder] += days;
    share.leader -= days;
  }
  return share;
}

/** Counts the leader's working days after one day up to another. Each count takes two searches. */
function leaderDaysOf(turns: readonly Turn[], calendar: Calendar): (from: Day, until: Day) => number {
  if (turns.length === 0) return (from, until) => calendar.workingDaysAfter(from, until);
  const starts = turns.map(({ from }) => from);
  const before: number[] = [];
  let sum = 0;
  for (const { from, to } of turns) {
    before.push(sum);
    if (to !== undefined) sum += calendar.workingDaysAfter(from, to);
  }
  /** The working days up to a day that are not the leader's. */
  const othersUpTo = (day: Day): number => {
    const at = countUpTo(starts, day) - 1;
    const last = turns[at];
    if (last === undefined) return 0;
    return (before[at] ?? 0) + calendar.workingDaysAfter(last.from, earlierDay(last.to ?? day, day));
  };
  return (from, until) =>
    from >= until ? 0 : calendar.workingDaysAfter(from, until) - (othersUpTo(until) - othersUpTo(from));
}

/** A person who waited, and the working days of that wait on the leader. */
export interface PersonWait {
  readonly name: string;
  readonly workingDays: number;
  /** Whether they waited at the end of the span. */
  readonly waitedThen: boolean;
  /** Whether they wait now, also where they were named on a day that lies after the span. */
  readonly waitsNow: boolean;
}

/**
 * The working days that each person waited on the leader after `from` up to `until`, counted from the day they were
 * named. Spells of one person are added up.
 */
export function waitsOfPeople(
  { waitingSpells, askedOn, turns }: Pick<Item, 'waitingSpells' | 'askedOn' | 'turns'>,
  from: Day,
  until: Day,
  calendar: Calendar,
): readonly PersonWait[] {
  if (waitingSpells.length === 0) return [];
  const leaderDays = leaderDaysOf(turns, calendar);
  const first = laterDay(askedOn, from);
  const waits = new Map<string, PersonWait>();
  for (const { name, from: named, to } of waitingSpells) {
    const start = named === undefined ? first : laterDay(named, first);
    const end = to === undefined || to > until ? until : to;
    const before = waits.get(name);
    const workingDays = leaderDays(start, end) + (before?.workingDays ?? 0);
    const isThen = (named === undefined || named <= until) && end === until && to !== until;
    const waitedThen = isThen || before?.waitedThen === true;
    waits.set(name, { name, workingDays, waitedThen, waitsNow: to === undefined });
  }
  return [...waits.values()];
}

/** The turn in effect at the end of the day; undefined when it was the leader's move. */
export function turnOn(turns: readonly Turn[], day: Day): Turn | undefined {
  return turns.findLast(({ from, to }) => from <= day && (to === undefined || to > day));
}

/** The same, of an item that was open then. */
export function passedTurnOn(turns: readonly Turn[], day: Day): PassedTurn | undefined {
  const turn = turnOn(turns, day);
  return turn?.holder === 'nobody' ? undefined : turn;
}
