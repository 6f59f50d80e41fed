import { randomUUID } from 'node:crypto';
import { fstatSync, mkdirSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Entry } from '../core/entries/entry.ts';
import { decodeLine, encodeLine } from '../core/entries/line.ts';
import type { Trouble } from '../core/entries/trouble.ts';
import { appendLines } from './append.ts';
import type { Device } from './device.ts';
import {
  FileReader,
  type FoundLine,
  lineLimit,
  newerMark,
  nothingRead,
  type ReadResult,
  type QuarantinedLine,
} from './fileReader.ts';
import { listLogFiles, mostForeignBytes, mostNames, statLogFile } from './logFiles.ts';
import { followFile, isDifferent } from './backup/followFile.ts';
import { type MirrorCopy, linesOf, Mirror } from './backup/mirror.ts';
import { createFile } from './backup/wholeFile.ts';

/** One file of the log, and how far it was read. */
export interface FileState {
  readonly file: string;
  /** Whether this machine writes it. */
  readonly isOwn: boolean;
  /** Bytes read. */
  readonly bytes: number;
  /** Entries in the file, duplicates included. */
  readonly entries: number;
  /** When the latest of them was logged, ISO 8601 in UTC. */
  readonly latestLoggedAt: string | undefined;
}

/**
 * The log of one folder: `<root>/log/*.jsonl`, one file per machine that writes. Every machine reads all of them, so a
 * sync tool's conflicted copy or another branch is just more input. This class never truncates, rewrites, renames or
 * deletes one of these files.
 */
export class Log {
  readonly folder: string;
  /** The file this machine appends to. */
  readonly file: string;
  /** Copies of what was read, on this machine. */
  readonly mirror: Mirror;
  readonly #readers = new Map<string, FileReader>();
  /** Former contents of files that were replaced, truncated or removed, each with the reader that read it. */
  #former: FormerContent[] = [];
  #troubles: readonly Trouble[] = [];
  /** How much of {@link mostForeignBytes} this {@link catchUp} may still read. */
  #foreignBytesLeft = 0;
  #isPrepared = false;
  #hasReadStrays = false;
  /** Paths of copies that differ from their files and were read. */
  readonly #inspected = new Set<string>();

  constructor(
    readonly root: string,
    readonly device: Device,
  ) {
    this.folder = join(root, 'log');
    this.file = join(this.folder, `${device.id}.jsonl`);
    this.mirror = new Mirror(device.dataPath('mirror', this.folder), this.folder);
  }

  get troubles(): readonly Trouble[] {
    return this.#troubles;
  }

  /** Number of lines that could not be read. */
  get quarantinedLines(): number {
    return [...this.#readers.values()].reduce((sum, reader) => sum + reader.quarantinedLines, 0);
  }

  /** The first unreadable lines of each file; {@link quarantinedLines} counts all. */
  get quarantined(): readonly QuarantinedLine[] {
    return [...this.#readers.values()].flatMap((reader) => reader.quarantined);
  }

  /** Number of whole lines that a newer version wrote and this one does not understand, apart from ignored ones. */
  get newerLines(): number {
    return this.newerFiles.reduce((sum, { count, isIgnored }) => sum + (isIgnored ? 0 : count), 0);
  }

  /** Of each file with lines of a newer version: how many, and the first of their numbers. */
  get newerFiles(): readonly NewerLines[] {
    return [...this.#readers.values()].flatMap(
      ({ file, newerLines: count, newerAt: lines, ignoresNewer: isIgnored }) =>
        count === 0 ? [] : [{ file, count, lines, isIgnored }],
    );
  }

  /** Where these entries stand in the files of the log. */
  placesOf(ids: ReadonlySet<string>): FoundLine[] {
    return [...this.#readers.values()].flatMap((reader) => reader.placesOf(ids));
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

  /** {@link FileReader.ids} that were read and are in no file of the log now. */
  get missing(): ReadonlySet<string> {
    const held = this.lineIds();
    return new Set(this.#former.flatMap(({ reader }) => reader.ids.filter((id) => !held.has(id))));
  }

  /** Lines of a newer version that are in a copy on this machine and in no file of the log now. */
  get missingNewerLines(): string[] {
    const held = this.lineIds();
    const copies = new Map(
      [...this.mirror.orphans(), ...this.#former.flatMap(({ copy }) => copy ?? [])].map((copy) => [copy.path, copy]),
    );
    const lines = [...copies.values()].flatMap(linesOf);
    return [...new Set(lines)].filter((line) => !held.has(newerMark(line)) && decodeLine(line, crc32).type === 'newer');
  }

  /** Bytes read so far, over all files. */
  get bytes(): number {
    return [...this.#readers.values()].reduce((sum, reader) => sum + reader.offset, 0);
  }

  /**
   * Creates the folder at the first use. A folder that was used before and is gone is *not* created again: the drive
   * may not be mounted, and an empty log would look like a lost one.
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
   * Resolves when the file system answers, even with an error. A mount that hangs delays only this promise; the
   * blocking calls of {@link catchUp} would hang the extension host.
   */
  async reachable(): Promise<void> {
    await access(this.folder).catch(() => undefined);
  }

  /** Reads what was appended to any file since the last call. One call at a time. */
  async catchUp(): Promise<ReadResult> {
    const news = nothingRead();
    const troubles: Trouble[] = [];
    const names = this.#list(troubles);
    const ownBytes = this.#readers.get(this.file)?.offset ?? 0;
    this.#foreignBytesLeft = mostForeignBytes - (this.bytes - ownBytes);
    for (const name of names ?? []) await this.#readOn(join(this.folder, name), news, troubles);
    if (!this.#hasReadStrays) {
      this.#hasReadStrays = true;
      for (const stray of this.mirror.orphans()) await this.#readCopy(stray, news);
    }
    if (names !== undefined) {
      const listed = new Set(names);
      for (const file of this.#readers.keys()) if (!listed.has(basename(file))) this.#retire(file, 0);
      this.#reportFormer(troubles);
    }
    this.#troubles = troubles;
    return news;
  }

  /** Copies what was read to the mirror. One call at a time, and not during {@link catchUp}. */
  async updateMirror(): Promise<void> {
    const { mirror } = this;
    if (this.#troubles.some(({ trouble }) => trouble === 'folderMissing')) return;
    const copies = Map.groupBy(mirror.copies(), ({ file }) => file);
    for (const [file, { offset }] of this.#readers) await followFile(mirror, file, offset, copies.get(file));
    const formerFiles = new Set(this.#former.map(({ file }) => file));
    // Everything in such a copy is in the log again.
    for (const stray of mirror.orphans()) if (!formerFiles.has(stray.file)) mirror.retire(stray);
  }

  /** Compares the files with their copies to find damage to old parts, and reads the copies of damaged files. */
  async inspect(): Promise<ReadResult> {
    const news = nothingRead();
    for (const copy of this.mirror.copies()) {
      if (!this.#readers.has(copy.file) || this.#inspected.has(copy.path) || !(await isDifferent(copy))) continue;
      this.#inspected.add(copy.path);
      await this.#readCopy(copy, news);
      // The file may not hold any more what was read of it: read it from its start.
      this.#readers.delete(copy.file);
    }
    if (news.entries.length + news.newerItems.length === 0) return news;
    const { entries, newerItems, strays } = await this.catchUp();
    return {
      entries: [...news.entries, ...entries],
      newerItems: [...news.newerItems, ...newerItems],
      strays: news.strays.union(strays),
    };
  }

  /** Accepts the log as it is now: what is missing is no longer reported. */
  acceptAsItIs(): void {
    const copies = this.#former.flatMap(({ copy }) => copy ?? []);
    this.#former = [];
    for (const { path, file } of [...copies, ...this.mirror.orphans()]) this.mirror.retire({ path, file });
  }

  /**
   * Appends the entries of one act in one write. When this resolves they are on disk, and the result was read back from
   * there, together with what other windows appended to the file meanwhile. If {@link prepare} failed at the start, it
   * runs again now.
   *
   * @throws RangeError for an entry that no reader would accept, before anything is written; or the error of the file
   * system
   */
  async append(entries: readonly Entry[]): Promise<ReadResult> {
    return this.appendLines(entries.map((entry) => encodeLine(entry, entry, crc32)));
  }

  /** Like {@link append}, with encoded lines without their line feeds. */
  async appendLines(lines: readonly string[]): Promise<ReadResult> {
    // "Saved" has to mean "will be read again": what the reader would quarantine is never written.
    for (const line of lines) {
      if (Buffer.byteLength(line) >= lineLimit || !['entry', 'newer'].includes(decodeLine(line, crc32).type)) {
        throw new RangeError('An entry has a shape that cannot be read back.');
      }
    }
    this.prepare();
    const news = nothingRead();
    let isSame = true as boolean;
    await appendLines(this.file, lines.map((line) => `${line}\n`).join(''), async (handle) => {
      let reader = this.#readers.get(this.file);
      if (reader === undefined) this.#readers.set(this.file, (reader = this.#readerOf(this.file)));
      isSame = await reader.readNewFrom(handle, fstatSync(handle), news);
    });
    return isSame ? news : this.catchUp();
  }

  /**
   * Writes lines that say they are of this machine, and did not stand in its file, to a file of their own. In that of
   * this machine they would count as written by it.
   * @throws the error of the file system
   */
  addStrays(lines: readonly string[]): void {
    const text = lines.map((line) => `${line}\n`).join('');
    if (text !== '') createFile(join(this.folder, `strays-${randomUUID()}.jsonl`), text);
  }

  /** Lists the names of the log's files, and says what only has such a name. */
  #list(troubles: Trouble[]): readonly string[] | undefined {
    try {
      const { names, setAside, left } = listLogFiles(this.folder, basename(this.file));
      if (left > 0) troubles.push({ trouble: 'tooManyFiles', folder: this.folder, left, most: mostNames });
      for (const { file, is } of setAside) {
        const isOwn = file === this.file;
        // Nothing can be saved then, so it is said first.
        troubles[isOwn ? 'unshift' : 'push']({ trouble: 'noFile', file, is, isOwn });
      }
      return names;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOENT') troubles.push({ trouble: 'folderMissing', folder: this.folder });
      else troubles.push({ trouble: 'folderUnreadable', folder: this.folder, code });
      return undefined;
    }
  }

  /** The {@link FileReader.ids} of every file of the log. */
  lineIds(): Set<string> {
    return new Set([...this.#readers.values()].flatMap(({ ids }) => ids));
  }

  /**
   * Keeps the reader of a file that was replaced or removed. What it read stays known.
   * @param to the size of the file now, in bytes
   */
  #retire(file: string, to: number): void {
    const reader = this.#readers.get(file);
    this.#readers.delete(file);
    if (reader !== undefined && reader.offset > 0) this.#former.push({ reader, file, to, comparedAt: -1 });
  }

  /** Reads a copy whose content the log has lost, and keeps its reader like that of a replaced file. */
  async #readCopy(copy: MirrorCopy, news: ReadResult): Promise<void> {
    if (this.#former.some((former) => former.copy?.path === copy.path)) return;
    const stats = statLogFile(copy.path);
    if (stats === undefined) return;
    const reader = this.#readerOf(copy.path, copy.file);
    await reader.readNew(stats, news);
    const to = statLogFile(copy.file)?.size ?? 0;
    this.#former.push({ reader, file: copy.file, to, comparedAt: -1, copy });
  }

  /** Adds a trouble for each former content, as long as part of it is in no file of the log. */
  #reportFormer(troubles: Trouble[]): void {
    if (this.#former.length === 0) return;
    const { bytes } = this;
    if (this.#former.some(({ comparedAt }) => comparedAt !== bytes)) {
      const held = this.lineIds();
      this.#former = this.#former.filter((former) => {
        former.comparedAt = bytes;
        return !former.reader.ids.every((id) => held.has(id));
      });
    }
    const reported = new Set<string>();
    for (const { file, reader, to } of this.#former.toSorted((a, b) => b.reader.offset - a.reader.offset)) {
      if (reported.has(file)) continue;
      reported.add(file);
      const from = reader.offset;
      const now = this.#readers.get(file)?.offset;
      // Most programs that replace a file truncate it first, and its size may have been read just then.
      if (now === undefined) troubles.push({ trouble: 'fileGone', file });
      else if (Math.max(to, now) < from) troubles.push({ trouble: 'fileShrank', file, from, to: Math.max(to, now) });
      else troubles.push({ trouble: 'fileReplaced', file });
    }
  }

  /** @param file the log file that the content belongs to, which says whose it is */
  #readerOf(path: string, file = path): FileReader {
    const name = basename(file);
    return new FileReader(path, name.slice(0, -'.jsonl'.length), this.device.ignoresNewer(this.folder, name));
  }

  async #readOn(file: string, news: ReadResult, troubles: Trouble[]): Promise<void> {
    try {
      const stats = statLogFile(file);
      const reader = this.#readers.get(file);
      if (stats === undefined) {
        this.#retire(file, 0);
        return;
      }
      if (reader !== undefined) {
        if (await this.#readNew(reader, stats, news, troubles)) return;
        this.#retire(file, stats.size);
      }
      // The file is new or was replaced: read it from its start. Entries read before are recognised by their ids.
      const fresh = this.#readerOf(file);
      this.#readers.set(file, fresh);
      await this.#readNew(fresh, stats, news, troubles);
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'ENOENT') troubles.push({ trouble: 'fileUnreadable', file, code });
    }
  }

  /** Like {@link FileReader.readNew}; of the files of other machines only as much as {@link mostForeignBytes} leaves. */
  async #readNew(
    reader: FileReader,
    stats: NonNullable<ReturnType<typeof statLogFile>>,
    news: ReadResult,
    troubles: Trouble[],
  ): Promise<boolean> {
    const { file } = reader;
    if (file === this.file) return reader.readNew(stats, news);
    const most = this.#foreignBytesLeft;
    const unread = stats.size - reader.offset;
    this.#foreignBytesLeft -= Math.min(Math.max(0, unread), most);
    const isSame = await reader.readNew(stats, news, most);
    if (isSame && unread > most)
      troubles.push({ trouble: 'fileTooLarge', file, read: reader.offset, most: mostForeignBytes });
    return isSame;
  }
}

/** The lines of a newer version in one file. */
export interface NewerLines {
  readonly file: string;
  readonly count: number;
  /** The numbers of the first of them, from 1. */
  readonly lines: readonly number[];
  /** Whether this machine was told to leave them out of account. */
  readonly isIgnored: boolean;
}

interface FormerContent {
  readonly reader: FileReader;
  /** Path of the log file it was read from, or that its copy was made of. */
  readonly file: string;
  /** Size of the file that replaced it when that was found, in bytes; 0 if there was none. */
  readonly to: number;
  /** {@link Log.bytes} when the content was last compared with the log; -1 before the first comparison. */
  comparedAt: number;
  /** The copy it was read from, if it was one. */
  readonly copy?: MirrorCopy;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? String(error);
}
