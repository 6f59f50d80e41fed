import type { RequestEvent, RequestHistory, Reviewer } from '../../src/core/requests/requestHistory.ts';

/** What happens to a pull request, without its id and its time. */
export type Told = RequestEvent extends infer E ? (E extends RequestEvent ? Omit<E, 'id' | 'at'> : never) : never;

/** The leader is `lee`; their team is `acme/core`. */
export const me: Reviewer = { user: 'Lee' };
export const team: Reviewer = { team: 'acme/core' };

export const is = (type: 'readyForReview' | 'convertedToDraft' | 'merged' | 'closed' | 'reopened'): Told => ({ type });
export const requested = (of: Reviewer = me): Told => ({ type: 'requested', of });
export const removed = (of: Reviewer = me): Told => ({ type: 'requestRemoved', of });
export const renamed = (title: string): Told => ({ type: 'renamed', title });
export const reviewed = (
  verdict: 'approved' | 'changesRequested' | 'commented' | 'dismissed',
  by = 'lee',
  ...forTeams: string[]
): Told => ({ type: 'reviewed', by, verdict, forTeams });

/** One event a day at ten, from Monday, 2 March 2026 on; each is named after its day. */
export function requestHistory(events: readonly Told[], rest: Partial<RequestHistory> = {}): RequestHistory {
  return {
    host: 'github.com',
    id: 'PR_1',
    title: 'Rate limits',
    url: 'https://github.com/acme/shop/pull/1',
    repository: 'acme/shop',
    author: 'anna',
    isDraft: false,
    isOpen: true,
    reviewers: [me, team],
    isAskedOfViewer: false,
    events: events.map((event, at) => {
      const day = String(at + 2).padStart(2, '0');
      return { ...event, id: day, at: `2026-03-${day}T10:00:00Z` };
    }),
    ...rest,
  };
}
