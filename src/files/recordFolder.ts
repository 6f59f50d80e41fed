import { readdir } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { isRecordName } from '../core/exchange/madr/recordName.ts';
import { HumanError } from '../core/humanError.ts';
import { compareTexts } from '../core/text/compareTexts.ts';
import { folderMissing, saveNotAbsolute } from '../core/exchange/saveFailureText.ts';
import { sayFileFault } from '../core/exchange/fileText.ts';
import type { FileFault } from '../core/exchange/fileFault.ts';
import { tooManyRecords } from '../core/exchange/madr/recordImportText.ts';
import { bytesOf, faultOf } from './boundedFile.ts';

export interface ReadFile {
  readonly name: string;
  /** Undefined if the file is not a record by its name, or could not be read. */
  readonly text: string | undefined;
  /** Why a record could not be read. */
  readonly fault: FileFault | undefined;
}

const maxFileInMegabytes = 1;
const maxRecords = 10_000;
/** Limit of all records together; records beyond it are listed as too big. */
const maxMegabytes = 50;

/**
 * The files directly in a folder of decision records, with the text of each that is a record by its name. Links are not
 * followed.
 * @throws HumanError if the folder cannot be read, or holds too many records
 */
export async function readRecordFolder(folder: string): Promise<ReadFile[]> {
  if (!isAbsolute(folder)) throw new HumanError(saveNotAbsolute(folder));
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') {
      throw new HumanError(folderMissing(folder), { cause: error });
    }
    throw new HumanError(sayFileFault(faultOf(error), basename(folder)), { cause: error });
  });
  if (found.filter(({ name }) => isRecordName(name)).length > maxRecords)
    throw new HumanError(tooManyRecords(basename(folder), maxRecords));
  const files: ReadFile[] = [];
  let left = maxMegabytes * 1_000_000;
  for (const entry of found.toSorted((a, b) => compareTexts(a.name, b.name))) {
    const { name } = entry;
    const limit = left > 0 ? maxFileInMegabytes : 0;
    let bytes: Buffer | FileFault | undefined;
    // In a repository of others a link may lead to private notes, whose words would go into the log.
    if (isRecordName(name))
      bytes = entry.isSymbolicLink() ? { fault: 'notAFile' } : await bytesOf(join(folder, name), limit);
    if (Buffer.isBuffer(bytes)) left -= bytes.length;
    files.push({
      name,
      text: Buffer.isBuffer(bytes) ? bytes.toString('utf8') : undefined,
      fault: Buffer.isBuffer(bytes) ? undefined : bytes,
    });
  }
  return files;
}
