import type { Page } from '@playwright/test';

/**
 * The connections of a window to its server, which can hold back what the server sends and then deliver it all at once,
 * as a slow network does. Each is a stream of bytes, so it may be cut and joined anywhere.
 */
export class BurstLink {
  #page: Page | undefined;

  /** Takes over the connections of a page. It must not be loaded yet. */
  async join(page: Page): Promise<void> {
    this.#page = page;
    await page.addInitScript(holdingConnections);
  }

  /** Holds back what comes on a connection, from the first message with this text in it. */
  async holdFrom(text: string): Promise<void> {
    await this.#page?.evaluate(`burstLink.from = ${JSON.stringify(text)}`);
  }

  /** Waits until something with this text in it is held back. */
  async holds(text: string): Promise<void> {
    const held = 'burstLink.connections.map(({ text }) => text).join()';
    await this.#page?.waitForFunction(`${held}.includes(${JSON.stringify(text)})`);
  }

  /** Delivers what was held back, in one piece on each connection, and holds back no more. */
  async release(): Promise<void> {
    await this.#page?.evaluate('burstLink.release()');
  }
}

/** Runs in the page. Reading a message takes time, so each connection reads one after the other. */
const holdingConnections = `
  globalThis.burstLink = {
    connections: [],
    release() {
      this.from = undefined;
      for (const connection of this.connections) {
        if (connection.held.length > 0) connection.deliver(new Blob(connection.held));
        connection.held = [];
      }
    },
  };
  const addEventListener = WebSocket.prototype.addEventListener;
  WebSocket.prototype.addEventListener = function (type, listener, options) {
    if (type !== 'message') return addEventListener.call(this, type, listener, options);
    const deliver = (data) => listener.call(this, new MessageEvent('message', { data }));
    const connection = { deliver, held: [], text: '' };
    burstLink.connections.push(connection);
    let last = Promise.resolve();
    addEventListener.call(this, 'message', ({ data }) => {
      last = last.then(async () => {
        const text = burstLink.from === undefined ? '' : await data.text();
        if (connection.held.length === 0 && !(burstLink.from && text.includes(burstLink.from))) return deliver(data);
        connection.held.push(data);
        connection.text += text;
      });
    }, options);
  };
`;
