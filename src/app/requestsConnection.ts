import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../log/backup/wholeFile.ts';

/** The sign-ins of VS Code that requests can be read with. */
export const providers = ['github', 'github-enterprise'] as const;
export type Provider = (typeof providers)[number];

/** What the leader agreed to: that requests are read there. */
export interface Agreed {
  readonly provider: Provider;
  /** The address of the server: `https://github.com`. The token is sent nowhere else. */
  readonly server: string;
}

/**
 * Whether the leader has connected GitHub on this machine. It is a file, so that every window knows when that changes;
 * it holds no token.
 */
export class RequestsConnection {
  readonly #file: string;

  /** @param storage the extension's own folder on this machine */
  constructor(storage: string) {
    this.#file = join(storage, 'requests.json');
  }

  /** Undefined: not connected. */
  read(): Agreed | undefined {
    try {
      const { provider, server } = JSON.parse(readFileSync(this.#file, 'utf8')) as Partial<Agreed>;
      return provider !== undefined && providers.includes(provider) && typeof server === 'string'
        ? { provider, server }
        : undefined;
    } catch {
      return undefined;
    }
  }

  /** @throws the error of the file system */
  write(agreed: Agreed): void {
    replaceFile(this.#file, JSON.stringify(agreed));
  }

  /** @throws the error of the file system */
  remove(): void {
    rmSync(this.#file, { force: true });
  }
}
