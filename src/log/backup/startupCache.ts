import { closeSync, fstatSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { listLogFiles, openLogFile } from '../logFiles.ts';
import type { BoardSource } from '../../core/register/register.ts';
import { replaceFile } from './wholeFile.ts';

/** State of a log file when it was read. If any differs now, the cache is invalidated. */
export interface FileStamp {
  readonly name: string;
  readonly size: number;
  /** The last bytes of the file, which hold the checksum of its last line. */
  readonly tail: string;
}

/** Length of a {@link FileStamp.tail}, in bytes: enough for the checksum of the last line. */
const tailLength = 64;

/**
 * Caches what the views show, so that the next window can show it before it has read the log. The cache is disposable:
 * if anything about it is wrong when it is read, it is ignored.
 *
 * @param place a file outside the log folder
 * @param version of this extension; another version may fold items differently
 * @param stamps of the log's files when they were read, see {@link fileStamps}
 */
export async function writeStartupCache(
  place: string,
  version: string,
  stamps: readonly FileStamp[],
  source: BoardSource,
): Promise<void> {
  const items = await textOf([...source.items.values()]);
  const rest = { version, looks: stamps, assignments: [...source.assignments.values()], priorities: source.priorities };
  const text = `${JSON.stringify(rest).slice(0, -1)},"items":[${items}]}`;
  replaceFile(place, `${checksum(text)}\n${text}`);
}

/** The cached source of the board; undefined if the log has changed since, or the cache cannot be used. */
export function readStartupCache(place: string, version: string, folder: string): BoardSource | undefined {
  try {
    const [sum, text] = splitOnce(readFileSync(place, 'utf8'));
    if (sum !== checksum(text)) return undefined;
    const cached = JSON.parse(text) as CachedBoard;
    if (cached.version !== version || JSON.stringify(cached.looks) !== JSON.stringify(fileStamps(folder)))
      return undefined;
    return { items: byId(cached.items), assignments: byId(cached.assignments), priorities: cached.priorities };
  } catch {
    // There is no cache, or the log folder is missing. The log itself is read either way.
    return undefined;
  }
}

/** Stamps of the log's files as they are now, in the order of {@link listLogFiles}. @throws the error of the file system */
export function fileStamps(folder: string): FileStamp[] {
  return listLogFiles(folder).names.map((name) => ({ name, ...stampOf(join(folder, name)) }));
}

/** Serialises in slices: there may be tens of thousands, and the extension host must not block. */
async function textOf(items: readonly object[]): Promise<string> {
  const texts: string[] = [];
  for (let from = 0; from < items.length; from += sliceLength) {
    if (from > 0) await setImmediate();
    texts.push(...items.slice(from, from + sliceLength).map((item) => JSON.stringify(item)));
  }
  return texts.join(',');
}

const sliceLength = 1_000;

/** The JSON in the file; its keys are on disk. */
interface CachedBoard {
  readonly version: string;
  readonly looks: readonly FileStamp[];
  readonly items: (BoardSource['items'] extends ReadonlyMap<string, infer T> ? T : never)[];
  readonly assignments: (BoardSource['assignments'] extends ReadonlyMap<string, infer T> ? T : never)[];
  readonly priorities: BoardSource['priorities'];
}

function stampOf(file: string): Omit<FileStamp, 'name'> {
  const handle = openLogFile(file);
  try {
    const { size } = fstatSync(handle);
    const bytes = Buffer.alloc(Math.min(tailLength, size));
    const length = readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    return { size, tail: bytes.toString('latin1', 0, length) };
  } finally {
    closeSync(handle);
  }
}

function byId<T extends { readonly id: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((each) => [each.id, each]));
}

function checksum(text: string): string {
  return crc32(text).toString(16);
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf('\n');
  return [text.slice(0, at), text.slice(at + 1)];
}
