import {
  isSameAccount,
  type RequestEvent,
  type RequestHistory,
  type Reviewer,
  type Verdict,
  type Viewer,
} from './requestHistory.ts';
import { eventsInOrder, teamsBehind, wasDraft, withAnsweredTeams } from './timeline.ts';

/** What an event on GitHub means for the item of a request. */
export type RequestMove = { readonly event: RequestEvent } & (
  | { readonly move: 'asked'; readonly team: Asked }
  /** Asked of somebody else now: of the leader directly, or only of the team. The clock goes on. */
  | { readonly move: 'askedOf'; readonly team: Asked }
  | { readonly move: 'sentBack'; readonly why: SentBackCode }
  | { readonly move: 'returned' }
  /** Another request, while it waits anyway: it means something only where the leader was done with it here. */
  | { readonly move: 'askedAgain' }
  | { readonly move: 'approved' }
  | { readonly move: 'withdrawn'; readonly why: WithdrawnCode }
  | { readonly move: 'reopened'; readonly why: ReopenedCode }
);
export type SentBackCode = 'commented' | 'changesRequested' | 'draft';
export type WithdrawnCode = 'requestRemoved' | 'reviewedByTeam' | 'merged' | 'closed';
export type ReopenedCode = 'requested' | 'dismissed' | 'pullRequestReopened' | 'ready' | 'changesRequested';

/** The team that is asked; undefined: the leader directly. */
type Asked = string | undefined;
type Review = Extract<RequestEvent, { readonly type: 'reviewed' }>;

/**
 * What happened to the leader's part in a pull request, oldest first. Many events mean nothing for it; one can mean two
 * moves.
 *
 * It waits on the leader while a review is asked of the leader, or of one of the leader's teams, and the pull request is
 * open and no draft. A review by the leader ends all of these requests, as it does on GitHub; a review for a team ends the
 * request of that team. When the leader's last verdict is dismissed, the review is asked for again.
 */
export function requestMoves(history: RequestHistory, viewer: Viewer): RequestMove[] {
  const reader = new RequestReader(history, viewer);
  for (const event of reader.events) reader.take(event);
  return reader.moves;
}

/** Whether a review was asked of the leader at that instant (ISO 8601) or later, for the first time or once more. */
export function isAskedSince(history: RequestHistory, viewer: Viewer, since: string): boolean {
  return requestMoves(history, viewer).some((move) => isAsking(move) && Date.parse(move.event.at) >= Date.parse(since));
}

/** Whether it makes the review wait on the leader. */
export function isAsking(move: RequestMove): boolean {
  switch (move.move) {
    case 'asked':
    case 'askedAgain':
    case 'returned':
      return true;
    case 'reopened':
      return move.why !== 'changesRequested';
    default:
      return false;
  }
}

class RequestReader {
  readonly moves: RequestMove[] = [];
  readonly events: readonly RequestEvent[];
  readonly #login: string;
  readonly #teams: readonly string[];
  /** Whose review is asked for now, in the order of the requests. */
  #asked: readonly Asked[] = [];
  #isDraft: boolean;
  #isOpen = true;
  /** The leader's last review that approves or asks for changes. */
  #verdict: Review | undefined;
  /** Where the item is. */
  #at: 'nowhere' | 'leader' | 'asker' | 'approved' | 'withdrawn' = 'nowhere';
  /** Whether a review was ever asked of the leader. If not, dismissing the leader's review asks for none. */
  #wasAsked = false;
  /** Whose review was asked for when that was last said. */
  #team: Asked;

  constructor(history: RequestHistory, { login, teams }: Viewer) {
    this.#login = login;
    this.#teams = [...teams, ...teamsBehind(history, login, teams)];
    this.events = withAnsweredTeams(eventsInOrder(history.events), history, this.#teams);
    this.#isDraft = wasDraft(this.events) ?? history.isDraft;
  }

  take(event: RequestEvent): void {
    if (event.type === 'renamed') return;
    const wasAsked = this.#asked.length > 0;
    this.#follow(event);
    const isAsked = this.#asked.length > 0;
    if (isAsked && this.#isOpen && !this.#isDraft) return this.#ask(event);
    if (event.type === 'reviewed' && this.#isViewer(event.by)) return this.#answer(event);
    if (event.type === 'merged' || event.type === 'closed') return this.#withdraw(event, event.type);
    if (event.type === 'convertedToDraft') return this.#at === 'leader' ? this.#sendBack(event, 'draft') : undefined;
    if (!wasAsked || isAsked) return;
    this.#withdraw(event, event.type === 'requestRemoved' ? 'requestRemoved' : 'reviewedByTeam');
  }

  /** Keeps what GitHub knows. */
  #follow(event: Exclude<RequestEvent, { readonly type: 'renamed' }>): void {
    switch (event.type) {
      case 'requested':
      case 'requestRemoved': {
        if (!this.#isOfViewer(event.of)) return;
        this.#wasAsked = true;
        const asked = 'team' in event.of ? event.of.team : undefined;
        const isNew = !this.#asked.some((one) => isSameRequest(one, asked));
        if (event.type === 'requestRemoved') this.#end(asked);
        else if (isNew) this.#asked = [...this.#asked, asked];
        return;
      }
      case 'reviewed':
        if (!this.#isViewer(event.by)) return event.forTeams.forEach((team) => this.#end(team));
        this.#asked = [];
        if (this.#verdictOf(event) !== 'commented') this.#verdict = event;
        return;
      case 'reviewDismissed':
        if (!this.#isViewer(event.by) || (event.review ?? this.#verdict?.id) !== this.#verdict?.id) return;
        this.#verdict = undefined;
        if (this.#wasAsked) this.#asked = [...this.#asked.filter((one) => one !== undefined), undefined];
        return;
      case 'readyForReview':
      case 'convertedToDraft':
        this.#isDraft = event.type === 'convertedToDraft';
        return;
      case 'merged':
      case 'closed':
      case 'reopened':
        this.#isOpen = event.type === 'reopened';
        return;
      default:
        event satisfies never;
    }
  }

  #ask(event: RequestEvent): void {
    const team = this.#asked.includes(undefined) ? undefined : this.#asked[0];
    if (this.#at === 'nowhere') this.moves.push({ event, move: 'asked', team });
    else {
      if (this.#at === 'leader' && event.type === 'requested' && this.#isOfViewer(event.of)) {
        this.moves.push({ event, move: 'askedAgain' });
      }
      if (this.#at === 'asker') this.moves.push({ event, move: 'returned' });
      if (this.#at === 'approved' || this.#at === 'withdrawn') {
        this.moves.push({ event, move: 'reopened', why: reopenedBy(event) });
      }
      if (!isSameRequest(team, this.#team)) this.moves.push({ event, move: 'askedOf', team });
    }
    this.#team = team;
    this.#at = 'leader';
  }

  /** An approval that the leader takes back is reopened and is the author's move. */
  #answer(review: Review): void {
    const verdict = this.#verdictOf(review);
    if (this.#at === 'approved' && verdict === 'changesRequested' && this.#isOpen) {
      this.moves.push({ event: review, move: 'reopened', why: verdict });
      this.#sendBack(review, verdict);
    } else if (verdict === 'approved' && (this.#at === 'leader' || this.#at === 'asker')) {
      this.moves.push({ event: review, move: 'approved' });
      this.#at = 'approved';
    } else if (verdict !== 'approved' && this.#at === 'leader') this.#sendBack(review, verdict);
  }

  #sendBack(event: RequestEvent, why: SentBackCode): void {
    this.moves.push({ event, move: 'sentBack', why });
    this.#at = 'asker';
  }

  #withdraw(event: RequestEvent, why: WithdrawnCode): void {
    if (this.#at !== 'leader' && this.#at !== 'asker') return;
    this.moves.push({ event, move: 'withdrawn', why });
    this.#at = 'withdrawn';
  }

  #end(asked: Asked): void {
    this.#asked = this.#asked.filter((one) => !isSameRequest(one, asked));
  }

  #isViewer(login: string | undefined): boolean {
    return isSameAccount(login, this.#login);
  }

  #isOfViewer(of: Reviewer): boolean {
    return 'user' in of ? this.#isViewer(of.user) : this.#teams.some((team) => isSameAccount(team, of.team));
  }

  /** What a review said before it was dismissed stands in the dismissal. */
  #verdictOf({ id, verdict }: Review): Exclude<Verdict, 'dismissed'> {
    if (verdict !== 'dismissed') return verdict;
    const dismissal = this.events.find((event) => event.type === 'reviewDismissed' && event.review === id);
    const before = dismissal?.type === 'reviewDismissed' ? dismissal.verdict : verdict;
    return before === 'dismissed' ? 'commented' : before;
  }
}

function isSameRequest(a: Asked, b: Asked): boolean {
  return a === b || isSameAccount(a, b);
}

function reopenedBy(event: RequestEvent): ReopenedCode {
  switch (event.type) {
    case 'reviewDismissed':
      return 'dismissed';
    case 'reopened':
      return 'pullRequestReopened';
    case 'readyForReview':
      return 'ready';
    default:
      return 'requested';
  }
}
