import { realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { HumanError } from '../core/humanError.ts';
import { folderMissing, saveFailure, saveInLog, saveNotAbsolute } from '../core/exchange/savedText.ts';

export interface SavePlace {
  /** Files in this folder are read as part of the log, so nothing is saved in it. */
  readonly logFolder: string;
  /** Whether an existing file is replaced. If not, saving over it is refused. */
  readonly overwrite: boolean;
}

/**
 * Writes a text or a picture to a file.
 *
 * @param path absolute
 * @throws HumanError with one sentence if the path is not absolute, the file exists and must not be replaced, the path
 * leads into the log folder (links are followed), or writing fails
 */
export async function saveFile(
  path: string,
  content: string | Uint8Array,
  { logFolder, overwrite }: SavePlace,
): Promise<void> {
  await checkPlace(path, logFolder);
  try {
    await writeFile(path, content, { flag: overwrite ? 'w' : 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new HumanError(saveFailure(code, path, message), { cause: error });
  }
}

/** @throws HumanError if the path is not absolute, is not a folder, or leads into the log folder */
export async function checkFolder(folder: string, logFolder: string): Promise<void> {
  await checkPlace(folder, logFolder);
  const stats = await stat(folder).catch(() => undefined);
  if (stats?.isDirectory() !== true) throw new HumanError(folderMissing(folder));
}

async function checkPlace(path: string, logFolder: string): Promise<void> {
  if (!isAbsolute(path)) throw new HumanError(saveNotAbsolute(path));
  const [place, log] = [await placeOf(path), await placeOf(logFolder)];
  if (place === log || place.startsWith(log + sep)) throw new HumanError(saveInLog(path));
}

/** The path with links followed; for a file that does not exist yet, the path it would have. */
async function placeOf(path: string): Promise<string> {
  const real = (target: string): Promise<string | undefined> => realpath(target).catch(() => undefined);
  return (await real(path)) ?? join((await real(dirname(path))) ?? dirname(path), basename(path));
}
