import type { Books } from './books.ts';
import { kindOf, type Page, type PageKind } from './page.ts';
import { dayAfter, daysFrom, type PlainDay, weekdayOf, workedDays } from './plainDays.ts';

/** Every figure, from the books: each counted from the pages, one by one. */

export const kinds = ['approval', 'twoWayDecision', 'oneWayDecision', 'dependency', 'clarity'] as const;
const windowInDays = 90;

/** The first day of the window that counts. */
export function windowFrom(today: PlainDay): PlainDay {
  return dayAfter(today, 1 - windowInDays);
}

interface Pages {
  readonly all: readonly Page[];
  readonly open: readonly Page[];
  /** Open, and not somebody else's. */
  readonly own: readonly Page[];
  /** Closed in the window by the leader. */
  readonly closed: readonly Page[];
  readonly closedByOthers: readonly Page[];
}

export function pagesOf(books: Books, today: PlainDay): Pages {
  const all = [...books.pages.values()];
  const open = all.filter(({ ending }) => ending === undefined);
  const closed = all.filter(({ ending }) => ending !== undefined && ending.on >= windowFrom(today));
  return {
    all,
    open,
    own: open.filter((page) => books.mover(page) !== 'decider'),
    closed: closed.filter((page) => books.lastMover(page) !== 'decider'),
    closedByOthers: closed.filter((page) => books.lastMover(page) === 'decider'),
  };
}

export const isWithdrawn = ({ ending }: Page): boolean => ending?.how === 'withdrawn';
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

export function personDaysOf(books: Books, page: Page, today: PlainDay): number {
  return page.ending === undefined ? sum(books.personDays(page, today, 'now').map(({ days }) => days)) : 0;
}

/** The smallest of the values such that at least that many percent of them are not greater. */
export function smallestCovering(percent: number, values: readonly number[]): number | undefined {
  const covering = values.filter(
    (value) => values.filter((one) => one <= value).length * 100 >= percent * values.length,
  );
  return covering.length === 0 ? undefined : Math.min(...covering);
}

const spread = (values: readonly number[]) => ({
  n: values.length,
  p50: smallestCovering(50, values),
  p85: smallestCovering(85, values),
});

export function totals(books: Books, today: PlainDay) {
  const { all, open, own } = pagesOf(books, today);
  const overdue = own.filter((page) => books.isOverdue(page, today));
  const ofKind = (kind: Page['kind']) => overdue.filter((page) => page.kind === kind).length;
  return {
    open: own.length,
    overdue: overdue.length,
    overdueByKind: {
      decision: ofKind('decision'),
      approval: ofKind('approval'),
      dependency: ofKind('dependency'),
      clarity: ofKind('clarity'),
    },
    drifting: overdue.filter((page) => !books.isHeld(page, today)).length,
    checkDue: all.filter((page) => isCheckDue(page, today)).length,
    defaultDue: open.filter((page) => isDefaultDue(page, today)).length,
    handedOver: open.length - own.length,
    personDays: sum(own.map((page) => personDaysOf(books, page, today))),
    oldestAge: Math.max(0, ...own.map(({ asked }) => ageOf(asked, today))),
  };
}

export function ageOf(asked: PlainDay, until: PlainDay): number {
  return Math.max(1, daysFrom(asked, until).length);
}

export function isCheckDue({ ending, check }: Page, today: PlainDay): boolean {
  return ending !== undefined && check?.on !== undefined && check.answer === undefined && check.on <= today;
}

export function isDefaultDue({ ending, kind, default: stated }: Page, today: PlainDay): boolean {
  return ending === undefined && kind !== 'dependency' && stated !== undefined && stated.on <= today;
}

export function responseOf({ responses }: Page): PlainDay | undefined {
  return responses.toSorted()[0];
}

export function scorecard(books: Books, today: PlainDay) {
  const { all, own, open, closed, closedByOthers } = pagesOf(books, today);
  const start = windowFrom(today);
  const took = (page: Page) => books.waited(page, page.ending?.on ?? today).length;
  const answered = all.filter((page) => (responseOf(page) ?? '') >= start && books.lastMover(page) !== 'decider');
  const judged = closed.filter((page) => !isWithdrawn(page));
  const withdrawn = closed.filter(isWithdrawn);
  const kept = judged.filter((page) => !books.isBroken(page, today));
  const broken = [...open, ...closedByOthers.filter((page) => !isWithdrawn(page))].filter((page) =>
    books.isBroken(page, today),
  );
  const drifting = own.filter((page) => books.isOverdue(page, today) && !books.isHeld(page, today));
  const late = judged.filter((page) => books.isBroken(page, today));
  return {
    windowInDays,
    responseTime: spread(answered.map((page) => books.waited(page, responseOf(page) ?? today).length)),
    decisionTime: spread(closed.map(took)),
    symmetry: kinds.map((kind) => symmetry(books, kind, closed.filter((page) => kindOf(page) === kind).map(took))),
    kept: { count: kept.length, of: judged.length + broken.length },
    withdrawn: { count: withdrawn.length, late: withdrawn.filter((page) => books.isBroken(page, today)).length },
    reopened: all.filter(({ moves }) => isReopenedSince(moves, start)).length,
    lateInWorkingDays: late.map((page) => daysLate(books, page)).toSorted((a, b) => a - b),
    standing: { count: kept.filter(({ check }) => check?.answer !== 'reversed').length, of: judged.length },
    drift: {
      items: drifting.length,
      personDays: sum(drifting.map((page) => personDaysOf(books, page, today))),
      longestInWorkingDays: Math.max(0, ...drifting.map((page) => daysOver(books, page, today))),
    },
    closedByOthers: closedByOthers.length,
  };
}

/** Whether it was closed and, on that day or later, opened again. */
function isReopenedSince(moves: Page['moves'], start: PlainDay): boolean {
  return moves.some(
    ({ on, mover }, index) => mover === 'leader' && on >= start && moves[index - 1]?.mover === 'nobody',
  );
}

function symmetry(books: Books, kind: PageKind, took: readonly number[]) {
  const target = books.targets[kind];
  const p85 = took.length < 5 ? undefined : smallestCovering(85, took);
  const ratio = p85 === undefined || target === 0 ? undefined : p85 / target;
  return { kind, target, closed: took.length, needed: 5, p85, ratio };
}

export function daysOver(books: Books, page: Page, today: PlainDay): number {
  if (!books.isOverdue(page, today)) return 0;
  return workedDays(books.rested(page, page.promise, today), today, books.week).length;
}

function daysLate(books: Books, page: Page): number {
  const on = page.ending?.on ?? page.asked;
  return workedDays(books.firstRested(page, on), on, books.week).length;
}

export function friction<Key>(books: Books, today: PlainDay, keyOf: (page: Page) => Key) {
  const eve = dayAfter(windowFrom(today), -1);
  const { open, closed, closedByOthers } = pagesOf(books, today);
  const sums = new Map<Key, { items: number; late: number; workingDaysWaited: number; personDays: number }>();
  for (const page of [...open, ...closed, ...closedByOthers]) {
    const until = books.endOf(page, today);
    const days = books.waited(page, until, eve).length;
    if (days === 0 && books.lastMover(page) === 'decider') continue;
    const before = sums.get(keyOf(page)) ?? { items: 0, late: 0, workingDaysWaited: 0, personDays: 0 };
    sums.set(keyOf(page), {
      items: before.items + 1,
      late: before.late + (books.isBroken(page, today) ? 1 : 0),
      workingDaysWaited: before.workingDaysWaited + days,
      personDays: before.personDays + personDaysWithin(books, page, eve, until),
    });
  }
  return sums;
}

/** The days that everybody who waited at any time waited after the one day up to the other. */
function personDaysWithin(books: Books, page: Page, eve: PlainDay, until: PlainDay): number {
  return sum(page.waiting.map((spell) => books.spellDays(page, spell, eve, until)));
}

/** What was open at the end of that day and not somebody else's. */
export function openAt(books: Books, day: PlainDay): Page[] {
  return [...books.pages.values()].filter(
    (page) => page.asked <= day && !['nobody', 'decider'].includes(books.moverAt(page, day)),
  );
}

/** What waited at the end of a day. */
export function waitedAt(books: Books, day: PlainDay) {
  const open = openAt(books, day);
  const days = open.flatMap((page) => books.personDays(page, day, day).map((one) => one.days));
  return { open: open.length, personDays: sum(days) };
}

/** The last day of the leader's week: the day before the first worked day after the longest rest. */
export function weekEnd(books: Books, today: PlainDay): PlainDay {
  const { weekdays } = books.week;
  const rests = weekdays.map((weekday) => {
    let rest = 0;
    while (rest < 6 && !weekdays.includes(((weekday + 6 - rest - 1) % 7) + 1)) rest++;
    return { weekday, rest };
  });
  const longest = Math.max(...rests.map(({ rest }) => rest));
  const first = Math.min(...rests.filter(({ rest }) => rest === longest).map(({ weekday }) => weekday));
  let end = today;
  while (weekdayOf(dayAfter(end)) !== first) end = dayAfter(end);
  return end;
}

export function trend(books: Books, today: PlainDay) {
  const end = weekEnd(books, today);
  const ends = Array.from({ length: 25 }, (_, week) => dayAfter(end, -7 * (25 - week)));
  const now = totals(books, today);
  return {
    ...Object.fromEntries(ends.map((endsOn) => [endsOn, waitedAt(books, endsOn)])),
    [today]: { open: now.open, personDays: now.personDays },
  };
}

/** How many of all that the leader closed took at most as long as this has waited, and of how many. */
export function pace(books: Books, age: number): { olderThan: number; of: number } {
  const ages = [...books.pages.values()].flatMap((page) =>
    page.ending !== undefined && books.lastMover(page) !== 'decider' ? [ageOf(page.asked, page.ending.on)] : [],
  );
  return { olderThan: ages.filter((one) => one <= age).length, of: ages.length };
}
