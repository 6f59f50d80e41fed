import { realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { HumanError } from '../core/humanError.ts';
import { saveFailure, saveInLog, saveNotAbsolute } from '../core/wording/saved.ts';

/**
 * Writes a text where somebody said, over what is there. Never into the log, whatever leads there.
 *
 * @throws HumanError with one sentence when the path is not absolute, leads into the log, or cannot be written
 */
export async function saveFile(path: string, text: string, logFolder: string): Promise<void> {
  if (!isAbsolute(path)) throw new HumanError(saveNotAbsolute(path));
  const [file, log] = [await placeOf(path), await placeOf(logFolder)];
  if (file === log || file.startsWith(log + sep)) throw new HumanError(saveInLog(path));
  try {
    await writeFile(path, text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new HumanError(saveFailure(code, path, message), { cause: error });
  }
}

/** Where a path really leads; of a file that is not there yet, where it would be. */
async function placeOf(path: string): Promise<string> {
  const real = (of: string): Promise<string | undefined> => realpath(of).catch(() => undefined);
  return (await real(path)) ?? join((await real(dirname(path))) ?? dirname(path), basename(path));
}
