import type { Board } from '../../board/board.ts';
import type { BoardRow } from '../../board/row.ts';
import { compareTexts } from '../../text/compareTexts.ts';
import type { Day } from '../../time/day.ts';
import type { Register } from '../../register/register.ts';
import type { WorkBoard } from '../../assignments/workBoard.ts';

/** What the calendar event is for. */
export type CalendarDayKind = 'promise' | 'until' | 'check' | 'due';

/** One all-day event. */
export interface CalendarDay {
  /** Stable per item and kind, so that a calendar updates an event it already has. (RFC 5545, 3.8.4.7: UID.) */
  readonly uid: string;
  readonly kind: CalendarDayKind;
  readonly day: Day;
  /** Title of the item, or outcome of the assignment. */
  readonly title: string;
  /** Owner of the assignment; undefined for an item. */
  readonly owner: string | undefined;
  /** From 0; grows with every entry about the subject and every undo. (RFC 5545, 3.8.7.4: SEQUENCE.) */
  readonly revision: number;
  /** Instant of the last entry about it, ISO 8601. */
  readonly changedAt: string;
}

/**
 * The days that still matter to the leader: promises and until-days of open items, unanswered checks, and due days of
 * open assignments. Items that are handed over have none. Sorted by day, then uid.
 */
export function computeCalendarDays(
  register: Register,
  { rows, today }: Pick<Board, 'rows' | 'today'>,
  { assignments }: Pick<WorkBoard, 'assignments'>,
): readonly CalendarDay[] {
  const revisions = register.revisions();
  const revisionOf = (
    subject: { readonly id: string },
    history: readonly { readonly loggedAt: string }[] = [],
  ): Pick<CalendarDay, 'revision' | 'changedAt'> => ({
    revision: Math.max(0, (revisions.get(subject.id) ?? 0) - 1),
    changedAt: history.at(-1)?.loggedAt ?? `${today}T00:00:00.000Z`,
  });
  const ofItems = rows.flatMap((row) =>
    daysOf(row, today).map(({ kind, day }): CalendarDay => {
      const { history } = register.items.get(row.id) ?? {};
      return { uid: uidOf(kind, row.id), kind, day, title: row.title, owner: undefined, ...revisionOf(row, history) };
    }),
  );
  const ofAssignments = assignments.flatMap((row): CalendarDay[] => {
    const { id, closing, agreement } = row;
    if (closing !== undefined || agreement.dueOn === undefined) return [];
    const { history } = register.assignments.get(id) ?? {};
    const { outcome: title, owner, dueOn: day } = agreement;
    return [{ uid: uidOf('due', id), kind: 'due', day, title, owner, ...revisionOf(row, history) }];
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

/** Encodes the id: a log line may hold any text, and it must not inject calendar syntax. */
function uidOf(kind: CalendarDayKind, id: string): string {
  return `${kind}-${encodeURIComponent(id.toWellFormed())}@pacesetter`;
}
