import type { Board } from '../board/board.ts';
import type { BoardRow } from '../board/row.ts';
import type { Calendar } from '../time/calendar.ts';
import { addDays } from '../time/day.ts';
import { type Policy, targetKindOf, type TargetKind, targetKinds, windowInDays } from '../policy.ts';
import { isLate } from '../board/promise.ts';
import { isClosedByLeader } from './pace.ts';
import { percentile } from './percentile.ts';

/** A share as counts: "5 of 8" says more than "63 %". */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** Percentiles in working days; undefined for n = 0. */
export interface Spread {
  readonly n: number;
  readonly p50: number | undefined;
  readonly p85: number | undefined;
}

/** The leader's own turnaround compared with the target they ask of the team. */
export interface Symmetry {
  readonly kind: TargetKind;
  /** In working days. */
  readonly target: number;
  /** Items closed in the window. */
  readonly closed: number;
  /** Fewest closed items for a result. */
  readonly needed: number;
  /** The leader's P85 of decision time, in working days; undefined with fewer than needed. */
  readonly p85: number | undefined;
  /** p85 ÷ target: 1 is symmetric, 4.2 is four times as slow as asked. Undefined with fewer than needed, or a target of 0. */
  readonly ratio: number | undefined;
}

/** The figures of the leader's half of the wait, over the last 90 days unless stated otherwise. */
export interface Scorecard {
  readonly windowInDays: number;
  /** Working days from asked to the first response, for items first responded to in the window. */
  readonly responseTime: Spread;
  /** Working days from asked to closed, without the days on which the ball was not the leader's. */
  readonly decisionTime: Spread;
  readonly symmetry: readonly Symmetry[];
  /**
   * Decided, cleared, settled or by silence on or before the first promise, as far as it had rested ÷ all that were due:
   * closed in these ways in the window, or with a first promise the leader broke (`isLate`).
   */
  readonly kept: Share;
  /** Working days after the first promise for items closed late, ascending; 0 is less than a working day. */
  readonly lateInWorkingDays: readonly number[];
  /** Closed in time and not reversed ÷ closed, without what was withdrawn. */
  readonly standing: Share;
  /** Withdrawn in the window, which is neither kept nor broken; and those of them whose first promise had been broken. */
  readonly withdrawn: { readonly count: number; readonly late: number };
  /** Items closed and, in the window, opened again. */
  readonly reopened: number;
  /** Items that are overdue and not held today. */
  readonly drift: { readonly items: number; readonly personDays: number; readonly longestInWorkingDays: number };
  /** Items closed in the window by somebody they had been handed over to; left out of the closing figures. */
  readonly closedByOthers: number;
}

/** Fewest values for a percentile or a median that says something. */
export const neededForFigure = 5;

export function computeScorecard(board: Board, policy: Pick<Policy, 'calendar' | 'targets'>): Scorecard {
  const { rows, today } = board;
  const start = addDays(today, -windowInDays);
  const closedLately = rows.filter(({ closing }) => closing !== undefined && closing.on > start);
  const closed = closedLately.filter(isClosedByLeader);
  const open = rows.filter(({ closing, ball }) => closing === undefined && ball !== 'decider');
  const responses = rows
    .filter((row) => row.respondedOn !== undefined && row.respondedOn > start && row.ball !== 'decider')
    .map((row) => row.responseInWorkingDays ?? 0);
  const isBroken = (row: BoardRow): boolean => isLate(row, today, policy.calendar);
  const answered = closed.filter((row) => !isWithdrawn(row));
  const withdrawn = closed.filter(isWithdrawn);
  const inTime = answered.filter((row) => !isBroken(row));
  const drifting = open.filter((row) => row.drifting);
  return {
    windowInDays,
    responseTime: spreadOf(responses),
    decisionTime: spreadOf(closed.map(decisionTimeOf)),
    symmetry: targetKinds.map((kind) => symmetryOf(kind, closed, policy)),
    kept: promisesKept(board, policy.calendar),
    lateInWorkingDays: answered
      .filter(isBroken)
      .map((row) => policy.calendar.workingDaysAfter(row.firstDueOn, row.closing?.on ?? today))
      .toSorted(ascending),
    standing: { count: inTime.filter((row) => row.check?.answer?.how !== 'reversed').length, of: answered.length },
    withdrawn: { count: withdrawn.length, late: withdrawn.filter(isBroken).length },
    reopened: rows.filter(({ turns }) => turns.some(({ holder, to }) => holder === 'nobody' && to > start)).length,
    drift: {
      items: drifting.length,
      personDays: drifting.reduce((sum, row) => sum + row.personDays, 0),
      longestInWorkingDays: drifting.reduce((longest, row) => Math.max(longest, row.daysOver), 0),
    },
    closedByOthers: closedLately.length - closed.length,
  };
}

/** `Scorecard.kept`. A promise that had passed stays broken even if the ball was passed on afterwards. */
export function promisesKept({ rows, today }: Board, calendar: Calendar): Share {
  const start = addDays(today, -windowInDays);
  let [count, of] = [0, 0];
  for (const row of rows) {
    if (isWithdrawn(row) || (row.closing !== undefined && row.closing.on <= start)) continue;
    const isBroken = isLate(row, today, calendar);
    if (isBroken || isClosedByLeader(row)) of++;
    if (!isBroken && isClosedByLeader(row)) count++;
  }
  return { count, of };
}

function symmetryOf(kind: TargetKind, closed: readonly BoardRow[], { targets }: Pick<Policy, 'targets'>): Symmetry {
  const ofKind = closed.filter((row) => targetKindOf(row.kind, row.door) === kind);
  const target = targets[kind];
  const enough = ofKind.length >= neededForFigure;
  const p85 = enough ? spreadOf(ofKind.map(decisionTimeOf)).p85 : undefined;
  const ratio = p85 === undefined || target === 0 ? undefined : p85 / target;
  return { kind, target, closed: ofKind.length, needed: neededForFigure, p85, ratio };
}

function decisionTimeOf(row: BoardRow): number {
  return row.workingDaysWaited;
}

function isWithdrawn({ closing }: BoardRow): boolean {
  return closing?.how === 'withdrawn';
}

function spreadOf(days: readonly number[]): Spread {
  const sorted = days.toSorted(ascending);
  return { n: days.length, p50: percentile(sorted, 50), p85: percentile(sorted, 85) };
}

const ascending = (a: number, b: number): number => a - b;
