import { readFile, stat } from 'node:fs/promises';
import type { FileFault } from '../core/exchange/fileFault.ts';

/** The bytes of a regular file that is not too big; or why it cannot be read, for `sayFileFault`. */
export async function bytesOf(path: string, limitInMegabytes: number): Promise<Buffer | FileFault> {
  try {
    // Checked before opening: opening a pipe waits until somebody writes to it.
    const stats = await stat(path);
    if (stats.isDirectory()) return { fault: 'folder' };
    if (!stats.isFile()) return { fault: 'notAFile' };
    const megabytes = Math.ceil(stats.size / 1_000_000);
    return megabytes > limitInMegabytes
      ? { fault: 'tooBig', megabytes, limit: limitInMegabytes }
      : await readFile(path);
  } catch (error) {
    return faultOf(error);
  }
}

/** The fault that an error of the file system means. */
export function faultOf(error: unknown): FileFault {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { fault: 'missing' };
    case 'EACCES':
    case 'EPERM':
      return { fault: 'notAllowed' };
    default:
      return { fault: 'unreadable', message: code ?? message };
  }
}
