import { constants, copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What is there of a log, beside what other programs have copied. */
export interface Remains {
  /** The files of the log. */
  readonly files: readonly string[];
  /** What this machine keeps about them: folders and files outside the log folder. */
  readonly beside: readonly string[];
}

/**
 * The one place where a log is deleted, and only when a person has asked for it twice. What is to be kept is copied
 * first, and its size compared.
 *
 * @param copyTo a folder for the copy, created; undefined to keep none
 * @returns the files of the copy
 * @throws the error of the file system, or an Error when a copy is not whole; nothing has been deleted then
 */
export function forget({ files, beside }: Remains, copyTo: string | undefined): string[] {
  const copies = copyTo === undefined ? [] : copyAll(files, copyTo);
  for (const path of [...files, ...beside]) rmSync(path, { recursive: true, force: true });
  return copies;
}

function copyAll(files: readonly string[], copyTo: string): string[] {
  mkdirSync(copyTo, { recursive: true, mode: 0o700 });
  return files
    .filter((file) => existsSync(file))
    .map((file) => {
      const copy = join(copyTo, basename(file));
      copyFileSync(file, copy, constants.COPYFILE_EXCL);
      if (statSync(copy).size < statSync(file).size) throw new Error(`${copy} is not whole.`);
      return copy;
    });
}
