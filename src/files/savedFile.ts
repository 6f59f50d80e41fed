import { constants } from 'node:fs';
import { lstat, open, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { HumanError } from '../core/humanError.ts';
import {
  folderMissing,
  saveFailure,
  saveInLog,
  saveNoFile,
  saveNotAbsolute,
} from '../core/exchange/saveFailureText.ts';

export interface SavePlace {
  /** Files in this folder are read as part of the log, so nothing is saved in it. */
  readonly logFolder: string;
  /** Whether an existing file is replaced. If not, saving over it is refused. */
  readonly overwrite: boolean;
}

/**
 * Writes a text or a picture to a file. A new file can be read by nobody else; one that is there keeps its permissions.
 *
 * @param path absolute
 * @throws HumanError with one sentence if the path is not absolute, the file exists and must not be replaced, the path
 * leads into the log folder (links are followed) or to something else than a file, or writing fails
 */
export async function saveFile(
  path: string,
  content: string | Uint8Array,
  { logFolder, overwrite }: SavePlace,
): Promise<void> {
  const place = await checkPlace(path, logFolder);
  try {
    // A link that leads nowhere would be written through, and whoever made it says where to.
    const handle = await open(place, flagsFor(overwrite), 0o600);
    try {
      if (!(await handle.stat()).isFile()) throw new HumanError(saveNoFile(path));
      await handle.truncate();
      await handle.writeFile(content);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof HumanError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new HumanError(saveFailure(code, path, message), { cause: error });
  }
}

/** Windows has no flag against links and pipes. */
function flagsFor(overwrite: boolean): number {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK } = constants;
  return O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | (overwrite ? 0 : O_EXCL);
}

/** @throws HumanError if the path is not absolute, is not a folder, or leads into the log folder */
export async function checkFolder(folder: string, logFolder: string): Promise<void> {
  await checkPlace(folder, logFolder);
  const stats = await stat(folder).catch(() => undefined);
  if (stats?.isDirectory() !== true) throw new HumanError(folderMissing(folder));
}

/** The place that a path leads to. @throws HumanError if nothing may be saved there */
async function checkPlace(path: string, logFolder: string): Promise<string> {
  if (!isAbsolute(path)) throw new HumanError(saveNotAbsolute(path));
  const [place, log] = [await placeOf(path), await placeOf(logFolder)];
  if (place === log || place.startsWith(log + sep)) throw new HumanError(saveInLog(path));
  if (await isLink(place)) throw new HumanError(saveNoFile(path));
  return place;
}

/** A link that is still one after links were followed leads nowhere. */
async function isLink(place: string): Promise<boolean> {
  return (await lstat(place).catch(() => undefined))?.isSymbolicLink() === true;
}

/** The path with links followed; for a file that does not exist yet, the path it would have. */
async function placeOf(path: string): Promise<string> {
  const real = (target: string): Promise<string | undefined> => realpath(target).catch(() => undefined);
  return (await real(path)) ?? join((await real(dirname(path))) ?? dirname(path), basename(path));
}
