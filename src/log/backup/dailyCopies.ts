import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { copyLogFile } from '../copyLogFile.ts';
import { listLogFiles, statLogFile } from '../logFiles.ts';

/** Largest small log, in bytes. A small log is copied each day and inspected after each change. */
export const smallLogInBytes = 16 << 20;
/** How many daily copies are kept. */
const keptDays = 7;

/**
 * Copies the log as it is when it is first read on a day, and deletes all but the latest copies.
 *
 * @param copies the folder of the copies
 * @param ownFile the file of this machine in the log
 * @param day YYYY-MM-DD
 * @returns the folder of the copy; undefined if there is one of that day already, or the log is missing, empty or large
 */
export function keepDailyCopy(copies: string, ownFile: string, day: string): string | undefined {
  const logFolder = dirname(ownFile);
  const place = join(copies, day);
  if (existsSync(place) || !existsSync(logFolder)) return undefined;
  const { names } = listLogFiles(logFolder, basename(ownFile));
  const size = names.reduce((sum, name) => sum + (statLogFile(join(logFolder, name))?.size ?? 0), 0);
  if (names.length === 0 || size > smallLogInBytes) return undefined;
  const draft = join(copies, `.${randomUUID()}`);
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    for (const name of names) copyLogFile(join(logFolder, name), join(draft, name));
    // The rename is atomic. If another window was first, its copy stays.
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(place)) return undefined;
    throw error;
  }
  for (const old of dailyCopies(copies).slice(0, -keptDays)) rmSync(old, { recursive: true, force: true });
  return place;
}

/** The folders of the existing copies, oldest first. Each is named by its day. */
export function dailyCopies(copies: string): string[] {
  if (!existsSync(copies)) return [];
  return readdirSync(copies)
    .filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))
    .toSorted()
    .map((name) => join(copies, name));
}
