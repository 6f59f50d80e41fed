import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { copyLogFile } from '../copyLogFile.ts';
import { statLogFile } from '../logFiles.ts';

/** What can be deleted of a log. Copies that other programs made are not included. */
export interface DeletionPlan {
  /** The files of the log. */
  readonly files: readonly string[];
  /** This machine's data about them: folders and files outside the log folder. */
  readonly ownData: readonly string[];
  /** Folders of the log before it was moved that still hold one. They stay, because they may be another log by now. */
  readonly formerLogs: readonly string[];
}

/**
 * Deletes a log. No other code does, and its command asks a person twice first. If a copy is wanted, it is made first and
 * its size compared.
 *
 * @param copyTo a folder for the copy, created; undefined to keep none
 * @returns the files of the copy
 * @throws the error of the file system; or an Error if a copy is incomplete, before anything is deleted
 */
export function forget({ files, ownData }: Omit<DeletionPlan, 'formerLogs'>, copyTo: string | undefined): string[] {
  const copies = copyTo === undefined ? [] : copyAll(files, copyTo);
  // What has the name of a file by now and is none stays: it is no part of the log.
  for (const file of files) if (statLogFile(file) !== undefined) rmSync(file, { force: true });
  for (const path of ownData) rmSync(path, { recursive: true, force: true });
  return copies;
}

function copyAll(files: readonly string[], copyTo: string): string[] {
  mkdirSync(copyTo, { recursive: true, mode: 0o700 });
  return files
    .filter((file) => statLogFile(file) !== undefined)
    .map((file) => {
      const copy = join(copyTo, basename(file));
      if (copyLogFile(file, copy) < (statLogFile(file)?.size ?? 0)) throw new Error(`${copy} is not whole.`);
      return copy;
    });
}
