import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type Disposable, Emitter } from '../../app/emitter.ts';
import { contextKeys } from '../commandIds.ts';
import type { Requests, RequestServices, RequestsLine } from './requests.ts';

/** Requests from GitHub. What reads them is loaded once the leader has connected it, and not before. */
export class LazyRequests {
  readonly #changed = new Emitter();
  #requests: Promise<Requests> | undefined;
  #line: RequestsLine | undefined;

  /** @param storage the extension's own folder on this machine */
  constructor(
    readonly storage: string,
    readonly services: () => Promise<RequestServices>,
  ) {}

  readonly onDidChange = (listener: () => void): Disposable => this.#changed.event(listener);

  get line(): RequestsLine | undefined {
    return this.#line;
  }

  /** Refreshes if the leader has connected GitHub, in this window or in another, and it is time. */
  async check(): Promise<void> {
    if (this.#requests === undefined && !existsSync(join(this.storage, 'requests.json'))) return;
    // Where the log cannot be opened, the window has said so.
    await this.load().then(
      (requests) => requests.check(),
      () => undefined,
    );
  }

  load(): Promise<Requests> {
    return (this.#requests ??= this.#load().catch((error: unknown) => {
      this.#requests = undefined;
      throw error;
    }));
  }

  dispose(): void {
    void this.#requests?.then((requests) => requests.dispose());
    this.#changed.dispose();
  }

  async #load(): Promise<Requests> {
    const [{ Requests }, services] = [await import('./requests.ts'), await this.services()];
    return new Requests(services, {
      show: (line) => {
        this.#line = line;
        this.#changed.fire();
      },
      setConnected: (isConnected) =>
        void vscode.commands.executeCommand('setContext', contextKeys.isConnected, isConnected),
    });
  }
}
