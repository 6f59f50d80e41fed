import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { BoardSource } from '../../core/register/register.ts';

/** How a file of the log looked: when it looks otherwise now, what was drawn from it may not be true any more. */
export interface FileStamp {
  readonly name: string;
  readonly size: number;
  /** The last bytes of it, which hold the checksum of its last line. */
  readonly tail: string;
}

/** As much of a file's end as holds the checksum of its last line, in bytes. */
const tailLength = 64;

/**
 * Keeps what the views showed, so that the next window can show it before it has read the log. It is replaceable:
 * whatever is odd about it when it is read again, it is left out.
 *
 * @param place a file outside the log folder
 * @param version of this extension: another one may know items otherwise
 * @param looks how the log looked when it was read, see {@link fileStamps}
 */
export async function writeStartupCache(
  place: string,
  version: string,
  looks: readonly FileStamp[],
  known: BoardSource,
): Promise<void> {
  const items = await textOf([...known.items.values()]);
  const rest = { version, looks, assignments: [...known.assignments.values()], priorities: known.priorities };
  const text = `${JSON.stringify(rest).slice(0, -1)},"items":[${items}]}`;
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  const draft = `${place}.${randomUUID()}`;
  writeFileSync(draft, `${checksum(text)}\n${text}`, { mode: 0o600 });
  renameSync(draft, place);
}

/** What was kept, when the log still looks as it did then; otherwise undefined. */
export function readStartupCache(place: string, version: string, folder: string): BoardSource | undefined {
  try {
    const [sum, text] = splitOnce(readFileSync(place, 'utf8'));
    if (sum !== checksum(text)) return undefined;
    const kept = JSON.parse(text) as Kept;
    if (kept.version !== version || JSON.stringify(kept.looks) !== JSON.stringify(fileStamps(folder))) return undefined;
    return { items: byId(kept.items), assignments: byId(kept.assignments), priorities: kept.priorities };
  } catch {
    // None was kept, or the log is not where it was: the log itself is read either way.
    return undefined;
  }
}

/** How the files of the log look now, in the order of their names. @throws the error of the file system */
export function fileStamps(folder: string): FileStamp[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => {
      const file = join(folder, name);
      const { size } = statSync(file);
      return { name, size, tail: tailOf(file, size) };
    });
}

/** In slices, for there may be tens of thousands and the extension host has other things to do. */
async function textOf(items: readonly object[]): Promise<string> {
  const texts: string[] = [];
  for (let from = 0; from < items.length; from += sliceLength) {
    if (from > 0) await setImmediate();
    texts.push(...items.slice(from, from + sliceLength).map((item) => JSON.stringify(item)));
  }
  return texts.join(',');
}

const sliceLength = 1_000;

interface Kept {
  readonly version: string;
  readonly looks: readonly FileStamp[];
  readonly items: (BoardSource['items'] extends ReadonlyMap<string, infer T> ? T : never)[];
  readonly assignments: (BoardSource['assignments'] extends ReadonlyMap<string, infer T> ? T : never)[];
  readonly priorities: BoardSource['priorities'];
}

function tailOf(file: string, size: number): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(tailLength, size));
    return bytes.toString('latin1', 0, readSync(handle, bytes, 0, bytes.length, size - bytes.length));
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
