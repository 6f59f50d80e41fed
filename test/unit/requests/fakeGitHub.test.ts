import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FakeGitHub } from '../../support/github/fakeGitHub.ts';
import type { PullHistory } from '../../support/github/history.ts';

const pull: PullHistory = {
  id: 'PR_1',
  number: 7,
  title: 'Sell tea',
  repository: 'acme/shop',
  author: 'ann',
  openedAt: '2026-03-02T08:00:00Z',
  events: [
    { type: 'requested', at: '2026-03-02T09:00:00Z', of: { user: 'mia' } },
    { type: 'requested', at: '2026-03-02T09:00:00Z', of: { team: 'core' } },
    { type: 'reviewed', at: '2026-03-03T09:00:00Z', by: 'tom', state: 'APPROVED' },
    { type: 'reviewed', at: '2026-03-05T09:00:00Z', by: 'mia', state: 'APPROVED' },
    { type: 'dismissed', at: '2026-03-06T09:00:00Z', reviewOf: 'mia' },
    { type: 'merged', at: '2026-03-07T09:00:00Z' },
  ],
};

const search = 'search(query: "is:open is:pr review-requested:@me", type: ISSUE, first: 50) { nodes { ...pull } }';
const pullFields = `fragment pull on PullRequest {
  id
  reviewRequests(first: 20) { nodes { requestedReviewer { __typename ... on User { login } } } }
}`;
const timeline = `query ($before: String) {
  nodes(ids: ["PR_1", "PR_2"]) {
    ... on PullRequest {
      timelineItems(last: 3, before: $before, itemTypes: [REVIEW_REQUESTED_EVENT, PULL_REQUEST_REVIEW, REVIEW_DISMISSED_EVENT, MERGED_EVENT, CLOSED_EVENT]) {
        pageInfo { startCursor }
        nodes { __typename ... on PullRequestReview { state } ... on ReviewDismissedEvent { previousReviewState } }
      }
    }
  }
}`;

interface Page {
  readonly timelineItems: { readonly nodes: readonly unknown[]; readonly pageInfo: { readonly startCursor: string } };
}

interface Answer {
  readonly data?: {
    readonly search?: { readonly nodes: readonly unknown[] };
    readonly nodes?: readonly (Page | null)[];
  };
  readonly errors?: readonly { readonly type?: string; readonly path?: readonly unknown[] }[];
}

describe('the GitHub of the tests', () => {
  let github: FakeGitHub;
  beforeEach(async () => (github = await FakeGitHub.start({ pulls: [pull], teams: { core: ['mia', 'tom'] } })));
  afterEach(() => github.close());

  const send = (query: string, variables = {}, token = github.token) =>
    fetch(`${github.address}/api/graphql`, {
      method: 'POST',
      headers: { authorization: `bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
  const ask = async (query: string, variables = {}) => (await (await send(query, variables)).json()) as Answer;

  it('finds what is asked of the viewer at its clock, until a review ends it', async () => {
    const found = async (day: string) => {
      github.now = new Date(`${day}T12:00:00Z`);
      return (await ask(`{ ${search} } ${pullFields}`)).data?.search?.nodes;
    };
    const mia = { requestedReviewer: { __typename: 'User', login: 'mia' } };
    const core = { requestedReviewer: { __typename: 'Team' } };
    assert.deepEqual(await found('2026-03-01'), []);
    assert.deepEqual(await found('2026-03-02'), [{ id: 'PR_1', reviewRequests: { nodes: [mia, core] } }]);
    assert.deepEqual(await found('2026-03-03'), [{ id: 'PR_1', reviewRequests: { nodes: [mia] } }]);
    assert.deepEqual(await found('2026-03-05'), []);
  });

  it('finds what the viewer reviewed and that changed since then, the latest first', async () => {
    const reviewed = (id: string, at: string): PullHistory => ({
      ...pull,
      id,
      events: [{ type: 'reviewed', at, by: 'mia', state: 'COMMENTED' }],
    });
    github.pulls = [reviewed('PR_3', '2026-03-03T09:00:00Z'), pull, reviewed('PR_4', '2026-03-04T09:00:00Z')];
    const found = async (now: string, since: string) => {
      github.now = new Date(`2026-03-${now}:00Z`);
      const query = `is:pr reviewed-by:@me updated:>=2026-03-${since}:00Z archived:false sort:updated-desc`;
      const answer = await ask(`{ ${search.replace(/"[^"]*"/, `"${query}"`)} } ${pullFields}`);
      return answer.data?.search?.nodes.map((node) => (node as { id: string }).id);
    };
    assert.deepEqual(await found('04T12:00', '03T09:00'), ['PR_4', 'PR_3']);
    assert.deepEqual(await found('04T12:00', '03T09:01'), ['PR_4']);
    assert.deepEqual(await found('07T12:00', '03T09:00'), ['PR_1', 'PR_4', 'PR_3']);
  });

  it('gives a long timeline page by page, and says of what it does not know that it is not there', async () => {
    github.now = new Date('2026-03-08T12:00:00Z');
    const { data, errors } = await ask(timeline);
    const page = data!.nodes![0]!.timelineItems;
    assert.deepEqual(page.nodes, [
      { __typename: 'ReviewDismissedEvent', previousReviewState: 'APPROVED' },
      { __typename: 'MergedEvent' },
      { __typename: 'ClosedEvent' },
    ]);
    assert.equal(data!.nodes![1], null);
    assert.deepEqual(
      errors?.map(({ type, path }) => [type, path]),
      [['NOT_FOUND', ['nodes', 1]]],
    );
    const before = (await ask(timeline, { before: page.pageInfo.startCursor })).data!.nodes![0]!.timelineItems;
    assert.deepEqual(before.nodes, [
      { __typename: 'ReviewRequestedEvent' },
      { __typename: 'PullRequestReview', state: 'APPROVED' },
      { __typename: 'PullRequestReview', state: 'DISMISSED' },
    ]);
  });

  it('refuses a query with a field that is not in the public schema, and more than 100 on a page', async () => {
    const [unknown] = (await ask('{ viewer { nickname } }')).errors ?? [];
    assert.deepEqual(unknown?.path, undefined);
    const [tooMany] = (await ask(`{ ${search.replace('50', '101')} } ${pullFields}`)).errors ?? [];
    assert.equal(tooMany?.type, 'EXCESSIVE_PAGINATION');
  });

  it('refuses a query with a field of a team as a whole where the scope read:org is missing', async () => {
    github.scopes = ['repo'];
    const withTeam = pullFields.replace('... on User { login }', '... on User { login } ... on Team { slug }');
    const { data, errors } = await ask(`{ ${search} } ${withTeam}`);
    assert.deepEqual([data, errors?.map(({ type }) => type)], [undefined, ['INSUFFICIENT_SCOPES']]);
    assert.equal((await ask(`{ ${search} } ${pullFields}`)).errors, undefined);
  });

  it('answers nobody without the token, and notes every request', async () => {
    assert.equal((await send('{ viewer { login } }', {}, 'another')).status, 401);
    assert.deepEqual(
      github.queries.map(({ method, path }) => `${method} ${path}`),
      ['POST /api/graphql'],
    );
  });
});
