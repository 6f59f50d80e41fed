import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: string;
}

const closed = 'The window closed before it answered.';

/** The connection to the extension host of one window, which runs commands for the test. */
export class BridgeConnection {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #lastId = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
    createInterface({ input: socket }).on('line', (line) => this.#resolve(JSON.parse(line) as Answer));
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error(closed));
    });
  }

  /** @throws what the command threw, with the stack it had inside VS Code */
  async ask(request: 'command' | 'setting', ...parts: readonly unknown[]): Promise<unknown> {
    if (this.#socket.destroyed) throw new Error(closed);
    const id = ++this.#lastId;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(id, answer);
    this.#socket.write(`${JSON.stringify({ id, request, parts })}\n`);
    return answer.promise.finally(() => this.#waiting.delete(id));
  }

  #resolve({ id, result, error }: Answer): void {
    const answer = id === undefined ? undefined : this.#waiting.get(id);
    if (error === undefined) answer?.resolve(result);
    else answer?.reject(new Error(error));
  }
}

/** The server that the extension hosts of one VS Code connect to. */
export class BridgeServer {
  /** The path of its socket. */
  readonly path: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #expected: PromiseWithResolvers<BridgeConnection> | undefined;

  constructor(folder: string) {
    this.path = process.platform === 'win32' ? join('\\\\.\\pipe', folder) : join(folder, 'bridge');
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      const connection = new BridgeConnection(socket);
      // The first line says that the extension is active in that window.
      socket.once('data', () => this.#expected?.resolve(connection));
    });
  }

  async open(): Promise<void> {
    this.#server.listen(this.path);
    await once(this.#server, 'listening');
  }

  /** The next window that connects. Call it before opening the window, and open one at a time. */
  async next(limitInMs: number): Promise<BridgeConnection> {
    this.#expected?.reject(new Error('Another window was opened before this one was ready.'));
    const expected = Promise.withResolvers<BridgeConnection>();
    this.#expected = expected;
    const limit = setTimeout(() => {
      expected.reject(new Error(`No window was ready within ${limitInMs / 1000} seconds.`));
    }, limitInMs);
    return expected.promise.finally(() => clearTimeout(limit));
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
