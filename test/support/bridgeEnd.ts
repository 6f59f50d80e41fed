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

/** One extension host that can be asked to do something. */
export class BridgeEnd {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #lastId = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
    createInterface({ input: socket }).on('line', (line) => this.#take(JSON.parse(line) as Answer));
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The window closed before it answered.'));
    });
  }

  /** @throws what the command threw, with the stack it had inside VS Code */
  async ask(request: 'command' | 'setting', ...parts: readonly unknown[]): Promise<unknown> {
    const id = ++this.#lastId;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(id, answer);
    this.#socket.write(`${JSON.stringify({ id, request, parts })}\n`);
    return answer.promise.finally(() => this.#waiting.delete(id));
  }

  #take({ id, result, error }: Answer): void {
    const answer = id === undefined ? undefined : this.#waiting.get(id);
    if (error === undefined) answer?.resolve(result);
    else answer?.reject(new Error(error));
  }
}

/** Where the extension hosts of one VS Code connect to. */
export class BridgeDoor {
  readonly place: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #expected: PromiseWithResolvers<BridgeEnd> | undefined;

  constructor(folder: string) {
    this.place = process.platform === 'win32' ? join('\\\\.\\pipe', folder) : join(folder, 'bridge');
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      const end = new BridgeEnd(socket);
      // The first line says that our extension is active in that window.
      socket.once('data', () => this.#expected?.resolve(end));
    });
  }

  async open(): Promise<void> {
    this.#server.listen(this.place);
    await once(this.#server, 'listening');
  }

  /** The next window that announces itself. Ask before opening it, and open one at a time. */
  async next(limitInMs: number): Promise<BridgeEnd> {
    this.#expected = Promise.withResolvers();
    const limit = setTimeout(() => {
      this.#expected?.reject(new Error(`No window was ready within ${limitInMs / 1000} seconds.`));
    }, limitInMs);
    return this.#expected.promise.finally(() => clearTimeout(limit));
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
