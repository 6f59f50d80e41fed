import { ageOf, isWithdrawn, kinds, openAt, totals, waitedAt, weekEnd, windowFrom } from './bookFigures.ts';
import { halves } from './bookHalves.ts';
import type { Books } from './books.ts';
import { kindOf, type Page } from './page.ts';
import { dayAfter, type PlainDay, workedDays } from './plainDays.ts';

/** Ledger, look-back, calendar and the work handed out, from the books. */

interface Span {
  readonly from: PlainDay;
  readonly to: PlainDay;
}

/** What was done on a later day, seen from a zone that is behind, counts as today. */
function within(day: PlainDay | undefined, { from, to }: Span, today: PlainDay): boolean {
  if (day === undefined) return false;
  const counted = day > today ? today : day;
  return from <= counted && counted <= to;
}

const ids = (pages: readonly Page[]): string[] => pages.map(({ id }) => id).toSorted();

function slipsIn(books: Books, span: Span, today: PlainDay): string[] {
  return [...books.pages.values()]
    .flatMap(({ id, slips }) => slips.map((slip) => ({ id, ...slip })))
    .filter(({ on }) => within(on, span, today))
    .map(({ id, on, from, to, reason }) => [on, id, from, to, reason].join(' '))
    .toSorted();
}

function changesIn(books: Books, span: Span, today: PlainDay): string[] {
  return [...books.briefs.values()]
    .flatMap(({ id, changes }) => changes.map(({ on, cost }) => ({ id, on, cost })))
    .filter(({ on }) => within(on, span, today))
    .map(({ id, on, cost }) => [on, id, cost].join(' '))
    .toSorted();
}

export function ledger(books: Books, today: PlainDay, span: Span): Record<string, unknown> {
  const all = [...books.pages.values()];
  const open = all.filter(({ ending }) => ending === undefined);
  const owed = open.filter((page) => books.mover(page) === 'leader');
  const closed = all.filter(({ ending }) => within(ending?.on, span, today));
  const decided = closed.filter((page) => !isWithdrawn(page));
  const { personDays, handedOver } = totals(books, today);
  return {
    owed: ids(owed.filter(({ kind }) => kind !== 'clarity')),
    theirMove: ids(open.filter((page) => books.mover(page) === 'asker')),
    personDays,
    handedOver,
    decided: ids(decided.filter(({ kind }) => kind !== 'clarity')),
    withdrawn: ids(closed.filter(isWithdrawn)),
    slipped: slipsIn(books, span, today),
    reversed: ids(all.filter(({ check }) => check?.answer === 'reversed' && within(check.answered, span, today))),
    clarityOwed: ids(owed.filter(({ kind }) => kind === 'clarity')),
    claritySettled: ids(decided.filter(({ kind }) => kind === 'clarity')),
    changed: changesIn(books, span, today),
    halves: halves(books, today),
  };
}

export function lookBack(books: Books, today: PlainDay, day: PlainDay): Record<string, unknown> {
  const to = weekEnd(books, day);
  const end = to < today ? to : today;
  const week = { from: dayAfter(to, -6), to: end };
  const all = [...books.pages.values()];
  // Of today what the log says holds; of an earlier day, what was known at its end.
  const isNow = end === today;
  const open = isNow
    ? all.filter((page) => page.ending === undefined && books.mover(page) !== 'decider')
    : openAt(books, end);
  // What was closed in an ended week and opened again since was closed in that week all the same.
  const closed = all.flatMap((page) => {
    const ending = isNow ? page.ending : books.endingAt(page, end);
    return ending !== undefined && within(ending.on, week, today) ? [{ page, ending }] : [];
  });
  const done = closed.filter(({ ending }) => ending.how !== 'withdrawn');
  const own = done.filter(({ page, ending }) => books.moverBefore(page, ending) !== 'decider');
  const people = new Map<string, { items: number; personDays: number }>();
  for (const page of open) {
    for (const { name, days } of books.personDays(page, end, isNow ? 'now' : end)) {
      const { items, personDays } = people.get(name) ?? { items: 0, personDays: 0 };
      people.set(name, { items: items + 1, personDays: personDays + days });
    }
  }
  const isOwed = (page: Page): boolean => (isNow ? books.mover(page) : books.moverAt(page, end)) === 'leader';
  const onLeader = open.filter(isOwed);
  const eve = dayAfter(week.from, -1);
  const before = openAt(books, eve);
  const owedBefore = before.filter((page) => books.moverAt(page, eve) === 'leader').length;
  return {
    week,
    waited: {
      on: end,
      onLeader: onLeader.length,
      sentBack: open.length - onLeader.length,
      personDays: (isNow ? totals(books, today) : waitedAt(books, end)).personDays,
    },
    before: {
      on: eve,
      onLeader: owedBefore,
      sentBack: before.length - owedBefore,
      personDays: waitedAt(books, eve).personDays,
    },
    onLeader: ids(onLeader),
    people: Object.fromEntries(people),
    speeds: kinds.flatMap((kind) => {
      const took = own
        .filter(({ page }) => kindOf(page) === kind)
        .map(({ page, ending }) => books.waited(page, ending.on).length)
        .toSorted((a, b) => a - b);
      const target = books.targets[kind];
      return took.length === 0
        ? []
        : [{ kind, target, took, withinTarget: took.filter((one) => one <= target).length }];
    }),
    decided: ids(own.map(({ page }) => page)),
    decidedByOthers: done.length - own.length,
    withdrawn: ids(closed.flatMap(({ page, ending }) => (ending.how === 'withdrawn' ? [page] : []))),
    slipped: slipsIn(books, week, today),
    held: ids(all.filter(({ check }) => check?.answer === 'held' && within(check.answered, week, today))),
    reversed: ids(all.filter(({ check }) => check?.answer === 'reversed' && within(check.answered, week, today))),
    changed: changesIn(books, week, today),
    clarity: ids(onLeader.filter(({ kind }) => kind === 'clarity')),
    halves: halves(books, today),
  };
}

/** Of each assignment: its age, how late it is, its changes, and the days on which it waited on the leader. */
export function work(books: Books, today: PlainDay): Record<string, unknown> {
  return Object.fromEntries(
    [...books.briefs.values()].map(({ id, made, due, ending, changes, owner, dependsOn, isClear }) => {
      const until = ending?.on ?? today;
      const things = [...books.pages.values()].filter(
        (page) => dependsOn.includes(page.id) || page.hole?.assignment === id,
      );
      const overdue = ending === undefined && due !== undefined && today > due;
      const days = workedDays(made, until, books.week);
      const yours = days.filter((day) =>
        things.some((page) => page.asked < day && books.moverAt(page, dayAfter(day, -1)) === 'leader'),
      );
      const value = {
        owner,
        age: ageOf(made, until),
        overdue,
        daysOver: overdue ? workedDays(due, today, books.week).length : 0,
        changes: changes.length,
        cost: changes.reduce((sum, { cost }) => sum + cost, 0),
        drag: { yours: yours.length, of: days.length },
        isClear,
        ending: ending?.result,
        owed: ids(things.filter((page) => page.hole !== undefined && page.ending === undefined)),
      };
      return [id, value];
    }),
  );
}

/** How clear the work is that was handed out in the window, and how often it was changed. */
export function workFigures(books: Books, today: PlainDay): Record<string, unknown> {
  const start = windowFrom(today);
  const briefs = [...books.briefs.values()];
  const made = briefs.filter((brief) => brief.made >= start);
  const current = briefs.filter(({ ending }) => ending === undefined || ending.on >= start);
  const closed = current.filter(({ ending }) => ending !== undefined);
  const changes = current.flatMap((brief) => brief.changes.filter(({ on }) => on >= start));
  const end = weekEnd(books, today);
  const people: Record<string, { count: number; thisWeek: number }> = {};
  for (const { on, person } of [...changes, ...current.flatMap(({ rerankings }) => rerankings)]) {
    const { count, thisWeek } = people[person] ?? { count: 0, thisWeek: 0 };
    people[person] = { count: count + 1, thisWeek: thisWeek + (on > dayAfter(end, -7) ? 1 : 0) };
  }
  const holes = [...books.pages.values()].filter(({ kind, ending }) => kind === 'clarity' && ending === undefined);
  const rows = Object.values(work(books, today)) as { drag: { yours: number; of: number } }[];
  return {
    windowInDays: 90,
    agreedClear: { count: made.filter(({ isClear }) => isClear).length, of: made.length },
    clarity: { open: holes.length, overdue: holes.filter((page) => books.isOverdue(page, today)).length },
    changes: {
      count: changes.length,
      of: current.length,
      costInDays: changes.reduce((sum, { cost }) => sum + cost, 0),
    },
    interruptions: people,
    drag: {
      yours: rows.reduce((sum, { drag }) => sum + drag.yours, 0),
      of: rows.reduce((sum, { drag }) => sum + drag.of, 0),
    },
    churn: Array.from({ length: 12 }, (_, week) => {
      const last = dayAfter(end, -7 * (11 - week));
      // A day on record that is later than today counts as today.
      const days = books.rerankings.map((on) => (on > end ? end : on));
      return days.filter((on) => on > dayAfter(last, -7) && on <= last).length;
    }),
    met: { count: closed.filter(({ ending }) => ending?.result === 'met').length, of: closed.length },
  };
}

/** The live days: what was promised, held, to be checked and due. */
export function calendarDays(books: Books, today: PlainDay): string[] {
  const days: { kind: string; day: PlainDay; id: string; owner: string | undefined }[] = [];
  for (const page of books.pages.values()) {
    const { id, ending, check, hold } = page;
    const add = (kind: string, day: PlainDay) => days.push({ kind, day, id, owner: undefined });
    if (ending !== undefined) {
      if (check?.on !== undefined && check.answer === undefined) add('check', check.on);
      continue;
    }
    if (books.mover(page) === 'decider') continue;
    add('promise', books.rested(page, page.promise, today));
    if (hold !== undefined && books.isHeld(page, today)) add('until', hold.until);
  }
  for (const { id, ending, due, owner } of books.briefs.values()) {
    if (ending === undefined && due !== undefined) days.push({ kind: 'due', day: due, id, owner });
  }
  return days.map(({ kind, day, id, owner }) => [kind, day, id, owner].join(' ')).toSorted();
}
