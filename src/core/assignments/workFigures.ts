import type { Board } from '../board/board.ts';
import type { Calendar } from '../time/calendar.ts';
import { addDays, type Day, daysBetween } from '../time/day.ts';
import type { Share } from '../figures/scorecard.ts';
import { nameKey } from '../text/names.ts';
import { windowInDays } from '../policy.ts';
import type { Drag } from './drag.ts';
import type { AssignmentRow, WorkBoard } from './workBoard.ts';

/** How clear the assignments are, and how often the leader changes them afterwards; over the last 90 days. */
export interface WorkFigures {
  readonly windowInDays: number;
  /** Assignments handed out without a hole that the leader then owed ÷ assignments handed out. */
  readonly agreedClear: Share;
  /** Open clarity items today. */
  readonly clarity: { readonly open: number; readonly overdue: number };
  /** Changes of agreements, and the number of assignments open in the window. Cost in working days. */
  readonly changes: { readonly count: number; readonly of: number; readonly costInDays: number };
  /** Per person, most first: in the window, and in the current week. */
  readonly interruptions: readonly { readonly person: string; readonly count: number; readonly thisWeek: number }[];
  /** Summed over all assignments open in the window. */
  readonly drag: Drag;
  /** Re-rankings that changed a place, per week, oldest week first; the last week is the current one. */
  readonly churn: readonly { readonly weekEndsOn: Day; readonly rerankings: number }[];
  /** Assignments that ended met ÷ closed. */
  readonly met: Share;
}

const churnWeeks = 12;

/** Those that are open, or were closed in the last 90 days. */
export function assignmentsInWindow({ assignments }: WorkBoard, today: Day): readonly AssignmentRow[] {
  const start = addDays(today, -windowInDays);
  return assignments.filter(({ closing }) => closing === undefined || closing.on > start);
}

export function computeWorkFigures(work: WorkBoard, board: Board, calendar: Calendar): WorkFigures {
  const { today, rows, weekEndsOn } = board;
  const start = addDays(today, -windowInDays);
  const weekStart = addDays(weekEndsOn, -7);
  const made = work.assignments.filter(({ madeOn }) => madeOn > start);
  const openInWindow = assignmentsInWindow(work, today);
  const closed = openInWindow.filter(({ closing }) => closing !== undefined);
  const changes = openInWindow.flatMap(({ amendments }) =>
    amendments.filter(({ how, on }) => how !== 'filled' && on > start),
  );
  const people = new Map<string, { person: string; count: number; thisWeek: number }>();
  for (const row of openInWindow) {
    for (const { on, person } of interruptionsOf(row)) {
      if (on <= start) continue;
      const key = nameKey(person);
      const sums = people.get(key) ?? { person, count: 0, thisWeek: 0 };
      people.set(key, { ...sums, count: sums.count + 1, thisWeek: sums.thisWeek + (on > weekStart ? 1 : 0) });
    }
  }
  const clarity = rows.filter(({ kind, closing }) => kind === 'clarity' && closing === undefined);
  return {
    windowInDays,
    agreedClear: { count: made.filter(({ hadHoles }) => !hadHoles).length, of: made.length },
    clarity: { open: clarity.length, overdue: clarity.filter(({ overdue }) => overdue).length },
    changes: {
      count: changes.length,
      of: openInWindow.length,
      costInDays: changes.reduce((sum, { costInDays }) => sum + costInDays, 0),
    },
    interruptions: [...people.values()].toSorted((a, b) => b.count - a.count || (a.person < b.person ? -1 : 1)),
    drag: openInWindow.reduce<Drag>((sum, { drag }) => ({ yours: sum.yours + drag.yours, of: sum.of + drag.of }), {
      yours: 0,
      of: 0,
    }),
    churn: churnOf(work.rerankedOn, calendar.lastDayOfWeek(today)),
    met: { count: closed.filter(({ closing }) => closing?.result === 'met').length, of: closed.length },
  };
}

/** Work that somebody held was changed, handed to somebody else, or moved in the order of priorities. */
export interface Interruption {
  readonly on: Day;
  readonly how: 'changed' | 'reassigned' | 'reranked';
  /** The id of the assignment. */
  readonly assignment: string;
  /** Why, as it was said for a change and a reassignment. */
  readonly reason?: string;
  /** Who held it then. */
  readonly person: string;
}

/** Each interruption with the owner at that time; a reassignment counts for the previous owner. */
export function interruptionsOf({ id, agreement, amendments, interruptions }: AssignmentRow): Interruption[] {
  const ownerChanges = amendments.flatMap(({ on, fields }) =>
    fields.flatMap(({ field, from, to }) => (field === 'owner' ? [{ on, from: String(from), to: String(to) }] : [])),
  );
  const firstOwner = ownerChanges[0]?.from ?? agreement.owner;
  const amended: Interruption[] = [];
  /** How many of the interruptions of a day are amendments. The others are re-rankings; only their day is known. */
  const amendedOn = new Map<Day, number>();
  let person = firstOwner;
  for (const { how, on, fields, reason } of amendments) {
    if (how !== 'filled') {
      amended.push({ on, how, assignment: id, ...(reason !== undefined && { reason }), person });
      amendedOn.set(on, (amendedOn.get(on) ?? 0) + 1);
    }
    person = String(fields.find(({ field }) => field === 'owner')?.to ?? person);
  }
  const reranked = interruptions.flatMap((on): Interruption[] => {
    const left = amendedOn.get(on) ?? 0;
    amendedOn.set(on, left - 1);
    if (left > 0) return [];
    const holder = ownerChanges.findLast((change) => change.on < on)?.to ?? firstOwner;
    return [{ on, how: 'reranked', assignment: id, person: holder }];
  });
  return [...amended, ...reranked];
}

function churnOf(rerankedOn: readonly Day[], weekEndsOn: Day): WorkFigures['churn'] {
  const weeks = Array.from({ length: churnWeeks }, (_, index) => ({
    weekEndsOn: addDays(weekEndsOn, -7 * (churnWeeks - 1 - index)),
    rerankings: 0,
  }));
  for (const on of rerankedOn) {
    const weeksAgo = Math.max(0, Math.floor(daysBetween(on, weekEndsOn) / 7));
    const week = weeks[churnWeeks - 1 - weeksAgo];
    if (week !== undefined) week.rerankings++;
  }
  return weeks;
}
