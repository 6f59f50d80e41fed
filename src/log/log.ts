import { fstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Entry } from '../core/entries/entry.ts';
import { decodeLine, encodeLine } from '../core/entries/line.ts';
import type { Trouble } from '../core/entries/trouble.ts';
import { appendLines } from './append.ts';
import type { Device } from './device.ts';
import { FileReader, lineLimit, newerMark, type News, type QuarantinedLine } from './fileReader.ts';
import { type Copy, linesOf, Mirror } from './backup/mirror.ts';

/** One file of the log, as far as it was read. */
export interface FileState {
  readonly file: string;
  /** Whether this machine writes it. */
  readonly isOwn: boolean;
  readonly bytes: number;
  /** Entries, each counted as often as it stands there. */
  readonly entries: number;
  /** When the latest of them was logged, ISO 8601 in UTC. */
  readonly latestLoggedAt: string | undefined;
}

/**
 * The log of one folder: `<root>/log/*.jsonl`, one file for each machine that writes. Everybody reads all of them, so
 * a sync tool's conflicted copy or another branch is simply more to read. Nothing here ever shortens, rewrites,
 * renames or deletes one of these files.
 */
export class Log {
  readonly folder: string;
  /** The file this machine appends to. */
  readonly file: string;
  /** Where what was read is kept once more, on this machine. */
  readonly mirror: Mirror;
  readonly #readers = new Map<string, FileReader>();
  /** Files that are no longer what was read, each with who read the former one. */
  #former: Former[] = [];
  #troubles: readonly Trouble[] = [];
  #isPrepared = false;
  #isRecalled = false;
  /** Copies that differ from their files, and were brought back. */
  readonly #inspected = new Set<string>();

  constructor(
    readonly root: string,
    readonly device: Device,
  ) {
    this.folder = join(root, 'log');
    this.file = join(this.folder, `${device.id}.jsonl`);
    this.mirror = new Mirror(device.beside('mirror', this.folder), this.folder);
  }

  get troubles(): readonly Trouble[] {
    return this.#troubles;
  }

  /** Lines that could not be read. */
  get quarantinedLines(): number {
    return [...this.#readers.values()].reduce((sum, reader) => sum + reader.quarantinedLines, 0);
  }

  /** The first of them in each file, as many as anybody will look at. */
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

  get files(): FileState[] {
    return [...this.#readers].map(([file, reader]) => ({
      file,
      isOwn: file === this.file,
      bytes: reader.offset,
      entries: reader.ids.length - reader.newerLines,
      latestLoggedAt: reader.latestLoggedAt,
    }));
  }

  /** Ids of entries that were read and stand in no file of the log now. */
  get missing(): ReadonlySet<string> {
    const held = this.held();
    return new Set(this.#former.flatMap(({ reader }) => reader.ids.filter((id) => !held.has(id))));
  }

  /** Lines of a newer version that stand in a copy of this machine and in no file of the log now. */
  get missingNewerLines(): string[] {
    const held = this.held();
    const copies = new Map(
      [...this.mirror.strays(), ...this.#former.flatMap(({ copy }) => copy ?? [])].map((copy) => [copy.path, copy]),
    );
    const lines = [...copies.values()].flatMap(linesOf);
    return [...new Set(lines)].filter((line) => !held.has(newerMark(line)) && decodeLine(line, crc32).type === 'newer');
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
    if (!this.#isRecalled) {
      this.#isRecalled = true;
      for (const stray of this.mirror.strays()) await this.#recall(stray, news);
    }
    if (names !== undefined) {
      for (const file of this.#readers.keys()) if (!names.includes(basename(file))) this.#miss(file, 0);
      this.#missFormer(troubles);
    }
    this.#troubles = troubles;
    return news;
  }

  /** Copies what was read to the mirror. One call at a time, and not beside {@link catchUp}. */
  async follow(): Promise<void> {
    const { mirror } = this;
    if (this.#troubles.some(({ trouble }) => trouble === 'folderMissing')) return;
    for (const [file, { offset }] of this.#readers) await mirror.follow(file, offset);
    const missed = new Set(this.#former.map(({ file }) => file));
    // All that such a copy holds stands in the log again.
    for (const stray of mirror.strays()) if (!missed.has(stray.file)) mirror.settle(stray);
  }

  /** Looks through the old parts of the files for damage done since they were copied, and brings back what it hit. */
  async inspect(): Promise<News> {
    const news: News = { entries: [], newerItems: [] };
    for (const file of this.#readers.keys()) {
      const copy = await this.mirror.differing(file);
      if (copy === undefined || this.#inspected.has(copy.path)) continue;
      this.#inspected.add(copy.path);
      await this.#recall(copy, news);
      // What was read of it may not stand there any more: it is read anew.
      this.#readers.delete(file);
    }
    if (news.entries.length + news.newerItems.length === 0) return news;
    const { entries, newerItems } = await this.catchUp();
    return { entries: [...news.entries, ...entries], newerItems: [...news.newerItems, ...newerItems] };
  }

  /** Takes the log for what it should be, as it is now: what is missing is not missed any more. */
  acceptAsItIs(): void {
    const copies = this.#former.flatMap(({ copy }) => copy ?? []);
    this.#former = [];
    for (const { path, file } of [...copies, ...this.mirror.strays()]) this.mirror.settle({ path, file });
  }

  /**
   * Appends the entries of one act in one write; when this returns they are on disk, and what is returned was read back
   * from there, together with what other windows have appended meanwhile. What could not be prepared at the start,
   * because nothing could be written then, is prepared now.
   *
   * @throws RangeError for an entry that no reader would take back, before anything is written
   */
  async append(entries: readonly Entry[]): Promise<News> {
    return this.appendLines(entries.map((entry) => encodeLine(entry, entry, crc32)));
  }

  /** The same with lines that are encoded already. */
  async appendLines(lines: readonly string[]): Promise<News> {
    // "Saved" has to mean "will be read again": what the reader would quarantine is never written.
    for (const line of lines) {
      if (Buffer.byteLength(line) >= lineLimit || !['entry', 'newer'].includes(decodeLine(line, crc32).type)) {
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

  /** Everything that stands in a file of the log now. */
  held(): Set<string> {
    return new Set([...this.#readers.values()].flatMap(({ ids }) => ids));
  }

  /** The file is not what was read any more, only its name. What was read stays known. */
  #miss(file: string, to: number): void {
    const reader = this.#readers.get(file);
    this.#readers.delete(file);
    if (reader !== undefined && reader.offset > 0) this.#former.push({ reader, file, to, comparedAt: -1 });
  }

  /** Takes in a copy of what the log does not hold any more, and misses what was in it. */
  async #recall(copy: Copy, news: News): Promise<void> {
    if (this.#former.some((former) => former.copy?.path === copy.path)) return;
    const reader = new FileReader(copy.path);
    await reader.readOn(statSync(copy.path), news);
    const to = statSync(copy.file, { throwIfNoEntry: false })?.size ?? 0;
    this.#former.push({ reader, file: copy.file, to, comparedAt: -1, copy });
  }

  /** A file is missed only as long as something it held stands in no file of the log. */
  #missFormer(troubles: Trouble[]): void {
    if (this.#former.length === 0) return;
    const { bytes } = this;
    if (this.#former.some(({ comparedAt }) => comparedAt !== bytes)) {
      const held = this.held();
      this.#former = this.#former.filter((former) => {
        former.comparedAt = bytes;
        return !former.reader.ids.every((id) => held.has(id));
      });
    }
    const said = new Set<string>();
    for (const { file, reader, to } of this.#former.toSorted((a, b) => b.reader.offset - a.reader.offset)) {
      if (said.has(file)) continue;
      said.add(file);
      const from = reader.offset;
      const now = this.#readers.get(file)?.offset;
      // Most programs that replace a file make it empty first, and it may have been looked at just then.
      if (now === undefined) troubles.push({ trouble: 'fileGone', file });
      else if (Math.max(to, now) < from) troubles.push({ trouble: 'fileShrank', file, from, to: Math.max(to, now) });
      else troubles.push({ trouble: 'fileReplaced', file });
    }
  }

  async #readOn(file: string, news: News, troubles: Trouble[]): Promise<void> {
    try {
      const facts = statSync(file);
      const reader = this.#readers.get(file);
      if (!facts.isFile()) {
        // A pipe or a device named like a log would block or never end.
        this.#miss(file, 0);
        return;
      }
      if (reader !== undefined) {
        if (await reader.readOn(facts, news)) return;
        this.#miss(file, facts.size);
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
  /** The file of the log it was. */
  readonly file: string;
  /** The size of the file that took its place, when it was found there. */
  readonly to: number;
  /** How much of the log had been read when the two were compared. */
  comparedAt: number;
  /** Where it was read from, when that was a copy of this machine. */
  readonly copy?: Copy;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? String(error);
}
