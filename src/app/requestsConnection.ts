import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../log/backup/wholeFile.ts';

/** The sign-ins of VS Code that requests can be read with. */
export const providers = ['github', 'github-enterprise'] as const;
export type Provider = (typeof providers)[number];

/** The server of the sign-in `github`. */
export const gitHubServer = 'https://github.com';

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

  /**
   * Undefined: not connected. Any program can write the file, so it leads the token of github.com nowhere else; the server
   * of an Enterprise is compared with the one that VS Code signs in to.
   */
  read(): Agreed | undefined {
    try {
      const { provider, server } = JSON.parse(readFileSync(this.#file, 'utf8')) as Partial<Agreed>;
      if (provider === undefined || !providers.includes(provider) || typeof server !== 'string') return undefined;
      return provider === 'github' && server !== gitHubServer ? undefined : { provider, server };
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
