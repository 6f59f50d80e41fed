import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readAnswer, readPullRequest, readTimeline } from '../../../src/requests/answer.ts';

/** More than any list that is asked for, and about as many as fit into the longest answer that is read. */
const lengths = [101, 1_000_000];

describe('an answer with a list that is longer than what was asked for', () => {
  const of = (length: number, what: unknown = 0) => Array<unknown>(length).fill(what);
  const viewer = (organizations: readonly unknown[]) => ({
    data: { viewer: { login: 'mia', organizations: { nodes: organizations } } },
  });
  const timeline = (nodes: readonly unknown[]) => ({ pageInfo: { hasPreviousPage: false }, nodes });
  const review = (teams: readonly unknown[]) => ({
    type: 'PullRequestReview',
    id: 'R1',
    submittedAt: '2026-03-02T09:00:00Z',
    state: 'APPROVED',
    onBehalfOf: { nodes: teams },
  });
  const merged = { type: 'MergedEvent', id: 'E1', createdAt: '2026-03-02T09:00:00Z' };
  const team = { slug: 'core', organization: { login: 'acme' } };
  const pullRequest = (reviewers: readonly unknown[], events: readonly unknown[]) => ({
    id: 'PR_1',
    title: 'Title',
    url: 'https://github.com/acme/shop/pull/1',
    isDraft: false,
    state: 'OPEN',
    repository: { nameWithOwner: 'acme/shop' },
    reviewRequests: { nodes: reviewers },
    timelineItems: timeline(events),
  });
  const read = (value: unknown) => readPullRequest(value, 'github.com', true);

  /** Without the value, which would be printed for minutes. */
  const assertUnread = (what: unknown) => assert.ok(what === undefined);

  it('is not read, and its parts are not looked at', () => {
    for (const length of lengths) {
      for (const what of [0, null, { login: 'acme' }]) {
        assertUnread(readAnswer(viewer(of(length, what))));
        assertUnread(readAnswer({ data: { nodes: of(length, what) } }));
        assertUnread(read(pullRequest(of(length, what), [])));
      }
      for (const what of [0, merged]) {
        assertUnread(read(pullRequest([], of(length, what))));
        assertUnread(readTimeline(timeline(of(length, what))));
      }
      for (const what of [0, team]) assertUnread(readTimeline(timeline([review(of(length, what))])));
    }
  });

  it('is read where it is no longer than that', () => {
    assert.ok(readAnswer(viewer(of(100, { login: 'acme' }))));
    assert.equal(read(pullRequest(of(100, null), of(100, merged)))?.history.events.length, 100);
    assert.equal(readTimeline(timeline([review(of(100, team))]))?.events.length, 1);
  });

  it('is read for the kinds of its first errors', () => {
    for (const length of lengths) {
      const errors = readAnswer({ data: null, errors: of(length, { type: 'RATE_LIMITED' }) })?.errors;
      assert.deepEqual(new Set(errors?.map(({ type }) => type)), new Set(['RATE_LIMITED']));
    }
  });
});
