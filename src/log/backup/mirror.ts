import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** A copy of one file of the log, or of a former file of the same name. */
export interface MirrorCopy {
  /** Path of the copy. */
  readonly path: string;
  /** Path of the log file it was made of. */
  readonly file: string;
}

/**
 * A copy of what was read of the log, on this machine and outside the log folder. It shows, also after a restart, that
 * another program rolled the log back, truncated, replaced or removed it, and it can restore what is missing.
 *
 * A copy is a prefix of its file, byte for byte, and each byte is written at its offset in the file. So several windows
 * can copy the same bytes at once. When a file no longer continues its copy, the copy is left as it is and a new one is
 * started: `<file>.1`, `<file>.2`, ….
 */
export class Mirror {
  /**
   * @param folder where the copies are
   * @param logFolder where the log is
   */
  constructor(
    readonly folder: string,
    readonly logFolder: string,
  ) {}

  /** Every copy that is not settled. */
  copies(): MirrorCopy[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder).flatMap((name) => {
      const file = copyName.exec(name)?.[1];
      return file === undefined ? [] : [{ path: join(this.folder, name), file: join(this.logFolder, file) }];
    });
  }

  /** The copies that their files no longer continue, because those were replaced, truncated or removed. */
  orphans(): MirrorCopy[] {
    return this.copies().filter(({ path, file }) => !isContinuedBy(path, file));
  }

  /** Extends the copy of a file to its first `bytes` bytes. @throws the error of the file system */
  async follow(file: string, bytes: number): Promise<void> {
    if (bytes === 0) return;
    const all = this.copies().filter((copy) => copy.file === file);
    const continued = all
      .filter(({ path }) => isContinuedBy(path, file))
      .toSorted((a, b) => sizeOf(b.path) - sizeOf(a.path));
    const [longest, ...shorter] = continued;
    // A shorter copy is contained in the longest.
    for (const { path } of shorter) rmSync(path, { force: true });
    if (longest === undefined) mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const path = longest?.path ?? join(this.folder, `${basename(file)}.${nextNumber(all)}`);
    await extendCopy(file, path, bytes);
  }

  /** Retires a copy whose file was restored, or accepted as it is. It is renamed and never read again. */
  retire({ path }: MirrorCopy): void {
    if (existsSync(path)) renameSync(path, `${path}.settled`);
  }

  /** Bytes copied of each file of the log. */
  sizes(): Map<string, number> {
    const sizes = new Map<string, number>();
    for (const { path, file } of this.copies()) {
      if (isContinuedBy(path, file)) sizes.set(file, Math.max(sizeOf(path), sizes.get(file) ?? 0));
    }
    return sizes;
  }

  /**
   * Compares a file with its copy, byte for byte, in slices: damage to an old part is visible nowhere else. Returns the
   * copy if one byte differs.
   */
  async differing(file: string): Promise<MirrorCopy | undefined> {
    for (const copy of this.copies()) {
      if (copy.file === file && isContinuedBy(copy.path, file) && !(await isPrefix(copy.path, file))) return copy;
    }
    return undefined;
  }
}

const copyName = /^(.+\.jsonl)\.(\d+)$/;
/** Bytes compared at the end of a copy: enough for the checksum of its last line. */
const markLength = 64;
const sliceLength = 1 << 20;

/** The whole lines of a copy, not decoded. A copy is never longer than the log once was. */
export function linesOf({ path }: MirrorCopy): string[] {
  return readFileSync(path, 'utf8').split('\n').slice(0, -1);
}

function nextNumber(copies: readonly MirrorCopy[]): number {
  return Math.max(0, ...copies.map(({ path }) => Number(copyName.exec(basename(path))?.[2]))) + 1;
}

function sizeOf(path: string): number {
  return statSync(path).size;
}

/** Whether the file is at least as long as the copy and has the same bytes where the copy ends. */
function isContinuedBy(copy: string, file: string): boolean {
  const size = sizeOf(copy);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || stats.size < size) return false;
  const length = Math.min(markLength, size);
  return bytesAt(copy, size - length, length).equals(bytesAt(file, size - length, length));
}

/** The bytes of a file from a position on. @throws the error of the file system */
export function bytesAt(path: string, position: number, length: number): Buffer {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, position));
  } finally {
    closeSync(handle);
  }
}

async function extendCopy(file: string, copy: string, bytes: number): Promise<void> {
  const from = openSync(file, 'r');
  try {
    const to = openSync(copy, existsSync(copy) ? 'r+' : 'w+', 0o600);
    try {
      const buffer = Buffer.alloc(Math.min(sliceLength, bytes));
      for (let at = fstatSync(to).size; at < bytes;) {
        const length = readSync(from, buffer, 0, Math.min(buffer.length, bytes - at), at);
        if (length === 0) return;
        writeSync(to, buffer, 0, length, at);
        at += length;
        if (at < bytes) await setImmediate();
      }
    } finally {
      closeSync(to);
    }
  } finally {
    closeSync(from);
  }
}

async function isPrefix(copy: string, file: string): Promise<boolean> {
  const size = sizeOf(copy);
  for (let at = 0; at < size; at += sliceLength) {
    const length = Math.min(sliceLength, size - at);
    if (!bytesAt(copy, at, length).equals(bytesAt(file, at, length))) return false;
    await setImmediate();
  }
  return true;
}
