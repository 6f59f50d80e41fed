import { mkdirSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Entry } from '../core/entries.ts';
import { encodeLine } from '../core/line.ts';
import type { Trouble } from '../core/wording/troubles.ts';
import { appendLines } from './append.ts';
import type { Device } from './device.ts';
import { FileReader, type News, type QuarantinedLine } from './fileReader.ts';

/**
 * The log of one folder: `<root>/log/*.jsonl`, one file for each machine that writes. Everybody reads all of them, so
 * a sync tool's conflicted copy or another branch is simply more to read. Nothing here ever shortens, rewrites,
 * renames or deletes one of these files.
 */
export class Log {
  readonly folder: string;
  /** The file this machine appends to. */
  readonly file: string;
  readonly #readers = new Map<string, FileReader>();
  readonly #shrunk = new Map<string, Trouble>();
  #troubles: readonly Trouble[] = [];
  #newerLines = 0;

  constructor(
    root: string,
    readonly device: Device,
  ) {
    this.folder = join(root, 'log');
    this.file = join(this.folder, `${device.id}.jsonl`);
  }

  get troubles(): readonly Trouble[] {
    return this.#troubles;
  }

  get quarantined(): readonly QuarantinedLine[] {
    return [...this.#readers.values()].flatMap((reader) => reader.quarantined);
  }

  /** Whole lines that a newer version wrote and this one does not understand. */
  get newerLines(): number {
    return this.#newerLines;
  }

  get fileCount(): number {
    return this.#readers.size;
  }

  /** Bytes read so far, over all files. */
  get bytes(): number {
    return [...this.#readers.values()].reduce((sum, reader) => sum + reader.offset, 0);
  }

  /**
   * Creates the folder at the very first use. A folder that was used before and is gone is *not* created anew: the
   * drive may not be mounted, and an empty log would look like a lost one.
   */
  prepare(): void {
    if (this.device.hasUsed(this.folder)) return;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    this.device.rememberUse(this.folder);
  }

  /** Reads what has been appended to any file since the last time. One call at a time. */
  async catchUp(): Promise<News> {
    const news: News = { entries: [], newerItems: [], newerLines: 0 };
    const troubles: Trouble[] = [];
    const names = await this.#list(troubles);
    for (const name of names ?? []) await this.#readOn(join(this.folder, name), news, troubles);
    if (names !== undefined) {
      for (const [file, reader] of this.#readers) {
        const name = file.slice(this.folder.length + 1);
        if (!names.includes(name) && reader.offset > 0) troubles.push({ trouble: 'fileGone', file });
      }
    }
    this.#troubles = [...troubles, ...this.#shrunk.values()];
    this.#newerLines += news.newerLines;
    return news;
  }

  /** Appends the entries of one act in one write; when this returns they are on disk. */
  async append(entries: readonly Entry[]): Promise<void> {
    const lines = entries.map((entry) => `${encodeLine(entry, entry, crc32)}\n`);
    await appendLines(this.file, lines.join(''));
  }

  async #list(troubles: Trouble[]): Promise<string[] | undefined> {
    try {
      return (await readdir(this.folder)).filter((name) => name.endsWith('.jsonl')).toSorted();
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOENT') troubles.push({ trouble: 'folderMissing', folder: this.folder });
      else troubles.push({ trouble: 'folderUnreadable', folder: this.folder, code });
      return undefined;
    }
  }

  async #readOn(file: string, news: News, troubles: Trouble[]): Promise<void> {
    try {
      const facts = await stat(file);
      // A pipe or a device named like a log would block or never end.
      if (!facts.isFile()) return;
      let reader = this.#readers.get(file);
      if (reader !== undefined && facts.size < reader.offset) {
        // What was read stays known, since entries are told apart by their ids; the file is read again from its start.
        this.#shrunk.set(file, { trouble: 'fileShrank', file, from: reader.offset, to: facts.size });
        reader = undefined;
      }
      if (reader === undefined) this.#readers.set(file, (reader = new FileReader(file)));
      await reader.readOn(facts.size, news);
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'ENOENT') troubles.push({ trouble: 'fileUnreadable', file, code });
    }
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? String(error);
}
