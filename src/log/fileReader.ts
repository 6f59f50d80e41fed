import { isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { Entry } from '../core/entries.ts';
import { type BadLine, decodeLine, salvageLine } from '../core/line.ts';

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
  newerLines: number;
}

/** Reads one file of the log, from where it stopped the last time up to the last line feed. */
export class FileReader {
  readonly quarantined: QuarantinedLine[] = [];
  /** Bytes of the file that were read for good: up to and including a line feed. */
  #offset = 0;
  #lines = 0;
  /** Inside a line longer than the limit: its bytes are dropped until its line feed. */
  #skipping = false;

  constructor(readonly file: string) {}

  get offset(): number {
    return this.#offset;
  }

  /** Reads to the last line feed below `size`; an unfinished tail is normal and is read once it is finished. */
  async readOn(size: number, news: News): Promise<void> {
    if (size <= this.#offset) return;
    const handle = await open(this.file, 'r');
    try {
      await this.#readChunks(handle, size, news);
    } finally {
      await handle.close();
    }
  }

  async #readChunks(handle: FileHandle, size: number, news: News): Promise<void> {
    const buffer = Buffer.allocUnsafe(Math.min(chunkSize, size - this.#offset));
    let position = this.#offset;
    let kept = 0;
    let sliceStart = performance.now();
    while (position < size) {
      const { bytesRead } = await handle.read(buffer, kept, Math.min(buffer.length - kept, size - position), position);
      if (bytesRead === 0) return;
      position += bytesRead;
      const filled = kept + bytesRead;
      const consumed = this.#takeLines(buffer.subarray(0, filled), news);
      buffer.copyWithin(0, consumed, filled);
      kept = filled - consumed;
      if (kept === buffer.length && position < size) {
        // A full buffer without a line feed: no entry of ours is that long, and a hostile file must not fill memory.
        if (!this.#skipping) this.#quarantine('tooLong', this.#lines + 1);
        this.#skipping = true;
        this.#offset += kept;
        kept = 0;
      }
      if (performance.now() - sliceStart > sliceInMs) {
        await setImmediate();
        sliceStart = performance.now();
      }
    }
  }

  /** Decodes every finished line and returns how many bytes they took. */
  #takeLines(bytes: Buffer, news: News): number {
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      this.#lines++;
      if (this.#skipping) this.#skipping = false;
      else this.#takeLine(bytes.subarray(start, end), news);
      start = end + 1;
    }
    this.#offset += start;
    return start;
  }

  #takeLine(bytes: Buffer, news: News): void {
    if (bytes.length > lineLimit) return this.#quarantine('tooLong');
    const line = withoutMarks(bytes.toString('utf8'));
    const decoded = decodeLine(line, crc32);
    switch (decoded.type) {
      case 'entry':
        news.entries.push(decoded.entry);
        return;
      case 'newer':
        news.newerLines++;
        if (decoded.item !== undefined) news.newerItems.push(decoded.item);
        return;
      case 'blank':
        return;
      case 'bad': {
        const salvaged = salvageLine(line, crc32);
        if (salvaged !== undefined) news.entries.push(salvaged);
        return this.#quarantine(isUtf8(bytes) ? decoded.reason : 'notUtf8');
      }
      default:
        return decoded satisfies never;
    }
  }

  #quarantine(reason: BadLine, line = this.#lines): void {
    this.quarantined.push({ file: this.file, line, reason });
  }
}

const lineFeed = 10;
const chunkSize = 1 << 20;
const lineLimit = 1 << 20;
/** Reading gives way to everything else in the extension host this often. */
const sliceInMs = 20;

/** Other programs may leave a byte order mark or a carriage return; neither is part of the line. */
function withoutMarks(line: string): string {
  const start = line.startsWith('\ufeff') ? 1 : 0;
  return start > 0 || line.endsWith('\r') ? line.slice(start, line.endsWith('\r') ? -1 : undefined) : line;
}
