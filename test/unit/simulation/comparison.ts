import { isDeepStrictEqual } from 'node:util';
import { sourceAsOf } from '../../../src/core/board/asOf.ts';
import { buildBoard, type Board } from '../../../src/core/board/board.ts';
import { buildLedger } from '../../../src/core/reports/ledger.ts';
import { buildLookBack } from '../../../src/core/reports/lookBack.ts';
import { dayOfEntry } from '../../../src/core/entries/entry.ts';
import { computeFriction } from '../../../src/core/figures/friction.ts';
import { cycleTimes, paceOf } from '../../../src/core/figures/pace.ts';
import { computeScorecard } from '../../../src/core/figures/scorecard.ts';
import { computeTrend } from '../../../src/core/figures/trend.ts';
import { type CalendarDay, computeCalendarDays } from '../../../src/core/exchange/calendar/calendarDays.ts';
import { computeWorkFigures } from '../../../src/core/assignments/workFigures.ts';
import { buildWorkBoard, type WorkBoard } from '../../../src/core/assignments/workBoard.ts';
import { comparisonsIn } from '../../support/figures.ts';
import { calendarDays, ledger, lookBack, work, workFigures } from './bookReports.ts';
import { friction, pace, scorecard, totals, trend } from './bookFigures.ts';
import { calibration, halves, payback } from './bookHalves.ts';
import { bookRow } from './bookRow.ts';
import type { Books } from './books.ts';
import { kindOf, type PageKind } from './page.ts';
import type { Leader, Machine } from './leader.ts';
import { dayAfter, type PlainDay } from './plainDays.ts';
import { productDays, productFigures, productLedger, productLookBack, productRow, productWork } from './product.ts';

/** One field that books and product do not agree on. */
interface Difference {
  readonly where: string;
  readonly field: string;
  readonly books: unknown;
  readonly product: unknown;
}

/** Compares all that the product shows of a day with the books, field by field. */
export class Comparison {
  readonly #differences: Difference[] = [];
  /** How many single values were compared. */
  fields = 0;
  /** By machine, the day of the last look. */
  readonly #looked = new Map<string, PlainDay>();
  /** By machine, the last that was exported of each calendar day, by its uid. */
  readonly #exports = new Map<string, Map<string, CalendarDay>>();

  look(leader: Leader, machine: Machine): void {
    const { register, today: clock } = machine.store;
    const { policy } = leader.setting;
    const today = leader.today(machine);
    const books = leader.books(machine);
    const where = `${machine.name} ${today}`;
    this.#same(`${where}: today`, today, clock.day);
    const board = buildBoard(register.items, today, policy);
    const workBoard = buildWorkBoard(register, board, policy);
    this.#rows(where, books, board);
    this.#histories(where, leader, machine);
    for (const past of [dayAfter(today, -1), dayAfter(today, -9)]) {
      this.#past(where, leader, machine, past);
      this.#pastFigures(where, leader, machine, past);
    }
    this.#figures(where, books, board, leader);
    this.#reports(where, books, board, workBoard, leader, machine);
  }

  /** The figures of later days on which nothing more was done, while their windows pass over what was. */
  lookAhead(leader: Leader, machine: Machine): void {
    const { register } = machine.store;
    const { policy } = leader.setting;
    const books = leader.books(machine);
    const today = leader.today(machine);
    for (const days of [50, 60, 70, 80]) {
      const day = dayAfter(today, days);
      this.#each(`${machine.name}, on ${day}`, halves(books, day), comparisonsIn(register, day, policy).halves);
    }
    for (const days of [325, 335, 345, 355]) {
      const day = dayAfter(today, days);
      const compared = comparisonsIn(register, day, policy).calibration;
      this.#each(`${machine.name}, on ${day}`, rounded(calibration(books, day)), rounded(compared));
    }
  }

  /** The differences by field, with the first of each; empty if there are none. */
  report(): string {
    const fields = Map.groupBy(this.#differences, ({ field }) => field);
    return [...fields]
      .map(([field, [first, ...others]]) => `${field}, ${others.length + 1} times, first ${sayDifference(first)}`)
      .join('\n');
  }

  #rows(where: string, books: Books, board: Board): void {
    const rows = new Map(board.rows.map((row) => [row.id, row]));
    this.#same(`${where}: items`, [...books.pages.keys()].toSorted(), [...rows.keys()].toSorted());
    for (const page of books.pages.values()) {
      const row = rows.get(page.id);
      if (row === undefined) continue;
      const expected = bookRow(books, page, board.today);
      const actual: Record<string, unknown> = productRow(row);
      for (const field of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
        this.#same(`${where} ${page.title} ${page.id.slice(-4)}: ${field}`, expected[field], actual[field]);
      }
    }
  }

  /** The board of a past day shows what was known then. */
  #past(where: string, leader: Leader, machine: Machine, day: PlainDay): void {
    const books = leader.booksAsOf(machine, day);
    const { pages: pagesNow } = leader.books(machine);
    const source = sourceAsOf(machine.store.register, day);
    const board = buildBoard(source.items, day, leader.setting.policy);
    const rows = new Map(board.rows.map((row) => [row.id, row]));
    const pages = [...books.pages.values()].filter(({ asked }) => asked <= day);
    this.#same(`${where}, as of ${day}: items`, pages.map(({ id }) => id).toSorted(), [...rows.keys()].toSorted());
    for (const page of pages) {
      const row = rows.get(page.id);
      // Where two machines disagree, the day of the one that does not count never was.
      const now = pagesNow.get(page.id);
      if (row === undefined || now?.isChosen === true || now?.disagreement !== undefined) continue;
      const [expected, actual] = [bookRow(books, page, day), productRow(row)];
      for (const field of pastFields) {
        this.#same(`${where}, as of ${day} ${page.title} ${page.id}: past ${field}`, expected[field], actual[field]);
      }
    }
  }

  /** The figures of a past day; without the checks, which are those of now, and what two machines disagree about. */
  #pastFigures(where: string, leader: Leader, machine: Machine, day: PlainDay): void {
    const books = leader.booksAsOf(machine, day);
    const source = sourceAsOf(machine.store.register, day);
    const items = new Map(source.items);
    for (const { id, asked, isChosen, disagreement } of leader.books(machine).pages.values()) {
      const isLeftOut = asked > day || isChosen || disagreement !== undefined;
      if (isLeftOut) books.pages.delete(id);
      if (isLeftOut) items.delete(id);
    }
    const of = `${where}, as of ${day}`;
    const compared = comparisonsIn({ ...source, items }, day, leader.setting.policy);
    this.#each(`${of} past halves`, halves(books, day), compared.halves);
    const { clear, anyway } = payback(books);
    const { clear: actualClear, anyway: actualAnyway } = compared.payback;
    this.#each(`${of} past payback`, { clear, anyway }, { clear: actualClear, anyway: actualAnyway });
  }

  /** Each entry keeps the local day on which its act was done, wherever it is read. */
  #histories(where: string, { diary }: Leader, { store }: Machine): void {
    const done = new Map(diary.map(({ act, today }) => [act, today]));
    for (const { title, history } of store.register.items.values()) {
      const said = history.map(dayOfEntry);
      this.#same(
        `${where} ${title}: history`,
        history.map(({ act }) => done.get(act)),
        said,
      );
    }
  }

  #figures(where: string, books: Books, board: Board, leader: Leader): void {
    const { today, totals: sums } = board;
    const { policy } = leader.setting;
    const { oldest, ...counts } = sums;
    this.#each(`${where} totals`, totals(books, today), { ...counts, oldestAge: oldest?.ageInDays ?? 0 });
    this.#each(`${where} scorecard`, scorecard(books, today), { ...computeScorecard(board, policy) });
    const weeks = computeTrend(board, policy.calendar).map(({ endsOn, open, personDays }) => [
      endsOn,
      { open, personDays },
    ]);
    this.#each(`${where} trend`, trend(books, today), Object.fromEntries(weeks) as object);
    const report = computeFriction(board, policy);
    const sumsOf = (list: readonly { readonly key: string | undefined }[]) =>
      Object.fromEntries(list.map(({ key, ...rest }) => [String(key), rest]));
    const kinds = friction<PageKind>(books, today, kindOf);
    this.#each(`${where} friction by kind`, Object.fromEntries(kinds), sumsOf(report.byKind));
    const askers = friction(books, today, ({ askedBy }) => String(askedBy));
    this.#each(`${where} friction by asker`, Object.fromEntries(askers), sumsOf(report.byAsker));
    const mostLate = Math.max(...[...kinds.values()].map(({ late }) => late));
    this.#same(`${where}: recurring`, mostLate >= 3 ? mostLate : undefined, report.recurring?.late);
    const times = cycleTimes(board);
    for (const { id, ageInDays, closing } of board.rows) {
      if (closing !== undefined) continue;
      const { olderThan, of } = pace(books, ageInDays);
      const actual = paceOf({ ageInDays }, times);
      this.#same(
        `${where} ${id}: pace`,
        of === 0 ? undefined : [olderThan, of],
        actual && [actual.olderThan, actual.of],
      );
    }
  }

  #reports(where: string, books: Books, board: Board, workBoard: WorkBoard, leader: Leader, machine: Machine): void {
    const { today } = board;
    const { policy } = leader.setting;
    const { register } = machine.store;
    const span = { from: dayAfter(today, -20), to: dayAfter(today, -1) };
    for (const of of [span, { from: dayAfter(today, -29), to: today }]) {
      const actual = productLedger(buildLedger(register, board, workBoard, of, policy));
      this.#each(`${where} ledger`, ledger(books, today, of), actual);
    }
    for (const day of [today, dayAfter(today, -7), dayAfter(today, -16)]) {
      this.#each(
        `${where} look-back of ${day}`,
        lookBack(books, today, day),
        productLookBack(buildLookBack(register, board, workBoard, day, policy)),
      );
    }
    this.#each(`${where} work`, work(books, today), productWork(workBoard));
    const figures = computeWorkFigures(workBoard, board, policy.calendar);
    this.#each(`${where} figures of work`, workFigures(books, today), productFigures(figures));
    const compared = comparisonsIn(register, today, policy);
    this.#each(`${where} halves`, halves(books, today), compared.halves);
    this.#each(`${where} payback`, payback(books), compared.payback);
    this.#each(`${where} calibration`, rounded(calibration(books, today)), rounded(compared.calibration));
    const days = productDays(computeCalendarDays(register, board, workBoard), today);
    this.#same(`${where}: calendar`, calendarDays(books, today), days);
    this.#exported(where, machine, today, computeCalendarDays(register, board, workBoard));
  }

  /** What an earlier export held is there, or is cancelled; and what changed has a higher number. */
  #exported(where: string, { name }: Machine, today: PlainDay, days: readonly CalendarDay[]): void {
    const earlier = this.#exports.get(name) ?? new Map<string, CalendarDay>();
    const lastLook = this.#looked.get(name) ?? today;
    this.#exports.set(name, earlier);
    this.#looked.set(name, today);
    const now = new Map(days.map((day) => [day.uid, day]));
    for (const [uid, before] of earlier) {
      // A hold that has passed is nothing to cancel, and is left out once nothing has changed for 30 days.
      if (before.kind === 'until' && before.day < today) continue;
      if (!before.isCancelled) this.#same(`${where} ${uid}: still exported`, true, now.has(uid));
      if (!now.has(uid)) earlier.delete(uid);
    }
    for (const day of days) {
      const before = earlier.get(day.uid);
      // After a journey on which the day went back, nothing has changed but the day.
      const isNews = day.changedAt !== before?.changedAt || today >= lastLook;
      const isOther = before !== undefined && (before.day !== day.day || before.isCancelled !== day.isCancelled);
      this.#same(`${where} ${day.uid}: SEQUENCE`, true, !isNews || !isOther || day.revision > before.revision);
      earlier.set(day.uid, day);
    }
  }

  #each(where: string, expected: object, actual: object): void {
    const [books, product] = [expected, actual] as Record<string, unknown>[] as [
      Record<string, unknown>,
      Record<string, unknown>,
    ];
    for (const field of new Set([...Object.keys(books), ...Object.keys(product)])) {
      this.#same(`${where}: ${field}`, books[field], product[field]);
    }
  }

  #same(where: string, books: unknown, product: unknown): void {
    this.fields += leaves(books);
    if (isDeepStrictEqual(product, books)) return;
    this.#differences.push({ where, field: where.split(': ').at(-1) ?? where, books, product });
  }
}

/** The fields of a row that say what was so on its day; the others say what is so now. */
const pastFields = [
  'askedOn',
  'ageInDays',
  'workingDaysWaited',
  'workingDaysWithAsker',
  'ball',
  'promisedOn',
  'dueOn',
  'restedInDays',
  'firstDueOn',
  'slips',
  'overdue',
  'daysOver',
  'waiting',
  'personDays',
  'closing',
];

function sayDifference(difference: Difference | undefined): string {
  if (difference === undefined) return '';
  const { where, books, product } = difference;
  return `${where}\n  books   ${sayOnly(books, product)}\n  product ${sayOnly(product, books)}`;
}

/** Of two lists, only what the other one lacks. */
function sayOnly(value: unknown, other: unknown): string {
  const said = (one: unknown): string => (one === undefined ? 'nothing' : JSON.stringify(one));
  if (!Array.isArray(value) || !Array.isArray(other)) return said(value);
  const others = new Set(other.map(said));
  return said(value.filter((one) => !others.has(said(one))));
}

/** Numbers that are added up in another order differ in their last digits. */
function rounded(value: object): object {
  return JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Math.round(one * 1e9) / 1e9 : one)),
  ) as object;
}

/** How many single values it holds. */
function leaves(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Math.max(
    1,
    Object.values(value).reduce<number>((sum, one) => sum + leaves(one), 0),
  );
}
