import { isSame, type PullEvent, type PullHistory, type ReviewState, type Reviewer, type Teams } from './history.ts';

/** A review as the API shows it: once dismissed, what it was stands in the event of the dismissal only. */
export interface Review {
  readonly event: PullEvent & { readonly type: 'reviewed' };
  state: ReviewState | 'DISMISSED';
  /** The teams whose requests it answered. */
  readonly teams: readonly string[];
}

/** A pull request as GitHub shows it at an instant. */
export interface PullState {
  readonly title: string;
  readonly repository: string;
  readonly number: number;
  readonly isDraft: boolean;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly closedAt: string | null;
  readonly mergedAt: string | null;
  readonly updatedAt: string;
  /** Whose review is still asked for. */
  readonly requested: readonly Reviewer[];
  readonly reviews: ReadonlyMap<PullEvent, Review>;
  readonly dismissed: ReadonlyMap<PullEvent, { readonly review: Review; readonly was: ReviewState }>;
  readonly events: readonly PullEvent[];
}

/** What the history comes to by that instant. A review ends the requests of its author and of the author's teams. */
export function pullStateAt(pull: PullHistory, now: Date, teams: Teams): PullState {
  const events = pull.events.filter(({ at }) => Date.parse(at) <= now.getTime());
  const reviews = new Map<PullEvent, Review>();
  const dismissed = new Map<PullEvent, { review: Review; was: ReviewState }>();
  const shown = {
    title: pull.title,
    repository: pull.repository,
    number: pull.number,
    isDraft: pull.isDraft ?? false,
    state: 'OPEN' as PullState['state'],
    closedAt: null as string | null,
    mergedAt: null as string | null,
    requested: [] as Reviewer[],
  };
  for (const event of events) {
    switch (event.type) {
      case 'requested':
        if (!shown.requested.some((reviewer) => isSame(reviewer, event.of))) shown.requested.push(event.of);
        break;
      case 'requestRemoved':
        shown.requested = shown.requested.filter((reviewer) => !isSame(reviewer, event.of));
        break;
      case 'reviewed': {
        const answers = (of: Reviewer) =>
          'user' in of ? of.user === event.by : (teams[of.team]?.includes(event.by) ?? false);
        const answered = shown.requested.filter(answers);
        shown.requested = shown.requested.filter((of) => !answers(of));
        const teamsAnswered = answered.flatMap((of) => ('team' in of ? [of.team] : []));
        reviews.set(event, { event, state: event.state, teams: teamsAnswered });
        break;
      }
      case 'dismissed': {
        const review = [...reviews.values()].findLast(
          ({ event: { by }, state }) =>
            by === event.reviewOf && (state === 'APPROVED' || state === 'CHANGES_REQUESTED'),
        );
        if (review === undefined) throw new Error(`${pull.id}: no review of ${event.reviewOf} could be dismissed`);
        dismissed.set(event, { review, was: review.state as ReviewState });
        review.state = 'DISMISSED';
        break;
      }
      case 'readyForReview':
      case 'convertedToDraft':
        shown.isDraft = event.type === 'convertedToDraft';
        break;
      case 'merged':
        Object.assign(shown, { state: 'MERGED', mergedAt: event.at, closedAt: event.at });
        break;
      case 'closed':
        Object.assign(shown, { state: 'CLOSED', closedAt: event.at });
        break;
      case 'reopened':
        Object.assign(shown, { state: 'OPEN', closedAt: null });
        break;
      case 'renamed':
        shown.title = event.title;
        break;
      case 'transferred':
        Object.assign(shown, { repository: event.to, number: event.number });
        break;
      case 'reviewBegun':
        break;
      default:
        event satisfies never;
    }
  }
  return { ...shown, updatedAt: events.at(-1)?.at ?? pull.openedAt, events, reviews, dismissed };
}
