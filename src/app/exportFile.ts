import { realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { HumanError } from '../core/humanError.ts';
import { sayWriteFault, type WriteFault } from '../core/wording/exporting.ts';

/** Where exports must not go: whatever lies in the folder of the log is taken for a part of it. */
export interface ExportPlace {
  readonly logFolder: string;
  /** Otherwise a file that is there already is left as it is. */
  readonly overwrite?: boolean | undefined;
}

/**
 * Writes one file, where the person or the program said.
 * @throws HumanError when it is there already, lies in the folder of the log, or cannot be written
 */
export async function writeExport(path: string, text: string, { logFolder, overwrite }: ExportPlace): Promise<void> {
  if (!isAbsolute(path)) throw refuse({ fault: 'notAbsolute' }, path);
  if (await isInside(path, logFolder)) throw refuse({ fault: 'insideLog' }, path);
  try {
    await writeFile(path, text, { flag: overwrite === true ? 'w' : 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw refuse(code === 'EEXIST' ? { fault: 'exists' } : { fault: 'failed', message }, path, error);
  }
}

/** @throws HumanError when it is not a folder, or the one of the log */
export async function checkFolder(folder: string, logFolder: string): Promise<void> {
  if (!isAbsolute(folder)) throw refuse({ fault: 'notAbsolute' }, folder);
  const stats = await stat(folder).catch(() => undefined);
  if (stats?.isDirectory() !== true) throw refuse({ fault: 'noFolder' }, folder);
  if (await isInside(join(folder, 'any'), logFolder)) throw refuse({ fault: 'insideLog' }, folder);
}

function refuse(fault: WriteFault, path: string, cause?: unknown): HumanError {
  return new HumanError(sayWriteFault(fault, path), { cause });
}

/** Also through links: what counts is where the bytes would end up. */
async function isInside(path: string, folder: string): Promise<boolean> {
  const real = await resolved(path);
  return dirname(real) === (await resolved(folder));
}

async function resolved(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path));
  }
}
