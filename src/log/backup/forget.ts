import { constants, copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What can be deleted of a log. Copies that other programs made are not included. */
export interface DeletionPlan {
  /** The files of the log. */
  readonly files: readonly string[];
  /** This machine's data about them: folders and files outside the log folder. */
  readonly ownData: readonly string[];
}

/**
 * Deletes a log. No other code does, and its command asks a person twice first. If a copy is wanted, it is made first and
 * its size compared.
 *
 * @param copyTo a folder for the copy, created; undefined to keep none
 * @returns the files of the copy
 * @throws the error of the file system; or an Error if a copy is incomplete, before anything is deleted
 */
export function forget({ files, ownData }: DeletionPlan, copyTo: string | undefined): string[] {
  const copies = copyTo === undefined ? [] : copyAll(files, copyTo);
  for (const path of [...files, ...ownData]) rmSync(path, { recursive: true, force: true });
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
