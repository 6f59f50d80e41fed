import { isSameAccount, type RequestEvent, type RequestHistory, type Reviewer } from './requestHistory.ts';

/** By time. A merge closes a pull request, too, and GitHub notes both; only the merge is kept. */
export function eventsInOrder(events: readonly RequestEvent[]): RequestEvent[] {
  const sorted = events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (!sorted.some(({ type }) => type === 'merged')) return sorted;
  const lastReopening = sorted.findLastIndex(({ type }) => type === 'reopened');
  return sorted.filter(({ type }, at) => type !== 'closed' || at < lastReopening);
}

/** Whether it began as a draft; undefined if that never changed. */
export function wasDraft(events: readonly RequestEvent[]): boolean | undefined {
  const first = events.find(({ type }) => type === 'readyForReview' || type === 'convertedToDraft');
  return first && first.type === 'readyForReview';
}

/**
 * GitHub says that it waits on the leader, and no request ever named the leader or a known team: a team of theirs is
 * asked, such as the parent of one. The search may be older than the rest, so a request that was answered does not count.
 */
export function teamsBehind(
  { isAskedOfViewer, reviewers, events }: RequestHistory,
  login: string,
  teams: readonly string[],
): readonly string[] {
  const asked = events.flatMap((event) => (event.type === 'requested' ? [event.of] : []));
  const isKnown = [...reviewers, ...asked].some((of) =>
    'user' in of ? isSameAccount(of.user, login) : teams.some((team) => isSameAccount(team, of.team)),
  );
  return !isAskedOfViewer || isKnown ? [] : reviewers.flatMap((of) => ('team' in of ? [of.team] : []));
}

/**
 * A team that is no longer asked, or is asked again, although no event says why: the first review after the request
 * answered for it. The author's own remarks are reviews to GitHub, too, and answer nothing.
 */
export function withAnsweredTeams(
  events: readonly RequestEvent[],
  { reviewers, author }: RequestHistory,
  teams: readonly string[],
): readonly RequestEvent[] {
  const answered = new Map<RequestEvent, string[]>();
  for (const team of teams) {
    const isOf = (of: Reviewer): boolean => 'team' in of && isSameAccount(of.team, team);
    const asked = [...events.keys()].filter((at) => {
      const event = events[at]!;
      return event.type === 'requested' && isOf(event.of);
    });
    for (const [number, from] of asked.entries()) {
      const next = asked[number + 1];
      if (next === undefined && reviewers.some(isOf)) continue;
      const between = events.slice(from + 1, next);
      const isSaid = between.some(
        (event) =>
          (event.type === 'requestRemoved' && isOf(event.of)) ||
          (event.type === 'reviewed' && event.forTeams.some((one) => isSameAccount(one, team))),
      );
      const review = between.find((event) => event.type === 'reviewed' && !isSameAccount(event.by, author));
      if (!isSaid && review !== undefined) answered.set(review, [...(answered.get(review) ?? []), team]);
    }
  }
  return events.map((event) => {
    const ended = answered.get(event);
    return ended === undefined || event.type !== 'reviewed'
      ? event
      : { ...event, forTeams: [...event.forTeams, ...ended] };
  });
}
