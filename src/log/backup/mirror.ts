import { closeSync, existsSync, readdirSync, readFileSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openLogFile, statLogFile } from '../logFiles.ts';

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

  /** Retires a copy whose file was restored, or accepted as it is. It is renamed and never read again. */
  retire({ path }: MirrorCopy): void {
    if (existsSync(path)) renameSync(path, `${path}.settled`);
  }
}

/** The name of a copy: that of its file, and a number. */
export const copyName = /^(.+\.jsonl)\.(\d+)$/;
/** Bytes compared at the end of a copy: enough for the checksum of its last line. */
const markLength = 64;
/** The whole lines of a copy, not decoded. A copy is never longer than the log once was. */
export function linesOf({ path }: MirrorCopy): string[] {
  return readFileSync(path, 'utf8').split('\n').slice(0, -1);
}

export function sizeOf(path: string): number {
  return statSync(path).size;
}

/** Whether the file is at least as long as the copy and has the same bytes where the copy ends. */
export function isContinuedBy(copy: string, file: string): boolean {
  const size = sizeOf(copy);
  const stats = statLogFile(file);
  if (stats === undefined || stats.size < size) return false;
  const length = Math.min(markLength, size);
  return bytesAt(copy, size - length, length).equals(bytesAt(file, size - length, length));
}

/** The bytes of a file from a position on. @throws the error of the file system */
export function bytesAt(path: string, position: number, length: number): Buffer {
  const handle = openLogFile(path);
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, position));
  } finally {
    closeSync(handle);
  }
}
