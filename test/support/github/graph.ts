import { connection, gitHubError, type PageArgs } from './connection.ts';
import type { PullEvent, PullHistory, Reviewer } from './history.ts';
import { pullStateAt, type PullState, type Review } from './pullState.ts';
import { searchTest, type Viewer } from './searchQuery.ts';

/** What the API shows at an instant. */
export interface Shown {
  readonly now: Date;
  readonly viewer: Viewer;
  readonly pulls: readonly PullHistory[];
  /** Where the addresses of pull requests begin: `https://github.com`. */
  readonly web: string;
  readonly points: number;
}

/** The values for graphql's own resolvers: a field is a value, or a function of its arguments. */
export function rootOf(shown: Shown) {
  const { now, viewer, points } = shown;
  const states = new Map<PullHistory, PullState>();
  const stateOf = (pull: PullHistory) => {
    const known = states.get(pull) ?? pullStateAt(pull, now, viewer.teams);
    states.set(pull, known);
    return known;
  };
  // An error as a value becomes null in the data, with the error beside it.
  const byId = (id: string) => {
    const pull = shown.pulls.find((pull) => pull.id === id);
    return pull === undefined
      ? gitHubError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
      : pullNode(pull, stateOf(pull), shown);
  };
  return {
    rateLimit: {
      cost: 1,
      limit: 5_000,
      remaining: points,
      used: 5_000 - points,
      nodeCount: 1,
      resetAt: new Date(now.getTime() + 3_600_000).toISOString(),
    },
    viewer: {
      ...userNode(viewer.login),
      organizations: (page: PageArgs) => connection([organizationNode(viewer)], page, 'organizations'),
    },
    search: ({ query, type, ...page }: PageArgs & { readonly query: string; readonly type: string }) => {
      if (!type.startsWith('ISSUE')) throw new Error(`The fake GitHub does not search for ${type}.`);
      const test = searchTest(query, viewer);
      const found = shown.pulls.filter((pull) => Date.parse(pull.openedAt) <= now.getTime() && test(stateOf(pull)));
      const time = (pull: PullHistory) => Date.parse(stateOf(pull).updatedAt);
      if (query.includes('sort:updated-desc')) found.sort((a, b) => time(b) - time(a));
      // GitHub answers a search with no more than this.
      const { nodes, ...rest } = connection(found.slice(0, 1_000), page, 'search');
      return { ...rest, nodes: nodes.map((pull) => pullNode(pull, stateOf(pull), shown)) };
    },
    node: ({ id }: { readonly id: string }) => byId(id),
    nodes: ({ ids }: { readonly ids: readonly string[] }) => {
      if (ids.length > 100)
        throw gitHubError('ARGUMENT_LIMIT', `You may not provide more than 100 node ids; you provided ${ids.length}.`);
      return ids.map(byId);
    },
  };
}

function pullNode(pull: PullHistory, state: PullState, shown: Shown) {
  const { repository, number, isDraft, closedAt, mergedAt, requested } = state;
  const [owner = '', name = ''] = repository.split('/');
  return {
    __typename: 'PullRequest',
    id: pull.id,
    number,
    title: state.title,
    url: `${shown.web}/${repository}/pull/${number}`,
    isDraft,
    state: state.state,
    createdAt: pull.openedAt,
    updatedAt: state.updatedAt,
    closedAt,
    mergedAt,
    closed: state.state !== 'OPEN',
    merged: state.state === 'MERGED',
    author: pull.author === undefined ? null : userNode(pull.author),
    repository: {
      __typename: 'Repository',
      id: `R_${repository}`,
      name,
      nameWithOwner: repository,
      isPrivate: true,
      isArchived: false,
      url: `${shown.web}/${repository}`,
      owner: { __typename: 'Organization', id: `O_${owner}`, login: owner },
    },
    reviewRequests: (page: PageArgs) =>
      connection(
        requested.map((of, index) => ({ id: `RR_${pull.id}_${index}`, requestedReviewer: reviewerNode(of) })),
        page,
        'reviewRequests',
      ),
    timelineItems: ({ itemTypes, ...page }: PageArgs & { readonly itemTypes?: readonly string[] | null }) => {
      const nodes = pull.events
        .flatMap((event) => eventNodes(pull, event, state, shown))
        .filter(({ itemType }) => itemTypes?.includes(itemType) ?? true);
      return { ...connection(nodes, page, 'timelineItems'), updatedAt: pull.openedAt };
    },
  };
}

/** What stands in the timeline for it. A merge closes too; a transfer is none of what is asked for. */
function eventNodes(pull: PullHistory, event: PullEvent, state: PullState, { viewer }: Shown): readonly EventNode[] {
  if (!state.events.includes(event)) return [];
  const node = (typename: string, itemType: string, more = {}) => eventNode(pull, event, typename, itemType, more);
  switch (event.type) {
    case 'requested':
      return [node('ReviewRequestedEvent', 'REVIEW_REQUESTED_EVENT', { requestedReviewer: reviewerNode(event.of) })];
    case 'requestRemoved': {
      const removed = { requestedReviewer: reviewerNode(event.of) };
      return [node('ReviewRequestRemovedEvent', 'REVIEW_REQUEST_REMOVED_EVENT', removed)];
    }
    case 'reviewed':
      return [reviewNode(pull, state.reviews.get(event)!)];
    case 'reviewBegun':
      return event.by === viewer.login ? [reviewNode(pull, { event, state: 'PENDING', teams: [] })] : [];
    case 'dismissed': {
      const { review, was } = state.dismissed.get(event)!;
      const dismissal = { previousReviewState: was, review: reviewNode(pull, review) };
      return [node('ReviewDismissedEvent', 'REVIEW_DISMISSED_EVENT', dismissal)];
    }
    case 'readyForReview':
      return [node('ReadyForReviewEvent', 'READY_FOR_REVIEW_EVENT')];
    case 'convertedToDraft':
      return [node('ConvertToDraftEvent', 'CONVERT_TO_DRAFT_EVENT')];
    case 'merged':
      return [node('MergedEvent', 'MERGED_EVENT'), node('ClosedEvent', 'CLOSED_EVENT')];
    case 'closed':
      return [node('ClosedEvent', 'CLOSED_EVENT')];
    case 'reopened':
      return [node('ReopenedEvent', 'REOPENED_EVENT')];
    case 'renamed':
      return [node('RenamedTitleEvent', 'RENAMED_TITLE_EVENT', { previousTitle: '', currentTitle: event.title })];
    case 'transferred':
      return [node('TransferredEvent', 'TRANSFERRED_EVENT')];
    default:
      return event satisfies never;
  }
}

interface BegunReview {
  readonly event: PullEvent & { readonly type: 'reviewBegun' };
  readonly state: 'PENDING';
  readonly teams: readonly [];
}

interface EventNode {
  readonly itemType: string;
}

function eventNode(pull: PullHistory, event: PullEvent, typename: string, itemType: string, more: object): EventNode {
  const id = `${typename}_${pull.id}_${pull.events.indexOf(event)}`;
  return { ...{ __typename: typename, id, createdAt: event.at, actor: userNode('somebody') }, itemType, ...more };
}

function reviewNode(pull: PullHistory, { event, state, teams }: Review | BegunReview): EventNode {
  const submittedAt = state === 'PENDING' ? null : event.at;
  return eventNode(pull, event, 'PullRequestReview', 'PULL_REQUEST_REVIEW', {
    submittedAt,
    publishedAt: submittedAt,
    state,
    author: userNode(event.by),
    onBehalfOf: (page: PageArgs) => connection(teams.map(teamNode), page, 'onBehalfOf'),
  });
}

function userNode(login: string) {
  return { __typename: 'User', id: `U_${login}`, login, isViewer: false };
}

/** All teams are of one organization. */
const organization = { __typename: 'Organization', id: 'O_acme', login: 'acme' };

function organizationNode({ teams }: Viewer) {
  return {
    ...organization,
    teams: ({ userLogins, ...page }: PageArgs & { readonly userLogins?: readonly string[] | null }) => {
      const found = Object.entries(teams).filter(
        ([, members]) => userLogins?.every((one) => members.includes(one)) ?? true,
      );
      return connection(
        found.map(([slug]) => teamNode(slug)),
        page,
        'teams',
      );
    },
  };
}

function teamNode(slug: string) {
  return { __typename: 'Team', id: `T_${slug}`, slug, name: slug, combinedSlug: `acme/${slug}`, organization };
}

function reviewerNode(of: Reviewer) {
  return 'user' in of ? userNode(of.user) : teamNode(of.team);
}
