import { readdir } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { isRecordName } from '../core/exchange/madr/recordName.ts';
import { HumanError } from '../core/humanError.ts';
import { folderMissing, saveNotAbsolute } from '../core/exchange/savedText.ts';
import { sayFileFault } from '../core/exchange/fileText.ts';
import type { FileFault } from '../core/exchange/fileFault.ts';
import { tooManyRecords } from '../core/exchange/madr/recordImportText.ts';
import { bytesOf, faultOf } from './boundedFile.ts';

export interface ReadFile {
  readonly name: string;
  /** Undefined for what is no record by its name, and for what could not be read. */
  readonly text: string | undefined;
  /** Why a record could not be read. */
  readonly fault: FileFault | undefined;
}

const largestInMegabytes = 1;
const mostFiles = 10_000;
/** Of all records together: what is beyond is listed as too big. */
const mostMegabytes = 50;

/**
 * The files of a folder of decision records, those straight in it, with the text of each that is one by its name.
 * @throws HumanError when it is not a folder that can be read, or holds too many files
 */
export async function readRecordFolder(folder: string): Promise<ReadFile[]> {
  if (!isAbsolute(folder)) throw new HumanError(saveNotAbsolute(folder));
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') {
      throw new HumanError(folderMissing(folder), { cause: error });
    }
    throw new HumanError(sayFileFault(faultOf(error), basename(folder)), { cause: error });
  });
  if (names.filter(isRecordName).length > mostFiles) throw new HumanError(tooManyRecords(basename(folder), mostFiles));
  const files: ReadFile[] = [];
  let left = mostMegabytes * 1_000_000;
  for (const name of names.toSorted()) {
    const limit = left > 0 ? largestInMegabytes : 0;
    const bytes = isRecordName(name) ? await bytesOf(join(folder, name), limit) : undefined;
    if (Buffer.isBuffer(bytes)) left -= bytes.length;
    files.push({
      name,
      text: Buffer.isBuffer(bytes) ? bytes.toString('utf8') : undefined,
      fault: Buffer.isBuffer(bytes) ? undefined : bytes,
    });
  }
  return files;
}
