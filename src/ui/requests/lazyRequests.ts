import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Emitter } from '../../app/emitter.ts';
import type { Requests, RequestServices, RequestsLine } from './requests.ts';

/** Requests from GitHub. What reads them is loaded once the leader has connected it, and not before. */
export class LazyRequests {
  readonly #changed = new Emitter();
  #requests: Promise<Requests> | undefined;
  /** What could not be read. */
  lines: readonly RequestsLine[] = [];

  /** @param storage the extension's own folder on this machine */
  constructor(
    readonly storage: string,
    readonly services: () => Promise<RequestServices>,
  ) {}

  /** Fires when the lines have changed. */
  readonly onDidChange = this.#changed.event;

  /** Refreshes if the leader has connected GitHub, in this window or in another, and it is time. */
  async check(): Promise<void> {
    if (this.#requests === undefined && !existsSync(join(this.storage, 'requests.json'))) return;
    // Where the log cannot be opened, the window has said so.
    await this.load().then(
      (requests) => requests.check(),
      () => undefined,
    );
  }

  /** Loads what reads them. A failure is tried again at the next call. */
  load(): Promise<Requests> {
    return (this.#requests ??= this.#load().catch((error: unknown) => {
      this.#requests = undefined;
      throw error;
    }));
  }

  dispose(): void {
    void this.#requests?.then((requests) => requests.dispose());
  }

  async #load(): Promise<Requests> {
    const { Requests } = await import('./requests.ts');
    return new Requests(await this.services(), (lines) => {
      this.lines = lines;
      this.#changed.fire();
    });
  }
}
