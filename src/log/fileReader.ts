import { closeSync, readSync, type Stats } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { Entry } from '../core/entries/entry.ts';
import { type BadLine, decodeLine, salvageLine } from '../core/entries/line.ts';
import { openLogFile } from './logFiles.ts';

/** A line that could not be read. It stays in the file. Only a whole entry behind a torn start is salvaged from it. */
export interface QuarantinedLine {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly reason: BadLine;
}

/** Where an entry stands. */
export interface FoundLine {
  readonly id: string;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** What a read found that was not read before. */
export interface ReadResult {
  readonly entries: Entry[];
  /** Ids of items that lines of a newer version are about. */
  readonly newerItems: string[];
  /** Those of the entries that stand in another file than that of their own device, or are imported copies. */
  readonly strays: Set<Entry>;
}

export function nothingRead(): ReadResult {
  return { entries: [], newerItems: [], strays: new Set() };
}

/** Reads one file of the log incrementally: from where the last read stopped to the last line feed. */
export class FileReader {
  /** The first unreadable lines, at most {@link listedLines}; {@link quarantinedLines} counts all. */
  readonly quarantined: QuarantinedLine[] = [];
  quarantinedLines = 0;
  /** Number of whole lines that a newer version wrote and this one does not understand. */
  newerLines = 0;
  /** The numbers of the first of them, at most {@link listedLines}. */
  readonly newerAt: number[] = [];
  /** The latest `loggedAt` in the file, as its writer recorded it. */
  latestLoggedAt: string | undefined;
  /** Bytes consumed: up to and including a line feed. */
  #offset = 0;
  #lines = 0;
  /** Whether the reader is inside a line longer than the limit, whose bytes are dropped up to its line feed. */
  #skipping = false;
  /** The last consumed bytes. If the file does not have them at that place, it was replaced or rewritten. */
  #mark = Buffer.alloc(0);
  /** {@link stampOf} at the last read; empty if more was there than could be read. */
  #stamp = '';
  /** Size at the last read; -1 if that was during an append, when the modification time may not be final. */
  #size = -1;
  /** The id of each entry read, and {@link newerMark} of each line of a newer version. */
  readonly #ids: string[] = [];
  /** The number of the line of each of them, from 1. */
  readonly #lineNumbers: number[] = [];
  /** Start of the current time slice, from `performance.now()`. */
  #sliceStart = 0;

  /**
   * @param file its path
   * @param device the machine that the file belongs to, by the name of the file in the log folder
   * @param ignoresNewer whether lines of a newer version leave their items as they are
   */
  constructor(
    readonly file: string,
    readonly device: string,
    readonly ignoresNewer = false,
  ) {}

  get offset(): number {
    return this.#offset;
  }

  /**
   * Reads to the last line feed. An unfinished last line is normal and is read once it is complete. The calls block: a
   * recent append comes from the page cache in microseconds, and a long file is read in slices.
   *
   * @param most how many bytes are read at most
   * @returns false if the file was replaced or rewritten since the last read; the caller reads it from its start
   */
  async readNew(stats: Stats, news: ReadResult, most = Infinity): Promise<boolean> {
    if (stampOf(stats) === this.#stamp) {
      this.#size = stats.size;
      return true;
    }
    // The file changed but did not grow: any part of it may be different.
    if (stats.size === this.#size) return false;
    const handle = openLogFile(this.file);
    try {
      const isSame = await this.readNewFrom(handle, stats, news, most);
      if (this.#stamp !== '') this.#size = stats.size;
      return isSame;
    } finally {
      closeSync(handle);
    }
  }

  /** Like {@link readNew}, with a handle that is open for reading. */
  async readNewFrom(handle: number, stats: Stats, news: ReadResult, most = Infinity): Promise<boolean> {
    if (!this.#isContinued(handle, stats.size)) return false;
    const end = Math.min(stats.size, this.#offset + most);
    if (end > this.#offset) await this.#readChunks(handle, end, news);
    // What was left is read at the next call, if there is room for it then.
    this.#stamp = end < stats.size ? '' : stampOf(stats);
    this.#size = -1;
    return true;
  }

  /** Identifies the lines that were read: the id of each entry, {@link newerMark} of each line of a newer version. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  /** Where some of {@link ids} stand. */
  placesOf(ids: ReadonlySet<string>): FoundLine[] {
    return this.#ids.flatMap((id, at) => (ids.has(id) ? [{ id, file: this.file, line: this.#lineNumbers[at]! }] : []));
  }

  /** Whether the bytes consumed last are still at their place. */
  #isContinued(handle: number, size: number): boolean {
    if (size < this.#offset) return false;
    const found = Buffer.alloc(this.#mark.length);
    const bytesRead = readSync(handle, found, 0, found.length, this.#offset - found.length);
    return bytesRead === found.length && found.equals(this.#mark);
  }

  async #readChunks(handle: number, size: number, news: ReadResult): Promise<void> {
    let buffer = Buffer.allocUnsafe(Math.min(chunkLength, size - this.#offset));
    let position = this.#offset;
    let pending = 0;
    this.#sliceStart = performance.now();
    while (position < size) {
      const bytesRead = readSync(handle, buffer, pending, Math.min(buffer.length - pending, size - position), position);
      if (bytesRead === 0) return;
      position += bytesRead;
      const filled = pending + bytesRead;
      const consumed = await this.#takeLines(buffer.subarray(0, filled), news);
      buffer.copyWithin(0, consumed, filled);
      pending = filled - consumed;
      if (pending === buffer.length && position < size && pending < lineLimit) {
        const larger = Buffer.allocUnsafe(Math.min(2 * pending, lineLimit));
        buffer.copy(larger);
        buffer = larger;
      } else if (pending === buffer.length && position < size) {
        // A full buffer without a line feed. No entry is that long, and a hostile file must not fill memory.
        if (!this.#skipping) this.#quarantine('tooLong', this.#lines + 1);
        this.#skipping = true;
        this.#advance(buffer, pending);
        pending = 0;
      }
      if (this.#isSliceOver()) await this.#yieldToHost();
    }
  }

  #isSliceOver(): boolean {
    return performance.now() - this.#sliceStart > sliceInMs;
  }

  async #yieldToHost(): Promise<void> {
    await setImmediate();
    this.#sliceStart = performance.now();
  }

  /** Decodes every whole line and returns how many bytes they took. */
  async #takeLines(bytes: Buffer, news: ReadResult): Promise<number> {
    const finished = bytes.lastIndexOf(lineFeed) + 1;
    // Decode once: each line is then a slice of this string, and is copied only when it is parsed.
    const text = bytes.toString('utf8', 0, finished);
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.#lines++;
      if (this.#skipping) this.#skipping = false;
      else this.#takeLine(text.slice(start, end), news);
      start = end + 1;
      // If lines are short, as in a hostile file, one buffer holds half a million of them.
      if (this.#lines % linesPerCheck === 0 && this.#isSliceOver()) await this.#yieldToHost();
    }
    this.#advance(bytes, finished);
    return finished;
  }

  #advance(bytes: Buffer, count: number): void {
    if (count === 0) return;
    this.#offset += count;
    this.#mark = Buffer.from(bytes.subarray(Math.max(0, count - markLength), count));
  }

  #takeLine(raw: string, news: ReadResult): void {
    const line = withoutBomAndCr(raw);
    const decoded = decodeLine(line, crc32);
    switch (decoded.type) {
      case 'entry':
        return this.#take(decoded.entry, news);
      case 'newer':
        this.newerLines++;
        if (this.newerAt.length < listedLines) this.newerAt.push(this.#lines);
        this.#note(newerMark(line));
        if (decoded.item !== undefined && !this.ignoresNewer) news.newerItems.push(decoded.item);
        return;
      case 'blank':
        return;
      case 'bad': {
        const salvaged = salvageLine(line, crc32);
        if (salvaged !== undefined) this.#take(salvaged, news);
        return this.#quarantine(line.includes(undecodable) ? 'notUtf8' : decoded.reason);
      }
      default:
        return decoded satisfies never;
    }
  }

  #take(entry: Entry, news: ReadResult): void {
    this.#note(entry.id);
    if (entry.device !== this.device || entry.importedBy !== undefined) news.strays.add(entry);
    if (this.latestLoggedAt === undefined || entry.loggedAt > this.latestLoggedAt) this.latestLoggedAt = entry.loggedAt;
    news.entries.push(entry);
  }

  #note(id: string): void {
    this.#ids.push(id);
    this.#lineNumbers.push(this.#lines);
  }

  #quarantine(reason: BadLine, line = this.#lines): void {
    this.quarantinedLines++;
    if (this.quarantined.length < listedLines) this.quarantined.push({ file: this.file, line, reason });
  }
}

/** Identifies a line of a newer version by its length and checksum. Where its id stands is not known. */
export function newerMark(line: string): string {
  return `newer ${line.length} ${line.slice(-10, -2)}`;
}

/** How many unreadable lines are listed per file; a damaged disk or a hostile file may hold millions. */
const listedLines = 1_000;
/** How many lines are decoded between two checks of the time slice. */
const linesPerCheck = 32;
const lineFeed = 10;
/** Replaces bytes that are not UTF-8 when they are decoded. The checksum of such a line does not match. */
const undecodable = '\ufffd';
/** Initial buffer size, in bytes. Reusing a small buffer costs less than allocating large ones. */
const chunkLength = 1 << 16;
/** Longest line, in bytes, including its line feed. */
export const lineLimit = 1 << 20;
/** Bytes compared to recognise a file: enough for the checksum of its last line, few enough to cost nothing. */
const markLength = 64;
/** How long reading may block the extension host before it yields. */
const sliceInMs = 20;

function stampOf({ ino, mtimeMs, size }: Stats): string {
  return `${ino} ${mtimeMs} ${size}`;
}

/** Other programs may add a byte order mark or a carriage return; neither is part of the line. */
function withoutBomAndCr(line: string): string {
  const start = line.startsWith('\ufeff') ? 1 : 0;
  return start > 0 || line.endsWith('\r') ? line.slice(start, line.endsWith('\r') ? -1 : undefined) : line;
}
