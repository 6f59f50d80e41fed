import { ageOf, daysOver, isCheckDue, isDefaultDue, personDaysOf, responseOf } from './bookFigures.ts';
import type { Books } from './books.ts';
import { type Page, present } from './page.ts';
import { dayAfter, daysFrom, type PlainDay } from './plainDays.ts';

/** The row of an item as the books have it, by the names of the board's fields. */
export function bookRow(books: Books, page: Page, today: PlainDay): Record<string, unknown> {
  const until = books.endOf(page, today);
  const isOpen = page.ending === undefined;
  const response = responseOf(page);
  const overdue = books.isOverdue(page, today);
  const isHeld = books.isHeld(page, today);
  const blockers = books.blockersOf(page);
  const nameOf = ({ id, title }: Page) => ({ id, title });
  const pages = [...books.pages.values()];
  const origin = pages.find((one) => one.check?.answer === 'reversed' && one.successor === page.id);
  const successor = page.check?.answer === 'reversed' ? books.pages.get(page.successor ?? '') : undefined;
  return {
    id: page.id,
    kind: page.kind,
    title: page.title,
    state: stateOf(books, page, today),
    door: page.door,
    askedOn: page.asked,
    firstAskedOn: page.firstAsked,
    askedBy: page.askedBy,
    ageInDays: ageOf(page.asked, until),
    workingDaysWaited: books.waited(page, until).length,
    workingDaysWithAsker: books.daysWith(page, ['asker'], page.asked, until).length,
    respondedOn: response,
    responseInWorkingDays: response && books.waited(page, response).length,
    ball: books.lastMover(page),
    turns: spellsOf(page),
    promisedOn: page.promise.day,
    dueOn: books.rested(page, page.promise, until),
    restedInDays: books.daysWith(page, ['asker', 'nobody'], page.promise.made, until).length,
    firstPromisedOn: page.firstPromise,
    firstDueOn: books.firstRested(page, until),
    saidOn: books.rested(page, page.told, until),
    slips: page.slips.length,
    overdue,
    drifting: overdue && !isHeld,
    daysOver: daysOver(books, page, today),
    blockedBy: blockers
      .map((one) => ({
        ...nameOf(one),
        verifiedOn: page.blockers.get(one.id),
        unverifiedInDays: Math.max(0, daysFrom(page.blockers.get(one.id) ?? today, today).length - 1),
      }))
      .toSorted(byId),
    blocks: isOpen
      ? pages
          .filter((one) => books.blockersOf(one).includes(page))
          .map(nameOf)
          .toSorted(byId)
      : [],
    blocksOverdue: waitingFor(books, page).some((one) => books.isOverdue(one, today)),
    circle: [],
    chases: page.chases,
    deliberation: page.hold && page.isHolding ? page.hold : undefined,
    default: page.default,
    isDefaultDue: isDefaultDue(page, today),
    waiting: present(page)
      .map(({ name }) => name)
      .toSorted(),
    waitingSpells: page.waiting
      .filter(({ named = '', gone = '9' }) => gone > page.asked && gone > named)
      .map(({ name, named = '', gone }) => [name, named > page.asked ? named : '', gone].join(' '))
      .toSorted(),
    owedBy: page.owedBy,
    personDays: personDaysOf(books, page, today),
    hurt: hurtOf(books, page, today),
    logDelayInDays: Math.max(0, daysFrom(dayAfter(page.asked), page.logged).length),
    tags: [],
    link: undefined,
    note: page.note,
    clarity: page.hole?.hole,
    closing: page.ending && [page.ending.how, page.ending.on],
    check: page.check && !isOpen ? [page.check.on, page.check.answer, page.check.answered] : undefined,
    reverses: origin && nameOf(origin),
    reversedBy: successor && nameOf(successor),
    disagreement: page.disagreement,
    isAskedEstimated: false,
    readOnly: false,
  };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** The first that fits. */
function stateOf(books: Books, page: Page, today: PlainDay): string {
  if (page.ending !== undefined) return isCheckDue(page, today) ? 'checkDue' : 'closed';
  const mover = books.mover(page);
  if (mover === 'decider') return 'handedOver';
  if (mover === 'asker') return 'sentBack';
  if (books.isHeld(page, today)) return 'deliberating';
  if (books.isOverdue(page, today)) return 'drifting';
  if (books.blockersOf(page).length > 0) return 'blocked';
  return page.acknowledged ? 'acknowledged' : 'waiting';
}

/** The open items that wait for it, over any number of steps. */
function waitingFor(books: Books, page: Page, found = new Set<Page>()): Page[] {
  for (const one of books.pages.values()) {
    if (page.ending !== undefined || found.has(one) || !books.blockersOf(one).includes(page)) continue;
    found.add(one);
    waitingFor(books, one, found);
  }
  return [...found];
}

/** The most that it, or what waits for it, hurts. */
function hurtOf(books: Books, page: Page, today: PlainDay): number {
  if (page.ending !== undefined) return 0;
  return Math.max(...[page, ...waitingFor(books, page)].map((one) => personDaysOf(books, one, today)));
}

/** The spells in which it was not the leader's move: whose, who had it, from when to when. */
export function spellsOf({ moves, ending }: Page): string[] {
  // A spell in which it was closed has no end of its own.
  const ended = ending === undefined ? moves : moves.slice(0, -1);
  return ended.flatMap(({ mover, name, words, on }, index): string[] =>
    mover === 'leader' ? [] : [[mover, name, words, on, ended[index + 1]?.on].join(' ')],
  );
}
