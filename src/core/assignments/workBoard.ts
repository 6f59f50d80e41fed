import { titleOf } from '../items/codedText.ts';
import type { Board } from '../board/board.ts';
import { type BoardRow, type ItemName, isLeadersMove } from '../board/row.ts';
import { compareTexts } from '../text/compareTexts.ts';
import type { Day } from '../time/day.ts';
import { ageInDays } from '../board/clocks.ts';
import { nameKey } from '../text/names.ts';
import type { Policy } from '../policy.ts';
import type { BoardSource } from '../register/register.ts';
import type { Agreement } from '../entries/workFacts.ts';
import { countUpTo } from '../text/sorted.ts';
import type { Amendment, Assignment } from './assignment.ts';
import { type Dependencies, dependenciesIn } from './dependencies.ts';
import { type Drag, dragOf } from './drag.ts';
import type { Reranking, RetiredPriority } from './priorities.ts';
import { servedPriorities } from './servedPriorities.ts';

/** Something an assignment depends on. */
export interface DependencyRow extends ItemName {
  readonly isOpen: boolean;
  readonly waitsOnYou: boolean;
}

/** One assignment as every view draws it. */
export interface AssignmentRow {
  readonly id: string;
  readonly agreement: Agreement;
  readonly madeOn: Day;
  /** Calendar days; the day it was handed out counts as 1. */
  readonly ageInDays: number;
  readonly overdue: boolean;
  /** Working days after the due day up to today; 0 unless overdue. */
  readonly daysOver: number;
  readonly dependsOn: readonly DependencyRow[];
  readonly serves: (ItemName & { readonly isRetired: boolean }) | undefined;
  /** The reason for handing it out with holes. */
  readonly anyway: string | undefined;
  /** Whether it was handed out with holes, which the leader then owed. */
  readonly hadHoles: boolean;
  /** Its clarity items that are still open. */
  readonly owed: readonly ItemName[];
  readonly amendments: readonly Amendment[];
  /** Number of requirement changes, reassignments included. */
  readonly changes: number;
  /** Their cost in working days, as the leader estimated it. */
  readonly costInDays: number;
  /** Days of changes, reassignments, and the latest re-rankings that moved the priority it served; oldest first. */
  readonly interruptions: readonly Day[];
  readonly drag: Drag;
  readonly closing: Assignment['closing'];
  readonly readOnly: boolean;
}

export interface DraftRow {
  readonly id: string;
  readonly agreement: Partial<Agreement>;
  readonly draftedOn: Day;
}

export interface PriorityRow {
  readonly id: string;
  readonly title: string;
  /** 1 is the highest. */
  readonly rank: number;
  readonly addedOn: Day;
  /** Open assignments that serve it. */
  readonly assignments: number;
  readonly isPastLimit: boolean;
}

/** The assignments, drafts and priorities. Deterministic: a function of register, day and policy. */
export interface WorkBoard {
  readonly today: Day;
  readonly priorities: readonly PriorityRow[];
  readonly priorityLimit: number;
  readonly retired: readonly RetiredPriority[];
  /** Days of the re-rankings that changed a place, oldest first. */
  readonly rerankedOn: readonly Day[];
  /** Open assignments by owner and age, then closed ones, latest closing first. */
  readonly assignments: readonly AssignmentRow[];
  readonly drafts: readonly DraftRow[];
}

export function buildWorkBoard(source: BoardSource, { today, rows }: Board, policy: Policy): WorkBoard {
  const { ranked, retired, rerankings } = source.priorities;
  const names = new Map<string, ItemName & { isRetired: boolean }>([
    ...retired.map(({ id, title }) => [id, { id, title, isRetired: true }] as const),
    ...ranked.map(({ id, title }) => [id, { id, title, isRetired: false }] as const),
  ]);
  const itemRows = new Map(rows.map((row) => [row.id, row]));
  const dependenciesOf = dependenciesIn(source.items);
  const movedOn = daysMoved(rerankings);
  const assignments: AssignmentRow[] = [];
  const drafts: DraftRow[] = [];
  for (const assignment of source.assignments.values()) {
    const { id, agreement, draftedOn, madeOn } = assignment;
    if (madeOn === undefined) {
      if (draftedOn !== undefined) drafts.push({ id, agreement, draftedOn });
      continue;
    }
    assignments.push(
      buildAssignmentRow(assignment, agreement as Agreement, madeOn, {
        today,
        policy,
        ...dependenciesOf(assignment),
        rows: itemRows,
        serves: agreement.serves === undefined ? undefined : names.get(agreement.serves),
        movedOn,
      }),
    );
  }
  const open = assignments.filter(({ closing }) => closing === undefined);
  return {
    today,
    priorities: ranked.map(({ id, title, addedOn }, index) => ({
      id,
      title,
      rank: index + 1,
      addedOn,
      assignments: open.filter(({ agreement }) => agreement.serves === id).length,
      isPastLimit: index >= policy.priorityLimit,
    })),
    priorityLimit: policy.priorityLimit,
    retired,
    rerankedOn: rerankings.map(({ on }) => on),
    assignments: assignments.toSorted(openByOwnerThenClosed),
    drafts: drafts.toSorted((a, b) => compareTexts(b.draftedOn, a.draftedOn) || compareTexts(b.id, a.id)),
  };
}

interface RowContext extends Dependencies {
  readonly today: Day;
  readonly policy: Policy;
  readonly rows: ReadonlyMap<string, BoardRow>;
  readonly serves: AssignmentRow['serves'];
  /** By priority, the days of the re-rankings that moved it, oldest first. */
  readonly movedOn: ReadonlyMap<string, readonly Day[]>;
}

/** By priority, the days of the re-rankings that moved it, oldest first. */
function daysMoved(rerankings: readonly Reranking[]): ReadonlyMap<string, readonly Day[]> {
  const days = new Map<string, Day[]>();
  for (const { on, moved } of rerankings.toSorted((a, b) => compareTexts(a.on, b.on))) {
    for (const id of moved) {
      const ofPriority = days.get(id);
      if (ofPriority === undefined) days.set(id, [on]);
      else ofPriority.push(on);
    }
  }
  return days;
}

/** How many re-rankings count as interruptions of one assignment, the latest: each assignment may meet all of them. */
const mostRerankings = 100;

function buildAssignmentRow(
  assignment: Assignment,
  agreement: Agreement,
  madeOn: Day,
  { today, policy, dependsOn, holes, rows, serves, movedOn }: RowContext,
): AssignmentRow {
  const { id, amendments, anyway, closing, readOnly } = assignment;
  const until = closing?.on ?? today;
  const overdue = closing === undefined && agreement.dueOn !== undefined && today > agreement.dueOn;
  const changes = amendments.filter(({ how }) => how !== 'filled');
  const rerankedOn = servedPriorities(assignment, madeOn).flatMap(({ id: priority, after, until: last }) => {
    const days = movedOn.get(priority) ?? [];
    const end = last === undefined ? days.length : countUpTo(days, last);
    return days.slice(Math.max(countUpTo(days, after), end - mostRerankings), end);
  });
  return {
    id,
    agreement,
    madeOn,
    ageInDays: ageInDays(madeOn, until),
    overdue,
    daysOver: overdue ? policy.calendar.workingDaysAfter(agreement.dueOn ?? today, today) : 0,
    dependsOn: (agreement.dependsOn ?? []).flatMap((item): DependencyRow[] => {
      const row = rows.get(item);
      if (row === undefined) return [];
      const isOpen = row.closing === undefined;
      return [{ id: row.id, title: row.title, isOpen, waitsOnYou: isLeadersMove(row) }];
    }),
    serves,
    anyway,
    hadHoles: holes.length > 0,
    owed: holes.flatMap((item) => (item.closing === undefined ? [{ id: item.id, title: titleOf(item) }] : [])),
    amendments,
    changes: changes.length,
    costInDays: changes.reduce((sum, { costInDays }) => sum + costInDays, 0),
    interruptions: [...changes.map(({ on }) => on), ...rerankedOn.slice(-mostRerankings)].toSorted(),
    drag: dragOf([...dependsOn, ...holes], madeOn, until, policy.calendar),
    closing,
    readOnly,
  };
}

function openByOwnerThenClosed(a: AssignmentRow, b: AssignmentRow): number {
  if (a.closing !== undefined || b.closing !== undefined) {
    if (a.closing === undefined) return -1;
    if (b.closing === undefined) return 1;
    return compareTexts(b.closing.on, a.closing.on) || compareTexts(a.id, b.id);
  }
  return (
    compareTexts(nameKey(a.agreement.owner), nameKey(b.agreement.owner)) ||
    compareTexts(a.madeOn, b.madeOn) ||
    compareTexts(a.id, b.id)
  );
}

/** The open assignments a person holds, and those of them that wait on the leader. */
export function capacityOf(
  owner: string,
  { assignments }: Pick<WorkBoard, 'assignments'>,
): {
  readonly held: readonly AssignmentRow[];
  readonly waiting: readonly AssignmentRow[];
} {
  const held = assignments.filter(
    ({ closing, agreement }) => closing === undefined && nameKey(agreement.owner) === nameKey(owner),
  );
  return { held, waiting: held.filter(waitsOnLeader) };
}

/** Whether the assignment waits on the leader: for an open hole, or for a dependency. */
export function waitsOnLeader({ dependsOn, owed }: AssignmentRow): boolean {
  return owed.length > 0 || dependsOn.some(({ waitsOnYou }) => waitsOnYou);
}
