import type { PullEvent, PullHistory, Reviewer, Teams } from './history.ts';

/** What the log must say of a pull request, to the day. */
export interface ExpectedItem {
  readonly askedOn: string;
  /** When it was asked of the leader, first and again, to tell whether a refresh could have seen it. */
  readonly askings: readonly string[];
  /** Whether it was asked of a team only when it was last the leader's move. */
  readonly isOfTeam: boolean;
  /** The first day of an answer of the leader's, or of a closing. */
  readonly respondedOn: string | undefined;
  /** When it was not the leader's move. Only the last can be unfinished. */
  readonly turns: readonly ExpectedTurn[];
  readonly closing: { readonly how: 'decided' | 'withdrawn'; readonly on: string } | undefined;
}

interface ExpectedTurn {
  readonly holder: 'asker' | 'nobody';
  readonly from: string;
  readonly to: string | undefined;
}

type Standing = 'unasked' | 'mine' | 'theirs' | 'approved' | 'withdrawn';

interface Leader {
  readonly me: string;
  readonly teams: Teams;
  readonly now: Date;
  /** The day of an instant where the leader is. */
  readonly dayOf: (instant: string) => string;
}

/**
 * Calculated from the history alone, and another way than by carrying a state from event to event: for each moment it is
 * asked, looking back, what the last word on each question was. Undefined if the leader was never asked.
 */
export function expectedItem(pull: PullHistory, { me, teams, now, dayOf }: Leader): ExpectedItem | undefined {
  const events = pull.events.filter(({ at }) => Date.parse(at) <= now.getTime());
  const past = new Past(pull, events, me, teams);
  const standings = [...events.keys()].map((index) => past.standing(index + 1));
  const first = standings.indexOf('mine');
  if (first < 0) return undefined;

  const changes = [...events.keys()].filter((index) => index >= first && standings[index] !== standings[index - 1]);
  const spells = changes.map((index, number) => ({
    standing: standings[index]!,
    from: dayOf(events[index]!.at),
    to: number + 1 < changes.length ? dayOf(events[changes[number + 1]!]!.at) : undefined,
    isAnswer: past.isAnswer(index + 1),
  }));
  const answer = spells.slice(1).find(({ standing, isAnswer }) => isClosed(standing) || isAnswer);
  const { standing, from } = spells.at(-1)!;
  return {
    askedOn: spells[0]!.from,
    askings: events.flatMap(({ at }, index) => (past.isAsking(index + 1) ? [at] : [])),
    isOfTeam: !past.isOwedDirectly(standings.lastIndexOf('mine') + 1),
    respondedOn: answer?.from,
    turns: spells.flatMap(({ standing, from, to }): ExpectedTurn[] => {
      if (standing === 'theirs') return [{ holder: 'asker', from, to }];
      return isClosed(standing) && to !== undefined ? [{ holder: 'nobody', from, to }] : [];
    }),
    closing: isClosed(standing) ? { how: standing === 'approved' ? 'decided' : 'withdrawn', on: from } : undefined,
  };
}

function isClosed(standing: Standing): boolean {
  return standing === 'approved' || standing === 'withdrawn';
}

function isShut({ type }: PullEvent): boolean {
  return type === 'closed' || type === 'merged';
}

/** Answers questions about the moment after the first `n` events. Each answer looks back from there. */
class Past {
  readonly #pull: PullHistory;
  readonly #events: readonly PullEvent[];
  readonly #me: string;
  readonly #myTeams: readonly (readonly [slug: string, members: readonly string[]])[];
  /** Answers that were given before: they are asked for again and again. */
  readonly #standings = new Map<number, Standing>();

  constructor(pull: PullHistory, events: readonly PullEvent[], me: string, teams: Teams) {
    this.#pull = pull;
    this.#events = events;
    this.#me = me;
    this.#myTeams = Object.entries(teams).filter(([, members]) => members.includes(me));
  }

  standing(n: number): Standing {
    let standing = this.#standings.get(n);
    if (standing === undefined) this.#standings.set(n, (standing = this.#standingNow(n)));
    return standing;
  }

  /** Whether the last of the first `n` events is a review of the leader's. */
  isAnswer(n: number): boolean {
    return this.#isMyReview(this.#events[n - 1]!);
  }

  /** Whether the last of the first `n` events makes it the leader's move, or asks for the leader's review while it is. */
  isAsking(n: number): boolean {
    const event = this.#events[n - 1]!;
    if (this.standing(n) !== 'mine') return false;
    return this.standing(n - 1) !== 'mine' || (event.type === 'requested' && this.#isMine(event.of));
  }

  #standingNow(n: number): Standing {
    if (n === 0) return 'unasked';
    const shut = this.#last(n, isShut);
    if (shut > this.#last(n, ({ type }) => type === 'reopened')) {
      const before = this.standing(shut - 1);
      return before === 'mine' || before === 'theirs' ? 'withdrawn' : before;
    }
    if (this.#isOwed(n)) {
      if (!this.#isDraft(n)) return 'mine';
      const before = this.standing(n - 1);
      return before === 'mine' ? 'theirs' : before;
    }
    return this.#standingUnowed(n);
  }

  /** Nobody asks for a review: what ended the last time that somebody did, and what has the leader said since? */
  #standingUnowed(n: number): Standing {
    let end = n;
    while (end > 0 && !(this.#isOwed(end - 1) && !this.#isOwed(end))) end--;
    if (end === 0) return 'unasked';
    const before = this.standing(end - 1);
    if (before === 'unasked' || before === 'withdrawn') return before;
    if (before !== 'approved' && !this.#isMyReview(this.#events[end - 1]!)) return 'withdrawn';
    /** What the leader's last verdict is after the first `m` events; a comment is none. */
    const verdict = (m: number): Standing => {
      const last = this.#last(m, (event) => this.#isMyReview(event) && event.state !== 'COMMENTED');
      if (last < end) return before === 'approved' ? 'approved' : 'theirs';
      const event = this.#events[last - 1]!;
      return this.#isMyReview(event) && event.state === 'APPROVED' ? 'approved' : 'theirs';
    };
    const shuts = [...this.#events.keys()].filter((index) => index >= end && index < n && isShut(this.#events[index]!));
    return shuts.some((index) => verdict(index) === 'theirs') ? 'withdrawn' : verdict(n);
  }

  /** Whether a review is asked of the leader or of a team, or the leader's verdict was dismissed since. */
  #isOwed(n: number): boolean {
    const ofTeam = this.#myTeams.some(([slug, members]) => {
      const answered = this.#last(n, (event) => event.type === 'reviewed' && members.includes(event.by));
      return this.#asks(n, (of) => 'team' in of && of.team === slug) > answered;
    });
    return ofTeam || this.isOwedDirectly(n);
  }

  /** Whether it is asked of the leader and not only of a team. */
  isOwedDirectly(n: number): boolean {
    const isMe = (of: Reviewer) => 'user' in of && of.user === this.#me;
    const asked = this.#last(n, (event) => event.type === 'requested' && isMe(event.of));
    // Dismissing a review that nobody had asked for asks for none.
    const dismissed = this.#last(
      n,
      (event, index) => event.type === 'dismissed' && event.reviewOf === this.#me && this.#wasAskedBefore(index),
    );
    const unasked = this.#last(n, (event) => event.type === 'requestRemoved' && isMe(event.of));
    const answered = this.#last(n, (event) => this.#isMyReview(event));
    return Math.max(asked, dismissed) > Math.max(unasked, answered);
  }

  #wasAskedBefore(n: number): boolean {
    return this.#last(n, (event) => event.type === 'requested' && this.#isMine(event.of)) > 0;
  }

  #isMine(of: Reviewer): boolean {
    return 'user' in of ? of.user === this.#me : this.#myTeams.some(([slug]) => slug === of.team);
  }

  /** The last request of this reviewer that was not removed since; 0 for none. */
  #asks(n: number, test: (of: Reviewer) => boolean): number {
    const asked = this.#last(n, (event) => event.type === 'requested' && test(event.of));
    return asked > this.#last(n, (event) => event.type === 'requestRemoved' && test(event.of)) ? asked : 0;
  }

  #isDraft(n: number): boolean {
    const last = this.#last(n, ({ type }) => type === 'readyForReview' || type === 'convertedToDraft');
    return last === 0 ? (this.#pull.isDraft ?? false) : this.#events[last - 1]!.type === 'convertedToDraft';
  }

  #isMyReview(event: PullEvent): event is PullEvent & { readonly type: 'reviewed' } {
    return event.type === 'reviewed' && event.by === this.#me;
  }

  /** The number of the last of the first `n` events of which it holds, from 1; 0 for none. */
  #last(n: number, test: (event: PullEvent, index: number) => boolean): number {
    return this.#events.slice(0, n).findLastIndex(test) + 1;
  }
}
