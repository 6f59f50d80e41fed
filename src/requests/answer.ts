import * as z from 'zod/mini';
import type { RequestEvent, RequestHistory, Reviewer, Verdict } from '../core/requests/requestHistory.ts';
import { isWebAddress } from '../core/text/webAddress.ts';

/** The shapes of what GitHub answers. It is untrusted text: all of it is checked here, once, and has a type from here on. */

const id = z.string().check(z.regex(/^[\x21-\x7e]{1,200}$/));
const name = z.string().check(z.minLength(1), z.maxLength(200));
/** Years with four digits, as days have, and years later a promise of it still has them. */
const instant = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/),
  z.refine((text) => Date.parse(text) > 0 && text < '9000'),
);
const webAddress = z.string().check(z.maxLength(2_000), z.refine(isWebAddress));
const cursor = z.nullable(z.string().check(z.maxLength(1_000)));
const title = z.string().check(z.maxLength(10_000));
const longestList = 100;
/** A list that is no longer than any that is asked for. The length is checked first: checking the parts takes longer. */
const listOf = <Shape extends z.ZodMiniType>(shape: Shape) =>
  z.pipe(
    z.custom<z.input<Shape>[]>((value) => Array.isArray(value) && value.length <= longestList),
    z.array(shape),
  );
/** There can be one for each field of each request, and they only say what kind of trouble it is. */
const firstOf = z.transform((value): unknown => (Array.isArray(value) ? value.slice(0, longestList) : value));
const account = z.nullish(z.object({ login: name }));
const team = z.object({ slug: name, organization: z.object({ login: name }) });
const teams = z.nullish(z.object({ nodes: z.nullish(listOf(z.nullable(team))) }));
/** Bots and mannequins have neither. */
const reviewer = z.nullish(z.object({ login: z.optional(name), ...z.partial(team).shape }));

const reviewState = z.enum(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']);
const plain = ['ReadyForReviewEvent', 'ConvertToDraftEvent', 'MergedEvent', 'ClosedEvent', 'ReopenedEvent'] as const;
const event = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['ReviewRequestedEvent', 'ReviewRequestRemovedEvent']),
    id,
    createdAt: instant,
    requestedReviewer: reviewer,
  }),
  z.object({
    type: z.literal('PullRequestReview'),
    id,
    submittedAt: z.nullable(instant),
    state: reviewState,
    author: account,
    onBehalfOf: teams,
  }),
  z.object({
    type: z.literal('ReviewDismissedEvent'),
    id,
    createdAt: instant,
    previousReviewState: reviewState,
    review: z.nullish(z.object({ id: z.optional(id), author: account })),
  }),
  z.object({ type: z.literal('RenamedTitleEvent'), id, createdAt: instant, currentTitle: title }),
  z.object({ type: z.enum(plain), id, createdAt: instant }),
]);
type AnsweredEvent = z.infer<typeof event>;

const timeline = z.object({
  pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.nullish(z.string().check(z.maxLength(1_000))) }),
  nodes: listOf(event),
});
const pullRequest = z.object({
  id,
  title,
  url: webAddress,
  isDraft: z.boolean(),
  state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
  author: account,
  repository: z.object({ nameWithOwner: name }),
  reviewRequests: z.nullish(
    z.object({ nodes: z.nullish(listOf(z.nullable(z.object({ requestedReviewer: reviewer })))) }),
  ),
  timelineItems: timeline,
});

const searched = z.nullish(
  z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: cursor }),
    nodes: z.nullish(listOf(z.unknown())),
  }),
);
const answeredError = z.object({ type: z.nullish(z.string()), path: z.optional(z.unknown()) });
const envelope = z.object({
  data: z.nullish(
    z.object({
      viewer: z.nullish(
        z.object({
          login: name,
          organizations: z.nullish(
            z.object({
              nodes: z.nullish(
                listOf(
                  z.nullable(
                    z.object({
                      login: name,
                      teams: z.nullish(z.object({ nodes: z.nullish(listOf(z.nullable(z.object({ slug: name })))) })),
                    }),
                  ),
                ),
              ),
            }),
          ),
        }),
      ),
      search: searched,
      reviewed: searched,
      nodes: z.nullish(listOf(z.unknown())),
      node: z.nullish(z.object({ timelineItems: z.optional(z.unknown()) })),
    }),
  ),
  errors: z.pipe(firstOf, z.nullish(z.array(answeredError))),
});
export type Answer = z.infer<typeof envelope>;
/** A page of what a search found. */
export type Searched = NonNullable<z.infer<typeof searched>>;

/** The outer part of an answer; undefined if it is none. Each pull request in it is read by itself. */
export function readAnswer(value: unknown): Answer | undefined {
  const parsed = z.safeParse(envelope, value);
  return parsed.success ? parsed.data : undefined;
}

/** The node id of a pull request that was found; undefined if it is none. */
export function readId(value: unknown): string | undefined {
  const parsed = z.safeParse(z.object({ id }), value);
  return parsed.success ? parsed.data.id : undefined;
}

/** The part of a timeline that was read, and where to go on. */
export interface TimelinePart {
  readonly events: readonly RequestEvent[];
  /** The cursor of what is earlier; undefined at the start. */
  readonly before: string | undefined;
}

export type ReadHistory = { readonly history: RequestHistory } & Pick<TimelinePart, 'before'>;

/** A pull request of an answer; undefined if any part of it is missing or wrong, so that nothing is read by half. */
export function readPullRequest(value: unknown, host: string, isAskedOfViewer: boolean): ReadHistory | undefined {
  const parsed = z.safeParse(pullRequest, value);
  if (!parsed.success) return undefined;
  const { title, url, isDraft, state, author, repository, reviewRequests, timelineItems } = parsed.data;
  const { events, before } = partOf(timelineItems);
  return {
    history: {
      host,
      id: parsed.data.id,
      title,
      url,
      repository: repository.nameWithOwner,
      author: author?.login,
      isDraft,
      isOpen: state === 'OPEN',
      reviewers: (reviewRequests?.nodes ?? []).flatMap((node) => reviewerOf(node?.requestedReviewer) ?? []),
      isAskedOfViewer,
      events,
    },
    before,
  };
}

/** The earlier part of a timeline; undefined if it cannot be read. */
export function readTimeline(value: unknown): TimelinePart | undefined {
  const parsed = z.safeParse(timeline, value);
  return parsed.success ? partOf(parsed.data) : undefined;
}

function partOf({ nodes, pageInfo }: z.infer<typeof timeline>): TimelinePart {
  const { hasPreviousPage, startCursor } = pageInfo;
  return {
    events: nodes.flatMap((node) => eventOf(node) ?? []),
    before: hasPreviousPage ? (startCursor ?? undefined) : undefined,
  };
}

function eventOf(node: AnsweredEvent): RequestEvent | undefined {
  switch (node.type) {
    case 'ReviewRequestedEvent':
    case 'ReviewRequestRemovedEvent': {
      const of = reviewerOf(node.requestedReviewer);
      const type = node.type === 'ReviewRequestedEvent' ? 'requested' : 'requestRemoved';
      return of && { id: node.id, at: node.createdAt, type, of };
    }
    case 'PullRequestReview': {
      const { id, submittedAt: at, state, author, onBehalfOf } = node;
      // A review that is still being written is nobody's answer.
      if (at === null || state === 'PENDING') return undefined;
      const forTeams = (onBehalfOf?.nodes ?? []).flatMap((one) => (one === null ? [] : [teamName(one)]));
      return { id, at, type: 'reviewed', by: author?.login, verdict: verdicts[state], forTeams };
    }
    case 'ReviewDismissedEvent': {
      const { id, createdAt: at, previousReviewState: state, review } = node;
      const verdict = state === 'PENDING' ? 'commented' : verdicts[state];
      return { id, at, type: 'reviewDismissed', review: review?.id, by: review?.author?.login, verdict };
    }
    case 'RenamedTitleEvent':
      return { id: node.id, at: node.createdAt, type: 'renamed', title: node.currentTitle };
    default:
      return { id: node.id, at: node.createdAt, type: plainTypes[node.type] };
  }
}

const plainTypes = {
  ReadyForReviewEvent: 'readyForReview',
  ConvertToDraftEvent: 'convertedToDraft',
  MergedEvent: 'merged',
  ClosedEvent: 'closed',
  ReopenedEvent: 'reopened',
} as const satisfies Readonly<Record<(typeof plain)[number], RequestEvent['type']>>;

const verdicts = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changesRequested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
} as const satisfies Readonly<Record<string, Verdict>>;

function reviewerOf(answered: z.infer<typeof reviewer>): Reviewer | undefined {
  const { login, slug, organization } = answered ?? {};
  if (login !== undefined) return { user: login };
  return slug === undefined || organization === undefined ? undefined : { team: teamName({ slug, organization }) };
}

function teamName({ slug, organization }: z.infer<typeof team>): string {
  return `${organization.login}/${slug}`;
}
