import { readFileSync, rmSync, statSync } from 'node:fs';
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

/** What the leader agreed to, and since when. */
export interface Connected extends Agreed {
  /** ISO 8601. */
  readonly connectedAt: string;
}

/** For clocks that differ, and for a search of GitHub that does not know the latest yet. */
const marginInMs = 86_400_000;

/**
 * Whether the leader has connected GitHub on this machine. It is a file, so that every window knows when that changes;
 * it holds no token. Another file says when it was read last: a refresh that ends late must not connect anew.
 */
export class RequestsConnection {
  readonly #file: string;
  readonly #lastRead: string;

  /** @param storage the extension's own folder on this machine */
  constructor(storage: string) {
    this.#file = join(storage, 'requests.json');
    this.#lastRead = join(storage, 'requests-read.json');
  }

  /**
   * Undefined: not connected. Any program can write the file, so it leads the token of github.com nowhere else; the server
   * of an Enterprise is compared with the one that VS Code signs in to.
   */
  read(): Connected | undefined {
    try {
      const { provider, server, connectedAt } = readJson<Connected>(this.#file);
      if (provider === undefined || !providers.includes(provider) || typeof server !== 'string') return undefined;
      if (provider === 'github' && server !== gitHubServer) return undefined;
      const time = timeOf(connectedAt);
      // Older versions noted no moment, but wrote the file at that moment.
      const at = Number.isNaN(time) ? statSync(this.#file).mtime : new Date(time);
      return { provider, server, connectedAt: at.toISOString() };
    } catch {
      return undefined;
    }
  }

  /** Connecting what is connected, as after signing in again, keeps the moment. @throws the error of the file system */
  write({ provider, server }: Agreed, now: Date): Connected {
    const before = this.read();
    const isSame = before?.provider === provider && before.server === server;
    const connected = { provider, server, connectedAt: isSame ? before.connectedAt : now.toISOString() };
    replaceFile(this.#file, JSON.stringify(connected));
    return connected;
  }

  /** @throws the error of the file system */
  remove(): void {
    for (const file of [this.#file, this.#lastRead]) rmSync(file, { force: true });
  }

  /** Since when to search for what the leader reviewed: since all of that was read last, or since the connection. */
  reviewedSince({ connectedAt }: Connected, now: Date): Date {
    const since = Math.max(Date.parse(connectedAt), this.#readAt(connectedAt, now) ?? 0);
    return new Date(since - marginInMs);
  }

  /** Notes that all that the leader reviewed until then was read. Where that cannot be written, the next search begins earlier. */
  noteRead({ connectedAt }: Connected, readAt: Date): void {
    try {
      replaceFile(this.#lastRead, JSON.stringify({ connectedAt, readAt }));
    } catch {
      // The log is what must be written.
    }
  }

  /** Undefined where it is of another connection, or of a clock that was put back. */
  #readAt(connectedAt: string, now: Date): number | undefined {
    try {
      const last = readJson<{ connectedAt: string; readAt: string }>(this.#lastRead);
      const readAt = timeOf(last.readAt);
      return last.connectedAt === connectedAt && readAt <= now.getTime() ? readAt : undefined;
    } catch {
      return undefined;
    }
  }
}

function readJson<T>(file: string): Partial<T> {
  return JSON.parse(readFileSync(file, 'utf8')) as Partial<T>;
}

/** In milliseconds since 1970; NaN if it is no instant. */
function timeOf(instant: unknown): number {
  return typeof instant === 'string' ? Date.parse(instant) : NaN;
}
