import { setImmediate } from 'node:timers/promises';
import type { RequestHistory } from '../core/requests/requestHistory.ts';
import { requestMoves } from '../core/requests/requestMoves.ts';
import type { RequestsRead, RequestTrouble } from '../core/requests/requestsRead.ts';
import { type Answer, type ReadHistory, readAnswer, readPullRequest, readTimeline } from './answer.ts';
import { post, RequestFailure, type Session, unsaidPause } from './post.ts';
import { earlierEventsQuery, knownRequestsQuery, searchFor, waitsOnViewerQuery } from './query.ts';

/** What is asked for in one refresh. */
export interface Question {
  /** Whether requests of the leader's teams are searched for. */
  readonly withTeams: boolean;
  /** Node ids of requests to read although nothing may wait there any more. */
  readonly known: readonly string[];
}

/**
 * Reads what waits on the leader on GitHub, and what became of the requests that are known. 50 requests take one call;
 * the known ones that did not come with them take one more for each 50. Between two requests the thread is free. Where a
 * later call fails, what came before it is the answer.
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
  readonly #histories = new Map<string, RequestHistory>();
  #hasTeamFields = true;
  #login: string;
  #teams: string[] = [];
  #unread = 0;
  #calls = 0;
  #pauseUntil: number | undefined;

  constructor(
    readonly session: Session,
    readonly question: Question,
  ) {
    this.#login = session.login;
  }

  async read(): Promise<RequestsRead> {
    const stoppedBy = await this.#readAll().catch((error: unknown) => this.#stop(error));
    return {
      login: this.#login,
      teams: this.#teams,
      histories: [...this.#histories.values()],
      unread: this.#unread,
      calls: this.#calls,
      pauseUntil: this.#pauseUntil,
      stoppedBy,
    };
  }

  async #readAll(): Promise<undefined> {
    // Node loads its own fetch, Headers with it, when it is first named: in a turn of its own.
    void globalThis.Headers;
    await setImmediate();
    await this.#search();
    const known = this.question.known.filter((id) => !this.#histories.has(id));
    for (let from = 0; from < known.length; from += requestsPerCall) {
      const ids = known.slice(from, from + requestsPerCall);
      const { nodes } = await this.#ask(knownRequestsQuery, { ids });
      // Null: deleted, or no longer to be seen by this account.
      for (const node of nodes ?? []) if (node !== null) await this.#take(node, false);
    }
  }

  /** Why no more was read. @throws the error if nothing was */
  #stop(error: unknown): RequestTrouble {
    if (!(error instanceof RequestFailure) || this.#histories.size === 0) throw error;
    return error.why;
  }

  async #search(): Promise<void> {
    const search = searchFor(this.question.withTeams);
    let after: string | null = null;
    for (let page = 0; page < mostPages; page++) {
      const data: Data = await this.#ask(waitsOnViewerQuery, {
        search,
        after,
        count: requestsPerCall,
        login: this.session.login,
      });
      if (data.search === null || data.search === undefined) throw new RequestFailure({ trouble: 'failed' });
      this.#meet(data);
      for (const node of data.search.nodes ?? []) await this.#take(node, true);
      const { hasNextPage, endCursor } = data.search.pageInfo;
      if (!hasNextPage || endCursor === null || endCursor === after) return;
      after = endCursor;
    }
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
      const { node } = await this.#ask(earlierEventsQuery, { id: history.id, before });
      const part = readTimeline(node?.timelineItems);
      if (part === undefined || part.before === before) return undefined;
      parts.unshift(part.events);
      before = part.before;
    }
    return { ...history, events: parts.flat() };
  }

  /** Asks once more without the fields of teams where the account may not read them. */
  async #ask(query: (withTeams: boolean) => string, variables: Readonly<Record<string, unknown>>): Promise<Data> {
    const { data, errors } = await this.#post(query(this.#hasTeamFields), variables);
    if (data !== null && data !== undefined) return data;
    const types = new Set((errors ?? []).map(({ type }) => type));
    if (types.has('RATE_LIMITED')) {
      throw new RequestFailure({ trouble: 'rateLimited', until: this.#pauseUntil ?? unsaidPause() });
    }
    if (!types.has('INSUFFICIENT_SCOPES') || !this.#hasTeamFields) throw new RequestFailure({ trouble: 'failed' });
    this.#hasTeamFields = false;
    return this.#ask(query, variables);
  }

  async #post(query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer> {
    this.#calls++;
    const posted = await post(this.session, { query, variables });
    this.#pauseUntil = posted.pauseUntil;
    const answer = readAnswer(posted.answer);
    if (answer === undefined) throw new RequestFailure({ trouble: 'garbled' });
    return answer;
  }
}

/** A timeline that GitHub cannot send does not stop the others. @throws the error if it is about all of them */
function ifOfOneAnswer(error: unknown): undefined {
  if (error instanceof RequestFailure && ['status', 'garbled', 'failed'].includes(error.why.trouble)) return undefined;
  throw error;
}

type Data = NonNullable<Answer['data']>;
