import { type Board, buildBoard } from '../board/board.ts';
import { itemsAsOf } from '../board/asOf.ts';
import { waitsOfPeople } from '../board/clocks.ts';
import { type BoardRow, isLeadersMove } from '../board/row.ts';
import type { Calendar } from '../time/calendar.ts';
import { addDays, type Day } from '../time/day.ts';
import { type BothHalves, computeBothHalves } from '../figures/bothHalves.ts';
import { isClosedByLeader } from '../figures/pace.ts';
import { nameKey } from '../text/names.ts';
import { type Policy, targetKindOf, type TargetKind, targetKinds } from '../policy.ts';
import type { BoardSource } from '../register/register.ts';
import type { WorkBoard } from '../assignments/workBoard.ts';
import type { DaySpan } from './daySpan.ts';
import {
  answeredWithin,
  type ChangedAssignment,
  changedWithin,
  type ClosedRow,
  closedWithin,
  type SlippedItem,
  slippedWithin,
} from './activity.ts';

/** What waited at the end of a day. */
export interface Waited {
  readonly on: Day;
  /** Number of items that waited on the leader. */
  readonly onLeader: number;
  readonly sentBack: number;
  /** Of both. */
  readonly personDays: number;
}

export interface WaitingPerson {
  readonly name: string;
  readonly items: number;
  /** Sum of the working days those items waited. */
  readonly personDays: number;
}

/** How fast the leader was with one kind, compared with its target. */
export interface KindSpeed {
  readonly kind: TargetKind;
  /** In working days. */
  readonly target: number;
  /** Working days each item took, ascending. */
  readonly took: readonly number[];
  readonly withinTarget: number;
}

/** One week of the leader. */
export interface LookBack {
  readonly today: Day;
  /** The current week ends today. */
  readonly week: DaySpan;
  readonly isUnderWay: boolean;
  /** At the end of `week`. */
  readonly waited: Waited;
  /** At the end of the previous week. */
  readonly before: Waited;
  /** Items that waited on the leader at the end, in the order of the board. */
  readonly onLeader: readonly BoardRow[];
  /** Who waited at the end, for these or for what was sent back. Most person-days first. */
  readonly people: readonly WaitingPerson[];
  readonly speeds: readonly KindSpeed[];
  /** Items the leader decided, cleared or settled. */
  readonly decided: readonly ClosedRow[];
  /** Number of items closed by somebody they had been handed over to. */
  readonly decidedByOthers: number;
  readonly withdrawn: readonly ClosedRow[];
  readonly slipped: readonly SlippedItem[];
  readonly held: readonly BoardRow[];
  readonly reversed: readonly BoardRow[];
  readonly changed: readonly ChangedAssignment[];
  /** Clarity items among those that waited on the leader. */
  readonly clarity: readonly BoardRow[];
  /** As of today, over the last 90 days. */
  readonly halves: BothHalves;
}

/** The leader's week that contains the day. */
export function weekOf(day: Day, calendar: Calendar): DaySpan {
  const to = calendar.lastDayOfWeek(day);
  return { from: addDays(to, -6), to };
}

/**
 * The week that contains the day, at most up to today. What waited at its end is computed as in the trend, from the
 * days on which people were named, and items asked, passed on, closed and reopened.
 *
 * @returns undefined when the week has not begun
 */
export function buildLookBack(
  source: BoardSource,
  board: Board,
  work: Pick<WorkBoard, 'assignments'>,
  day: Day,
  policy: Policy,
): LookBack | undefined {
  const { items } = source;
  const { rows, today } = board;
  const { from, to } = weekOf(day, policy.calendar);
  if (from > today) return undefined;
  const end = to < today ? to : today;
  const week: DaySpan = { from, to: end };
  const eve = addDays(from, -1);
  const atEnd = end === today ? board : buildBoard(itemsAsOf(items, end), end, policy);
  const open = openOf(atEnd);
  const onLeader = open.filter(isLeadersMove);
  // What was closed then and reopened since was closed in that week all the same.
  const closed = closedWithin(atEnd.rows, week, today);
  const byLeader = closed.filter((row) => row.closing.how !== 'withdrawn' && isClosedByLeader(row));
  return {
    today,
    week,
    isUnderWay: end < to,
    waited: waitedOn(atEnd),
    before: waitedOn(buildBoard(itemsAsOf(items, eve), eve, policy)),
    onLeader,
    people: peopleIn(open, end, policy.calendar),
    speeds: targetKinds.flatMap((kind) => speedOf(kind, byLeader, policy)),
    decided: byLeader,
    decidedByOthers: closed.filter((row) => row.closing.how !== 'withdrawn' && !isClosedByLeader(row)).length,
    withdrawn: closed.filter(({ closing }) => closing.how === 'withdrawn'),
    slipped: slippedWithin(items.values(), week, today, policy.calendar),
    held: answeredWithin(rows, 'held', week, today),
    reversed: answeredWithin(rows, 'reversed', week, today),
    changed: changedWithin(work.assignments, week, today),
    clarity: onLeader.filter(({ kind }) => kind === 'clarity'),
    halves: computeBothHalves(source, board, work, policy),
  };
}

function waitedOn(board: Board): Waited {
  const { open, personDays } = board.totals;
  const onLeader = board.rows.filter(isLeadersMove).length;
  return { on: board.today, onLeader, sentBack: open - onLeader, personDays };
}

function openOf({ rows }: Board): BoardRow[] {
  return rows.filter(({ closing, ball }) => closing === undefined && ball !== 'decider');
}

function peopleIn(open: readonly BoardRow[], day: Day, calendar: Calendar): WaitingPerson[] {
  const people = new Map<string, WaitingPerson>();
  for (const row of open) {
    for (const { name, workingDays, waitsNow } of waitsOfPeople(row, row.askedOn, day, calendar)) {
      if (!waitsNow) continue;
      const known = people.get(nameKey(name)) ?? { name, items: 0, personDays: 0 };
      const personDays = known.personDays + workingDays;
      people.set(nameKey(name), { ...known, items: known.items + 1, personDays });
    }
  }
  return [...people.values()].toSorted(
    (a, b) => b.personDays - a.personDays || b.items - a.items || (a.name < b.name ? -1 : 1),
  );
}

function speedOf(kind: TargetKind, closed: readonly BoardRow[], { targets }: Pick<Policy, 'targets'>): KindSpeed[] {
  const took = closed
    .filter((row) => targetKindOf(row.kind, row.door) === kind)
    .map(({ workingDaysWaited }) => workingDaysWaited)
    .toSorted((a, b) => a - b);
  const target = targets[kind];
  return took.length === 0 ? [] : [{ kind, target, took, withinTarget: took.filter((days) => days <= target).length }];
}
