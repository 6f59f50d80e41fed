/**
 * What happened to a pull request on GitHub, as a test writes it down. The GitHub of the tests shows what has happened by
 * its clock.
 */

export type Reviewer = { readonly user: string } | { readonly team: string };

type Happened =
  | { readonly type: 'requested'; readonly of: Reviewer }
  | { readonly type: 'requestRemoved'; readonly of: Reviewer }
  | { readonly type: 'reviewed'; readonly by: string; readonly state: ReviewState }
  /** A review that is begun and not submitted: only its author sees it. */
  | { readonly type: 'reviewBegun'; readonly by: string }
  /** The last review of this person that approved or asked for changes does not count any more. */
  | { readonly type: 'dismissed'; readonly reviewOf: string }
  | { readonly type: 'readyForReview' | 'convertedToDraft' | 'merged' | 'closed' | 'reopened' }
  | { readonly type: 'renamed'; readonly title: string }
  | { readonly type: 'transferred'; readonly to: string; readonly number: number };

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';

/** `at` is an instant in ISO 8601, to the second as GitHub's. */
export type PullEvent = { readonly at: string } & Happened;

export interface PullHistory {
  /** The node id, which outlives a transfer. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** `acme/shop`. */
  readonly repository: string;
  /** Undefined: the account is deleted. */
  readonly author?: string | undefined;
  readonly openedAt: string;
  readonly isDraft?: boolean;
  /** In the order of time. */
  readonly events: readonly PullEvent[];
}

/** Who belongs to which team, by the slug of the team. */
export type Teams = Readonly<Record<string, readonly string[]>>;

/** Whether both are the same user or the same team. */
export function isSame(a: Reviewer, b: Reviewer): boolean {
  return nameOf(a) === nameOf(b);
}

function nameOf(reviewer: Reviewer): string {
  return 'user' in reviewer ? reviewer.user : `@${reviewer.team}`;
}
