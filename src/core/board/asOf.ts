import type { Assignment } from '../assignments/assignment.ts';
import type { Agreement } from '../entries/workFacts.ts';
import type { Check, Closing, Deliberation, Item, Turn } from '../items/item.ts';
import type { BoardSource } from '../register/register.ts';
import type { Day } from '../time/day.ts';
import { turnOn } from './clocks.ts';

/**
 * What was known at the end of an earlier day, for a board of that day: without what was asked, named, promised, handed
 * out, changed, passed on, answered, closed, reopened or re-ranked later. Titles, claims of blockers, check days and the
 * order of priorities are those of now, and a default that was replaced since is gone.
 */
export function sourceAsOf({ items, assignments, priorities }: BoardSource, day: Day): BoardSource {
  return {
    items: itemsAsOf(items, day),
    assignments: mapped(assignments, (one) => assignmentAsOf(one, day)),
    priorities: { ...priorities, rerankings: priorities.rerankings.filter(({ on }) => on <= day) },
  };
}

/** The items of {@link sourceAsOf}. */
export function itemsAsOf(items: ReadonlyMap<string, Item>, day: Day): ReadonlyMap<string, Item> {
  return mapped(items, (item) => itemAsOf(item, day));
}

function itemAsOf(item: Item, day: Day): Item | undefined {
  if (item.askedOn > day) return undefined;
  const { check } = item;
  const closing = closingAsOf(item, day);
  const isClosed = closing !== undefined;
  const toldDays = item.toldDays.filter(({ on }) => on <= day);
  const waitingSpells = item.waitingSpells
    .filter(({ from }) => from === undefined || from <= day)
    .map((spell) => ({ ...spell, to: upTo(day, spell.to) }));
  return {
    ...item,
    toldDays,
    promisedOn: toldDays.findLast(({ by }) => by === 'promise')?.day ?? item.firstPromisedOn,
    waitingSpells,
    waiting: waitingSpells.flatMap(({ name, to }) => (to === undefined ? [name] : [])),
    acknowledgedOn: upTo(day, item.acknowledgedOn),
    respondedOn: upTo(day, item.respondedOn),
    turns: turnsAsOf(item.turns, day),
    deliberation: holdAsOf(item, day),
    default: item.default !== undefined && item.default.statedOn <= day ? item.default : undefined,
    chases: item.chases.filter(({ on }) => on <= day),
    closing,
    // The check of a closing that was taken back is gone with it.
    check: isClosed && closing === item.closing ? check && checkAsOf(check, day) : undefined,
    disagreement: undefined,
  };
}

/** The last hold that people were told by then, unless it had ended after that. */
function holdAsOf({ toldDays }: Item, day: Day): Deliberation | undefined {
  const hold = toldDays.findLast(({ by, on }) => by === 'hold' && on <= day);
  if (hold === undefined || (hold.endedOn !== undefined && hold.endedOn <= day)) return undefined;
  return { question: hold.reason ?? '', since: hold.on, until: hold.day };
}

function closingAsOf({ closing, turns }: Item, day: Day): Closing | undefined {
  if (closing !== undefined && closing.on <= day) return closing;
  const turn = turnOn(turns, day);
  return turn?.holder === 'nobody' ? turn.closing : undefined;
}

function turnsAsOf(turns: readonly Turn[], day: Day): readonly Turn[] {
  return turns.flatMap((turn, at): Turn[] => {
    if (turn.from > day) return [];
    // Still closed on that day.
    if (turn.holder === 'nobody') return turn.to <= day ? [turn] : [];
    const next = turns[at + 1];
    const isRunning = next?.holder === 'nobody' && next.endedTurn && next.from <= day && next.to > day;
    return [{ ...turn, to: isRunning ? undefined : upTo(day, turn.to) }];
  });
}

function checkAsOf({ on, answer }: Check, day: Day): Check | undefined {
  if (answer === undefined || answer.on <= day) return { on, answer };
  return on === undefined ? undefined : { on, answer: undefined };
}

function assignmentAsOf(assignment: Assignment, day: Day): Assignment | undefined {
  const { madeOn, draftedOn, closing, owners, agreedDays, amendments } = assignment;
  const startedOn = madeOn ?? draftedOn;
  if (startedOn === undefined || startedOn > day) return undefined;
  return {
    ...assignment,
    agreement: agreementAsOf(assignment, day),
    owners: owners.filter(({ since }) => since <= day),
    agreedDays: agreedDays
      .filter(({ on }) => on <= day)
      .map((agreed) => ({ ...agreed, until: upTo(day, agreed.until) })),
    amendments: amendments.filter(({ on }) => on <= day),
    closing: closing !== undefined && closing.on <= day ? closing : undefined,
  };
}

/** The agreement without what was changed or filled later, the latest first. */
function agreementAsOf({ agreement, amendments }: Assignment, day: Day): Partial<Agreement> {
  const later = amendments.filter(({ on }) => on > day).toReversed();
  const before = later.flatMap(({ fields }) => fields.map(({ field, from }) => [field, from] as const));
  return { ...agreement, ...Object.fromEntries(before) };
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
