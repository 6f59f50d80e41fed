import { constants, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { decodeLine } from '../core/entries/line.ts';
import { newerMark } from './fileReader.ts';
import { Log } from './log.ts';

/** As much as is appended in one write, in bytes: whole lines only. */
const batchLength = 48 << 10;

/**
 * Brings everything that stands in one log into another folder: files it has not are copied as they are, and of the
 * others each line that is missing is appended to this machine's file there. Nothing of either is changed otherwise.
 * Then it is read back from the disk by a reader that knows nothing of it.
 *
 * @returns how many entries of the source stand in the target now, and how many do not, which should be none
 * @throws the error of the file system
 */
export async function copyLog(source: Log, root: string): Promise<{ copied: number; lost: number }> {
  const target = new Log(root, source.device);
  mkdirSync(target.folder, { recursive: true, mode: 0o700 });
  for (const { file } of source.files) {
    try {
      copyFileSync(file, join(target.folder, basename(file)), constants.COPYFILE_EXCL);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  await target.catchUp();
  await appendBatches(target, missingLines(source, target));
  const readBack = new Log(root, source.device);
  await readBack.catchUp();
  const held = readBack.held();
  const wanted = [...source.held()];
  return { copied: wanted.filter((id) => held.has(id)).length, lost: wanted.filter((id) => !held.has(id)).length };
}

/** Appends lines as they are, as many in one write as may be. */
export async function appendBatches(log: Log, lines: readonly string[]): Promise<void> {
  let batch: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length + line.length > batchLength && batch.length > 0) {
      await log.appendLines(batch);
      [batch, length] = [[], 0];
    }
    batch.push(line);
    length += line.length;
  }
  if (batch.length > 0) await log.appendLines(batch);
}

function missingLines(source: Log, target: Log): string[] {
  const held = target.held();
  return source.files.flatMap(({ file }) =>
    readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .filter((line) => {
        const decoded = decodeLine(line, crc32);
        if (decoded.type === 'entry') return !held.has(decoded.entry.id);
        return decoded.type === 'newer' && !held.has(newerMark(line));
      }),
  );
}
