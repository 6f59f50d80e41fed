import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { decodeLine } from '../core/entries/line.ts';
import { newerMark } from './fileReader.ts';
import { Log } from './log.ts';
import { copyLogFile, readLogFile } from './copyLogFile.ts';

/** Limit of one write, in UTF-16 code units. It holds whole lines only; a longer line is written alone. */
const batchLength = 48 << 10;

/**
 * Copies everything in one log into another folder. Files that are missing there are copied whole; of the others, each
 * missing line is appended to this machine's file there, or to a new one if it only says that it is of this machine.
 * Nothing else in either folder changes. Then the target is read back from disk by a new reader.
 *
 * @returns how many lines of the source are in the target now (`copied`), and how many are not (`lost`), which should
 * be none
 * @throws the error of the file system
 */
export async function copyLog(source: Log, root: string): Promise<{ copied: number; lost: number }> {
  const target = new Log(root, source.device);
  mkdirSync(target.folder, { recursive: true, mode: 0o700 });
  for (const { file } of source.files) {
    try {
      copyLogFile(file, join(target.folder, basename(file)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  await target.catchUp();
  const missing = missingLines(source, target);
  await appendBatches(target, missing.lines);
  target.addStrays(missing.strays);
  const readBack = new Log(root, source.device);
  await readBack.catchUp();
  const held = readBack.lineIds();
  const wanted = [...source.lineIds()];
  return { copied: wanted.filter((id) => held.has(id)).length, lost: wanted.filter((id) => !held.has(id)).length };
}

/** Appends encoded lines unchanged, in batches of at most {@link batchLength}. */
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

function missingLines(source: Log, target: Log): { lines: string[]; strays: string[] } {
  const held = target.lineIds();
  const lines: string[] = [];
  const strays: string[] = [];
  for (const { file, isOwn } of source.files) {
    for (const line of readLogFile(file).toString().split(/\r?\n/)) {
      const decoded = decodeLine(line, crc32);
      if (decoded.type === 'entry' && !held.has(decoded.entry.id)) {
        (decoded.entry.device === source.device.id && !isOwn ? strays : lines).push(line);
      } else if (decoded.type === 'newer' && !held.has(newerMark(line))) lines.push(line);
    }
  }
  return { lines, strays };
}
