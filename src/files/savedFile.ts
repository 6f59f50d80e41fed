import { realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { HumanError } from '../core/humanError.ts';
import { folderMissing, saveFailure, saveInLog, saveNotAbsolute } from '../core/exchange/savedText.ts';

export interface SavePlace {
  /** Whatever lies in there is taken for a part of the log, so nothing is saved in it. */
  readonly logFolder: string;
  /** Otherwise a file that is there already is left as it is. */
  readonly overwrite: boolean;
}

/**
 * Writes a text or a picture into a file of its own, where the person or the program said.
 *
 * @throws HumanError with one sentence when it is there already, leads into the log by whatever way, or cannot be written
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

/** @throws HumanError when it is no folder, or one of the log */
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

/** Where a path really leads; of a file that is not there yet, where it would be. */
async function placeOf(path: string): Promise<string> {
  const real = (of: string): Promise<string | undefined> => realpath(of).catch(() => undefined);
  return (await real(path)) ?? join((await real(dirname(path))) ?? dirname(path), basename(path));
}
