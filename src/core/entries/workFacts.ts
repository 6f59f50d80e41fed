import type { Day } from '../time/day.ts';
import type { Change, Some } from './fields.ts';

/** What is agreed before work is handed out. Only the outcome and the owner are required. */
export interface Agreement {
  /** What will be true. */
  readonly outcome: string;
  /** What is explicitly out. */
  readonly excluded?: string | undefined;
  readonly deliverables?: string | undefined;
  /** One person. */
  readonly owner: string;
  /** Measurable, observable success criteria. */
  readonly doneWhen?: string | undefined;
  /** Ids of items. */
  readonly dependsOn?: readonly string[] | undefined;
  readonly dueOn?: Day | undefined;
  /** Whether the owner agreed to the day. */
  readonly isAgreed?: boolean | undefined;
  /** Id of the priority it serves. */
  readonly serves?: string | undefined;
  /** If it serves none: what moves down or stops for it, and who is told. */
  readonly displaces?: string | undefined;
}

export type AgreementField = keyof Agreement;

/** A change to an agreement. An absent field is unchanged, `null` clears it. */
export type AgreementChange = Some<Pick<Agreement, 'outcome'>> & Change<Omit<Agreement, 'outcome' | 'owner'>>;

export const assignmentResults = ['met', 'missed'] as const;
/** Judged against *done when*; there is nothing in between. */
export type AssignmentResult = (typeof assignmentResults)[number];

/** The facts about assignments, by type. As with items, a released name or shape on disk never changes. */
interface AssignmentFacts {
  /** The answers given so far. A later draft of the same assignment replaces it. */
  assignmentDrafted: Partial<Agreement> & { readonly draftedOn: Day };
  draftDropped: { readonly droppedOn: Day };
  /** Work handed to one person. */
  assignmentMade: Agreement & {
    /** Why it was handed out with holes; each hole became a clarity item. */
    readonly anyway?: string | undefined;
    readonly madeOn: Day;
  };
  /** A change to an agreement in force, with its reason and its cost in working days, as the leader estimates it. */
  assignmentChanged: AgreementChange & Cost & { readonly changedOn: Day };
  /** A hole was filled. The leader owed the answer, so this is no requirement change. */
  agreementFilled: AgreementChange & {
    /** Set where a team or several people had been named. */
    readonly owner?: string | undefined;
    /** The clarity item that was settled with it. */
    readonly settles: string;
    readonly filledOn: Day;
  };
  assignmentReassigned: Cost & { readonly owner: string; readonly reassignedOn: Day };
  assignmentClosed: { readonly result: AssignmentResult; readonly note?: string | undefined; readonly closedOn: Day };
}

/** Why an agreement changes, and what that costs in working days, as the leader estimates it. */
export interface Cost {
  readonly reason: string;
  readonly costInDays: number;
}

/** What stops or moves down for a new order, why, and who is told. */
export interface Displacement {
  readonly stops: string;
  readonly because: string;
  readonly told: string;
}

/** The facts about priorities, by type. */
interface PriorityFacts {
  /** Adds to the end of the list. Past the limit, a displacement is required. */
  priorityAdded: Some<Displacement> & { readonly priority: string; readonly title: string; readonly addedOn: Day };
  priorityRenamed: { readonly priority: string; readonly title: string };
  priorityRetired: { readonly priority: string; readonly reason: string; readonly retiredOn: Day };
  /** The new order of the whole list: ids, highest first. */
  prioritiesRanked: Displacement & { readonly order: readonly string[]; readonly rankedOn: Day };
}

export type AssignmentFact = {
  [T in keyof AssignmentFacts]: { readonly type: T; readonly assignment: string } & AssignmentFacts[T];
}[keyof AssignmentFacts];
export type PriorityFact = { [T in keyof PriorityFacts]: { readonly type: T } & PriorityFacts[T] }[keyof PriorityFacts];
