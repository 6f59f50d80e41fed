import { fstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Entry } from '../core/entries.ts';
import { decodeLine, encodeLine } from '../core/line.ts';
import type { Trouble } from '../core/wording/troubles.ts';
import { appendLines } from './append.ts';
import type { Device } from './device.ts';
import { FileReader, lineLimit, type News, type QuarantinedLine } from './fileReader.ts';

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
  /** Files that are no longer what was read, each with who read the former one. */
  readonly #former = new Map<string, Former>();
  #troubles: readonly Trouble[] = [];
  #isPrepared = false;

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
    return [...this.#readers.values()].reduce((sum, reader) => sum + reader.newerLines, 0);
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
    if (this.#isPrepared) return;
    if (!this.device.hasUsed(this.folder)) {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      this.device.rememberUse(this.folder);
    }
    this.#isPrepared = true;
  }

  /**
   * Resolves when the file system answers. A mount that hangs then keeps this waiting, and not the extension host,
   * which the blocking calls of {@link catchUp} would.
   */
  async reachable(): Promise<void> {
    await access(this.folder).catch(() => undefined);
  }

  /** Reads what has been appended to any file since the last time. One call at a time. */
  async catchUp(): Promise<News> {
    const news: News = { entries: [], newerItems: [] };
    const troubles: Trouble[] = [];
    const names = this.#list(troubles);
    for (const name of names ?? []) await this.#readOn(join(this.folder, name), news, troubles);
    if (names !== undefined) {
      for (const [file, reader] of this.#readers) {
        const name = file.slice(this.folder.length + 1);
        if (!names.includes(name) && reader.offset > 0) troubles.push({ trouble: 'fileGone', file });
      }
    }
    this.#missFormer(troubles);
    this.#troubles = troubles;
    return news;
  }

  /**
   * Appends the entries of one act in one write; when this returns they are on disk, and what is returned was read back
   * from there, together with what other windows have appended meanwhile. What could not be prepared at the start,
   * because nothing could be written then, is prepared now.
   *
   * @throws RangeError for an entry that no reader would take back, before anything is written
   */
  async append(entries: readonly Entry[]): Promise<News> {
    const lines = entries.map((entry) => encodeLine(entry, entry, crc32));
    // "Saved" has to mean "will be read again": what the reader would quarantine is never written.
    for (const line of lines) {
      if (Buffer.byteLength(line) >= lineLimit || decodeLine(line, crc32).type !== 'entry') {
        throw new RangeError('An entry has a shape that cannot be read back.');
      }
    }
    this.prepare();
    const news: News = { entries: [], newerItems: [] };
    let isSame = true as boolean;
    await appendLines(this.file, lines.map((line) => `${line}\n`).join(''), async (handle) => {
      let reader = this.#readers.get(this.file);
      if (reader === undefined) this.#readers.set(this.file, (reader = new FileReader(this.file)));
      isSame = await reader.readOnFrom(handle, fstatSync(handle), news);
    });
    return isSame ? news : this.catchUp();
  }

  #list(troubles: Trouble[]): string[] | undefined {
    try {
      return readdirSync(this.folder)
        .filter((name) => name.endsWith('.jsonl'))
        .toSorted();
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOENT') troubles.push({ trouble: 'folderMissing', folder: this.folder });
      else troubles.push({ trouble: 'folderUnreadable', folder: this.folder, code });
      return undefined;
    }
  }

  /** A file that was replaced is missed only as long as something it held is not in the file that has its name now. */
  #missFormer(troubles: Trouble[]): void {
    for (const [file, former] of this.#former) {
      const reader = this.#readers.get(file);
      if (reader !== undefined && reader.offset !== former.comparedAt) {
        former.comparedAt = reader.offset;
        if (reader.holdsAllOf(former.reader)) {
          this.#former.delete(file);
          continue;
        }
      }
      const from = former.reader.offset;
      // Most programs that replace a file make it empty first, and it may have been looked at just then.
      const to = Math.max(former.to, reader?.offset ?? 0);
      if (to < from) troubles.push({ trouble: 'fileShrank', file, from, to });
      else troubles.push({ trouble: 'fileReplaced', file });
    }
  }

  async #readOn(file: string, news: News, troubles: Trouble[]): Promise<void> {
    try {
      const facts = statSync(file);
      const reader = this.#readers.get(file);
      if (!facts.isFile()) {
        // A pipe or a device named like a log would block or never end.
        if (reader !== undefined && reader.offset > 0) troubles.push({ trouble: 'fileGone', file });
        return;
      }
      if (reader !== undefined) {
        if (await reader.readOn(facts, news)) return;
        this.#former.set(file, { reader: this.#former.get(file)?.reader ?? reader, to: facts.size, comparedAt: -1 });
      }
      // Not the file that was read, only its name. What was read stays known, since entries are told apart by their ids.
      const anew = new FileReader(file);
      this.#readers.set(file, anew);
      await anew.readOn(facts, news);
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'ENOENT') troubles.push({ trouble: 'fileUnreadable', file, code });
    }
  }
}

interface Former {
  readonly reader: FileReader;
  /** The size of the file that took its place, when it was found there. */
  readonly to: number;
  /** How far that one was read when the two were compared. */
  comparedAt: number;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? String(error);
}
