import type { Day } from '../time/day.ts';

/** The facts about assignments and priorities. As with items, a released name or shape on disk never changes. */

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

/** The answers given so far. A later draft of the same assignment replaces it. */
export interface AssignmentDrafted extends Partial<Agreement> {
  readonly type: 'assignmentDrafted';
  readonly assignment: string;
  readonly draftedOn: Day;
}

export interface DraftDropped {
  readonly type: 'draftDropped';
  readonly assignment: string;
  readonly droppedOn: Day;
}

/** Work handed to one person. */
export interface AssignmentMade extends Agreement {
  readonly type: 'assignmentMade';
  readonly assignment: string;
  /** Why it was handed out with holes; each hole became a clarity item. */
  readonly anyway?: string | undefined;
  readonly madeOn: Day;
}

/** A change to an agreement. An absent field is unchanged, `null` clears it. */
export type AgreementChange = { readonly [F in Exclude<AgreementField, 'outcome' | 'owner'>]?: Agreement[F] | null } & {
  readonly outcome?: string | undefined;
};

/** A change to an agreement in force, with its reason and its cost in working days, as the leader estimates it. */
export type AssignmentChanged = AgreementChange & {
  readonly type: 'assignmentChanged';
  readonly assignment: string;
  readonly reason: string;
  readonly costInDays: number;
  readonly changedOn: Day;
};

/** A hole was filled. The leader owed the answer, so this is no requirement change. */
export type AgreementFilled = AgreementChange & {
  readonly type: 'agreementFilled';
  readonly assignment: string;
  /** Set where a team or several people had been named. */
  readonly owner?: string | undefined;
  /** The clarity item that was settled with it. */
  readonly settles: string;
  readonly filledOn: Day;
};

export interface AssignmentReassigned {
  readonly type: 'assignmentReassigned';
  readonly assignment: string;
  readonly owner: string;
  readonly reason: string;
  readonly costInDays: number;
  readonly reassignedOn: Day;
}

export const assignmentResults = ['met', 'missed'] as const;
/** Judged against *done when*; there is nothing in between. */
export type AssignmentResult = (typeof assignmentResults)[number];

export interface AssignmentClosed {
  readonly type: 'assignmentClosed';
  readonly assignment: string;
  readonly result: AssignmentResult;
  readonly note?: string | undefined;
  readonly closedOn: Day;
}

/** What stops or moves down for a new order, why, and who is told. */
export interface Displacement {
  readonly stops: string;
  readonly because: string;
  readonly told: string;
}

/** The parts of a displacement that were given. */
export type SomeDisplacement = { readonly [F in keyof Displacement]?: string | undefined };

/** Adds to the end of the list. Past the limit, a displacement is required. */
export interface PriorityAdded extends SomeDisplacement {
  readonly type: 'priorityAdded';
  readonly priority: string;
  readonly title: string;
  readonly addedOn: Day;
}

export interface PriorityRenamed {
  readonly type: 'priorityRenamed';
  readonly priority: string;
  readonly title: string;
}

export interface PriorityRetired {
  readonly type: 'priorityRetired';
  readonly priority: string;
  readonly reason: string;
  readonly retiredOn: Day;
}

/** The new order of the whole list: ids, highest first. */
export interface PrioritiesRanked extends Displacement {
  readonly type: 'prioritiesRanked';
  readonly order: readonly string[];
  readonly rankedOn: Day;
}

export type AssignmentFact =
  | AssignmentDrafted
  | DraftDropped
  | AssignmentMade
  | AssignmentChanged
  | AgreementFilled
  | AssignmentReassigned
  | AssignmentClosed;
export type PriorityFact = PriorityAdded | PriorityRenamed | PriorityRetired | PrioritiesRanked;
