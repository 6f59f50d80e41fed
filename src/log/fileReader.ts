import { closeSync, openSync, readSync, type Stats } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { Entry } from '../core/entries/entry.ts';
import { type BadLine, decodeLine, salvageLine } from '../core/entries/line.ts';

/** A line that could not be read. It stays in the file; nothing of it is used. */
export interface QuarantinedLine {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly reason: BadLine;
}

/** What reading on brought to light. */
export interface News {
  readonly entries: Entry[];
  /** Items that a newer version wrote about. */
  readonly newerItems: string[];
}

/** Reads one file of the log, from where it stopped the last time up to the last line feed. */
export class FileReader {
  /** The first of them, as many as anybody will look at; {@link quarantinedLines} counts all. */
  readonly quarantined: QuarantinedLine[] = [];
  quarantinedLines = 0;
  /** Whole lines that a newer version wrote and this one does not understand. */
  newerLines = 0;
  /** When the latest entry in the file was logged, as its writer put it. */
  latestLoggedAt: string | undefined;
  /** Bytes of the file that were read for good: up to and including a line feed. */
  #offset = 0;
  #lines = 0;
  /** Inside a line longer than the limit: its bytes are dropped until its line feed. */
  #skipping = false;
  /** The last of the bytes read for good. Where they are missing, another file has taken this one's name. */
  #mark = Buffer.alloc(0);
  #seen = '';
  /** Size at the last look; -1 when that was in the middle of an append, whose time of change may not be final. */
  #size = -1;
  /** Of every entry that was read, its id; of a line of a newer version, its text's own mark. */
  readonly #ids: string[] = [];
  /** When the extension host last had its turn. */
  #sliceStart = 0;

  constructor(readonly file: string) {}

  get offset(): number {
    return this.#offset;
  }

  /**
   * Reads to the last line feed; an unfinished tail is normal and is read once it is finished. The calls themselves
   * block: what was just appended comes from the page cache in microseconds, and a long file is read in slices.
   *
   * @returns false when this is no longer the file that was read, only its name: read the other one from its start
   */
  async readOn(facts: Stats, news: News): Promise<boolean> {
    if (seenAs(facts) === this.#seen) {
      this.#size = facts.size;
      return true;
    }
    // Written or replaced, and yet nothing was appended: any part of it may be another.
    if (facts.size === this.#size) return false;
    const handle = openSync(this.file, 'r');
    try {
      const isSame = await this.readOnFrom(handle, facts, news);
      this.#size = facts.size;
      return isSame;
    } finally {
      closeSync(handle);
    }
  }

  /** The same from a handle that is open for reading. */
  async readOnFrom(handle: number, facts: Stats, news: News): Promise<boolean> {
    if (!this.#isMarked(handle, facts.size)) return false;
    if (facts.size > this.#offset) await this.#readChunks(handle, facts.size, news);
    this.#seen = seenAs(facts);
    this.#size = -1;
    return true;
  }

  /** What tells the lines apart that were read: the id of an entry, {@link newerMark} of a line of a newer version. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  #isMarked(handle: number, size: number): boolean {
    if (size < this.#offset) return false;
    const found = Buffer.alloc(this.#mark.length);
    const bytesRead = readSync(handle, found, 0, found.length, this.#offset - found.length);
    return bytesRead === found.length && found.equals(this.#mark);
  }

  async #readChunks(handle: number, size: number, news: News): Promise<void> {
    let buffer = Buffer.allocUnsafe(Math.min(chunkLength, size - this.#offset));
    let position = this.#offset;
    let kept = 0;
    this.#sliceStart = performance.now();
    while (position < size) {
      const bytesRead = readSync(handle, buffer, kept, Math.min(buffer.length - kept, size - position), position);
      if (bytesRead === 0) return;
      position += bytesRead;
      const filled = kept + bytesRead;
      const consumed = await this.#takeLines(buffer.subarray(0, filled), news);
      buffer.copyWithin(0, consumed, filled);
      kept = filled - consumed;
      if (kept === buffer.length && position < size && kept < lineLimit) {
        const larger = Buffer.allocUnsafe(Math.min(2 * kept, lineLimit));
        buffer.copy(larger);
        buffer = larger;
      } else if (kept === buffer.length && position < size) {
        // A full buffer without a line feed: no entry of ours is that long, and a hostile file must not fill memory.
        if (!this.#skipping) this.#quarantine('tooLong', this.#lines + 1);
        this.#skipping = true;
        this.#advance(buffer, kept);
        kept = 0;
      }
      if (this.#isSliceOver()) await this.#giveWay();
    }
  }

  #isSliceOver(): boolean {
    return performance.now() - this.#sliceStart > sliceInMs;
  }

  async #giveWay(): Promise<void> {
    await setImmediate();
    this.#sliceStart = performance.now();
  }

  /** Decodes every finished line and returns how many bytes they took. */
  async #takeLines(bytes: Buffer, news: News): Promise<number> {
    const finished = bytes.lastIndexOf(lineFeed) + 1;
    // One text for all of them: a line is then a part of it, and is copied only once, when it is taken apart.
    const text = bytes.toString('utf8', 0, finished);
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.#lines++;
      if (this.#skipping) this.#skipping = false;
      else this.#takeLine(text.slice(start, end), news);
      start = end + 1;
      // Where lines are short, as in a hostile file, what was read at once holds half a million of them.
      if (this.#lines % linesInARow === 0 && this.#isSliceOver()) await this.#giveWay();
    }
    this.#advance(bytes, finished);
    return finished;
  }

  #advance(bytes: Buffer, count: number): void {
    if (count === 0) return;
    this.#offset += count;
    this.#mark = Buffer.from(bytes.subarray(Math.max(0, count - markLength), count));
  }

  #takeLine(found: string, news: News): void {
    const line = withoutMarks(found);
    const decoded = decodeLine(line, crc32);
    switch (decoded.type) {
      case 'entry':
        return this.#take(decoded.entry, news);
      case 'newer':
        this.newerLines++;
        this.#ids.push(newerMark(line));
        if (decoded.item !== undefined) news.newerItems.push(decoded.item);
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

  #take(entry: Entry, news: News): void {
    this.#ids.push(entry.id);
    if (this.latestLoggedAt === undefined || entry.loggedAt > this.latestLoggedAt) this.latestLoggedAt = entry.loggedAt;
    news.entries.push(entry);
  }

  #quarantine(reason: BadLine, line = this.#lines): void {
    this.quarantinedLines++;
    if (this.quarantined.length < listedLines) this.quarantined.push({ file: this.file, line, reason });
  }
}

/** What tells a line of a newer version from others: its length and its checksum. Its id may be anywhere in it. */
export function newerMark(line: string): string {
  return `newer ${line.length} ${line.slice(-10, -2)}`;
}

/** How many unreadable lines of a file are listed; a damaged disk or a hostile file may hold millions. */
const listedLines = 1_000;
/** The clock is looked at after so many lines. */
const linesInARow = 256;
const lineFeed = 10;
/** What stands in a text where bytes were not UTF-8; with it, no checksum fits. */
const undecodable = '\ufffd';
/** Read at once, in bytes: memory that is used over and over costs less than large pieces of it that are new. */
const chunkLength = 1 << 16;
/** A line with its line feed is at most this long, in bytes. */
export const lineLimit = 1 << 20;
/** Long enough to hold a line's checksum and the end of what was written, and to be compared at no cost. */
const markLength = 64;
/** Reading gives way to everything else in the extension host this often. */
const sliceInMs = 20;

function seenAs({ ino, mtimeMs, size }: Stats): string {
  return `${ino} ${mtimeMs} ${size}`;
}

/** Other programs may leave a byte order mark or a carriage return; neither is part of the line. */
function withoutMarks(line: string): string {
  const start = line.startsWith('\ufeff') ? 1 : 0;
  return start > 0 || line.endsWith('\r') ? line.slice(start, line.endsWith('\r') ? -1 : undefined) : line;
}
