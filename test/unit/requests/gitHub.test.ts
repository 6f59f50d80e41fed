import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { RequestTrouble } from '../../../src/core/requests/requestsRead.ts';
import { readRequests } from '../../../src/requests/gitHub.ts';
import { RequestFailure } from '../../../src/requests/post.ts';
import { OneEndpoint } from '../../support/oneEndpoint.ts';

const token = 'gho_16C7e42F292c6912E7710c838347Ae178B4a';
const requestedEvent = {
  type: 'ReviewRequestedEvent',
  id: 'E1',
  createdAt: '2026-03-02T10:00:00Z',
  requestedReviewer: { login: 'lee' },
};
const pullRequest = (
  id: string,
  rest: object = {},
  events: readonly unknown[] = [requestedEvent],
  before?: string,
) => ({
  id,
  title: `Change ${id}`,
  url: `https://github.com/acme/shop/pull/${id}`,
  isDraft: false,
  state: 'OPEN',
  author: { login: 'anna' },
  repository: { nameWithOwner: 'acme/shop' },
  reviewRequests: {
    nodes: [{ requestedReviewer: { login: 'lee' } }, { requestedReviewer: null }, null, { requestedReviewer: {} }],
  },
  timelineItems: { pageInfo: { hasPreviousPage: before !== undefined, startCursor: before ?? null }, nodes: events },
  ...rest,
});
const viewer = {
  login: 'lee',
  organizations: { nodes: [{ login: 'acme', teams: { nodes: [{ slug: 'core' }, null] } }, null] },
};
const page = (nodes: readonly unknown[], endCursor: string | null = null) => ({
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
  nodes,
});
const found = (waiting: readonly unknown[], endCursor: string | null = null, reviewed: unknown = page([])) => ({
  data: { viewer, search: page(waiting, endCursor), reviewed },
});

describe('requests that are read from GitHub', () => {
  let endpoint: OneEndpoint;
  beforeEach(async () => {
    endpoint = await new OneEndpoint().open();
  });
  afterEach(() => endpoint.close());

  type How = { readonly signal?: AbortSignal; readonly timeoutInMs?: number };
  const read = (known: readonly string[] = [], how: How = {}) => {
    const { signal } = new AbortController();
    const session = { host: 'github.com', endpoint: endpoint.address, token, login: 'lee', signal, ...how };
    return readRequests(session, { withTeams: true, known, reviewedSince: new Date('2026-03-01T09:00:00Z') });
  };
  /** Why nothing was learned. */
  const failure = async (how: How = {}): Promise<RequestTrouble> => {
    const error: unknown = await read([], how).then(
      () => assert.fail('it was read'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof RequestFailure, String(error));
    assert.ok(!`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`.includes(token));
    return error.why;
  };
  const status = (code: number, headers: Readonly<Record<string, string>> = {}) => {
    endpoint.willAnswer((response) => {
      response.writeHead(code, headers);
      response.end('<html>');
    });
    return failure();
  };

  it('come with their histories, and with the teams of the leader', async () => {
    endpoint.willAnswer(found([pullRequest('A')]));
    const { login, teams, histories, unread, calls, pauseUntil } = await read();
    assert.deepEqual([login, teams, unread, calls, pauseUntil], ['lee', ['acme/core'], 0, 1, undefined]);
    assert.deepEqual(histories, [
      {
        host: 'github.com',
        id: 'A',
        title: 'Change A',
        url: 'https://github.com/acme/shop/pull/A',
        repository: 'acme/shop',
        author: 'anna',
        isDraft: false,
        isOpen: true,
        reviewers: [{ user: 'lee' }],
        isAskedOfViewer: true,
        events: [{ id: 'E1', at: '2026-03-02T10:00:00Z', type: 'requested', of: { user: 'lee' } }],
      },
    ]);
    assert.deepEqual(
      endpoint.asked.map(({ authorization, variables }) => [authorization, variables['login']]),
      [[`Bearer ${token}`, 'lee']],
    );
  });

  it('are asked for in one call, and the known ones that are not among them in another', async () => {
    const fifty = Array.from({ length: 50 }, (_, at) => pullRequest(`P${at}`));
    endpoint.willAnswer(found(fifty), { data: { nodes: [pullRequest('Q'), null] } });
    const { histories, calls, unread } = await read(['P0', 'P49', 'Q', 'gone']);
    assert.deepEqual([histories.length, calls, unread], [51, 2, 0]);
    assert.deepEqual(endpoint.asked[1]?.variables, { ids: ['Q', 'gone'] });
    assert.equal(histories.at(-1)?.isAskedOfViewer, false);
  });

  it('are searched for where the leader reviewed them since then, and read where they neither wait nor are known', async () => {
    const reviewed = page([{ id: 'A' }, { id: 'Q' }, { id: 'R' }]);
    endpoint.willAnswer(found([pullRequest('A')], null, reviewed), {
      data: { nodes: [pullRequest('Q'), pullRequest('R')] },
    });
    const { histories, calls, isReviewedRead } = await read(['Q']);
    assert.deepEqual(
      [histories.map(({ id, isAskedOfViewer }) => `${id} ${isAskedOfViewer}`), calls, isReviewedRead],
      [['A true', 'Q false', 'R false'], 2, true],
    );
    const [first, second] = endpoint.asked;
    assert.equal(
      first?.variables['reviewed'],
      'is:pr reviewed-by:@me updated:>=2026-03-01T09:00:00Z archived:false sort:updated-desc',
    );
    assert.deepEqual(second?.variables, { ids: ['Q', 'R'] });
  });

  it('are searched for page by page in both ways at once, each to its own end', async () => {
    endpoint.willAnswer(
      found([pullRequest('A')], null, page([{ id: 'Q' }], 'r1')),
      { data: { viewer, reviewed: page([{ id: 'R' }], 'r2') } },
      { data: { viewer, reviewed: page([], 'r2') } },
      { data: { nodes: [pullRequest('Q'), pullRequest('R')] } },
    );
    const { histories, isReviewedRead } = await read();
    assert.deepEqual([histories.map(({ id }) => id), isReviewedRead], [['A', 'Q', 'R'], true]);
    assert.deepEqual(
      endpoint.asked.map(({ variables: of }) => [of['withWaiting'], of['withReviewed'], of['reviewedAfter']]),
      [
        [true, true, null],
        [false, true, 'r1'],
        [false, true, 'r2'],
        [undefined, undefined, undefined],
      ],
    );
  });

  it('are read where they wait although those reviewed cannot be searched for', async () => {
    const errors = [{ type: 'INTERNAL', path: ['reviewed'] }];
    const trouble = { trouble: 'failed' };
    const learned = async () => {
      const { histories, stoppedBy, isReviewedRead } = await read(['Q']);
      return [histories.map(({ id }) => id), stoppedBy, isReviewedRead];
    };
    const known = { data: { nodes: [pullRequest('Q')] } };
    endpoint.willAnswer({ ...found([pullRequest('A')], null, null), errors }, known);
    assert.deepEqual(await learned(), [['A', 'Q'], trouble, false]);
    endpoint.willAnswer({ data: null, errors }, found([pullRequest('A')], null, null), known);
    assert.deepEqual(await learned(), [['A', 'Q'], trouble, false]);
    assert.deepEqual(
      endpoint.asked.slice(2, 4).map(({ variables }) => variables['withReviewed']),
      [true, false],
    );
    endpoint.willAnswer({ data: null, errors }, { data: null, errors });
    assert.deepEqual(await failure(), trouble);
  });

  it('say that not all of those reviewed were read where one cannot be found, is gone, or is odd', async () => {
    const rest = async (reviewed: readonly unknown[], ...nodes: readonly unknown[]) => {
      endpoint.willAnswer(found([], null, page(reviewed)), { data: { nodes } });
      const { unread, isReviewedRead } = await read(['K']);
      return [unread, isReviewedRead];
    };
    const known = pullRequest('K');
    assert.deepEqual(await rest([{ id: 'R' }], known, pullRequest('R')), [0, true]);
    assert.deepEqual(await rest([{ id: 'R' }], null, pullRequest('R')), [0, true]);
    for (const odd of [null, {}, { id: 'with a space' }, 7]) assert.deepEqual(await rest([odd], known), [1, false]);
    for (const odd of [null, pullRequest('R', { title: 7 })]) {
      assert.deepEqual(await rest([{ id: 'R' }], known, odd), [1, false]);
    }
    endpoint.willAnswer(found([pullRequest('A')], null, page([{ id: 'R' }])), (response: ServerResponse) =>
      response.writeHead(502).end(),
    );
    assert.equal((await read()).isReviewedRead, false);
  });

  it('go on behind an empty page with a cursor, and not for ever behind the same one', async () => {
    endpoint.willAnswer(found([], 'one'), found([pullRequest('A')], 'two'), found([pullRequest('A')], 'two'));
    const { histories, calls } = await read();
    assert.deepEqual([histories.length, calls], [1, 3]);
  });

  it('have the earlier part of a long timeline, or stay out whole', async () => {
    const later = { ...requestedEvent, id: 'E2', createdAt: '2026-03-03T10:00:00Z' };
    const earlier = { pageInfo: { hasPreviousPage: false, startCursor: null }, nodes: [requestedEvent] };
    endpoint.willAnswer(found([pullRequest('A', {}, [later], 'c1')]), { data: { node: { timelineItems: earlier } } });
    assert.deepEqual(
      (await read()).histories.map(({ events }) => events.map(({ id }) => id)),
      [['E1', 'E2']],
    );
    assert.deepEqual(endpoint.asked[1]?.variables, { id: 'A', before: 'c1' });
    endpoint.willAnswer(found([pullRequest('A', {}, [later], 'c1'), pullRequest('B')]), { data: { node: null } });
    const { histories, unread } = await read();
    assert.deepEqual([histories.map(({ id }) => id), unread], [['B'], 1]);
  });

  it('are read as far as it goes where GitHub fails later on: at a page, at known ones, or at one long timeline', async () => {
    const broken = (response: ServerResponse) => void response.writeHead(502).end('<html>');
    const stopped = async (known: readonly string[] = []) => {
      const { histories, unread, stoppedBy } = await read(known);
      return [histories.map(({ id }) => id), unread, stoppedBy];
    };
    const status = { trouble: 'status', status: 502 };
    endpoint.willAnswer(found([pullRequest('A')], 'one'), broken);
    assert.deepEqual(await stopped(), [['A'], 0, status]);
    endpoint.willAnswer(found([pullRequest('A')]), broken);
    assert.deepEqual(await stopped(['Q']), [['A'], 0, status]);
    endpoint.willAnswer(found([pullRequest('A', {}, [], 'c1'), pullRequest('B')]), broken);
    assert.deepEqual(await stopped(), [['B'], 1, undefined]);
    const limited = { errors: [{ type: 'RATE_LIMITED' }] };
    endpoint.willAnswer(found([pullRequest('A'), pullRequest('B', {}, [], 'c1'), pullRequest('C')]), limited);
    const [ids, unread, why] = await stopped();
    assert.deepEqual([ids, unread, (why as RequestTrouble).trouble], [['A'], 0, 'rateLimited']);
  });

  it('are read without the fields of teams where the account may not read them', async () => {
    endpoint.willAnswer({ errors: [{ type: 'INSUFFICIENT_SCOPES', message: 'no' }] }, found([pullRequest('A')]));
    assert.equal((await read()).histories.length, 1);
    assert.deepEqual(
      endpoint.asked.map(({ query }) => query.includes('Team')),
      [true, false],
    );
  });

  it('are used as far as they go where errors stand beside them', async () => {
    const { data } = found([pullRequest('A'), null, pullRequest('C', { title: 7 }), {}]);
    endpoint.willAnswer({ data, errors: [{ type: 'NOT_FOUND', path: ['search'], message: 'gone' }] });
    const { histories, unread } = await read();
    assert.deepEqual([histories.map(({ id }) => id), unread], [['A'], 2]);
  });

  it('stay out whole where any part of them is missing or of another shape', async () => {
    const odd: readonly object[] = [
      pullRequest('a', { url: 'javascript:alert(1)' }),
      pullRequest('b', { id: 'with a space' }),
      pullRequest('c', { state: 'UNHEARD_OF' }),
      pullRequest('d', { timelineItems: null }),
      pullRequest('e', {}, [null]),
      pullRequest('f', {}, [{ ...requestedEvent, createdAt: 'yesterday' }]),
      pullRequest('g', {}, [{ ...requestedEvent, createdAt: '2026-99-99T10:00:00Z' }]),
      pullRequest('j', {}, [{ ...requestedEvent, createdAt: '9999-12-31T10:00:00Z' }]),
      pullRequest('h', {}, [{ ...requestedEvent, type: 'UnheardOf' }]),
      pullRequest('i', { repository: null }),
      pullRequest('k', {}, [
        { type: 'RenamedTitleEvent', id: 'E1', createdAt: '2026-03-02T10:00:00Z', currentTitle: 'x'.repeat(10_001) },
      ]),
    ];
    endpoint.willAnswer(found([...odd, pullRequest('Z')]));
    const { histories, unread } = await read();
    assert.deepEqual([histories.map(({ id }) => id), unread], [['Z'], odd.length]);
  });

  it('leave out whom nobody knows: deleted accounts, bots, and reviews that are still being written', async () => {
    const events = [
      { ...requestedEvent, requestedReviewer: {} },
      { ...requestedEvent, requestedReviewer: null },
      { type: 'PullRequestReview', id: 'R1', submittedAt: null, state: 'PENDING', author: { login: 'lee' } },
      { type: 'PullRequestReview', id: 'R2', submittedAt: '2026-03-03T10:00:00Z', state: 'APPROVED', author: null },
      {
        type: 'ReviewDismissedEvent',
        id: 'D1',
        createdAt: '2026-03-04T10:00:00Z',
        previousReviewState: 'APPROVED',
        review: null,
      },
    ];
    endpoint.willAnswer(found([pullRequest('A', { author: null }, events)]));
    const [history] = (await read()).histories;
    assert.deepEqual(
      [history?.author, history?.events.map(({ type, id }) => `${type} ${id}`)],
      [undefined, ['reviewed R2', 'reviewDismissed D1']],
    );
  });

  it('are counted as unread where nobody who is asked can be read, although GitHub says that they wait', async () => {
    const nameless = { reviewRequests: { nodes: [{ requestedReviewer: null }] } };
    const event = { ...requestedEvent, requestedReviewer: {} };
    const ofSam = { ...requestedEvent, requestedReviewer: { login: 'sam' } };
    endpoint.willAnswer(
      found([
        pullRequest('A', nameless, [event]),
        pullRequest('B', nameless, [ofSam]),
        pullRequest('C', { ...nameless, isDraft: true }, [event]),
        pullRequest('D', nameless),
      ]),
      { data: { nodes: [pullRequest('E', nameless, [event])] } },
    );
    const { histories, unread } = await read(['E']);
    assert.deepEqual([histories.map(({ id }) => id), unread], [['A', 'B', 'C', 'D', 'E'], 2]);
  });

  it('are asked for at the one address, wherever it leads on to', async () => {
    const elsewhere = await new OneEndpoint().open();
    elsewhere.willAnswer(found([]));
    try {
      assert.deepEqual(await status(307, { location: elsewhere.address }), { trouble: 'unreachable' });
      assert.deepEqual(elsewhere.asked, []);
    } finally {
      elsewhere.close();
    }
  });

  it('are not asked for again before GitHub wants, and it never wants more than an hour', async () => {
    const inSeconds = async (code: number, headers: Readonly<Record<string, string>>) => {
      const before = Date.now();
      const why = await status(code, headers);
      assert.ok(why.trouble === 'rateLimited');
      return Math.round((why.until - before) / 10_000) * 10;
    };
    assert.equal(await inSeconds(403, { 'retry-after': '120' }), 120);
    assert.equal(await inSeconds(503, { 'retry-after': '120' }), 120);
    assert.equal(await inSeconds(429, {}), 60);
    assert.equal(await inSeconds(429, { 'retry-after': '86400' }), 3600);
    assert.equal(await inSeconds(429, { 'retry-after': new Date(Date.now() + 86_400_000).toUTCString() }), 3600);
    const reset = String(Math.round(Date.now() / 1000) + 300);
    assert.equal(await inSeconds(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }), 300);
    endpoint.willAnswer((response) => {
      response.writeHead(200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });
      response.end(JSON.stringify(found([])));
    });
    assert.equal((await read()).pauseUntil, Number(reset) * 1000);
  });

  it('are not learned from an answer that is none', async () => {
    const answers: readonly (readonly [string, RequestTrouble['trouble']])[] = [
      ['{"data":{"viewer":', 'garbled'],
      ['[]', 'garbled'],
      ['{"data":{"viewer":{"login":""}}}', 'garbled'],
      ['{"data":{"viewer":null,"search":null}}', 'failed'],
      ['{"errors":[{"type":"SERVICE_UNAVAILABLE"}]}', 'failed'],
      ['{"errors":[{"type":"RATE_LIMITED"}]}', 'rateLimited'],
    ];
    for (const [body, trouble] of answers) {
      endpoint.willAnswer((response) => response.end(body));
      assert.equal((await failure()).trouble, trouble, body);
    }
  });

  it('are not waited for for ever, nor read without an end', async () => {
    endpoint.willAnswer(() => undefined);
    assert.deepEqual(await failure({ timeoutInMs: 20 }), { trouble: 'timedOut' });
    endpoint.willAnswer((response) => {
      const part = Buffer.alloc(1 << 20, ' ');
      const more = (): void => {
        while (!response.destroyed && response.write(part));
        response.once('drain', more);
      };
      more();
    });
    assert.deepEqual(await failure(), { trouble: 'garbled' });
  });

  it('are cancelled with the window', async () => {
    const abort = new AbortController();
    endpoint.willAnswer(() => abort.abort(new Error('the window closes')));
    await assert.rejects(read([], { signal: abort.signal }), /the window closes/);
  });
});
