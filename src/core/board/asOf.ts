import type { Assignment } from '../assignments/assignment.ts';
import type { Check, Item, Turn } from '../items/item.ts';
import type { BoardSource } from '../register/register.ts';
import type { Day } from '../time/day.ts';

/**
 * What was known at the end of an earlier day, for a board of that day: without what was asked, handed out, passed on,
 * answered or closed later. The promise, the people and the priorities are those of now.
 */
export function sourceAsOf({ items, assignments, priorities }: BoardSource, day: Day): BoardSource {
  return {
    items: itemsAsOf(items, day),
    assignments: mapped(assignments, (one) => assignmentAsOf(one, day)),
    priorities,
  };
}

/** The items of {@link sourceAsOf}. */
export function itemsAsOf(items: ReadonlyMap<string, Item>, day: Day): ReadonlyMap<string, Item> {
  return mapped(items, (item) => itemAsOf(item, day));
}

function itemAsOf(item: Item, day: Day): Item | undefined {
  if (item.askedOn > day) return undefined;
  const { closing, check, deliberation } = item;
  const isClosed = closing !== undefined && closing.on <= day;
  return {
    ...item,
    acknowledgedOn: upTo(day, item.acknowledgedOn),
    respondedOn: upTo(day, item.respondedOn),
    turns: turnsAsOf(item.turns, day),
    deliberation: deliberation !== undefined && deliberation.since <= day ? deliberation : undefined,
    closing: isClosed ? closing : undefined,
    check: isClosed ? check && checkAsOf(check, day) : undefined,
  };
}

function turnsAsOf(turns: readonly Turn[], day: Day): readonly Turn[] {
  return turns.filter(({ from }) => from <= day).map((turn) => ({ ...turn, to: upTo(day, turn.to) }));
}

function checkAsOf({ on, answer }: Check, day: Day): Check | undefined {
  if (answer === undefined || answer.on <= day) return { on, answer };
  return on === undefined ? undefined : { on, answer: undefined };
}

function assignmentAsOf(assignment: Assignment, day: Day): Assignment | undefined {
  const { madeOn, draftedOn, closing } = assignment;
  const startedOn = madeOn ?? draftedOn;
  if (startedOn === undefined || startedOn > day) return undefined;
  return { ...assignment, closing: closing !== undefined && closing.on <= day ? closing : undefined };
}

function upTo(day: Day, on: Day | undefined): Day | undefined {
  return on !== undefined && on <= day ? on : undefined;
}

function mapped<T>(all: ReadonlyMap<string, T>, change: (one: T) => T | undefined): ReadonlyMap<string, T> {
  return new Map(
    [...all].flatMap(([id, one]) => {
      const changed = change(one);
      return changed === undefined ? [] : [[id, changed] as const];
    }),
  );
}
