import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerWithFault, type Fault } from './faults.ts';
import type { PullHistory, Teams } from './history.ts';
import { answerQuery } from './publicSchema.ts';
import { signInAnswer } from './signIn.ts';

/** One request that came in. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface Setup {
  readonly now?: Date;
  readonly login?: string;
  readonly teams?: Teams;
  readonly scopes?: readonly string[];
  readonly pulls?: readonly PullHistory[];
}

/**
 * A GitHub of its own on the loopback address. It answers by the public schema what the histories come to at its clock,
 * which only the test moves, and it takes GitHub's token and no other.
 */
export class FakeGitHub {
  now: Date;
  pulls: readonly PullHistory[];
  scopes: readonly string[];
  readonly login: string;
  readonly teams: Teams;
  readonly token = 'gho_16C7e42F292c6912E7710c838347Ae178B4a';
  /** Every request that came in, in order. */
  readonly calls: Call[] = [];
  /** Called before each call for data is answered, with its number from 1. */
  onQuery: (number: number) => void = () => undefined;
  /** How the next requests for data fail, one each. */
  readonly faults: Fault[] = [];
  readonly #server: Server;
  #points = 5_000;

  private constructor({
    now = new Date('2026-03-04T12:00:00Z'),
    login = 'mia',
    teams = {},
    scopes,
    pulls = [],
  }: Setup) {
    this.now = now;
    this.login = login;
    this.teams = teams;
    this.scopes = scopes ?? ['repo', 'read:org'];
    this.pulls = pulls;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(setup: Setup = {}): Promise<FakeGitHub> {
    const fake = new FakeGitHub(setup);
    fake.#server.listen(0, '127.0.0.1');
    await once(fake.#server, 'listening');
    return fake;
  }

  /** `http://127.0.0.1:1234`, as the setting `github-enterprise.uri` takes it. */
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The calls for data: queries, answered or not. */
  get queries(): readonly Call[] {
    return this.calls.filter(({ path }) => isForData(path));
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request).catch(() => undefined);
    // The client has given up.
    if (body === undefined) return;
    const { method = '', headers } = request;
    const { pathname: path } = new URL(request.url ?? '/', this.address);
    this.calls.push({ method, path, headers, body });
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.setHeader('date', this.now.toUTCString());
    for (const [name, value] of Object.entries(openToBrowsers)) response.setHeader(name, value);
    if (method === 'OPTIONS') return void response.end();
    response.setHeader('x-oauth-scopes', this.scopes.join(', '));
    const say = (status: number, answer: object) => void response.writeHead(status).end(JSON.stringify(answer));

    if (isForData(path)) {
      this.onQuery(this.queries.length);
      const fault = this.faults.shift();
      if (fault !== undefined) return answerWithFault(fault, request, response, () => this.#data(body));
      if (headers['user-agent'] === undefined)
        return say(403, { message: 'Please make sure your request has a User-Agent header' });
      if (!this.#isSignedIn(headers.authorization)) return say(401, { message: 'Bad credentials' });
      if (method !== 'POST') return say(404, { message: 'Not Found' });
      response.setHeader('x-ratelimit-remaining', String(--this.#points));
      response.setHeader('x-ratelimit-reset', String(Math.floor(this.now.getTime() / 1_000) + 3_600));
      return this.#data(body).then(
        (answer) => say(200, answer),
        (error: unknown) => say(500, { message: String(error) }),
      );
    }
    const answer = signInAnswer(path, this);
    const needsToken = path === '/api/v3/user' && !this.#isSignedIn(headers.authorization);
    if (needsToken) return say(401, { message: 'Bad credentials' });
    return answer === undefined ? say(404, { message: 'Not Found' }) : say(200, answer);
  }

  #isSignedIn(authorization: string | undefined): boolean {
    const [, token] = /^(?:token|bearer) (.+)$/i.exec(authorization ?? '') ?? [];
    return token === this.token;
  }

  async #data(body: string): Promise<object> {
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const { now, pulls, scopes, login, teams, address } = this;
    return answerQuery(
      { query, variables, scopes },
      { now, pulls, viewer: { login, teams }, web: address, points: this.#points },
    );
  }
}

function isForData(path: string): boolean {
  return path === '/api/graphql' || path === '/graphql';
}

/** VS Code's server build runs its sign-in in the page. */
const openToBrowsers = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-expose-headers': '*',
};
