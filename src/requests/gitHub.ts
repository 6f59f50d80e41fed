import { setImmediate } from 'node:timers/promises';
import type { RequestHistory } from '../core/requests/requestHistory.ts';
import { requestMoves } from '../core/requests/requestMoves.ts';
import type { RequestsRead, RequestTrouble } from '../core/requests/requestsRead.ts';
import { type ReadHistory, readId, readPullRequest, readTimeline, type Searched } from './answer.ts';
import { type Data, GitHubClient } from './client.ts';
import { RequestFailure, type Session } from './post.ts';
import { earlierEventsQuery, requestsQuery, searchesQuery, searchForReviewed, searchForWaiting } from './query.ts';

/** What is asked for in one refresh. */
export interface Question {
  /** Whether requests of the leader's teams are searched for. */
  readonly withTeams: boolean;
  /** Node ids of requests to read although nothing may wait there any more. */
  readonly known: readonly string[];
  /** Since when to search for what the leader reviewed: it may have been asked and answered between two refreshes. */
  readonly reviewedSince: Date;
}

/**
 * Reads what waits on the leader on GitHub, what the leader reviewed lately, and what became of the requests that are
 * known. One call finds the first two, with all of 50 requests that wait; the others take one more for each 50. Between
 * two requests the thread is free. Where a later call fails, what came before it is the answer.
 *
 * @throws RequestFailure if nothing was learned; the reason of the signal if it was aborted
 */
export async function readRequests(session: Session, question: Question): Promise<RequestsRead> {
  return new Refresh(session, question).read();
}

/** How many requests one call asks for: their answer is read without blocking the thread for long. */
const requestsPerCall = 50;
/** How many pages are read at most: of the search, and of the timeline of one request. */
const mostPages = 20;

class Refresh {
  readonly #client: GitHubClient;
  readonly #histories = new Map<string, RequestHistory>();
  #login: string;
  #teams: string[] = [];
  #unread = 0;
  /** Node ids of what the leader reviewed; undefined: of one that cannot be read. */
  readonly #reviewed: (string | undefined)[] = [];
  /** Why not all of them were found. */
  #missed: RequestTrouble | undefined;

  constructor(
    readonly session: Session,
    readonly question: Question,
  ) {
    this.#client = new GitHubClient(session);
    this.#login = session.login;
  }

  async read(): Promise<RequestsRead> {
    const stoppedBy = (await this.#readAll().catch((error: unknown) => this.#stop(error))) ?? this.#missed;
    return {
      login: this.#login,
      teams: this.#teams,
      histories: [...this.#histories.values()],
      unread: this.#unread,
      isReviewedRead:
        stoppedBy === undefined && this.#reviewed.every((id) => id !== undefined && this.#histories.has(id)),
      calls: this.#client.calls,
      pauseUntil: this.#client.pauseUntil,
      stoppedBy,
    };
  }

  async #readAll(): Promise<undefined> {
    // Node loads its own fetch, Headers with it, when it is first named: in a turn of its own.
    void globalThis.Headers;
    await setImmediate();
    await this.#search();
    const rest = [...new Set([...this.question.known, ...this.#reviewed])].filter(
      (id) => id !== undefined && !this.#histories.has(id),
    );
    for (let from = 0; from < rest.length; from += requestsPerCall) {
      const ids = rest.slice(from, from + requestsPerCall);
      const { nodes } = await this.#client.ask(requestsQuery, { ids });
      for (const [at, node] of (nodes ?? []).entries()) {
        // Null: deleted, or no longer to be seen by this account. What was found just now is not.
        if (node !== null || this.#reviewed.includes(ids[at])) await this.#take(node, false);
      }
    }
  }

  /** Why no more was read. @throws the error if nothing was */
  #stop(error: unknown): RequestTrouble {
    if (!(error instanceof RequestFailure) || this.#histories.size === 0) throw error;
    return error.why;
  }

  /** Both searches, page by page. */
  async #search(): Promise<void> {
    const { withTeams, reviewedSince } = this.question;
    const [waiting, reviewed] = [searchForWaiting(withTeams), searchForReviewed(reviewedSince)];
    let [waitingAfter, reviewedAfter]: [Cursor, Cursor] = [null, null];
    for (let page = 0; page < mostPages && !(waitingAfter === undefined && reviewedAfter === undefined); page++) {
      const data: Data = await this.#client.ask(searchesQuery, {
        waiting,
        waitingAfter,
        withWaiting: waitingAfter !== undefined,
        reviewed,
        reviewedAfter,
        withReviewed: reviewedAfter !== undefined,
        count: requestsPerCall,
        login: this.session.login,
      });
      this.#meet(data);
      if (waitingAfter !== undefined) waitingAfter = await this.#takeWaiting(data.search, waitingAfter);
      if (reviewedAfter !== undefined) reviewedAfter = this.#noteReviewed(data.reviewed, reviewedAfter);
    }
  }

  async #takeWaiting(found: Searched | null | undefined, after: Cursor): Promise<Cursor> {
    if (found === null || found === undefined) throw new RequestFailure({ trouble: 'failed' });
    for (const node of found.nodes ?? []) await this.#take(node, true);
    return nextAfter(found, after);
  }

  /** What waits is read although what was reviewed cannot be searched for. */
  #noteReviewed(found: Searched | null | undefined, after: Cursor): Cursor {
    if (found === null || found === undefined) {
      this.#missed = { trouble: 'failed' };
      return undefined;
    }
    for (const node of found.nodes ?? []) {
      const id = readId(node);
      if (id === undefined) this.#unread++;
      this.#reviewed.push(id);
    }
    return nextAfter(found, after);
  }

  #meet({ viewer }: Data): void {
    if (viewer === null || viewer === undefined) throw new RequestFailure({ trouble: 'failed' });
    this.#login = viewer.login;
    this.#teams = (viewer.organizations?.nodes ?? []).flatMap((organization) =>
      (organization?.teams?.nodes ?? []).flatMap((team) =>
        team === null ? [] : [`${organization?.login ?? ''}/${team.slug}`],
      ),
    );
  }

  async #take(node: unknown, isAskedOfViewer: boolean): Promise<void> {
    await setImmediate();
    // An issue has none of the fields.
    if (typeof node === 'object' && node !== null && Object.keys(node).length === 0) return;
    const read = readPullRequest(node, this.session.host, isAskedOfViewer);
    const history = read && (await this.#withEarlier(read).catch(ifOfOneAnswer));
    if (history === undefined) this.#unread++;
    else if (!this.#histories.has(history.id)) {
      this.#histories.set(history.id, history);
      if (this.#isUnexplained(history)) this.#unread++;
    }
  }

  /** Whether it waits on the leader although none of those who were asked can be read: a team, where the scope is missing. */
  #isUnexplained(history: RequestHistory): boolean {
    if (!history.isAskedOfViewer || history.isDraft) return false;
    const teams = this.question.withTeams ? this.#teams : [];
    return requestMoves(history, { login: this.#login, teams }).length === 0;
  }

  /** The history with the part of its timeline that did not fit; undefined if that cannot be read. */
  async #withEarlier({ history, before: first }: ReadHistory): Promise<RequestHistory | undefined> {
    let before = first;
    const parts = [history.events];
    for (let page = 0; before !== undefined; page++) {
      if (page === mostPages) return undefined;
      const { node } = await this.#client.ask(earlierEventsQuery, { id: history.id, before });
      const part = readTimeline(node?.timelineItems);
      if (part === undefined || part.before === before) return undefined;
      parts.unshift(part.events);
      before = part.before;
    }
    return { ...history, events: parts.flat() };
  }
}

/** A timeline that GitHub cannot send does not stop the others. @throws the error if it is about all of them */
function ifOfOneAnswer(error: unknown): undefined {
  if (error instanceof RequestFailure && ['status', 'garbled', 'failed'].includes(error.why.trouble)) return undefined;
  throw error;
}

/** Where a search goes on. Null: at its beginning. Undefined: there is no more. */
type Cursor = string | null | undefined;

function nextAfter({ pageInfo: { hasNextPage, endCursor } }: Searched, after: Cursor): Cursor {
  return hasNextPage && endCursor !== after ? (endCursor ?? undefined) : undefined;
}
