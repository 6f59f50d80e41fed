import type { Board } from '../../board/board.ts';
import type { BoardRow } from '../../board/row.ts';
import { compareTexts } from '../../text/compareTexts.ts';
import type { Day } from '../../time/day.ts';
import type { Register } from '../../register/register.ts';
import type { WorkBoard } from '../../assignments/workBoard.ts';

/** What a day of a calendar is for. */
export type CalendarDayKind = 'promise' | 'until' | 'check' | 'due';

/** One day as a calendar shall know it. */
export interface CalendarDay {
  /** Always the same for the same item and kind, so that a calendar that has it already changes it. */
  readonly uid: string;
  readonly kind: CalendarDayKind;
  readonly day: Day;
  /** Of the item, or the outcome of the assignment. */
  readonly title: string;
  /** Who owes it, where it is an assignment. */
  readonly owner: string | undefined;
  /** From 0; greater with everything that is said about it, or taken back. (RFC 5545, 3.8.7.4: SEQUENCE.) */
  readonly revision: number;
  /** Instant of the last thing that was said about it. */
  readonly changedAt: string;
}

/**
 * The days of what is open: each promise, the last day of what is held on purpose, each check that is not answered, and
 * the day each assignment is due. What somebody else decides by now has no day of the leader's. By day.
 */
export function computeCalendarDays(
  register: Register,
  { rows, today }: Pick<Board, 'rows' | 'today'>,
  { assignments }: Pick<WorkBoard, 'assignments'>,
): readonly CalendarDay[] {
  const revisions = register.revisions();
  const about = (
    subject: { readonly id: string },
    history: readonly { readonly loggedAt: string }[] = [],
  ): Pick<CalendarDay, 'revision' | 'changedAt'> => ({
    revision: Math.max(0, (revisions.get(subject.id) ?? 0) - 1),
    changedAt: history.at(-1)?.loggedAt ?? `${today}T00:00:00.000Z`,
  });
  const ofItems = rows.flatMap((row) =>
    daysOf(row, today).map(({ kind, day }): CalendarDay => {
      const { history } = register.items.get(row.id) ?? {};
      return { uid: uidOf(kind, row.id), kind, day, title: row.title, owner: undefined, ...about(row, history) };
    }),
  );
  const ofAssignments = assignments.flatMap((row): CalendarDay[] => {
    const { id, closing, agreement } = row;
    if (closing !== undefined || agreement.dueOn === undefined) return [];
    const { history } = register.assignments.get(id) ?? {};
    const { outcome: title, owner, dueOn: day } = agreement;
    return [{ uid: uidOf('due', id), kind: 'due', day, title, owner, ...about(row, history) }];
  });
  return [...ofItems, ...ofAssignments].toSorted((a, b) => compareTexts(a.day, b.day) || compareTexts(a.uid, b.uid));
}

function daysOf(row: BoardRow, today: Day): { readonly kind: CalendarDayKind; readonly day: Day }[] {
  const { closing, ball, promisedOn, deliberation, check } = row;
  if (closing !== undefined) {
    const isAsked = check?.on !== undefined && check.answer === undefined;
    return isAsked ? [{ kind: 'check', day: check.on }] : [];
  }
  if (ball === 'decider') return [];
  const isHeld = deliberation !== undefined && deliberation.until >= today;
  return [
    { kind: 'promise', day: promisedOn },
    ...(isHeld ? [{ kind: 'until' as const, day: deliberation.until }] : []),
  ];
}

/** Ids are ours, yet a line of a log may say anything: encoded, it has nothing in it that a calendar file would read. */
function uidOf(kind: CalendarDayKind, id: string): string {
  return `${kind}-${encodeURIComponent(id.toWellFormed())}@pacesetter`;
}
