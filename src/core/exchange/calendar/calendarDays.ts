import type { Board } from '../../board/board.ts';
import type { BoardRow } from '../../board/row.ts';
import { compareTexts } from '../../text/compareTexts.ts';
import { titleOf } from '../../items/codedText.ts';
import type { Item } from '../../items/item.ts';
import { addDays, type Day, dayOf, daysBetween, laterDay } from '../../time/day.ts';
import { revisionsIn } from '../../register/revisions.ts';
import type { Register } from '../../register/register.ts';
import type { WorkBoard } from '../../assignments/workBoard.ts';
import { type CalendarDayKind, pastDays } from './pastDays.ts';

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
  /**
   * From 0; grows with every entry about the subject and every undo. That of an item also grows each day, because a promise
   * can move on without an entry. (RFC 5545, 3.8.7.4: SEQUENCE.)
   */
  readonly revision: number;
  /** Instant of the last entry about it, or of the last undo of one; ISO 8601. */
  readonly changedAt: string;
  /** What the day was for is over, and a calendar may still hold it. (RFC 5545, 3.8.1.11: STATUS.) */
  readonly isCancelled: boolean;
}

/** For how many calendar days after the last change or the closing a day that is over goes into every export. */
const cancelledInDays = 30;

/**
 * The days that still matter to the leader: promises and until-days of open items, unanswered checks, and due days of
 * open assignments. Items that are handed over have none. With them go, as cancelled, the days that an earlier export
 * can have held and that are over, for 30 days after the last change or the closing day. Sorted by day, then uid.
 */
export function computeCalendarDays(
  register: Register,
  { rows, today }: Pick<Board, 'rows' | 'today'>,
  { assignments }: Pick<WorkBoard, 'assignments'>,
): readonly CalendarDay[] {
  const revisions = revisionsIn(register);
  const calendarDay = (
    id: string,
    { kind, day, title, owner }: Pick<CalendarDay, 'kind' | 'day' | 'title' | 'owner'>,
    isCancelled = false,
  ): CalendarDay => {
    const at = `${today}T00:00:00.000Z`;
    const { count, firstOn, changedAt } = revisions.get(id) ?? { count: 1, firstOn: today, changedAt: at };
    const days = kind === 'due' ? 0 : Math.max(0, daysBetween(firstOn, today));
    // An act counts twice, so that the number grows with it also after a journey on which the day goes back by one.
    const revision = 2 * (count - 1) + days;
    return { uid: uidOf(kind, id), kind, day, title, owner, revision, changedAt, isCancelled };
  };
  const ofItems = rows.flatMap((row) =>
    daysOf(row, today).map((day) => calendarDay(row.id, { ...day, title: row.title, owner: undefined })),
  );
  const ofAssignments = assignments.flatMap(({ id, closing, agreement }): CalendarDay[] => {
    const { outcome: title, owner, dueOn: day } = agreement;
    return closing !== undefined || day === undefined ? [] : [calendarDay(id, { kind: 'due', day, title, owner })];
  });
  const live = [...ofItems, ...ofAssignments];
  const uids = new Set(live.map(({ uid }) => uid));
  const since = addDays(today, -cancelledInDays);
  const over = [...pastDays(register.entries)].flatMap(([id, { title, owner, days }]) => {
    const item = register.items.get(id);
    const assignment = register.assignments.get(id);
    const agreement = assignment?.agreement;
    const closedOn = (item ?? assignment)?.closing?.on ?? since;
    const names = { title: (item && titleOf(item)) ?? agreement?.outcome ?? title, owner: agreement?.owner ?? owner };
    const lapsed = item === undefined ? undefined : lapsedHold(item, today);
    return [...days]
      .map(([kind, day]) =>
        kind === 'until' && lapsed !== undefined
          ? calendarDay(id, { kind, day: lapsed, ...names })
          : calendarDay(id, { kind, day, ...names }, true),
      )
      .filter(({ uid, changedAt }) => !uids.has(uid) && laterDay(closedOn, dayOf(new Date(changedAt))) > since);
  });
  return [...live, ...over].toSorted((a, b) => compareTexts(a.day, b.day) || compareTexts(a.uid, b.uid));
}

function daysOf(row: BoardRow, today: Day): { readonly kind: CalendarDayKind; readonly day: Day }[] {
  const { closing, ball, dueOn, deliberation, check } = row;
  if (closing !== undefined) {
    const isAsked = check?.on !== undefined && check.answer === undefined;
    return isAsked ? [{ kind: 'check', day: check.on }] : [];
  }
  if (ball === 'decider') return [];
  const isHeld = deliberation !== undefined && deliberation.until >= today;
  return [{ kind: 'promise', day: dueOn }, ...(isHeld ? [{ kind: 'until' as const, day: deliberation.until }] : [])];
}

/** The day to which an open item was held, once it passed: that was so, and is nothing to cancel. */
function lapsedHold({ closing, deliberation }: Item, today: Day): Day | undefined {
  return closing === undefined && deliberation !== undefined && deliberation.until < today
    ? deliberation.until
    : undefined;
}

/** Encodes the id: a log line may hold any text, and it must not inject calendar syntax. */
function uidOf(kind: CalendarDayKind, id: string): string {
  return `${kind}-${encodeURIComponent(id.toWellFormed())}@pacesetter`;
}
