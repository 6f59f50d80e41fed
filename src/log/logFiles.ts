import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { NoFile } from '../core/entries/trouble.ts';

/**
 * The one door to the files of a log. Others can write into the folder, so a name says nothing about what it leads to: a
 * link may lead to a private key or to a script that runs, and a pipe blocks whoever opens it. Only regular files are
 * listed and opened, and what was opened is checked once more.
 */

/** What a folder has under the names of log files. */
export interface LogListing {
  /** Names of the regular files, the smallest first. */
  readonly names: readonly string[];
  /** What is set aside, and never opened. */
  readonly setAside: readonly { readonly file: string; readonly is: NoFile }[];
  /** How many more such names there are than {@link mostNames}. */
  readonly left: number;
}

/**
 * Most names that are looked at, in their order. A log has a file for each machine that ever wrote and a few conflicted
 * copies, and a look at each file blocks the window.
 */
export const mostNames = 1_000;

/**
 * Most bytes that are read of the files of other machines together: a million entries. Reading, copying and comparing
 * more of them would keep this machine from writing for seconds.
 */
export const mostForeignBytes = 300_000_000;

/**
 * Lists the log files of a folder.
 * @param own the name of this machine's file, which is looked at in any case
 * @param most how many names are looked at
 * @throws the error of the file system
 */
export function listLogFiles(folder: string, own?: string, most = mostNames): LogListing {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  const looked = all.filter((name, at) => at < most || name === own);
  const files: { name: string; size: number }[] = [];
  const setAside: { file: string; is: NoFile }[] = [];
  for (const name of looked) {
    const file = join(folder, name);
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined) continue;
    const is = noFile(stats);
    if (is === undefined) files.push({ name, size: stats.size });
    else setAside.push({ file, is });
  }
  // A huge file must not take the place of those of a usual size.
  const names = files.toSorted((a, b) => a.size - b.size).map(({ name }) => name);
  return { names, setAside, left: all.length - looked.length };
}

/** The state of a log file; undefined if there is no regular file with this path. @throws the error of the file system */
export function statLogFile(file: string): Stats | undefined {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true ? stats : undefined;
}

/**
 * Opens a regular file for reading, or for appending, which creates it.
 * @param permissions of a file that is created
 * @throws NoFileError if it is something else; or the error of the file system
 */
export function openLogFile(file: string, mode: 'read' | 'append' = 'read', permissions = 0o600): number {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  const isBefore = stats && noFile(stats);
  if (isBefore !== undefined) throw new NoFileError(file, isBefore);
  const handle = openSync(file, mode === 'read' ? readFlags : appendFlags, permissions);
  // Something else may have taken its place since.
  const is = noFile(fstatSync(handle));
  if (is === undefined) return handle;
  closeSync(handle);
  throw new NoFileError(file, is);
}

/** The path belongs to something that is no regular file, and was not opened. */
class NoFileError extends Error {
  override readonly name = 'NoFileError';
  /** As the file system says of a link that must not be followed. */
  readonly code = 'ELOOP';

  constructor(
    readonly file: string,
    readonly is: NoFile,
  ) {
    super(`${file} is no regular file: ${is}`);
  }
}

// Windows has neither flag, which counts as 0, and no pipes or devices among its files; links are found before opening there.
const careful = constants.O_NOFOLLOW | constants.O_NONBLOCK;
const readFlags = constants.O_RDONLY | careful;
const appendFlags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | careful;

function noFile(stats: Stats): NoFile | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isDirectory()) return 'folder';
  if (stats.isFIFO()) return 'pipe';
  return stats.isSocket() ? 'socket' : 'device';
}
