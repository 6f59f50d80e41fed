import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openLogFile } from '../logFiles.ts';
import { bytesAt, copyName, isContinuedBy, type Mirror, type MirrorCopy, sizeOf } from './mirror.ts';

/**
 * Extends the copy of a file to its first `bytes` bytes.
 * @param copies of this file
 * @throws the error of the file system
 */
export async function followFile(
  mirror: Mirror,
  file: string,
  bytes: number,
  copies: readonly MirrorCopy[] = [],
): Promise<void> {
  if (bytes === 0) return;
  await setImmediate();
  const continued = copies
    .filter(({ path }) => isContinuedBy(path, file))
    .toSorted((a, b) => sizeOf(b.path) - sizeOf(a.path));
  const [longest, ...shorter] = continued;
  // A shorter copy is contained in the longest.
  for (const { path } of shorter) rmSync(path, { force: true });
  if (longest === undefined) mkdirSync(mirror.folder, { recursive: true, mode: 0o700 });
  const path = longest?.path ?? join(mirror.folder, `${basename(file)}.${nextNumber(copies)}`);
  await extendCopy(file, path, bytes);
}

/** Bytes copied of each file of the log. */
export function copiedSizes(mirror: Mirror): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { path, file } of mirror.copies()) {
    if (isContinuedBy(path, file)) sizes.set(file, Math.max(sizeOf(path), sizes.get(file) ?? 0));
  }
  return sizes;
}

/**
 * Whether a copy that its file continues differs from it. They are compared byte for byte, in slices: damage to an old
 * part is visible nowhere else.
 */
export async function isDifferent({ path, file }: MirrorCopy): Promise<boolean> {
  return isContinuedBy(path, file) && !(await isPrefix(path, file));
}

const sliceLength = 1 << 20;

function nextNumber(copies: readonly MirrorCopy[]): number {
  return Math.max(0, ...copies.map(({ path }) => Number(copyName.exec(basename(path))?.[2]))) + 1;
}

async function extendCopy(file: string, copy: string, bytes: number): Promise<void> {
  const from = openLogFile(file);
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
