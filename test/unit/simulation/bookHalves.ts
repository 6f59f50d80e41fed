import { pagesOf, scorecard, smallestCovering, windowFrom } from './bookFigures.ts';
import type { Books } from './books.ts';
import type { Brief, Mover, Page } from './page.ts';
import { dayAfter, daysFrom, isWorked, type PlainDay, workedDayAfter, workedDays } from './plainDays.ts';

/** Both halves of the wait, whether deliberateness pays, and calibration, from the books. */

const needed = 5;
const neededAnswers = 10;
/** Inclusive, in percent. */
const bands = [50, 60, 70, 80, 90].map((from) => ({ from, to: from + 9 }));

export function halves(books: Books, today: PlainDay) {
  const start = windowFrom(today);
  const briefs = [...books.briefs.values()].filter(({ ending }) => ending === undefined || ending.on >= start);
  const within = (day: PlainDay) => day >= start;
  return {
    turnaround: {
      you: turnaround(books, 'leader', today),
      team: turnaround(books, 'asker', today),
    },
    promises: {
      you: { ...scorecard(books, today).kept, needed },
      team: { ...teamKept(books, briefs, today), needed },
    },
    changes: {
      requirementChanges: sumOf(briefs, ({ changes }) => requirementChanges(changes).filter(({ on }) => within(on))),
      rerankings: new Set(
        briefs.flatMap(({ rerankings }) => rerankings.filter(({ on }) => within(on)).map(({ act }) => act)),
      ).size,
      assignments: briefs.length,
    },
    sendBacks: {
      count: sumOf([...books.pages.values()], ({ moves }) =>
        moves.filter(({ mover, on }) => mover === 'asker' && within(on)),
      ),
      closed: pagesOf(books, today).closed.length,
    },
  };
}

/** How long the leader, or whoever asked, had it: what ended in the window, and what still runs. */
function turnaround(books: Books, holder: Mover, today: PlainDay) {
  const spells = [...books.pages.values()].flatMap((page) => spellsWith(page, holder));
  const start = windowFrom(today);
  const took = spells.flatMap(({ from, to }) => (to === undefined || to < start ? [] : [daysBetween(books, from, to)]));
  const runs = spells.flatMap(({ from, to }) => (to === undefined ? [daysBetween(books, from, today)] : []));
  return {
    n: took.length,
    needed,
    p85: took.length < needed ? undefined : smallestCovering(85, took),
    running: runs.length,
    oldestRunningInDays: runs.length === 0 ? undefined : Math.max(...runs),
  };
}

const daysBetween = (books: Books, from: PlainDay, to: PlainDay): number => workedDays(from, to, books.week).length;

/** From each day on which that one got it to the day on which somebody else did, or nobody. */
function spellsWith(page: Page, holder: Mover): { from: PlainDay; to: PlainDay | undefined }[] {
  const moves = [{ on: page.asked, mover: 'leader' as Mover }, ...page.moves];
  return moves.flatMap(({ on, mover }, place) => (mover === holder ? [{ from: on, to: moves[place + 1]?.on }] : []));
}

/** Closed as met by the day first agreed, and all whose day had come or that were closed. */
function teamKept(books: Books, briefs: readonly Brief[], today: PlainDay) {
  const agreed = briefs.filter(wasAgreed);
  const closed = agreed.filter(({ ending }) => ending !== undefined);
  const late = agreed.filter((brief) => brief.ending === undefined && isLate(books, brief, today));
  return { count: closed.filter((brief) => isMet(books, brief)).length, of: closed.length + late.length };
}

/** Whether a day was agreed while the work went on: it may be written down late that it had ended before. */
function wasAgreed({ agreed, ending }: Brief): boolean {
  return agreed !== undefined && (ending === undefined || ending.on >= agreed.made);
}

function isMet(books: Books, brief: Brief): boolean {
  return brief.ending?.result === 'met' && !isLate(books, brief, brief.ending.on);
}

/**
 * Whether the day first agreed had passed: a day ended with it, or a later one, and nothing waited on the leader then. Each
 * worked day that began so moves it on, and it is due on the day on which the leader had done all at the earliest.
 */
export function isLate(books: Books, { agreed, ...brief }: Brief, until: PlainDay): boolean {
  if (agreed === undefined) return false;
  let due = agreed.day;
  // Agreed only when it had passed.
  const things = thingsOf(books, brief);
  for (const day of daysFrom(dayAfter(agreed.made), until)) {
    if (!waitedOnLeader(books, things, day)) {
      if (day > due) return true;
      continue;
    }
    if (isWorked(day, books.week)) due = workedDayAfter(due, 1, books.week);
    if (due < day) due = day;
  }
  return until > due;
}

/** What it depends on, its holes too. */
function thingsOf({ pages }: Books, { id: assignment, dependsOn }: Pick<Brief, 'id' | 'dependsOn'>): Page[] {
  return [...pages.values()].filter(({ id, hole }) => dependsOn.includes(id) || hole?.assignment === assignment);
}

/** Whether that day began with one of them waiting on the leader. */
function waitedOnLeader(books: Books, things: readonly Page[], day: PlainDay): boolean {
  return things.some((page) => page.asked < day && books.moverAt(page, dayAfter(day, -1)) === 'leader');
}

const requirementChanges = (changes: Brief['changes']) =>
  changes.filter((change) => !change.isReassigned && !change.onlyAgrees);
const sumOf = <T>(list: readonly T[], count: (one: T) => readonly unknown[]): number =>
  list.reduce((sum, one) => sum + count(one).length, 0);

export function payback(books: Books) {
  const closed = [...books.briefs.values()].filter(({ ending }) => ending !== undefined);
  const clear = closed.filter(({ isClear }) => isClear);
  const anyway = closed.filter(({ isClear }) => !isClear);
  const pages = [...books.pages.values()].filter(isDecisionToCheck);
  const held = pages.filter(wasHeld);
  const notHeld = pages.filter((page) => !wasHeld(page));
  return {
    needed,
    clear: sideOf(books, clear, anyway),
    anyway: sideOf(books, anyway, clear),
    held: checkedOf(held, notHeld),
    notHeld: checkedOf(notHeld, held),
  };
}

/** Decided, or approved, and with a day to ask whether it stood. */
function isDecisionToCheck({ kind, ending, check }: Page): boolean {
  return ['decision', 'approval'].includes(kind) && ending !== undefined && check?.on !== undefined;
}

function wasHeld({ holds, ending }: Page): boolean {
  return ending !== undefined && holds.some((on) => on <= ending.on);
}

/** A median where both have enough for a comparison. */
function medianOf(values: readonly number[], others: readonly unknown[]): number | undefined {
  return values.length < needed || others.length < needed ? undefined : smallestCovering(50, values);
}

function sideOf(books: Books, briefs: readonly Brief[], others: readonly Brief[]) {
  const median = (of: (brief: Brief) => number) => medianOf(briefs.map(of), others);
  const agreed = briefs.filter(wasAgreed);
  return {
    n: briefs.length,
    medianChanges: median(({ changes }) => requirementChanges(changes).length),
    medianInterruptions: median(
      ({ changes, rerankings }) => changes.filter(({ isReassigned }) => isReassigned).length + rerankings.length,
    ),
    medianYourDays: median((brief) => yourDays(books, brief)),
    met: { count: agreed.filter((brief) => isMet(books, brief)).length, of: agreed.length },
  };
}

/** The worked days of closed work that began with something it depends on, without its holes, waiting on the leader. */
function yourDays(books: Books, { made, ending, dependsOn }: Brief): number {
  const things = [...books.pages.values()].filter(({ id }) => dependsOn.includes(id));
  return workedDays(made, ending?.on ?? made, books.week).filter((day) => waitedOnLeader(books, things, day)).length;
}

function checkedOf(pages: readonly Page[], others: readonly Page[]) {
  const reworkOf = (list: readonly Page[]) => list.flatMap(({ check }) => check?.rework ?? []);
  const answered = pages.filter(({ check }) => check?.answer !== undefined);
  return {
    answered: answered.length,
    stood: answered.filter(({ check }) => check?.answer === 'held').length,
    rework: { n: reworkOf(pages).length, median: medianOf(reworkOf(pages), reworkOf(others)) },
  };
}

export function calibration(books: Books, today: PlainDay) {
  const start = dayAfter(today, 1 - 365);
  const expected = [...books.pages.values()].flatMap(({ ending, sureness, check }) =>
    ending === undefined || sureness === undefined || check === undefined ? [] : [{ sureness, check }],
  );
  const answers = expected
    .filter(({ check }) => check.answered !== undefined && check.answered >= start)
    .map(({ sureness, check }) => ({ sureness, stood: check.answer === 'held' ? 1 : 0 }));
  const unanswered = expected.filter(
    ({ check: { answer, on } }) => answer === undefined && on !== undefined && on < today,
  );
  return {
    answered: answers.length,
    needed: neededAnswers,
    ...brierOf(answers),
    bands: bands.map(({ from, to }) => {
      const within = answers.filter(({ sureness }) => sureness >= from && sureness <= to);
      return { from, to, n: within.length, stood: within.filter(({ stood }) => stood === 1).length };
    }),
    unanswered: unanswered.length,
  };
}

interface Answer {
  readonly sureness: number;
  readonly stood: number;
}

/** Answer by answer: each stands beside the share of what stood among the answers of its sureness, and among all. */
function brierOf(answers: readonly Answer[]) {
  if (answers.length < neededAnswers)
    return { brier: undefined, reliability: undefined, resolution: undefined, uncertainty: undefined };
  const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const mean = (of: (answer: Answer) => number) => meanOf(answers.map(of));
  const shareAt = (sureness: number) =>
    meanOf(answers.filter((answer) => answer.sureness === sureness).map(({ stood }) => stood));
  const all = mean(({ stood }) => stood);
  return {
    brier: mean(({ sureness, stood }) => (sureness / 100 - stood) ** 2),
    reliability: mean(({ sureness }) => (sureness / 100 - shareAt(sureness)) ** 2),
    resolution: mean(({ sureness }) => (shareAt(sureness) - all) ** 2),
    uncertainty: all * (1 - all),
  };
}
