import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/**
 * The connection of a window to its server, which can hold back what the server sends and then deliver it all at once, as
 * a slow network does. The connection is a stream of bytes, so it may be cut and joined anywhere.
 */
export class BurstLink {
  /** What is held back on each connection, once something is. */
  readonly #held = new Map<(bytes: Buffer) => void, Buffer>();
  #text: string | undefined;

  /** Takes over the connections that a page opens from now on. */
  async join(page: Page): Promise<void> {
    await page.routeWebSocket(/.*/, (socket) => {
      const deliver = (bytes: Buffer): void => socket.send(bytes);
      socket.connectToServer().onMessage((message) => {
        const bytes = Buffer.from(message);
        const held = this.#held.get(deliver);
        if (held !== undefined) this.#held.set(deliver, Buffer.concat([held, bytes]));
        else if (this.#text !== undefined && bytes.includes(this.#text)) this.#held.set(deliver, bytes);
        else deliver(bytes);
      });
    });
  }

  /** Holds back what comes on a connection, from the first message with this text in it. */
  holdFrom(text: string): void {
    this.#text = text;
  }

  /** Waits until something with this text in it is held back. */
  async holds(text: string): Promise<void> {
    while (![...this.#held.values()].some((bytes) => bytes.includes(text))) await setTimeout(10);
  }

  /** Delivers what was held back, in one piece on each connection, and holds back no more. */
  release(): void {
    this.#text = undefined;
    for (const [deliver, bytes] of this.#held) deliver(bytes);
    this.#held.clear();
  }
}
