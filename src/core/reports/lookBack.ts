import type { Board } from '../board/board.ts';
import { buildBoard } from '../board/boardBuilder.ts';
import type { BoardRow } from '../board/row.ts';
import type { Calendar } from '../time/calendar.ts';
import { addDays, type Day } from '../time/day.ts';
import { isClosedByLeader } from '../figures/pace.ts';
import { nameKey } from '../text/names.ts';
import { type Policy, targetKindOf, type TargetKind, targetKinds } from '../policy.ts';
import type { Register } from '../register/register.ts';
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

/** What waited on the leader at the end of a day. */
export interface Waited {
  readonly on: Day;
  readonly open: number;
  readonly personDays: number;
}

export interface WaitingPerson {
  readonly name: string;
  readonly items: number;
  /** Working days waited, added up over those items. */
  readonly personDays: number;
}

/** How fast the leader was with one kind of thing, beside what they ask of others. */
export interface KindSpeed {
  readonly kind: TargetKind;
  /** What they ask, in working days. */
  readonly target: number;
  /** Working days each took, ascending. */
  readonly took: readonly number[];
  readonly withinTarget: number;
}

/** One week of the leader, in facts. */
export interface LookBack {
  readonly today: Day;
  /** Of the week that is under way, up to today. */
  readonly week: DaySpan;
  readonly isUnderWay: boolean;
  /** At the end of the week, or today. */
  readonly waited: Waited;
  /** At the end of the week before. */
  readonly before: Waited;
  /** What waited at the end, oldest hurt first. */
  readonly open: readonly BoardRow[];
  /** Whose waiting cost most, first. */
  readonly people: readonly WaitingPerson[];
  readonly speeds: readonly KindSpeed[];
  /** Decided, cleared and settled by the leader. */
  readonly decided: readonly ClosedRow[];
  /** Decided by somebody they had been handed over to. */
  readonly decidedByOthers: number;
  readonly withdrawn: readonly ClosedRow[];
  readonly slipped: readonly SlippedItem[];
  readonly held: readonly BoardRow[];
  readonly reversed: readonly BoardRow[];
  readonly changed: readonly ChangedAssignment[];
  /** Holes that were owed at the end. */
  readonly clarity: readonly BoardRow[];
}

/** The leader's week a day lies in. */
export function weekOf(day: Day, calendar: Calendar): DaySpan {
  const to = calendar.lastDayOfWeek(day);
  return { from: addDays(to, -6), to };
}

/**
 * The week a day lies in, as far as it has come. What waited at its end is told as the trend tells it, from the days on
 * which things were asked, closed and passed on: who waits is who waits now, and what was reopened since counts as open
 * all along.
 *
 * @returns undefined when the week has not begun
 */
export function buildLookBack(
  { items }: Pick<Register, 'items'>,
  { rows, today }: Board,
  { assignments }: Pick<WorkBoard, 'assignments'>,
  day: Day,
  policy: Policy,
): LookBack | undefined {
  const { from, to } = weekOf(day, policy.calendar);
  if (from > today) return undefined;
  const end = to < today ? to : today;
  const week: DaySpan = { from, to: end };
  const atEnd = buildBoard(items, end, policy);
  const open = openOf(atEnd);
  const closed = closedWithin(rows, week);
  const byLeader = closed.filter((row) => row.closing.how !== 'withdrawn' && isClosedByLeader(row));
  return {
    today,
    week,
    isUnderWay: end < to,
    waited: waitedOn(atEnd),
    before: waitedOn(buildBoard(items, addDays(from, -1), policy)),
    open,
    people: peopleIn(open),
    speeds: targetKinds.flatMap((kind) => speedOf(kind, byLeader, policy)),
    decided: byLeader,
    decidedByOthers: closed.filter((row) => row.closing.how !== 'withdrawn' && !isClosedByLeader(row)).length,
    withdrawn: closed.filter(({ closing }) => closing.how === 'withdrawn'),
    slipped: slippedWithin(items.values(), week),
    held: answeredWithin(rows, 'held', week),
    reversed: answeredWithin(rows, 'reversed', week),
    changed: changedWithin(assignments, week),
    clarity: open.filter(({ kind }) => kind === 'clarity'),
  };
}

function waitedOn({ today, totals: { open, personDays } }: Board): Waited {
  return { on: today, open, personDays };
}

function openOf({ rows }: Board): BoardRow[] {
  return rows.filter(({ closing, ball }) => closing === undefined && ball !== 'decider');
}

function peopleIn(open: readonly BoardRow[]): WaitingPerson[] {
  const people = new Map<string, WaitingPerson>();
  for (const { waiting, workingDaysWaited } of open) {
    for (const name of waiting) {
      const known = people.get(nameKey(name)) ?? { name, items: 0, personDays: 0 };
      const personDays = known.personDays + workingDaysWaited;
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
