import { titleOf } from '../items/codedText.ts';
import type { Calendar } from '../time/calendar.ts';
import { compareTexts } from '../text/compareTexts.ts';
import type { Day } from '../time/day.ts';
import type { Closing, Item } from '../items/item.ts';
import type { Policy } from '../policy.ts';
import { type OpenDraft, linkBlockers } from './blocking.ts';
import type { Board } from './board.ts';
import { buildClosedRow } from './closedRow.ts';
import { Relations } from './relations.ts';
import { type BoardRow, draftRow, type ItemName } from './row.ts';
import { RowList } from './rowList.ts';
import { addToCounts, type Counts, noCounts, type Totals } from './totals.ts';

/**
 * The board of one day, updated incrementally: the rows of changed items and of items related to them are rebuilt and
 * moved to their places; every other row stays the same object. The board always equals one built from scratch.
 */
export class BoardBuilder {
  readonly #relations = new Relations();
  readonly #rows = new Map<string, BoardRow>();
  /** Of open items that others wait for: the length of the longest chain of items that wait. */
  readonly #depths = new Map<string, number>();
  #counts: Counts = noCounts();
  #list = RowList.of([]);
  #board: Board;

  private constructor(
    readonly items: ReadonlyMap<string, Item>,
    today: Day,
    readonly calendar: Calendar,
  ) {
    this.#board = boardOf(today, calendar, this.#list, { ...noCounts(), oldest: undefined });
  }

  /** @param items of the register; the builder keeps reading from this map */
  static of(items: ReadonlyMap<string, Item>, today: Day, calendar: Calendar): BoardBuilder {
    return runToEnd(BoardBuilder.inSteps(items, today, calendar));
  }

  /** The same in many steps, so that the caller can do other work between. The items must not change until the last. */
  static *inSteps(items: ReadonlyMap<string, Item>, today: Day, calendar: Calendar): Steps<BoardBuilder> {
    const builder = new BoardBuilder(items, today, calendar);
    for (const [id, item] of items) builder.#relations.set(id, item);
    yield;
    yield* builder.buildAll();
    return builder;
  }

  get board(): Board {
    return this.#board;
  }

  /**
   * Rebuilds what these changes affect.
   *
   * @param changed ids of items added, changed or removed
   */
  update(changed: ReadonlySet<string>): void {
    if (changed.size === 0) return;
    const touched = new Set(changed);
    // An unchanged closed item is rebuilt, but its relations are not followed further.
    const spreadsFrom = (id: string): boolean => changed.has(id) || this.#isOpen(id);
    this.#relations.expand(touched, spreadsFrom);
    for (const id of changed) this.#relations.set(id, this.items.get(id));
    this.#relations.expand(touched, spreadsFrom);
    if (touched.size > incrementalLimit && touched.size > this.#rows.size / 50) runToEnd(this.buildAll());
    else this.#replace(touched);
  }

  *buildAll(): Steps<void> {
    this.#rows.clear();
    this.#depths.clear();
    this.#counts = noCounts();
    const { open, closed } = yield* this.buildRows(this.items.values());
    open.sort(oldestHurtFirst);
    yield;
    const rows = open.map(({ row }) => row);
    for (const ofOneDay of latestClosingFirst(closed)) {
      for (const row of ofOneDay.sort((a, b) => compareTexts(a.id, b.id))) rows.push(row);
      yield;
    }
    this.#list = RowList.of(rows);
    this.#updateBoard();
  }

  /** Searches the place of each row, so for many rows `buildAll` is cheaper. */
  #replace(touched: ReadonlySet<string>): void {
    const outdated = [...touched].flatMap((id) => this.#rows.get(id) ?? []);
    const compare = (a: BoardRow, b: BoardRow): number => this.#compare(a, b);
    this.#list = this.#list.without(outdated, compare);
    for (const row of outdated) {
      addToCounts(this.#counts, row, -1);
      this.#rows.delete(row.id);
      this.#depths.delete(row.id);
    }
    const { open, closed } = runToEnd(this.buildRows([...touched].flatMap((id) => this.items.get(id) ?? [])));
    this.#list = this.#list.with([...open.map(({ row }) => row), ...closed], compare);
    this.#updateBoard(touched);
  }

  /** Builds the rows of these items, which must include all items related to them. */
  *buildRows(items: Iterable<Item>): Steps<{ readonly open: OpenDraft[]; readonly closed: BoardRow[] }> {
    const open: OpenDraft[] = [];
    const closed: BoardRow[] = [];
    let built = 0;
    for (const item of items) {
      if (++built % stepLength === 0) yield;
      // A board of an earlier day leaves out items asked later.
      if (item.askedOn > this.#board.today) continue;
      const closing = this.#closingOf(item);
      const reverses = this.#originOf(item.id);
      if (closing === undefined) {
        const row = draftRow(item, undefined, this.#board.today, this.calendar);
        row.reverses = reverses;
        open.push({ item, row, depth: 0, node: undefined });
      } else {
        const row = buildClosedRow(item, closing, this.#board.today, this.calendar, this.items);
        closed.push(reverses === undefined ? row : { ...row, reverses });
      }
    }
    linkBlockers(open, this.#board.today);
    yield;
    for (const { row, depth } of open) {
      if (row.blockedBy.length > 0 && (row.state === 'waiting' || row.state === 'acknowledged')) row.state = 'blocked';
      if (depth > 0) this.#depths.set(row.id, depth);
      this.#addRow(row);
    }
    for (const row of closed) {
      this.#addRow(row);
      if (++built % stepLength === 0) yield;
    }
    return { open, closed };
  }

  #addRow(row: BoardRow): void {
    this.#rows.set(row.id, row);
    addToCounts(this.#counts, row, 1);
  }

  #updateBoard(touched?: ReadonlySet<string>): void {
    const oldest = this.#oldest(touched);
    const totals = {
      ...this.#counts,
      overdueByKind: { ...this.#counts.overdueByKind },
      oldest: oldest && { id: oldest.id, title: oldest.title, ageInDays: oldest.ageInDays },
    };
    this.#board = boardOf(this.#board.today, this.calendar, this.#list, totals);
  }

  /** Searches all rows only if the oldest so far was rebuilt. */
  #oldest(touched?: ReadonlySet<string>): BoardRow | undefined {
    const known = this.#board.totals.oldest?.id;
    const isKept = touched !== undefined && known !== undefined && !touched.has(known);
    let oldest = isKept ? this.#rows.get(known) : undefined;
    const candidates = isKept ? [...touched].flatMap((id) => this.#rows.get(id) ?? []) : this.#list;
    for (const row of candidates) {
      if (row.closing !== undefined) {
        if (isKept) continue;
        break;
      }
      if (row.ball !== 'decider' && (oldest === undefined || this.#isOlder(row, oldest))) oldest = row;
    }
    return oldest;
  }

  #isOlder(row: BoardRow, than: BoardRow): boolean {
    return row.ageInDays > than.ageInDays || (row.ageInDays === than.ageInDays && this.#compare(row, than) < 0);
  }

  /** The order of the board: open before closed. */
  #compare(a: BoardRow, b: BoardRow): number {
    if (a.closing !== undefined && b.closing !== undefined) {
      return compareTexts(b.closing.on, a.closing.on) || compareTexts(a.id, b.id);
    }
    if (a.closing !== undefined) return 1;
    if (b.closing !== undefined) return -1;
    return oldestHurtFirst({ row: a, depth: this.#depthOf(a) }, { row: b, depth: this.#depthOf(b) });
  }

  #depthOf({ id }: BoardRow): number {
    return this.#depths.get(id) ?? 0;
  }

  #isOpen(id: string): boolean {
    const row = this.#rows.get(id);
    return row !== undefined && row.closing === undefined;
  }

  #closingOf({ closing }: Item): Closing | undefined {
    return closing !== undefined && closing.on <= this.#board.today ? closing : undefined;
  }

  /** The item whose reversal opened this one. Of two, which no rule produces, the one with the smaller id. */
  #originOf(id: string): ItemName | undefined {
    let origin: Item | undefined;
    for (const by of this.#relations.namedBy(id)) {
      const item = this.items.get(by);
      if (item === undefined || item.askedOn > this.#board.today || this.#closingOf(item) === undefined) continue;
      const answer = item.check?.answer;
      if (answer?.how !== 'reversed' || answer.successor !== id) continue;
      if (origin === undefined || item.id < origin.id) origin = item;
    }
    return origin && { id: origin.id, title: titleOf(origin) };
  }
}

/** Builds a board from scratch. Linear in items and blockers, apart from sorting. */
export function buildBoard(
  items: ReadonlyMap<string, Item>,
  today: Day,
  { calendar }: Pick<Policy, 'calendar'>,
): Board {
  return BoardBuilder.of(items, today, calendar).board;
}

/** Work that can be interrupted between its steps. */
type Steps<T> = Generator<undefined, T>;

/** Items built per step. */
const stepLength = 256;

function runToEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Up to this many rows are always replaced one by one, even on a small board. */
const incrementalLimit = 20;

function boardOf(today: Day, calendar: Calendar, list: RowList, totals: Totals): Board {
  return {
    today,
    weekEndsOn: calendar.lastDayOfWeek(today),
    totals,
    get rows() {
      return list.whole;
    },
  };
}

type Ranked = Pick<OpenDraft, 'row' | 'depth'>;

/**
 * By hurt (person-days of the item or of what it blocks), then by the longer chain of items that wait, then by the longer
 * wait, then by asked day and id as a fixed tie-break.
 */
function oldestHurtFirst({ row: a, depth: depthOfA }: Ranked, { row: b, depth: depthOfB }: Ranked): number {
  return (
    b.hurt - a.hurt ||
    depthOfB - depthOfA ||
    b.workingDaysWaited - a.workingDaysWaited ||
    compareTexts(a.askedOn, b.askedOn) ||
    compareTexts(a.id, b.id)
  );
}

/** Grouped by day before sorting, so that years of closed items cost little more than reading them. */
function latestClosingFirst(closed: readonly BoardRow[]): BoardRow[][] {
  const byDay = Map.groupBy(closed, ({ closing }) => closing?.on ?? '');
  return [...byDay].toSorted(([a], [b]) => compareTexts(b, a)).map(([, rows]) => rows);
}
