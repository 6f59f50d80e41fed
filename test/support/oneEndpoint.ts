import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A query that came in, and how it was authorized. */
export interface AskedQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
}

type Reply = object | ((response: ServerResponse) => void);

/** A GraphQL endpoint on the loopback address that gives these answers, one after the other. */
export class OneEndpoint {
  readonly asked: AskedQuery[] = [];
  readonly #replies: Reply[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async open(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/graphql`;
  }

  /** What the next queries are answered with: an object as JSON, or whatever the function does. */
  willAnswer(...replies: readonly Reply[]): void {
    this.#replies.push(...replies);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { query, variables } = JSON.parse(await text(request)) as AskedQuery;
    this.asked.push({ query, variables, authorization: request.headers.authorization });
    const reply = this.#replies.shift() ?? {};
    if (typeof reply === 'function') reply(response);
    else response.end(JSON.stringify(reply));
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
