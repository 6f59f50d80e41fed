import type { Calendar } from '../time/calendar.ts';
import { type Day, dayNumber } from '../time/day.ts';
import type { Item } from '../items/item.ts';

/** How much of an assignment's time its leader took. */
export interface Drag {
  /** Working days on which something it depends on waited on the leader. */
  readonly yours: number;
  /** Working days since it was handed out, or until it was closed. */
  readonly of: number;
}

/**
 * Top drag: of the working days after an assignment was made, those on which at least one thing it depends on was open
 * and the leader's move. A day on which two things waited counts once.
 */
export function dragOf(items: readonly Item[], madeOn: Day, until: Day, calendar: Calendar): Drag {
  const of = calendar.workingDaysAfter(madeOn, until);
  let yours = 0;
  let counted = madeOn;
  for (const { from, to } of joined(items.flatMap((item) => leaderSpells(item, until)))) {
    // Days after `from` up to `to`, as every clock here counts.
    const start = from > counted ? from : counted;
    if (to <= start) continue;
    yours += calendar.workingDaysAfter(start, to);
    counted = to;
  }
  return { yours, of };
}

interface Spell {
  readonly from: Day;
  readonly to: Day;
}

/** When the item was open and the ball was with the leader. */
function leaderSpells(item: Item, until: Day): Spell[] {
  const end = item.closing !== undefined && item.closing.on < until ? item.closing.on : until;
  const spells: Spell[] = [];
  let from = item.askedOn;
  for (const turn of item.turns) {
    if (turn.from > from) spells.push({ from, to: turn.from < end ? turn.from : end });
    if (turn.to === undefined || turn.to >= end) return spells;
    if (turn.to > from) from = turn.to;
  }
  if (from < end) spells.push({ from, to: end });
  return spells;
}

function joined(spells: readonly Spell[]): Spell[] {
  return spells.toSorted((a, b) => dayNumber(a.from) - dayNumber(b.from));
}
