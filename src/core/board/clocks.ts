import type { Calendar } from '../time/calendar.ts';
import { type Day, daysBetween, laterDay } from '../time/day.ts';
import type { Ball, Item, Turn } from '../items/item.ts';

/** Calendar days, both ends included: asked today is 1, never 0. (Kanban Guide: work item age, cycle time.) */
export function ageInDays(askedOn: Day, until: Day): number {
  // Entries of two machines can put the closing day before the asked day; no age is below 1.
  return Math.max(1, daysBetween(askedOn, until) + 1);
}

/**
 * Working days after `from` up to `until`, split by who had the ball. A day belongs to the holder at its start, so the
 * shares add up to the whole, and sending back and returning on the same day has no effect.
 */
export function workingDaysByHolder(
  turns: readonly Turn[],
  from: Day,
  until: Day,
  calendar: Calendar,
): { readonly leader: number; readonly asker: number; readonly decider: number } {
  const share = { leader: calendar.workingDaysAfter(from, until), asker: 0, decider: 0 };
  for (const turn of turns) {
    const end = turn.to === undefined || turn.to > until ? until : turn.to;
    const days = calendar.workingDaysAfter(laterDay(turn.from, from), end);
    share[turn.holder] += days;
    share.leader -= days;
  }
  return share;
}

/**
 * Whether the first promise is broken, as of the closing day or else of today: its day passed, and the leader had the
 * ball at the end of that day or of a later one, or closed the item. Passing the ball on, before or after, does not undo
 * that.
 */
export function isLate(
  {
    firstPromisedOn,
    closing,
    turns,
    ball,
  }: Pick<Item, 'firstPromisedOn' | 'closing' | 'turns'> & { readonly ball: Ball },
  today: Day,
): boolean {
  const until = closing?.on ?? today;
  if (until <= firstPromisedOn) return false;
  if (closing !== undefined && ball === 'asker') return true;
  // The first day, from the promised one on, at whose end the leader had the ball.
  let leadersOn = firstPromisedOn;
  for (const { from, to } of turns) {
    if (from > leadersOn) break;
    if (to === undefined) return false;
    leadersOn = laterDay(leadersOn, to);
  }
  return leadersOn <= until;
}

/** The turn in effect at the end of the day; undefined when the ball was the leader's. */
export function turnOn(turns: readonly Turn[], day: Day): Turn | undefined {
  return turns.findLast(({ from, to }) => from <= day && (to === undefined || to > day));
}
