/**
 * The queries. The GitHub of the tests answers them by its public schema. Nothing is ever changed on GitHub: there is no
 * mutation here.
 *
 * @param withTeams false: without the fields of teams, because a query with them fails as a whole for an account that may
 *   not read its organizations (`read:org`)
 */
export function searchesQuery(withTeams: boolean): string {
  return `query Searches(
  $waiting: String!, $waitingAfter: String, $withWaiting: Boolean!, $count: Int!,
  $reviewed: String!, $reviewedAfter: String, $withReviewed: Boolean!${withTeams ? ', $login: String!' : ''}
) {
  viewer {
    login
    ${withTeams ? 'organizations(first: 50) { nodes { login teams(first: 100, userLogins: [$login]) { nodes { slug } } } }' : ''}
  }
  search(query: $waiting, type: ISSUE, first: $count, after: $waitingAfter) @include(if: $withWaiting) {
    pageInfo { hasNextPage endCursor }
    nodes { ...Request }
  }
  reviewed: search(query: $reviewed, type: ISSUE, first: 100, after: $reviewedAfter) @include(if: $withReviewed) {
    pageInfo { hasNextPage endCursor }
    nodes { ... on PullRequest { id } }
  }
}
${fragments(withTeams)}`;
}

/** Requests by their node ids. */
export function requestsQuery(withTeams: boolean): string {
  return `query Requests($ids: [ID!]!) {
  nodes(ids: $ids) { ...Request }
}
${fragments(withTeams)}`;
}

/** The part of a long timeline that is before the cursor. */
export function earlierEventsQuery(withTeams: boolean): string {
  return `query EarlierEvents($id: ID!, $before: String!) {
  node(id: $id) { ... on PullRequest { timelineItems(last: 100, before: $before, itemTypes: [${itemTypes}]) { ...Timeline } } }
}
${timelineFragment(withTeams)}`;
}

/** What waits on the leader. Requests of teams are found by the first only. */
export function searchForWaiting(withTeams: boolean): string {
  return `is:open is:pr ${withTeams ? 'review-requested' : 'user-review-requested'}:@me archived:false`;
}

/** Pull requests, open or not, that the leader reviewed and that changed since then. GitHub takes whole seconds. */
export function searchForReviewed(since: Date): string {
  const second = since.toISOString().replace(/\.\d+Z$/, 'Z');
  return `is:pr reviewed-by:@me updated:>=${second} archived:false sort:updated-desc`;
}

const itemTypes =
  'REVIEW_REQUESTED_EVENT, REVIEW_REQUEST_REMOVED_EVENT, PULL_REQUEST_REVIEW, READY_FOR_REVIEW_EVENT, ' +
  'CONVERT_TO_DRAFT_EVENT, REVIEW_DISMISSED_EVENT, MERGED_EVENT, CLOSED_EVENT, REOPENED_EVENT, RENAMED_TITLE_EVENT';

function fragments(withTeams: boolean): string {
  return `fragment Request on PullRequest {
  id title url isDraft state
  author { login }
  repository { nameWithOwner }
  reviewRequests(first: 100) { nodes { requestedReviewer { ${reviewer(withTeams)} } } }
  timelineItems(last: 60, itemTypes: [${itemTypes}]) { ...Timeline }
}
${timelineFragment(withTeams)}`;
}

function timelineFragment(withTeams: boolean): string {
  return `fragment Timeline on PullRequestTimelineItemsConnection {
  pageInfo { hasPreviousPage startCursor }
  nodes {
    type: __typename
    ... on ReviewRequestedEvent { id createdAt requestedReviewer { ${reviewer(withTeams)} } }
    ... on ReviewRequestRemovedEvent { id createdAt requestedReviewer { ${reviewer(withTeams)} } }
    ... on PullRequestReview { id submittedAt state author { login } ${withTeams ? `onBehalfOf(first: 5) { nodes { ${team} } }` : ''} }
    ... on ReviewDismissedEvent { id createdAt previousReviewState review { id author { login } } }
    ... on ReadyForReviewEvent { id createdAt }
    ... on ConvertToDraftEvent { id createdAt }
    ... on MergedEvent { id createdAt }
    ... on ClosedEvent { id createdAt }
    ... on ReopenedEvent { id createdAt }
    ... on RenamedTitleEvent { id createdAt currentTitle }
  }
}`;
}

const team = 'slug organization { login }';

function reviewer(withTeams: boolean): string {
  return `... on User { login } ${withTeams ? `... on Team { ${team} }` : ''}`;
}
