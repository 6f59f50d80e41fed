import { type Answer, readAnswer } from './answer.ts';
import { post, RequestFailure, type Session, unsaidPause } from './post.ts';

/** What a query was answered with. */
export type Data = NonNullable<Answer['data']>;

/** Sends the queries of one refresh. */
export class GitHubClient {
  /** How often GitHub was asked. */
  calls = 0;
  /** No more may be asked for until then, in milliseconds since 1970. */
  pauseUntil: number | undefined;
  #hasTeamFields = true;

  constructor(readonly session: Session) {}

  /**
   * Asks once more without the fields of teams where the account may not read them, and without the search for what was
   * reviewed where that alone fails: by the schema, nothing else is answered then.
   *
   * @param query takes whether it may name fields of teams
   * @throws RequestFailure; the reason of the signal if it was aborted
   */
  async ask(query: (withTeams: boolean) => string, variables: Readonly<Record<string, unknown>>): Promise<Data> {
    const { data, errors } = await this.#post(query(this.#hasTeamFields), variables);
    if (data !== null && data !== undefined) return data;
    const types = new Set((errors ?? []).map(({ type }) => type));
    if (types.has('RATE_LIMITED')) {
      throw new RequestFailure({ trouble: 'rateLimited', until: this.pauseUntil ?? unsaidPause() });
    }
    const isOfReviewed = errors?.some(({ path }) => Array.isArray(path) && path[0] === 'reviewed');
    if (isOfReviewed === true && variables['withReviewed'] === true) {
      return this.ask(query, { ...variables, withReviewed: false });
    }
    if (!types.has('INSUFFICIENT_SCOPES') || !this.#hasTeamFields) throw new RequestFailure({ trouble: 'failed' });
    this.#hasTeamFields = false;
    return this.ask(query, variables);
  }

  async #post(query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer> {
    this.calls++;
    const posted = await post(this.session, { query, variables });
    this.pauseUntil = posted.pauseUntil;
    const answer = readAnswer(posted.answer);
    if (answer === undefined) throw new RequestFailure({ trouble: 'garbled' });
    return answer;
  }
}
