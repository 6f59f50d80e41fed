import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, extname, isAbsolute, join } from 'node:path';
import { isRecordName } from '../core/exchange/madr/recordName.ts';
import { HumanError } from '../core/humanError.ts';
import { compareTexts } from '../core/text/compareTexts.ts';
import { folderMissing, saveNotAbsolute } from '../core/exchange/saveFailureText.ts';
import { sayFileFault } from '../core/exchange/fileText.ts';
import type { FileFault } from '../core/exchange/fileFault.ts';
import { tooManyRecords } from '../core/exchange/madr/recordImportText.ts';
import { faultOf } from './boundedFile.ts';
import { keyIn, type Repository, repositoryOf } from './repository.ts';
import { textOfFile } from './textFile.ts';

export interface ReadFile {
  /** Its path from the folder, with slashes. */
  readonly name: string;
  /** Its path from the root of the repository, with slashes. */
  readonly key: string;
  /** Undefined if the file is not a record by its name, or could not be read. */
  readonly text: string | undefined;
  /** Why a record could not be read. */
  readonly fault: FileFault | undefined;
}

export interface RecordFolder {
  readonly repository: Repository;
  readonly files: readonly ReadFile[];
  /** How many records lie in folders below it that were not read. */
  readonly below: number;
  /** How many files that are no records it holds, by how their names end. */
  readonly others: ReadonlyMap<string, number>;
}

/** Ten times the longest real record. One that is read takes a moment in which nothing else can run. */
const maxFileInMegabytes = 0.3;
const maxRecords = 10_000;
/** Limit of all records together; records beyond it are listed as too big. */
const maxMegabytes = 50;
/** How deep folders below are looked into, and how many. */
const maxDepth = 6;
const maxFolders = 2_000;

/**
 * The files of a folder of decision records, with the text of each that is a record by its name. Links are not followed.
 *
 * @param isDeep whether the folders below are read as well
 * @throws HumanError if the folder cannot be read, or holds too many records
 */
export async function readRecordFolder(folder: string, isDeep = false): Promise<RecordFolder> {
  if (!isAbsolute(folder)) throw new HumanError(saveNotAbsolute(folder));
  const repository = await repositoryOf(folder);
  const found: { readonly name: string; readonly isLink: boolean }[] = [];
  const others = new Map<string, number>();
  let below = 0;
  const folders = [{ path: folder, prefix: '', depth: 0 }];
  // What is added while the list is walked is walked as well.
  for (const { path, prefix, depth } of folders) {
    const entries = depth === 0 ? await entriesOf(path) : await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.toSorted((a, b) => compareTexts(a.name, b.name))) {
      const name = `${prefix}${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < maxDepth && folders.length < maxFolders && !/^(?:\.|node_modules$)/.test(entry.name)) {
          folders.push({ path: join(path, entry.name), prefix: `${name}/`, depth: depth + 1 });
        }
        if (depth > 0 || !isRecordName(entry.name)) continue;
      }
      if (depth > 0 && !isRecordName(entry.name)) continue;
      if (depth > 0 && !isDeep) below++;
      else found.push({ name, isLink: entry.isSymbolicLink() });
      if (!isRecordName(entry.name)) {
        const kind = extname(entry.name).toLowerCase() || entry.name;
        others.set(kind, (others.get(kind) ?? 0) + 1);
      }
    }
    if (found.filter(({ name }) => isRecordName(basename(name))).length > maxRecords) {
      throw new HumanError(tooManyRecords(basename(folder), maxRecords));
    }
  }
  const files: ReadFile[] = [];
  let left = maxMegabytes * 1_000_000;
  for (const { name, isLink } of found) {
    const path = join(folder, name);
    let read: string | FileFault | undefined;
    // In a repository of others a link may lead to private notes, whose words would go into the log.
    if (isRecordName(basename(name))) {
      read = isLink ? { fault: 'notAFile' } : await textOfFile(path, left > 0 ? maxFileInMegabytes : 0);
    }
    const text = typeof read === 'string' ? read : undefined;
    left -= text?.length ?? 0;
    files.push({ name, key: keyIn(repository, path), text, fault: typeof read === 'string' ? undefined : read });
  }
  return { repository, files, below, others };
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') {
      throw new HumanError(folderMissing(folder), { cause: error });
    }
    throw new HumanError(sayFileFault(faultOf(error), basename(folder)), { cause: error });
  });
}
