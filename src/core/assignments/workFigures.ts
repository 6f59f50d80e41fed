import type { Board } from '../board/board.ts';
import type { Calendar } from '../time/calendar.ts';
import { addDays, type Day, daysBetween } from '../time/day.ts';
import type { Share } from '../figures/scorecard.ts';
import { nameKey } from '../text/names.ts';
import { windowInDays } from '../policy.ts';
import type { Drag } from './drag.ts';
import type { AssignmentRow, WorkBoard } from './workBoard.ts';

/** How clear the work is that the leader hands out, and whether they leave it alone afterwards; over the last 90 days. */
export interface WorkFigures {
  readonly windowInDays: number;
  /** Assignments that were handed out without a hole ÷ handed out. */
  readonly agreedClear: Share;
  /** Clarity items, now. */
  readonly clarity: { readonly open: number; readonly overdue: number };
  /** Edits of agreements, and the assignments that were open for them. */
  readonly changes: { readonly count: number; readonly of: number; readonly costInDays: number };
  /** By person, most first: in all, and in the week that is under way. */
  readonly interruptions: readonly { readonly person: string; readonly count: number; readonly thisWeek: number }[];
  /** Working days of all of them, and those that were the leader's. */
  readonly drag: Drag;
  /** Re-rankings that changed a place, a week, oldest week first; the last one is under way. */
  readonly churn: readonly { readonly weekEndsOn: Day; readonly rerankings: number }[];
  /** Closed ones that met what was agreed ÷ closed. */
  readonly met: Share;
}

const churnWeeks = 12;

export function computeWorkFigures(work: WorkBoard, board: Board, calendar: Calendar): WorkFigures {
  const { today, rows, weekEndsOn } = board;
  const start = addDays(today, -windowInDays);
  const weekStart = addDays(weekEndsOn, -7);
  const made = work.assignments.filter(({ madeOn }) => madeOn > start);
  const around = work.assignments.filter(({ closing }) => closing === undefined || closing.on > start);
  const closed = around.filter(({ closing }) => closing !== undefined);
  const changes = around.flatMap(({ amendments }) =>
    amendments.filter(({ how, on }) => how !== 'filled' && on > start),
  );
  const people = new Map<string, { person: string; count: number; thisWeek: number }>();
  for (const row of around) {
    for (const { on, person } of interruptionsOf(row)) {
      if (on <= start) continue;
      const key = nameKey(person);
      const told = people.get(key) ?? { person, count: 0, thisWeek: 0 };
      people.set(key, { ...told, count: told.count + 1, thisWeek: told.thisWeek + (on > weekStart ? 1 : 0) });
    }
  }
  const clarity = rows.filter(({ kind, closing }) => kind === 'clarity' && closing === undefined);
  return {
    windowInDays,
    agreedClear: { count: made.filter(({ anyway }) => anyway === undefined).length, of: made.length },
    clarity: { open: clarity.length, overdue: clarity.filter(({ overdue }) => overdue).length },
    changes: {
      count: changes.length,
      of: around.length,
      costInDays: changes.reduce((sum, { costInDays }) => sum + costInDays, 0),
    },
    interruptions: [...people.values()].toSorted((a, b) => b.count - a.count || (a.person < b.person ? -1 : 1)),
    drag: around.reduce<Drag>((sum, { drag }) => ({ yours: sum.yours + drag.yours, of: sum.of + drag.of }), {
      yours: 0,
      of: 0,
    }),
    churn: churnOf(work.rerankedOn, calendar.lastDayOfWeek(today)),
    met: { count: closed.filter(({ closing }) => closing?.result === 'met').length, of: closed.length },
  };
}

/** Each interruption with whoever held the work when it came: a reassignment pulls off the one who had it. */
function interruptionsOf({ agreement, amendments, interruptions }: AssignmentRow): { on: Day; person: string }[] {
  const handed = amendments.flatMap(({ on, fields }, index) =>
    fields.flatMap(({ field, from, to }) =>
      field === 'owner' ? [{ on, index, from: String(from), to: String(to) }] : [],
    ),
  );
  const first = handed[0]?.from ?? agreement.owner;
  const told = amendments.flatMap(({ how, on }, index) => {
    const before = handed.filter((hand) => hand.index < index);
    return how === 'filled' ? [] : [{ on, person: before.at(-1)?.to ?? first }];
  });
  // What is left are the re-rankings, of which only the day is known.
  const moved = [...interruptions];
  for (const { on } of told) moved.splice(moved.indexOf(on), 1);
  const movedOff = moved.map((on) => ({ on, person: handed.findLast((hand) => hand.on < on)?.to ?? first }));
  return [...told, ...movedOff];
}

function churnOf(rerankedOn: readonly Day[], weekEndsOn: Day): WorkFigures['churn'] {
  const weeks = Array.from({ length: churnWeeks }, (_, index) => ({
    weekEndsOn: addDays(weekEndsOn, -7 * (churnWeeks - 1 - index)),
    rerankings: 0,
  }));
  for (const on of rerankedOn) {
    const week = weeks[churnWeeks - 1 - Math.floor(daysBetween(on, weekEndsOn) / 7)];
    if (week !== undefined) week.rerankings++;
  }
  return weeks;
}
