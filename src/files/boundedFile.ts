import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileFault } from '../core/exchange/fileFault.ts';

/** The bytes of a regular file that is not too big; or why it cannot be read, for `sayFileFault`. */
export async function bytesOf(path: string, limitInMegabytes: number): Promise<Buffer | FileFault> {
  try {
    // Opening a pipe would wait until somebody writes to it, so it is opened without waiting.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (stats.isDirectory()) return { fault: 'folder' };
      if (!stats.isFile()) return { fault: 'notAFile' };
      const megabytes =
        stats.size > 1_000_000 ? Math.ceil(stats.size / 1_000_000) : Math.ceil(stats.size / 100_000) / 10;
      return megabytes > limitInMegabytes
        ? { fault: 'tooBig', megabytes, limit: limitInMegabytes }
        : await handle.readFile();
    } finally {
      await handle.close();
    }
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
