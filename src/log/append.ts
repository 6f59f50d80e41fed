import { closeSync, fstatSync, fsync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { openLogFile } from './logFiles.ts';

/** Not every byte reached the file. It now holds whole lines and perhaps a torn one, which no reader accepts. */
class ShortWriteError extends Error {
  override readonly name = 'ShortWriteError';
  readonly code = 'ENOSPC';
}

/**
 * Appends whole lines and resolves once they are on disk. The file is opened for each append, because a handle that is
 * kept open writes into a deleted file without an error. All lines go in one write, so that lines of several windows
 * never interleave. Opening and writing reach only the page cache and do not block for long; the slow part, the sync,
 * does not run on the extension host's thread.
 *
 * @param text one or more lines, each with its line feed
 * @param readBack reads what is new in the file, called with the open handle after the sync
 * @throws ShortWriteError; NoFileError if the path leads to something else than a file; or the error of the file system, whose `code` says what is wrong
 */
export async function appendLines(
  file: string,
  text: string,
  readBack: (handle: number) => Promise<void>,
): Promise<void> {
  const handle = openLogFile(file, 'append');
  try {
    const { size } = fstatSync(handle);
    const bytes = Buffer.from(size > 0 && !endsLine(handle, size) ? `\n${text}` : text);
    const written = writeSync(handle, bytes);
    if (written !== bytes.length) throw new ShortWriteError(`Only ${written} of ${bytes.length} bytes were written.`);
    await sync(handle);
    if (size === 0) await syncFolder(dirname(file));
    await readBack(handle);
  } finally {
    closeSync(handle);
  }
}

const sync = promisify(fsync);
const lineFeed = 10;
const lastByte = Buffer.alloc(1);

function endsLine(handle: number, size: number): boolean {
  readSync(handle, lastByte, 0, 1, size - 1);
  return lastByte[0] === lineFeed;
}

/**
 * A new file survives a power cut only if its directory entry is on disk too. Windows cannot open a folder to sync it.
 */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    await sync(handle);
  } catch (error) {
    // The line itself is on disk. Some network and container file systems cannot sync a folder at all.
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  } finally {
    closeSync(handle);
  }
}
