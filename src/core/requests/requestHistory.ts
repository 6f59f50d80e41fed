/** What stands in `via` of everything that came from GitHub. */
export const github = 'github';

/** What GitHub says about one pull request, as far as it concerns who waits on the leader. Checked, but still untrusted. */
export interface RequestHistory {
  /** `github.com`, or the host of a GitHub Enterprise server. */
  readonly host: string;
  /** The node id. It stays the same when the repository is renamed or transferred. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** `acme/shop` */
  readonly repository: string;
  /** Login; undefined where the account is gone. */
  readonly author: string | undefined;
  readonly isDraft: boolean;
  readonly isOpen: boolean;
  /** Who is asked for a review now. */
  readonly reviewers: readonly Reviewer[];
  /** Whether the search for what waits on the leader found it, so that GitHub itself says that it does. */
  readonly isAskedOfViewer: boolean;
  /** In the order of the timeline. */
  readonly events: readonly RequestEvent[];
}

/** A person by login, or a team as `acme/reviewers`. */
export type Reviewer = { readonly user: string } | { readonly team: string };

export type RequestEvent = {
  /** The node id. */
  readonly id: string;
  /** ISO 8601 in UTC. Of a review: when it was submitted. */
  readonly at: string;
} & (
  | { readonly type: 'requested'; readonly of: Reviewer }
  | { readonly type: 'requestRemoved'; readonly of: Reviewer }
  | {
      readonly type: 'reviewed';
      readonly by: string | undefined;
      readonly verdict: Verdict;
      /** The teams that were asked and that this review answers for, as `acme/reviewers`. */
      readonly forTeams: readonly string[];
    }
  | {
      readonly type: 'reviewDismissed';
      /** The node id of the review, and who wrote it. */
      readonly review: string | undefined;
      readonly by: string | undefined;
      /** What the review said before. */
      readonly verdict: Verdict;
    }
  | { readonly type: 'renamed'; readonly title: string }
  | { readonly type: 'readyForReview' | 'convertedToDraft' | 'merged' | 'closed' | 'reopened' }
);

/** `dismissed`: the review does not count any more. The event of the dismissal tells what it said. */
export type Verdict = 'approved' | 'changesRequested' | 'commented' | 'dismissed';

/** Whose requests are read. */
export interface Viewer {
  readonly login: string;
  /** The leader's teams, as `acme/reviewers`; empty where their requests are left out. */
  readonly teams: readonly string[];
}

/** Logins and names of teams are the same in any case. */
export function isSameAccount(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase();
}
