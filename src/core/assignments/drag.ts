import type { Calendar } from '../time/calendar.ts';
import { type Day, dayNumber, laterDay } from '../time/day.ts';
import type { Item } from '../items/item.ts';

/** The leader's share of an assignment's elapsed time. */
export interface Drag {
  /** Working days on which a dependency waited on the leader. */
  readonly yours: number;
  /** Working days from the day it was handed out to today or the closing day. */
  readonly of: number;
}

/**
 * Top drag: of the working days after an assignment was made, those on which at least one of the items was open with
 * the ball at the leader's. A day on which two items waited counts once.
 */
export function dragOf(items: readonly Item[], madeOn: Day, until: Day, calendar: Calendar): Drag {
  let yours = 0;
  for (const { from, to } of spellsOnLeader(items, madeOn, until)) yours += calendar.workingDaysAfter(from, to);
  return { yours, of: calendar.workingDaysAfter(madeOn, until) };
}

/**
 * When at least one of the items was open with the ball at the leader's, after a day up to another: in the order of time,
 * without overlaps. As in every clock, the days of a spell are those after `from` up to `to`.
 */
export function spellsOnLeader(items: readonly Item[], after: Day, until: Day): readonly Spell[] {
  const spells: Spell[] = [];
  let countedUntil = after;
  for (const { from, to } of sortedByStart(items.flatMap((item) => leaderSpells(item, until)))) {
    const start = laterDay(from, countedUntil);
    if (to <= start) continue;
    spells.push({ from: start, to });
    countedUntil = to;
  }
  return spells;
}

interface Spell {
  readonly from: Day;
  readonly to: Day;
}

/** How many turns of an item count, the latest: each assignment that depends on it looks at all of them. */
const mostTurns = 100;

/** The spells in which the item was open and the ball was with the leader, as far as {@link mostTurns} reach back. */
function leaderSpells(item: Item, until: Day): Spell[] {
  const end = item.closing !== undefined && item.closing.on < until ? item.closing.on : until;
  const spells: Spell[] = [];
  let from = item.turns.at(-mostTurns - 1)?.to ?? item.askedOn;
  for (const turn of item.turns.slice(-mostTurns)) {
    if (turn.from > from) spells.push({ from, to: turn.from < end ? turn.from : end });
    if (turn.to === undefined || turn.to >= end) return spells;
    if (turn.to > from) from = turn.to;
  }
  if (from < end) spells.push({ from, to: end });
  return spells;
}

function sortedByStart(spells: readonly Spell[]): Spell[] {
  return spells.toSorted((a, b) => dayNumber(a.from) - dayNumber(b.from));
}
