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

/** A copy of one file of the log, made while that file was what its name says. */
export interface Copy {
  /** Where the copy is. */
  readonly path: string;
  /** The file of the log it was made of. */
  readonly file: string;
}

/**
 * What was read of the log, once more on this machine and outside the log folder, so that a log that was rolled back,
 * shortened, replaced or removed by another program can be seen for what it is, also after a restart, and made whole.
 *
 * A copy is a prefix of the file it was made of, byte for byte, and is written at the places the bytes have there:
 * several windows that copy the same bytes disturb each other in nothing. When the file is not a continuation of its
 * copy any more, the copy is left as it is and another one is begun: `<file>.1`, `<file>.2`, ….
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

  /** Every copy that still counts. */
  copies(): Copy[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder).flatMap((name) => {
      const file = copyName.exec(name)?.[1];
      return file === undefined ? [] : [{ path: join(this.folder, name), file: join(this.logFolder, file) }];
    });
  }

  /** The copies that the file they were made of does not continue, because it is another one now, or gone. */
  strays(): Copy[] {
    return this.copies().filter(({ path, file }) => !isContinuedBy(path, file));
  }

  /** Copies what is not copied yet of the first bytes of a file. @throws the error of the file system */
  async follow(file: string, bytes: number): Promise<void> {
    if (bytes === 0) return;
    const all = this.copies().filter((copy) => copy.file === file);
    const continued = all
      .filter(({ path }) => isContinuedBy(path, file))
      .toSorted((a, b) => sizeOf(b.path) - sizeOf(a.path));
    const [longest, ...shorter] = continued;
    // What a longer copy begins with word for word is in it.
    for (const { path } of shorter) rmSync(path, { force: true });
    if (longest === undefined) mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const path = longest?.path ?? join(this.folder, `${basename(file)}.${nextNumber(all)}`);
    await copyOn(file, path, bytes);
  }

  /** The file of a copy was put right, or is meant to be as it is: the copy is kept aside and never asked again. */
  settle({ path }: Copy): void {
    if (existsSync(path)) renameSync(path, `${path}.settled`);
  }

  /** How many bytes of each file of the log are copied. */
  sizes(): Map<string, number> {
    const sizes = new Map<string, number>();
    for (const { path, file } of this.copies()) {
      if (isContinuedBy(path, file)) sizes.set(file, Math.max(sizeOf(path), sizes.get(file) ?? 0));
    }
    return sizes;
  }

  /**
   * Compares a file with its copy, byte for byte, in slices: damage to an old part shows nowhere else.
   * Returns the copy when one byte differs.
   */
  async differing(file: string): Promise<Copy | undefined> {
    for (const copy of this.copies()) {
      if (copy.file === file && isContinuedBy(copy.path, file) && !(await isPrefix(copy.path, file))) return copy;
    }
    return undefined;
  }
}

const copyName = /^(.+\.jsonl)\.(\d+)$/;
/** As many bytes at the end of a copy as hold the checksum of its last line. */
const markLength = 64;
const sliceLength = 1 << 20;

/** The last whole lines of a copy, decoded by the caller; a copy is never longer than what the log once was. */
export function linesOf({ path }: Copy): string[] {
  return readFileSync(path, 'utf8').split('\n').slice(0, -1);
}

function nextNumber(copies: readonly Copy[]): number {
  return Math.max(0, ...copies.map(({ path }) => Number(copyName.exec(basename(path))?.[2]))) + 1;
}

function sizeOf(path: string): number {
  return statSync(path).size;
}

function isContinuedBy(copy: string, file: string): boolean {
  const size = sizeOf(copy);
  const facts = statSync(file, { throwIfNoEntry: false });
  if (facts?.isFile() !== true || facts.size < size) return false;
  const length = Math.min(markLength, size);
  return bytesAt(copy, size - length, length).equals(bytesAt(file, size - length, length));
}

function bytesAt(path: string, position: number, length: number): Buffer {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, position));
  } finally {
    closeSync(handle);
  }
}

async function copyOn(file: string, copy: string, bytes: number): Promise<void> {
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
