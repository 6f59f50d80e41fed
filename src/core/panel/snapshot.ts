import type { Board } from '../board/board.ts';
import { type BoardDays, groupOf } from '../board/groups.ts';
import { namedPeople } from '../items/namedPeople.ts';
import { allNames, type PeopleNames } from '../people/people.ts';
import { waitingRows } from '../board/order.ts';
import type { BoardRow } from '../board/row.ts';
import { addDays, type Day } from '../time/day.ts';
import { computeBothHalves } from '../figures/bothHalves.ts';
import { computeCalibration } from '../figures/calibration.ts';
import { computeFriction } from '../figures/friction.ts';
import { cycleTimes, isClosedByLeader } from '../figures/pace.ts';
import { computePayback } from '../figures/payback.ts';
import { percentile } from '../figures/percentile.ts';
import { computeScorecard } from '../figures/scorecard.ts';
import { computeTrend, logBeginsOn } from '../figures/trend.ts';
import { forTargetKinds, type Policy, type TargetKind, targetKindOf } from '../policy.ts';
import type { BoardSource } from '../register/register.ts';
import { sayRequest } from '../requests/requestText.ts';
import { countUpTo } from '../text/sorted.ts';
import type { AssignmentRow, WorkBoard } from '../assignments/workBoard.ts';
import { assignmentsInWindow, computeWorkFigures } from '../assignments/workFigures.ts';
import type {
  TargetLine,
  ClosedPoint,
  DrawnFields,
  HandedOutRow,
  OpenRow,
  Play,
  Snapshot,
  Verdict,
} from './protocol.ts';
import { drawnFields } from './protocol.ts';
import { buildStart } from './start.ts';

/** The percentiles of the bands in the ageing chart. */
const bandPercents = [50, 70, 85, 95];

/** Most closed items drawn; more would overlap. The latest are kept. */
export const closedShown = 2_000;

/**
 * Builds the panel's snapshot of a board. Linear except for sorting.
 *
 * @param source what the two boards were built from
 * @param offersOf the words for the allowed actions of an item
 */
export function buildSnapshot(
  source: BoardSource & { readonly people: PeopleNames },
  board: Board,
  work: WorkBoard,
  policy: Policy,
  language: string,
  offersOf: (row: BoardRow) => string,
): Snapshot {
  const ascending = cycleTimes(board);
  const closed = board.rows.filter(isClosedByLeader);
  return {
    type: 'snapshot',
    language,
    today: board.today,
    totals: board.totals,
    scorecard: computeScorecard(board, policy),
    halves: computeBothHalves(source, board, work, policy),
    payback: computePayback(source, board, work, policy),
    calibration: computeCalibration(board),
    start: buildStart(board, offersOf),
    open: [...waitingRows(board), ...board.rows.filter((row) => groupOf(row, board) === 'theirMove')].map((row) =>
      openRow(row, board, countUpTo(ascending, row.ageInDays), offersOf(row), source.people),
    ),
    cycle: {
      closed: ascending.length,
      bands: bandPercents.flatMap((percent) => {
        const ageInDays = percentile(ascending, percent);
        return ageInDays === undefined ? [] : [{ percent, ageInDays }];
      }),
    },
    asked: forTargetKinds((kind) => askedOf(kind, board.today, policy)),
    closed: closed.slice(0, closedShown).toReversed().map(closedPoint),
    closedEarlier: Math.max(0, closed.length - closedShown),
    trend: computeTrend(board, policy.calendar),
    logBeginsOn: logBeginsOn(board),
    friction: computeFriction(board, policy),
    handedOut: { figures: computeWorkFigures(work, board, policy.calendar), rows: handedOutRows(work, board.today) },
  };
}

/** The state ignoring drift, which depends on the promise and is drawn separately. */
function playOf(row: BoardRow): Play | undefined {
  switch (row.state) {
    case 'waiting':
    case 'acknowledged':
    case 'deliberating':
    case 'sentBack':
    case 'blocked':
      return row.state;
    case 'drifting':
      if (row.blockedBy.length > 0) return 'blocked';
      return row.respondedOn === undefined ? 'waiting' : 'acknowledged';
    case 'handedOver':
    case 'checkDue':
    case 'closed':
      return undefined;
    default:
      return row.state satisfies never;
  }
}

function openRow(row: BoardRow, days: BoardDays, olderThan: number, offers: string, people: PeopleNames): OpenRow {
  return {
    ...(Object.fromEntries(drawnFields.map((field) => [field, row[field]])) as DrawnFields),
    targetKind: targetKindOf(row.kind, row.door),
    play: playOf(row),
    heldUntil: row.state === 'deliberating' ? row.deliberation?.until : undefined,
    with: row.ball === 'leader' ? undefined : row.turns.at(-1)?.name,
    asked: row.request && sayRequest(row.request),
    blockedBy: row.blockedBy.map(({ title }) => title),
    olderThan,
    otherNames: otherNamesOf(row, people),
    isToday: groupOf(row, days) === 'today',
    offers,
  };
}

function otherNamesOf(row: BoardRow, people: PeopleNames): string[] {
  if (people.namesOf.size === 0) return [];
  return namedPeople(row).flatMap((name) => allNames(people, name).slice(1));
}

/** Those that the figures are about, most days of the leader first: the picture shows the first of them. */
function handedOutRows(work: WorkBoard, today: Day): HandedOutRow[] {
  return assignmentsInWindow(work, today)
    .map(handedOutRow)
    .toSorted(({ drag: a }, { drag: b }) => b.yours - a.yours || b.of - a.of);
}

function handedOutRow({
  id,
  agreement,
  ageInDays,
  drag,
  changes,
  costInDays,
  closing,
  owed,
}: AssignmentRow): HandedOutRow {
  const { outcome, owner } = agreement;
  return { id, outcome, owner, ageInDays, drag, changes, costInDays, ended: closing?.result, owed: owed.length };
}

function closedPoint(row: BoardRow): ClosedPoint {
  return {
    id: row.id,
    title: row.title,
    targetKind: targetKindOf(row.kind, row.door),
    closedOn: row.closing?.on ?? row.askedOn,
    decisionTime: row.workingDaysWaited,
    verdict: verdictOf(row),
  };
}

function verdictOf({ closing, check }: BoardRow): Verdict {
  if (check?.answer?.how === 'reversed') return 'reversed';
  if (closing?.how === 'silence') return 'silence';
  return check?.answer?.how === 'held' ? 'held' : 'unchecked';
}

/** The target line is at the age of the oldest item that would still be within the target today. */
function askedOf(kind: TargetKind, today: Day, { calendar, targets }: Policy): TargetLine {
  const target = targets[kind];
  let ageInDays = 1;
  // Bounds the loop when there are many holidays; a line above two years is meaningless.
  while (ageInDays < 731 && calendar.workingDaysAfter(addDays(today, -ageInDays), today) <= target) ageInDays++;
  return { target, ageInDays };
}
